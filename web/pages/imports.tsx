import { formatJour } from '../../ingest/socle/francais/format.ts'
import { compte } from '../../ingest/socle/francais/phrase.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import type { Chargement, Refus } from '../chargement.ts'
import { Panneau, Section } from '../components/blocs.tsx'
import { FormulaireImport } from '../components/formulaire-import.tsx'
import { MessageFait } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { RapportDeChargement } from '../components/rapport-chargement.tsx'
import { Tete } from '../components/tete.tsx'
import { type Contexte, peutOuvrir } from '../contexte.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import { lien } from '../liens.ts'

export interface ImportsProps {
  readonly contexte: Contexte
  /** For the labels of indicators. */
  readonly indicateurs: readonly FicheIndicateur[]
  /** Snapshots of the territory, the latest first. */
  readonly chargements: readonly Chargement[]
  /** What the person had filled in when the import was refused. */
  readonly saisie?: { readonly territoire: string; readonly date: string }
  readonly refus?: Refus
  /** The import that has just ended well. */
  readonly fait?: {
    readonly territoire: string
    readonly date: Jour
    readonly etat: Chargement['rapport']['etat']
  }
}

const FAITS: Readonly<Record<Chargement['rapport']['etat'], string>> = {
  IMPORTE: 'est chargé.',
  DEJA_IMPORTE: 'était déjà chargé, à l’identique\u00a0: rien n’a changé.',
  REMPLACE: 'remplace le précédent.',
}

const Fait = ({ contexte, fait }: { contexte: Contexte; fait: NonNullable<ImportsProps['fait']> }) => (
  <MessageFait>
    {`L’instantané du ${formatJour(fait.date)} ${FAITS[fait.etat]} `}
    <a href={lien({ ...contexte, territoire: fait.territoire, mois: null }, '/')}>Voir le tableau de bord</a>
  </MessageFait>
)

/** The form posts to /imports, multipart: `fichier` (one or several), `territoire`, `date`, `remplacer` (« 1 »). */
export const Imports = ({ contexte, indicateurs, chargements, saisie, refus, fait }: ImportsProps) => {
  const dernier = chargements[0]
  return (
    <Page contexte={contexte} titre="Données" periode={false}>
      <Tete titre="Données">
        {dernier ? (
          <>
            <strong>{compte(chargements.length, 'instantané chargé', 'instantanés chargés')}</strong>
            {`, le dernier du ${formatJour(dernier.rapport.date)}. Un instantané dit l’état de toutes les demandes du territoire à la fin d’un jour.`}
          </>
        ) : (
          'Pas encore d’instantané pour ce territoire. Un instantané dit l’état de toutes les demandes du territoire à la fin d’un jour.'
        )}
      </Tete>
      {fait ? <Fait contexte={contexte} fait={fait} /> : null}
      {peutOuvrir(contexte, '/imports/encours/:id') ? (
        <Panneau id="charger" titre={dernier ? 'Charger un instantané' : 'Charger le premier instantané'}>
          <FormulaireImport
            saisie={saisie ?? { territoire: contexte.territoire ?? '', date: '' }}
            {...(refus ? { refus } : {})}
          />
        </Panneau>
      ) : null}
      {dernier ? (
        <Section id="charges" titre="Instantanés chargés" precision="Du plus récent au plus ancien">
          <div class="loads">
            {chargements.map((chargement, i) => (
              <RapportDeChargement chargement={chargement} indicateurs={indicateurs} ouvert={i === 0} />
            ))}
          </div>
        </Section>
      ) : null}
    </Page>
  )
}
