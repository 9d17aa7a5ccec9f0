import { compte } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Contexte } from '../../contexte.ts'
import type { EnvoiVu } from '../../diffusion.ts'
import { lien } from '../../liens.ts'
import { cheminDeRapport } from '../../modeles/rapports.ts'
import type { RapportVu } from '../../rapport-vue.ts'
import { Section } from '../blocs.tsx'
import { Champ, Formulaire } from '../champ.tsx'
import { ChampDocument } from '../champ-document.tsx'
import { SuiteDeLEnvoi } from './envois.tsx'

/** Who the list of a report sends to, with what became of its latest version for each. */
export interface DiffusionDuRapport {
  readonly inscrits: readonly { readonly nom: string; readonly courriel: string; readonly envoi: EnvoiVu | null }[]
}

interface Props {
  readonly contexte: Contexte
  readonly rapport: RapportVu
  readonly diffusion: DiffusionDuRapport
  readonly saisie: Readonly<Record<string, string>>
}

const Inscrits = ({ contexte, diffusion: { inscrits } }: Props) =>
  inscrits.length === 0 ? (
    <p class="empty">{fr('La liste de ce rapport est vide : y inscrire ceux qui le reçoivent.')}</p>
  ) : (
    <ul class="steps">
      {inscrits.map(({ nom, courriel, envoi }) => (
        <li>
          <strong>{fr(nom)}</strong> <span class="adresse">{courriel}</span>
          {envoi === null ? (
            <span class="d">Pas encore prévenu de cette version.</span>
          ) : (
            <SuiteDeLEnvoi contexte={contexte} envoi={envoi} />
          )}
        </li>
      ))}
    </ul>
  )

/** Sends a published report to its list, with what goes with it. */
export const DiffusionRapport = (p: Props) => {
  const { contexte, rapport, diffusion, saisie } = p
  const restent = diffusion.inscrits.filter(({ envoi }) => envoi === null).length
  const chemin = cheminDeRapport(rapport)
  return (
    <Section
      id="diffusion"
      titre="Envoi"
      precision={fr('Un lien vers cette page, jamais un chiffre ; une fois à chacun')}
    >
      <Inscrits {...p} />
      <p class="acts">
        <a class="btn" href={lien(contexte, '/rapports/diffusion')}>
          Tenir les listes
        </a>
      </p>
      {restent === 0 ? null : (
        <Formulaire
          action={lien(contexte, `${chemin}/envoyer`)}
          nom="Envoyer le rapport"
          bouton={`Envoyer à ${compte(restent, 'destinataire')}`}
          precision={fr('Le message dit que le rapport est publié, et où le lire.')}
        >
          {null}
        </Formulaire>
      )}
      <details class="acte" open={saisie.acte === 'JOINDRE'}>
        <summary>Joindre un autre document</summary>
        <form
          class="formulaire"
          method="post"
          enctype="multipart/form-data"
          action={lien(contexte, `${chemin}/documents`)}
          aria-label="Joindre un autre document"
        >
          <Champ
            prefixe="joint"
            nom="titre"
            libelle="Ce qu’est le document"
            aide="Il se lit de qui lit ce rapport. Ni numéro unique ni nom de demandeur."
            longueur={200}
            valeur={saisie.titre ?? ''}
            obligatoire
            large
          />
          <ChampDocument prefixe="joint" />
          <div class="large acts">
            <button class="btn" type="submit">
              Joindre
            </button>
          </div>
        </form>
      </details>
    </Section>
  )
}
