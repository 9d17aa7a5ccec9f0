import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import { type Contexte, peutOuvrir } from '../contexte.ts'
import { lien } from '../liens.ts'

/** Any page of a territory (or a base) that has no snapshot yet. */
export interface PremiereUtilisationProps {
  readonly contexte: Contexte
}

const ETAPES = [
  {
    titre: 'Charger un instantané',
    texte:
      'L’extraction de toutes les demandes du territoire, telle qu’elle est à la fin d’un mois, avec le registre des guichets.',
  },
  {
    titre: 'Lire le rapport de chargement',
    texte: 'Les lignes rejetées et pourquoi, les colonnes absentes, les indicateurs qui ne seront pas mesurés.',
  },
  {
    titre: 'Voir ce qui demande une action',
    texte:
      'Le mois en cinq chiffres, les guichets et leurs indicateurs. Un second instantané ouvre les comparaisons d’un mois à l’autre.',
  },
]

/** What the person who loads the snapshots does first. */
const PremiersPas = ({ contexte }: PremiereUtilisationProps) => (
  <>
    <ol class="premiers">
      {ETAPES.map(({ titre, texte }) => (
        <li>
          <div>
            <h2>{titre}</h2>
            <p>{texte}</p>
          </div>
        </li>
      ))}
    </ol>
    <p class="acts">
      <a class="btn main" href={lien(contexte, '/imports')}>
        Charger le premier instantané
      </a>
    </p>
  </>
)

/** Who may not load a snapshot is told whom to wait for, and is offered nothing that would be refused. */
export const PremiereUtilisation = ({ contexte }: PremiereUtilisationProps) => {
  const peutCharger = peutOuvrir(contexte, '/imports/depots/:id')
  return (
    <Page contexte={contexte} titre="Première utilisation" periode={false}>
      <Tete titre="Bienvenue dans Infocentre">
        <strong>Pas encore d’instantané pour ce territoire.</strong>{' '}
        {peutCharger
          ? 'Infocentre dit quels guichets ont besoin de vous, à partir de l’extraction mensuelle des demandes de logement social.'
          : 'Cette page se remplira quand le gestionnaire territorial aura chargé la première extraction des demandes de logement social.'}
      </Tete>
      {peutCharger ? <PremiersPas contexte={contexte} /> : null}
    </Page>
  )
}
