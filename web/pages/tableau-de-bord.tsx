import type { Mois } from '../../ingest/socle/jour.ts'
import type { Guichet } from '../../ingest/store/guichet.ts'
import type { EtatSignale } from '../../metrics/historique.ts'
import type { LigneAffichee } from '../affichee.ts'
import type { Chargement } from '../chargement.ts'
import { BesoinDeMoi } from '../components/besoin-de-moi.tsx'
import { Section } from '../components/blocs.tsx'
import { ChiffresCles } from '../components/chiffres-cles.tsx'
import { Constat } from '../components/constat-mois.tsx'
import { GraphiquesEtats } from '../components/graphiques-etats.tsx'
import { Page } from '../components/page.tsx'
import { TableTerritoire } from '../components/table-territoire.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte, LienExport } from '../contexte.ts'
import { hasEtats } from '../etats.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import type { Historique } from '../historique.ts'
import { lien } from '../liens.ts'
import { listChiffres } from '../modeles/chiffres.ts'

export interface TableauDeBordProps {
  readonly contexte: Contexte
  readonly indicateurs: readonly FicheIndicateur[]
  readonly guichets: readonly Guichet[]
  /** The month's rows, levels GUICHET, SERVICE and TERRITOIRE, every indicator. */
  readonly lignes: readonly LigneAffichee[]
  /** The rows of the twelve months that end with it, where they exist: a small guichet is judged on them. */
  /** TERRITOIRE, 25 months that end with the month shown, every indicator. */
  readonly historique: Historique
  /** Signalled states of the last 13 months, the month shown included, levels GUICHET and SERVICE. */
  readonly etats: readonly EtatSignale[]
  /** Months, of the same 13, whose states were computed. */
  readonly moisAvecEtats: readonly Mois[]
  readonly dernierChargement: Chargement | null
  readonly exports: readonly LienExport[]
}

/** The month at a glance: what needs me first, then the evidence. */
export const TableauDeBord = async (props: TableauDeBordProps) => {
  const { contexte, indicateurs, lignes, historique } = props
  const principaux = indicateurs.filter(({ principal }) => principal)
  // A guichet reads its own service's figures; everybody else, the territory's.
  const duService = contexte.personne?.role === 'guichet'
  const siennes = lignes.filter(({ niveau }) => niveau === (duService ? 'SERVICE' : 'TERRITOIRE'))
  const juge = hasEtats(lignes)
  return (
    <Page contexte={contexte} titre="Tableau de bord">
      <Tete titre="Tableau de bord" exports={props.exports}>
        <Constat {...props} />
      </Tete>
      <ChiffresCles chiffres={listChiffres(contexte, indicateurs, siennes, historique)} />
      <BesoinDeMoi {...props} juge={juge} />
      {juge ? await GraphiquesEtats(props) : null}
      <Section
        id="territoire"
        titre={
          duService ? 'Les principaux indicateurs de votre service' : 'Les principaux indicateurs sur le territoire'
        }
        precision={<a href={lien(contexte, '/indicateurs')}>Tous les indicateurs</a>}
      >
        <TableTerritoire
          contexte={contexte}
          indicateurs={principaux}
          lignes={siennes}
          historique={historique}
          {...(duService ? { dequi: 'Service' } : {})}
        />
      </Section>
    </Page>
  )
}
