/**
 * What a guichet does in a share of its acts: the indicator that charges it; the share of the portal, which issues the
 * certificate by itself and asks for every field; and the acts that the indicator counts in a year, for one demande of the
 * département and a guichet that did all offline acts.
 */
export const DEFAUTS = {
  retroactifs: { indicateur: 'depots_retroactifs', enLigne: 0.002, actes: 0.17 },
  attestations: { indicateur: 'attestations_hors_delai', enLigne: 0.015, actes: 0.17 },
  incomplets: { indicateur: 'dossiers_incomplets', enLigne: 0.06, actes: 0.2 },
  piecesAbsentes: { indicateur: 'pieces_identite_absentes', enLigne: 0.004, actes: 0.17 },
  forcages: { indicateur: 'forcages', enLigne: 0.009, actes: 0.17 },
  injustifies: { indicateur: 'forcages_injustifies', enLigne: 0.1, actes: 0.002 },
  copies: { indicateur: 'doublons_actifs', enLigne: 0.024, actes: 0.3 },
  anticipes: { indicateur: 'renouvellements_anticipes', enLigne: 0.03, actes: 0.11 },
  incoherences: { indicateur: 'incoherences', enLigne: 0.005, actes: 0.2 },
} as const

export type Defaut = keyof typeof DEFAUTS

const NOMS = Object.keys(DEFAUTS) as Defaut[]

/** One value each, asked for in their order. */
export const parDefaut = <T>(valeurDe: (defaut: Defaut) => T): Record<Defaut, T> =>
  Object.fromEntries(NOMS.map((defaut) => [defaut, valeurDe(defaut)])) as Record<Defaut, T>
