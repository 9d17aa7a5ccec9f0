import type { Guichet } from '../../ingest/store/guichet.ts'
import type { LigneAffichee } from '../affichee.ts'
import { type Comptes, countEtats } from '../etats.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import type { Historique } from '../historique.ts'
import type { FiltresMatrice } from './filtres-matrice.ts'
import { type Colonne, lireTri, type Tri, trier } from './tri.ts'

export interface CelluleMatrice {
  readonly fiche: FicheIndicateur
  readonly ligne: LigneAffichee | null
  readonly serie: readonly (number | null)[]
}

export interface LigneMatrice {
  readonly guichet: Guichet
  readonly actives: number | null
  readonly cellules: readonly CelluleMatrice[]
  /** States of the columns shown. */
  readonly comptes: Comptes
}

export interface DonneesMatrice {
  readonly colonnes: readonly FicheIndicateur[]
  readonly guichets: readonly Guichet[]
  readonly lignes: readonly LigneAffichee[]
  readonly historique: Historique
}

const byName = (a: LigneMatrice, b: LigneMatrice): number => a.guichet.libelle.localeCompare(b.guichet.libelle, 'fr')

const byGravity = (a: LigneMatrice, b: LigneMatrice): number =>
  b.comptes.ALERTE - a.comptes.ALERTE ||
  b.comptes.SURVEILLANCE - a.comptes.SURVEILLANCE ||
  Number(isMuette(a)) - Number(isMuette(b)) ||
  byName(a, b)

/** What the headings of the matrix sort by. */
const colonnesTriables = (fiches: readonly FicheIndicateur[]): Colonne<LigneMatrice>[] => [
  { cle: 'nom', libelle: 'Guichet', valeur: ({ guichet }) => guichet.libelle },
  ...fiches.map(({ code, libelle }) => ({
    cle: code,
    libelle,
    nombre: true,
    valeur: ({ cellules }: LigneMatrice) => cellules.find(({ fiche }) => fiche.code === code)?.ligne?.valeur ?? null,
  })),
]

/** The order that the matrix is asked for; null for the gravest first. */
export const triMatrice = (fiches: readonly FicheIndicateur[], demande: string): Tri | null =>
  lireTri(demande, colonnesTriables(fiches))

/** A guichet without any value: portal, gestionnaire, or nothing done in the month. */
const isMuette = ({ cellules }: LigneMatrice): boolean =>
  cellules.every(({ ligne }) => (ligne?.valeur ?? null) === null)

export const serviceDe = ({ code, service_code }: Guichet): string => service_code ?? code

/** The states of the cells of some rows, those that have a figure. */
export const etatsDe = (lignes: readonly LigneMatrice[]): LigneAffichee[] =>
  lignes.flatMap(({ cellules }) => cellules.flatMap(({ ligne }) => ligne ?? []))

export const estSignale = ({ comptes }: LigneMatrice): boolean => comptes.ALERTE + comptes.SURVEILLANCE > 0

/** Rows of the matrix that the address asks for, in its order. Those without signal are kept: `estSignale` tells them. */
export const buildMatrice = (d: DonneesMatrice, filtres: FiltresMatrice): LigneMatrice[] => {
  const lignes = new Map(d.lignes.map((l) => [`${l.entite}|${l.indicateur}`, l]))
  const series = new Map(
    d.historique.series
      .filter(({ niveau }) => niveau === 'GUICHET')
      .map((s) => [`${s.entite}|${s.indicateur}`, s.valeurs]),
  )
  const rangees = d.guichets
    .filter(({ categorie }) => filtres.categorie === null || categorie === filtres.categorie)
    .filter((guichet) => filtres.service === null || serviceDe(guichet) === filtres.service)
    .map((guichet) => {
      const cellules = d.colonnes.map((fiche) => {
        const cle = `${guichet.code}|${fiche.code}`
        return { fiche, ligne: lignes.get(cle) ?? null, serie: series.get(cle) ?? [] }
      })
      const comptes = countEtats(cellules.map(({ ligne }) => ligne ?? { statut_affiche: null }))
      return { guichet, cellules, comptes, actives: lignes.get(`${guichet.code}|demandes_actives`)?.valeur ?? null }
    })
  const tri = triMatrice(d.colonnes, filtres.tri)
  return tri === null ? rangees.sort(byGravity) : [...trier(rangees.sort(byName), colonnesTriables(d.colonnes), tri)]
}
