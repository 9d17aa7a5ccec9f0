import { estFinDeSemaine } from './calendrier.ts'
import { JOURS_DE_RETARD } from './changements/irregularites.ts'
import type { Demande } from './demande.ts'
import type { Monde } from './monde.ts'
import { ACTES, JAMAIS, type Vie } from './vie.ts'

/** Acts that a private system sends to the national one, in the contract's order. */
export const MESSAGES = ['CREATION', 'MODIFICATION', 'RENOUVELLEMENT', 'RADIATION'] as const

const MOIS_DE_BAUX = 15

/** Counts that the other tables are written from: leases by landlord and month, acts by private guichet and day. */
export interface Compteurs {
  readonly premierMois: number
  /** `[mois][rang du guichet]`. */
  readonly baux: Int32Array[]
  readonly premierJour: number
  /** `[message][jour × guichets + rang]`. */
  readonly actes: Int32Array[]
  /** Overdue acts recorded on the day of a catch-up, by rank of guichet. */
  readonly rattrapes: Map<number, number>
}

/** Counters from the months of the first snapshot's tables to the last snapshot. */
export const creerCompteurs = ({ calendrier, guichets }: Monde, jours: readonly number[]): Compteurs => {
  const [premier] = jours as readonly [number, ...number[]]
  const dernier = jours.at(-1) as number
  const mois = calendrier.moisDe[premier] as number
  const premierMois = mois - MOIS_DE_BAUX + 1
  const premierJour = calendrier.debutMois(mois)
  const nbMois = (calendrier.moisDe[dernier] as number) - premierMois + 1
  const cases = (dernier - premierJour + 1) * guichets.length
  return {
    premierMois,
    baux: Array.from({ length: nbMois }, () => new Int32Array(guichets.length)),
    premierJour,
    actes: MESSAGES.map(() => new Int32Array(cases)),
    rattrapes: new Map(),
  }
}

/** Counts the leases of a life, recorded or not, up to a day. */
export const compterBaux = (
  { baux, premierMois }: Compteurs,
  { calendrier }: Monde,
  vie: Vie,
  dernier: number,
): void => {
  for (let i = 0; i < vie.baux.length; i++) {
    const jour = vie.baux[i] as number
    if (jour > dernier) continue
    const mois = baux[(calendrier.moisDe[jour] as number) - premierMois]
    const bailleur = vie.bailleurs[i] as number
    if (mois !== undefined) mois[bailleur] = (mois[bailleur] as number) + 1
  }
}

const MESSAGE_DE = { [ACTES.modification]: 1, [ACTES.renouvellement]: 2, [ACTES.separation]: 1 } as const

/** Counts what a demande's acts make private systems send. */
export const compterActes = (compteurs: Compteurs, { guichets }: Monde, demande: Demande, vie: Vie): void => {
  const { premierJour, actes } = compteurs
  const compter = (message: number, jour: number, guichet: number): void => {
    if (guichets[guichet]?.mode !== 'PRIVATIF') return
    const ouvre = estFinDeSemaine(jour) ? jour - 2 : jour
    const place = (ouvre - premierJour) * guichets.length + guichet
    const liste = actes[message] as Int32Array
    if (place >= 0 && place < liste.length) liste[place] = (liste[place] as number) + 1
  }
  compter(0, demande.enregistrement, demande.guichet)
  for (let i = 0; i < vie.cles.length; i++) {
    const cle = vie.cles[i] as number
    const acte = cle % 8
    const acteur = vie.acteurs[i] as number
    const jour = Math.floor(cle / 8)
    if (acte === ACTES.radiation) compter(3, jour, vie.radiations[acteur]?.guichet ?? -1)
    else if (acte === ACTES.modification || acte === ACTES.renouvellement || acte === ACTES.separation)
      compter(MESSAGE_DE[acte], jour, acteur)
  }
}

/** Counts the end of a life where a catch-up recorded it, and no complaint undid it. */
export const compterRattrapage = ({ rattrapes }: Compteurs, { irregularites }: Monde, vie: Vie): void => {
  const radiation = vie.fin === JAMAIS ? undefined : vie.radiations.at(-1)
  if (radiation === undefined) return
  const { guichet, date, saisie, motif } = radiation
  const rattrapage = irregularites.rattrapages.get(guichet)
  if (rattrapage === undefined || saisie !== rattrapage.jour || date > saisie - JOURS_DE_RETARD) return
  if ((motif === 'ATTRIBUTION') !== (rattrapage.acte === 'ATTRIBUTION')) return
  rattrapes.set(guichet, (rattrapes.get(guichet) ?? 0) + 1)
}
