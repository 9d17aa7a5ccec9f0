import { compte } from '../ingest/socle/francais/phrase.ts'
import { STATUTS, type Statut } from '../metrics/resultat.ts'

/** The fixed words of a state. Its shape is the symbol `g-<Statut>` of the page. */
export const MOTS_ETATS = {
  ALERTE: 'Alerte',
  SURVEILLANCE: 'À surveiller',
  NORMAL: 'Conforme',
  NON_SIGNIFICATIF: 'Effectif trop faible pour conclure',
  SANS_OBJET: 'Sans objet',
} as const satisfies Record<Statut, string>

/** « 2 alertes », « 1 à surveiller ». */
export const compteEtat = (statut: Statut, n: number): string => {
  if (statut === 'ALERTE') return compte(n, 'alerte')
  if (statut === 'SURVEILLANCE') return compte(n, 'à surveiller', 'à surveiller')
  if (statut === 'NORMAL') return compte(n, 'conforme')
  if (statut === 'NON_SIGNIFICATIF') return compte(n, 'effectif trop faible', 'effectifs trop faibles')
  return compte(n, 'sans objet', 'sans objet')
}

export type Comptes = Readonly<Record<Statut, number>>

/** How many of each state; rows without state count nowhere. */
export const countEtats = (lignes: readonly { readonly statut_affiche: Statut | null }[]): Comptes => {
  const comptes: Record<Statut, number> = { ALERTE: 0, SURVEILLANCE: 0, NORMAL: 0, NON_SIGNIFICATIF: 0, SANS_OBJET: 0 }
  for (const { statut_affiche } of lignes) if (statut_affiche) comptes[statut_affiche] += 1
  return comptes
}

/** From the gravest: rank 0 is an alert; a row without state comes last. */
export const rangEtat = (statut: Statut | null): number => (statut === null ? STATUTS.length : STATUTS.indexOf(statut))

/** Are states known? Until they are, no value is called an alert. */
export const hasEtats = (lignes: readonly { readonly statut_affiche: Statut | null }[]): boolean =>
  lignes.some(({ statut_affiche }) => statut_affiche !== null && statut_affiche !== 'SANS_OBJET')
