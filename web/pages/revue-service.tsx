import { formatJour } from '../../ingest/socle/francais/format.ts'
import { accord, compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Refus } from '../chargement.ts'
import { Section } from '../components/blocs.tsx'
import { Champ, Formulaire } from '../components/champ.tsx'
import { lienReponse } from '../components/habilitations/a-repondre.tsx'
import { Histoire } from '../components/habilitations/histoire.tsx'
import { ParDecision } from '../components/habilitations/par-decision.tsx'
import { Questionnaire } from '../components/habilitations/questionnaire.tsx'
import { LettreAPrendre } from '../components/lettre-a-prendre.tsx'
import { MessageFait, MessageRefus } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'
import type { RevueServiceVue } from '../habilitation-vue.ts'
import type { ActeReponse } from '../habilitations.ts'
import { direBilan, direRelances, LES_REPONSES } from '../modeles/campagne.ts'

export interface RevueServiceProps {
  readonly contexte: Contexte
  readonly revue: RevueServiceVue
  /** The acts that the reader has at this step. */
  readonly possibles: readonly ActeReponse[]
  /** What was typed, given back where it was refused. */
  readonly saisie: Readonly<Record<string, string>>
  readonly fait?: string
  readonly refus?: Refus
}

const adresse = (
  { contexte, revue: { campagne, reponse } }: RevueServiceProps,
  suite: '' | '/recapitulatif' | '/lettre.pdf' | '/lettre.docx' = '',
): string => lienReponse(contexte, campagne.id, reponse.service, suite)

/** What is asked, or what was answered. */
const constat = ({ revue: { campagne, reponse, lignes } }: RevueServiceProps): string => {
  const { signee } = reponse
  if (signee !== null)
    return `Réponse ${signee.papier === '' ? 'signée' : 'reçue sur papier'}, le ${formatJour(signee.le)}, par ${signee.par} : ${direBilan(signee.bilan)}.`
  if (campagne.etat === 'TERMINEE') return 'La revue est terminée sans réponse de ce service.'
  const n = lignes.length
  if (n === 0)
    return `Aucun agent de ce service n’est habilité : il reste à le signer, pour le ${formatJour(campagne.echeance)}.`
  return `${compte(n, 'agent')} à dire pour le ${formatJour(campagne.echeance)} : ${LES_REPONSES}. Rien n’est coché d’avance, et rien n’est fait avant la signature.`
}

const Repondre = (p: RevueServiceProps) => (
  <Section id="repondre" titre="Vos réponses" precision={fr('« Partie le » demande le dernier jour de l’agent')}>
    <form method="post" action={adresse(p)} aria-label="Réponses, agent par agent">
      <input type="hidden" name="acte" value="REPONDRE" />
      <Questionnaire lignes={p.revue.lignes} saisie={p.saisie} />
      <p class="hint sec-s">
        {fr('La page suivante redit chaque réponse, nom par nom : c’est là que la revue se signe.')}
      </p>
      <p class="acts">
        <button class="btn main" type="submit">
          Enregistrer et relire
        </button>
      </p>
    </form>
  </Section>
)

const Gestion = (p: RevueServiceProps) => {
  const { revue, possibles } = p
  const { reponse } = revue
  return (
    <Section id="agir" titre="Suivre la réponse">
      {possibles.includes('RELANCER') ? (
        <>
          <p>
            <LettreAPrendre
              dit={reponse.relances.length === 0 ? 'Lettre de la revue' : 'Lettre de relance'}
              adresse={(forme) => adresse(p, `/lettre.${forme}`)}
            />
          </p>
          <form class="acts" method="post" action={adresse(p)} aria-label="Relancer le service">
            <input type="hidden" name="acte" value="RELANCER" />
            <button class="btn" type="submit">
              Noter une relance de ce jour
            </button>
          </form>
        </>
      ) : null}
      {possibles.includes('ROUVRIR') ? (
        <Formulaire action={adresse(p)} nom="Rouvrir la réponse" bouton="Rouvrir la réponse" quiet>
          <input type="hidden" name="acte" value="ROUVRIR" />
          <Champ nom="texte" libelle="Pourquoi" saisie="off" longueur={500} obligatoire large />
        </Formulaire>
      ) : null}
    </Section>
  )
}

/** The review of one service: its agents to be told of, or what it told. */
export const PageRevueService = (p: RevueServiceProps) => {
  const { contexte, revue, possibles } = p
  const { campagne, reponse, lignes } = revue
  const titre = `Revue des habilitations de ${campagne.annee}`
  const repond = possibles.includes('REPONDRE')
  const gere = possibles.includes('RELANCER') || possibles.includes('ROUVRIR')
  const restent = lignes.filter((ligne) => ligne.reponse === null).length
  return (
    <Page
      contexte={contexte}
      titre={titre}
      fil={[{ libelle: 'Habilitations', chemin: '/habilitations' }]}
      periode={false}
    >
      <Tete titre={titre} identite={[reponse.libelle, direRelances(reponse)].filter((mot) => mot !== '').join(' · ')}>
        {fr(constat(p))}
      </Tete>
      {p.refus ? <MessageRefus refus={p.refus} /> : null}
      {p.fait ? <MessageFait>{fr(p.fait)}</MessageFait> : null}
      {gere ? <Gestion {...p} /> : null}
      {repond && lignes.length > 0 ? <Repondre {...p} /> : null}
      {repond && restent === 0 ? (
        <p class="more">
          <a href={adresse(p, '/recapitulatif')}>
            {lignes.length === 0
              ? 'Signer qu’aucun agent n’est habilité'
              : `Relire ${accord(lignes.length, 'la réponse', 'les réponses')} et signer`}
          </a>
        </p>
      ) : null}
      {repond ? null : <ParDecision lignes={lignes} />}
      <Histoire actes={revue.actes} />
    </Page>
  )
}
