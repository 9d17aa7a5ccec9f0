import { formatInstant, formatJour, formatRepere } from '../../ingest/socle/francais/format.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import { valeurEn } from '../../ingest/socle/regles/regle.ts'
import { INDICATEURS } from '../../metrics/registry.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import type { Note } from './tableau.ts'

/** Where an export comes from: what was asked, when, and by which version of the software. */
export interface Provenance {
  readonly territoire: string
  readonly debut: Jour
  readonly fin: Jour
  /** `AAAA-MM-JJ HH:MM:SS`. */
  readonly maintenant: string
  readonly version: string
  /** Level, entity, indicator: what narrows the table, in the words of the command or of the address. */
  readonly filtres: Readonly<Record<string, string | undefined>>
}

const FILTRES: Readonly<Record<string, string>> = {
  niveau: 'niveau',
  entite: 'entité',
  guichet: 'guichet',
  indicateur: 'indicateur',
  tous: 'dénominateur',
  vue: 'demandes comptées',
  par: 'lignes par',
}

/** What « À propos » says of any table of figures. */
export const notesDe = ({ territoire, debut, fin, maintenant, version, filtres }: Provenance): Note[] => {
  const dits = Object.entries(filtres).flatMap(([nom, valeur]) =>
    valeur === undefined ? [] : [`${FILTRES[nom] ?? nom} : ${valeur}`],
  )
  return [
    ['Territoire', territoire],
    ['Période', `du ${formatJour(debut)} au ${formatJour(fin)}`],
    ['Filtres', dits.length === 0 ? 'aucun' : dits.join(' ; ')],
    ['Extrait le', formatInstant(maintenant)],
    ['Logiciel', `Infocentre ${version}`],
  ]
}

/** The snapshots that a table comes from, and the thresholds of its indicators at the end of the period. */
export const notesDesInstantanes = (instantanes: readonly Jour[], codes: readonly string[], fin: Jour): Note[] => {
  const dates = [...new Set(instantanes)].toSorted().map(formatJour)
  const seuils = INDICATEURS.filter(({ code }) => codes.includes(code)).flatMap(({ libelle, seuil, unite }) => {
    const valeur = valeurEn(seuil, fin)
    return valeur === null ? [] : [`${libelle} : ${formatRepere(unite, valeur)}`]
  })
  return [
    ['Instantané', dates.length === 0 ? 'aucun' : dates.join(', ')],
    ['Seuils', seuils.length === 0 ? 'aucun' : seuils.join(' ; ')],
  ]
}

/** The same of figures, and how to read them. */
export const notesDesChiffres = (lignes: readonly LigneIndicateur[], fin: Jour): Note[] => [
  ...notesDesInstantanes(
    lignes.map(({ instantane }) => instantane),
    lignes.map(({ indicateur }) => indicateur),
    fin,
  ),
  ['Intervalles', 'À 95 % : Wilson pour une part, statistiques d’ordre pour une médiane.'],
  ['Valeurs', 'Une part est une fraction entre 0 et 1, un délai est en jours. Une cellule vide n’est pas un zéro.'],
]
