import { formatNombre } from '../../ingest/socle/francais/format.ts'
import { accord, capitale, compte, enLettres, enumerer } from '../../ingest/socle/francais/phrase.ts'
import { fr, INSECABLE } from '../../ingest/socle/francais/typographie.ts'
import type { ChangementDesAlertes, Passage } from '../../metrics/changement/alertes.ts'
import type { Contribution, Decomposition } from '../../metrics/changement/decomposer.ts'
import { SANS_ENTITE } from '../../metrics/changement/parts.ts'
import type { LigneAffichee } from '../affichee.ts'

export type Alertes = ChangementDesAlertes<LigneAffichee>

/** Who is said of a contribution. */
export type Nommer = (entite: string) => string

/** A difference of shares, in hundredths of a point: « +0,07 ». */
export const direPoints = (ecart: number, decimales = 2): string => {
  const arrondi = Math.round(ecart * 10 ** (decimales + 2)) / 10 ** decimales
  return `${arrondi > 0 ? '+' : ''}${formatNombre(arrondi, decimales)}`
}

const points = (ecart: number): string => `${INSECABLE}point${Math.abs(ecart) >= 0.02 ? 's' : ''}`

/** « Six alertes sont entrées, deux sont sorties. Parmi les onze qui durent, quatre se sont aggravées. » */
export const direAlertes = ({ entrees, sorties, durent, aggravees }: Alertes): string => {
  const apparues =
    entrees.length === 0
      ? 'Aucune alerte n’est apparue'
      : `${capitale(enLettres(entrees.length, 'f'))} ${accord(entrees.length, 'alerte est apparue', 'alertes sont apparues')}`
  const disparues =
    sorties.length === 0
      ? 'aucune n’a disparu'
      : `${enLettres(sorties.length, 'f')} ${accord(sorties.length, 'a disparu', 'ont disparu')}`
  const debut = `${apparues}, ${disparues}.`
  if (durent.length === 0) return debut
  const aggravation =
    aggravees.length === 0
      ? 'aucune ne s’est aggravée'
      : `${enLettres(aggravees.length, 'f')} ${accord(aggravees.length, 's’est aggravée', 'se sont aggravées')}`
  return durent.length === 1
    ? `${debut} Une seule dure ; ${aggravees.length === 0 ? 'elle ne s’est pas aggravée' : 'elle s’est aggravée'}.`
    : `${debut} Parmi les ${enLettres(durent.length, 'f')} qui durent, ${aggravation}.`
}

/** A line of alert by the month that has it. */
export const ligneDe = ({ apres, avant }: Passage<LigneAffichee>): LigneAffichee => {
  const ligne = apres ?? avant
  if (ligne === null) throw new RangeError('passage sans ligne')
  return ligne
}

const PREMIERES = 3

/** The largest contributions in one sentence, and how much of the change they make. */
export const direContributions = ({ avant, apres, contributions }: Decomposition, nommer: Nommer): string => {
  const ecart = apres - avant
  const premieres = contributions.slice(0, PREMIERES).filter(({ total }) => total !== 0)
  if (premieres.length === 0) return 'Rien n’a changé.'
  const somme = premieres.reduce((n, { total }) => n + total, 0)
  const noms = premieres.map(({ entite, total }) => `${nommer(entite)} (${direPoints(total)})`)
  const sujet =
    premieres.length === 1
      ? 'La plus grande contribution fait'
      : `Les ${enLettres(premieres.length, 'f')} plus grandes contributions font`
  return fr(`${sujet} ${direPoints(somme)}${points(somme)} sur ${direPoints(ecart)} : ${enumerer(noms)}.`)
}

/** A step of the waterfall: what it adds, or a total. */
export interface MarcheDeTaux {
  readonly nom: string
  readonly valeur: number
  readonly total?: boolean
}

/** Contributions named one by one in the drawing. */
const NOMMEES = 5

const ensemble = (contributions: readonly Contribution[], sens: 'hausse' | 'baisse'): MarcheDeTaux[] => {
  const siennes = contributions.filter(({ total }) => (sens === 'hausse' ? total > 0 : total < 0))
  if (siennes.length === 0) return []
  return [
    {
      nom: `${compte(siennes.length, 'autre', 'autres')} en ${sens}`,
      valeur: siennes.reduce((n, { total }) => n + total, 0),
    },
  ]
}

/** From one month's share to the other's: the largest contributions by name, the others by what they do. */
export const marchesDe = (
  { avant, apres, contributions }: Decomposition,
  nommer: Nommer,
  [nomAvant, nomApres]: readonly [string, string],
): MarcheDeTaux[] => [
  { nom: nomAvant, valeur: avant, total: true },
  ...contributions
    .slice(0, NOMMEES)
    .filter(({ total }) => total !== 0)
    .map(({ entite, total }) => ({ nom: nommer(entite), valeur: total })),
  ...ensemble(contributions.slice(NOMMEES), 'hausse'),
  ...ensemble(contributions.slice(NOMMEES), 'baisse'),
  { nom: nomApres, valeur: apres, total: true },
]

/** What is counted by nobody, in words. */
const nomSansEntite = (parGuichet: boolean): string => (parGuichet ? 'Sans guichet' : 'Hors registre')

export const nommerPar =
  (libelles: ReadonlyMap<string, string>, parGuichet: boolean): Nommer =>
  (entite) =>
    entite === SANS_ENTITE ? nomSansEntite(parGuichet) : (libelles.get(entite) ?? entite)
