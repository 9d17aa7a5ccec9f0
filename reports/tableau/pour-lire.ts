import type { Unite } from '../../ingest/socle/unite.ts'
import { indicateurDe } from '../../metrics/registry.ts'
import type { Motif } from '../../metrics/resultat.ts'
import { nomCategorie } from '../../web/categories.ts'
import { MOTS_CLES } from '../../web/doublons.ts'
import { MOTS_ETATS } from '../../web/etats.ts'
import { direCode } from '../../web/mots-codes.ts'
import { expliquerMotif } from '../../web/pourquoi.ts'
import type { Format } from './formats.ts'
import { selon } from './selon.ts'
import type { ColonneTableau, Tableau, TypeColonne } from './tableau.ts'

/** The forms that people open; a program's keep codes and bare numbers. */
const POUR_LIRE: ReadonlySet<Format> = new Set(['csv', 'xlsx', 'ods'])

const NIVEAUX: Readonly<Record<string, string>> = {
  GUICHET: 'Guichet',
  SERVICE: 'Service',
  CATEGORIE: 'Catégorie',
  TERRITOIRE: 'Territoire',
}

const etat = selon(MOTS_ETATS)

/** A state of an indicator, or the status of a demande. */
const statut = (code: string): string => (Object.hasOwn(MOTS_ETATS, code) ? etat(code) : direCode('statut', code))

/** What the codes of a column say; the column of a code that matches a record, a guichet's or a number, is not here. */
const MOTS: Readonly<Record<string, (code: string) => string>> = {
  statut,
  statut_12_mois: etat,
  statut_affiche: etat,
  etat,
  niveau: selon(NIVEAUX),
  categorie: nomCategorie,
  cle: selon(MOTS_CLES),
  indicateur: (code) => indicateurDe(code)?.libelle ?? code,
  motif: (code) => expliquerMotif(code as Motif),
}

const montrer = (nom: string, territoire: (code: string) => string) => (valeur: unknown) => {
  const code = String(valeur)
  if (nom === 'territoire') return territoire(code)
  const dire = Object.hasOwn(MOTS, nom) ? MOTS[nom] : undefined
  return dire === undefined ? direCode(nom, code) : dire(code)
}

const TYPES: Readonly<Record<Unite, TypeColonne>> = { part: 'part', jours: 'jours', nombre: 'nombre' }

/** Columns of figures whose unit is the indicator's. */
const DE_SON_UNITE: ReadonlySet<string> = new Set(['valeur', 'ic_bas', 'ic_haut', 'reference', 'consolide'])

/** What a cell is, from the unit of the indicator of its row. */
const typer = (ligne: unknown): TypeColonne => {
  const { indicateur } = ligne as { readonly indicateur?: unknown }
  const unite = typeof indicateur === 'string' ? indicateurDe(indicateur)?.unite : undefined
  return unite === undefined ? 'nombre' : TYPES[unite]
}

const pourColonne =
  <Row>(territoire: (code: string) => string) =>
  (colonne: ColonneTableau<Row>): ColonneTableau<Row> => {
    if (colonne.nom === 'probabilite') return { ...colonne, type: 'part' }
    if (colonne.type === 'nombre' && DE_SON_UNITE.has(colonne.nom)) return { ...colonne, typer }
    if (colonne.type !== 'texte' || colonne.montrer !== undefined) return colonne
    return { ...colonne, montrer: montrer(colonne.nom, territoire) }
  }

/**
 * A table as its page says it, in the forms that people open: codes in words, shares in per cent. The forms that programs
 * read, the command line and the API keep what their contract says.
 */
export const pourLire = <Row>(
  tableau: Tableau<Row>,
  format: Format,
  territoire: (code: string) => string = (code) => code,
): Tableau<Row> =>
  POUR_LIRE.has(format) ? { ...tableau, colonnes: tableau.colonnes.map(pourColonne<Row>(territoire)) } : tableau
