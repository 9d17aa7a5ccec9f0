import { formatMois } from '../../ingest/socle/francais/format.ts'
import { compte } from '../../ingest/socle/francais/phrase.ts'
import { finMois } from '../../ingest/socle/jour.ts'
import type { Guichet } from '../../ingest/store/guichet.ts'
import type { EtatSignale } from '../../metrics/historique.ts'
import type { LigneAffichee } from '../affichee.ts'
import { ConstatGuichets } from '../components/constat-guichets.tsx'
import { LegendeEtats } from '../components/etat.tsx'
import { FiltresGuichets } from '../components/filtres-guichets.tsx'
import { Matrice } from '../components/matrice.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte, LienExport } from '../contexte.ts'
import { countEtats, hasEtats } from '../etats.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import type { Historique } from '../historique.ts'
import { lien, lienIci } from '../liens.ts'
import { AFFICHAGES, type Affichage, colonnes, readFiltres } from '../modeles/filtres-matrice.ts'
import { buildMatrice, estSignale, etatsDe, triMatrice } from '../modeles/matrice.ts'
import { nomDuSuivi } from '../modeles/menu.ts'

/** Filters, sort and display are read from `contexte.requete`: categorie, service, indicateurs, tri, affichage, signales. */
export interface GuichetsProps {
  readonly contexte: Contexte
  readonly indicateurs: readonly FicheIndicateur[]
  readonly guichets: readonly Guichet[]
  /** The month's rows, level GUICHET, every indicator. */
  readonly lignes: readonly LigneAffichee[]
  /** GUICHET, 13 months that end with the month shown. */
  readonly historique: Historique
  /** States signalled the month before; null where that month has no states. */
  readonly etatsPrecedents: readonly EtatSignale[] | null
  readonly exports: readonly LienExport[]
}

const Affichages = ({ contexte, actuel, juge }: { contexte: Contexte; actuel: Affichage; juge: boolean }) => (
  <nav class="seg" aria-label="Affichage">
    {(Object.keys(AFFICHAGES) as Affichage[])
      .filter((affichage) => juge || affichage !== 'etat')
      .map((affichage) => (
        <a href={lienIci(contexte, { affichage })} aria-current={affichage === actuel ? 'true' : undefined}>
          {AFFICHAGES[affichage]}
        </a>
      ))}
  </nav>
)

/** « Suivi des guichets » : every guichet against every indicator. */
export const Guichets = (props: GuichetsProps) => {
  const { contexte, indicateurs, guichets, lignes, historique } = props
  const filtres = readFiltres(contexte.requete)
  const juge = hasEtats(lignes)
  const montrees = colonnes(indicateurs, filtres.indicateurs)
  const matrice = (fiches: readonly FicheIndicateur[]) =>
    buildMatrice({ colonnes: fiches, guichets, lignes, historique }, filtres)
  const gardees = matrice(montrees)
  const rangees = filtres.signales ? gardees.filter(estSignale) : gardees
  const comptes = countEtats(etatsDe(rangees))
  const mois = contexte.mois ? formatMois(contexte.mois) : ''
  const titre = nomDuSuivi(contexte)
  return (
    <Page contexte={contexte} titre={titre} large>
      <Tete titre={titre} exports={props.exports}>
        <ConstatGuichets
          contexte={contexte}
          filtres={filtres}
          montrees={montrees}
          rangees={gardees}
          alertesEnTout={countEtats(etatsDe(matrice(colonnes(indicateurs, 'tous')))).ALERTE}
          etatsPrecedents={props.etatsPrecedents}
        />
      </Tete>
      <FiltresGuichets
        contexte={contexte}
        guichets={guichets}
        indicateurs={indicateurs}
        filtres={filtres}
        juge={juge}
      />
      <div class="bar">
        {juge ? <LegendeEtats comptes={comptes} /> : <p class="meta">{compte(rangees.length, 'guichet')}</p>}
        <Affichages contexte={contexte} actuel={filtres.affichage} juge={juge} />
      </div>
      {rangees.length === 0 || contexte.mois === null ? (
        <p class="empty">
          {'Aucun guichet ne correspond à ces filtres. '}
          <a href={lien(contexte, contexte.chemin)}>Retirer les filtres</a>
        </p>
      ) : (
        <Matrice
          contexte={contexte}
          colonnes={montrees}
          lignes={rangees}
          affichage={filtres.affichage}
          tri={triMatrice(montrees, filtres.tri)}
          fin={finMois(contexte.mois)}
          legende={`Valeur et état de ${montrees.length} indicateurs par guichet, ${mois}. Tendance sur treize mois.`}
        />
      )}
    </Page>
  )
}
