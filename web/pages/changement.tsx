import { formatMois, nomMois } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Mois } from '../../ingest/socle/jour.ts'
import { openAtelier } from '../charts/atelier.ts'
import { AlertesChangees } from '../components/changement/alertes.tsx'
import { type ChangementDuTerritoire, DOuVientLeChangement } from '../components/changement/decomposition.tsx'
import { Soldes } from '../components/changement/soldes.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte, LienExport } from '../contexte.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import { lienIci } from '../liens.ts'
import { type Alertes, direAlertes } from '../modeles/changement.ts'

/** What changed between the month shown and the one it is compared with. */
export interface ChangementProps {
  readonly contexte: Contexte
  readonly indicateurs: readonly FicheIndicateur[]
  /** The month compared with, and the one shown. */
  readonly mois: readonly [avant: Mois, apres: Mois]
  /** The months that may be compared with: the one before, the same of the year before. */
  readonly offerts: { readonly mois: Mois | null; readonly an: Mois | null }
  readonly alertes: Alertes
  readonly territoire: ChangementDuTerritoire
  /** Indicators that the territory's change may be told of. */
  readonly choix: readonly FicheIndicateur[]
  readonly exports: readonly LienExport[]
}

const Comparer = ({ contexte, mois: [avant], offerts }: ChangementProps) => (
  <nav class="seg" aria-label="Comparer à">
    {offerts.mois === null ? null : (
      <a href={lienIci(contexte, { avec: null })} aria-current={avant === offerts.mois ? 'true' : undefined}>
        {`à ${formatMois(offerts.mois)}`}
      </a>
    )}
    {offerts.an === null ? null : (
      <a href={lienIci(contexte, { avec: 'an' })} aria-current={avant === offerts.an ? 'true' : undefined}>
        {`à ${formatMois(offerts.an)}`}
      </a>
    )}
  </nav>
)

/** What entered, stands, got worse and has gone, then who makes the territory's change. */
export const Changement = async (props: ChangementProps) => {
  const { contexte, indicateurs, mois, alertes, territoire, choix } = props
  const atelier = await openAtelier()
  const fiches = new Map(indicateurs.map((fiche) => [fiche.code, fiche]))
  const [avant, apres] = mois
  const depuis = avant.slice(0, 4) === apres.slice(0, 4) ? nomMois(avant) : formatMois(avant)
  const commun = { contexte, fiches, alertes, mois }
  return (
    <Page contexte={contexte} titre="Ce qui a changé">
      <Tete titre={`Ce qui a changé depuis ${depuis}`} exports={props.exports}>
        {fr(direAlertes(alertes))}
      </Tete>
      <Comparer {...props} />
      <Soldes alertes={alertes} mois={mois} />
      <AlertesChangees {...commun} />
      <DOuVientLeChangement {...territoire} contexte={contexte} atelier={atelier} choix={choix} mois={mois} />
    </Page>
  )
}
