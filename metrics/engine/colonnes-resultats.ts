import {
  BIGINT,
  BOOLEAN,
  DATE,
  DOUBLE,
  DuckDBDateValue,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  UTINYINT,
  VARCHAR,
} from '@duckdb/node-api'
import { type Jour, type Mois, numeroDuJour } from '../../ingest/socle/jour.ts'
import type { Figure } from '../resultat.ts'
import type { Norme } from './juger.ts'
import type { Ligne } from './ligne.ts'

/** A result as it is written: what, of which month and how many months, judged by what. */
export interface AEcrire {
  readonly territoire: string
  readonly mois: Mois
  readonly duree: 1 | 12
  readonly ligne: Ligne
  readonly consolide: number | null
  readonly norme: Norme | undefined
}

/** A column of `resultats`: how it is held, what is written there, and whether a figure that is read has it. */
interface Colonne {
  readonly nom: string
  readonly type: DuckDBType
  readonly valeur: (resultat: AEcrire) => DuckDBValue
  readonly figure: boolean
}

/** How values of a kind are held. */
interface Forme<Valeur> {
  readonly type: DuckDBType
  readonly ecrire: (valeur: Valeur) => DuckDBValue
}

const jourDuckDB = (jour: Jour) => new DuckDBDateValue(numeroDuJour(jour))

const TEXTE: Forme<string | null> = { type: VARCHAR, ecrire: (valeur) => valeur }
const JOUR: Forme<Jour | null> = { type: DATE, ecrire: (valeur) => (valeur === null ? null : jourDuckDB(valeur)) }
const RANG: Forme<number> = { type: UTINYINT, ecrire: (valeur) => valeur }
const ENTIER: Forme<number | null> = { type: INTEGER, ecrire: (valeur) => valeur }
const EFFECTIF: Forme<number | null> = { type: BIGINT, ecrire: (valeur) => (valeur === null ? null : BigInt(valeur)) }
const NOMBRE: Forme<number | null> = { type: DOUBLE, ecrire: (valeur) => valeur }
const BOOLEEN: Forme<boolean | null> = { type: BOOLEAN, ecrire: (valeur) => valeur }
const OBJET: Forme<object | null> = {
  type: VARCHAR,
  ecrire: (valeur) => (valeur === null ? null : JSON.stringify(valeur)),
}

const propre = <Nom extends 'territoire' | 'mois' | 'duree' | 'consolide'>(
  nom: Nom,
  { type, ecrire }: Forme<AEcrire[Nom]>,
): Colonne => ({ nom, type, valeur: (r) => ecrire(r[nom]), figure: false })

const deLaFigure = <Nom extends keyof Figure & keyof Ligne>(
  nom: Nom,
  { type, ecrire }: Forme<Ligne[Nom]>,
): Colonne => ({
  nom,
  type,
  valeur: ({ ligne }) => ecrire(ligne[nom]),
  figure: true,
})

const deLaLigne = <Nom extends Exclude<keyof Ligne, keyof Figure>>(
  nom: Nom,
  { type, ecrire }: Forme<Ligne[Nom]>,
): Colonne => ({ nom, type, valeur: ({ ligne }) => ecrire(ligne[nom]), figure: false })

const deLaNorme = <Nom extends keyof Norme>(nom: Nom, { type, ecrire }: Forme<Norme[Nom] | null>): Colonne => ({
  nom,
  type,
  valeur: ({ norme }) => ecrire(norme?.[nom] ?? null),
  figure: false,
})

/** The columns of `resultats`, in the table's order: what is written and what is read of a figure follow from them. */
export const COLONNES_RESULTATS: readonly Colonne[] = [
  propre('territoire', TEXTE),
  propre('mois', TEXTE),
  propre('duree', RANG),
  deLaFigure('niveau', TEXTE),
  deLaFigure('entite', TEXTE),
  deLaFigure('indicateur', TEXTE),
  deLaFigure('libelle', TEXTE),
  deLaLigne('categorie', TEXTE),
  deLaLigne('date_fermeture', JOUR),
  deLaFigure('mois_couverts', RANG),
  deLaFigure('numerateur', EFFECTIF),
  deLaFigure('denominateur', EFFECTIF),
  deLaFigure('valeur', NOMBRE),
  deLaFigure('p90', NOMBRE),
  deLaFigure('ic_bas', NOMBRE),
  deLaFigure('ic_haut', NOMBRE),
  deLaFigure('reference', NOMBRE),
  deLaFigure('z_ajuste', NOMBRE),
  deLaFigure('atypique', BOOLEEN),
  deLaFigure('statut', TEXTE),
  deLaFigure('statut_12_mois', TEXTE),
  deLaFigure('statut_affiche', TEXTE),
  deLaFigure('motif', TEXTE),
  deLaFigure('details', OBJET),
  // Sums read months alone.
  {
    ...deLaLigne('distribution', OBJET),
    valeur: ({ duree, ligne }) => (duree === 1 ? OBJET.ecrire(ligne.distribution) : null),
  },
  propre('consolide', NOMBRE),
  deLaNorme('objectif', NOMBRE),
  deLaNorme('seuil', NOMBRE),
  deLaNorme('minimum', ENTIER),
]

/** The names of the columns that a figure has. */
export const COLONNES_FIGURE: readonly string[] = COLONNES_RESULTATS.filter(({ figure }) => figure).map(
  ({ nom }) => nom,
)
