import { compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Refus } from '../chargement.ts'
import { Champ, Formulaire } from '../components/champ.tsx'
import { lienReponse } from '../components/habilitations/a-repondre.tsx'
import { ParDecision } from '../components/habilitations/par-decision.tsx'
import { MessageRefus } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'
import type { RevueServiceVue } from '../habilitation-vue.ts'
import { direBilan } from '../modeles/campagne.ts'

export interface RecapitulatifProps {
  readonly contexte: Contexte
  readonly revue: RevueServiceVue
  /** What is shown, line by line: it is signed only as it still is. */
  readonly marques: readonly string[]
  /** Who reads copies an answer that came on paper, and does not sign it. */
  readonly papier: boolean
  readonly refus?: Refus
}

const bilanDes = ({ lignes }: RevueServiceVue) => {
  const bilan = { GARDER: 0, FERMER: 0, PARTIE: 0, INCONNUE: 0 }
  for (const { reponse } of lignes) if (reponse !== null) bilan[reponse.decision] += 1
  return bilan
}

/** What a review would say, agent by agent and by name, before it is signed. */
export const Recapitulatif = (p: RecapitulatifProps) => {
  const { contexte, revue, papier } = p
  const { campagne, reponse, lignes } = revue
  const titre = 'Relire avant de signer'
  const retour = lienReponse(contexte, campagne.id, reponse.service)
  const restent = lignes.filter((ligne) => ligne.reponse === null).length
  return (
    <Page
      contexte={contexte}
      titre={titre}
      fil={[{ libelle: 'Habilitations', chemin: '/habilitations' }]}
      periode={false}
    >
      <Tete titre={titre} identite={`${reponse.libelle} · revue des habilitations de ${campagne.annee}`}>
        {fr(
          lignes.length === 0
            ? 'Aucun agent de ce service n’est habilité au système national.'
            : `${direBilan(bilanDes(revue))}. Rien n’est fait tant que la revue n’est pas signée ; signée, le gestionnaire clôt ce qui est à clore.`,
        )}
      </Tete>
      {p.refus ? <MessageRefus refus={p.refus} /> : null}
      {restent > 0 ? (
        <MessageRefus
          refus={{
            phrase: `${compte(restent, 'agent attend', 'agents attendent')} une réponse.`,
            suite: 'Revenir à la liste et répondre pour chacun.',
          }}
        />
      ) : null}
      <ParDecision lignes={lignes} />
      {restent > 0 ? null : (
        <Formulaire
          action={retour}
          nom={papier ? 'Réponse sur papier' : 'Signature de la revue'}
          bouton={papier ? 'Enregistrer la réponse du service' : 'Signer la revue'}
        >
          <input type="hidden" name="acte" value={papier ? 'ENREGISTRER' : 'SIGNER'} />
          {p.marques.map((marque) => (
            <input type="hidden" name="vu" value={marque} />
          ))}
          {papier ? (
            <Champ
              nom="texte"
              libelle="De qui vient la réponse, et de quel jour"
              aide="La fonction de qui l’a signée ; le papier reste au dossier."
              saisie="off"
              longueur={200}
              obligatoire
              large
            />
          ) : null}
        </Formulaire>
      )}
      <p class="more">
        <a href={retour}>Revenir aux réponses, sans rien signer</a>
      </p>
    </Page>
  )
}
