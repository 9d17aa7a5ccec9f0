/** Alert thresholds in force, as shares or days: what a true rate is judged by. Null where an indicator has none. */
export const SEUILS = {
  delai_enregistrement: 8,
  attestations_hors_delai: 0.05,
  depots_retroactifs: 0.05,
  dossiers_incomplets: 0.2,
  rfr_absent: null,
  pieces_identite_absentes: 0.02,
  forcages: 0.03,
  forcages_injustifies: 0.2,
  doublons_actifs: 0.03,
  renouvellements_anticipes: 0.1,
  delai_attribution: 15,
  attributions_hors_delai: 0.2,
  attributions_incompletes: 0.1,
  reservataires_absents: 0.1,
  incoherences: 0.02,
  mouvements_civilite: null,
  rejets_interface: 0.05,
} as const satisfies Readonly<Record<string, number | null>>

export type CodeIndicateur = keyof typeof SEUILS

export type Verdict = 'honest' | 'bad'

/** How far above its threshold a true rate must be before a guichet is called bad. */
export const FACTEUR_MAUVAIS = 1.5

/** Between the threshold and 1.5 times it nobody is called anything. */
export const verdictDe = (indicateur: CodeIndicateur, taux: number): Verdict | null => {
  const seuil = SEUILS[indicateur]
  if (seuil === null) return null
  if (taux <= seuil) return 'honest'
  return taux >= FACTEUR_MAUVAIS * seuil ? 'bad' : null
}
