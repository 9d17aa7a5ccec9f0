import { valeurEn } from '../../metrics/indicateur.ts'
import { INDICATEURS } from '../../metrics/registry.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import { formatInstant, formatJour, formatRepere } from '../../web/format.ts'
import type { Note } from './tableau.ts'

/** Where an export comes from: what was asked, when, and by which version of the software. */
export interface Provenance {
  readonly territoire: string
  readonly debut: string
  readonly fin: string
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

/** The snapshots that figures come from, and the thresholds of their indicators at the end of the period. */
export const notesDesChiffres = (lignes: readonly LigneIndicateur[], fin: string): Note[] => {
  const instantanes = [...new Set(lignes.map(({ instantane }) => instantane))].toSorted()
  const codes = new Set(lignes.map(({ indicateur }) => indicateur))
  const seuils = INDICATEURS.filter(({ code }) => codes.has(code)).flatMap(({ libelle, seuil, unite }) => {
    const valeur = valeurEn(seuil, fin)
    return valeur === null ? [] : [`${libelle} : ${formatRepere(unite, valeur)}`]
  })
  return [
    ['Instantané', instantanes.map(formatJour).join(', ')],
    ['Seuils', seuils.length === 0 ? 'aucun' : seuils.join(' ; ')],
    ['Intervalles', 'À 95 % : Wilson pour une part, statistiques d’ordre pour une médiane.'],
    ['Valeurs', 'Une part est une fraction entre 0 et 1, un délai est en jours. Une cellule vide n’est pas un zéro.'],
  ]
}
