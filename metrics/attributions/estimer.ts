import { grouperPar } from '../../ingest/socle/grouper-par.ts'
import type { Mois } from '../../ingest/socle/jour.ts'
import { chainLadder } from '../stats/chain-ladder.ts'
import { type AVenir, additionnerAVenir, prevoir, RIEN_A_VENIR } from './a-venir.ts'
import { type Achevement, estimerAchevement } from './achevement.ts'
import { direMois, type Estimation } from './dire.ts'
import type { Fenetre } from './fenetre.ts'
import { estConnu, type Histoire } from './histoire.ts'
import { type Episode, irregularitesDe, type Sorte } from './irregularite.ts'
import { dernierLot, grouper, joursCharges, type Lot } from './lots.ts'
import { regulariser } from './regulariser.ts'
import { delaiDe, effectifDe, type Saisie } from './saisie.ts'
import { cumulsDe } from './triangle.ts'
import { estimerVolume } from './volume.ts'

export interface Ajustement {
  readonly estimations: readonly Estimation[]
  readonly achevement: Achevement
  readonly histoire: Histoire
}

/** What a part borrows from the whole where it has too few attributions to tell. */
type Repli = Pick<Ajustement, 'achevement' | 'histoire'>

/** Attributions in twelve months under which lags are not learned: those of the whole are taken. */
export const EFFECTIF_AJUSTE = 60

/** The guichets that record by batches, and where each stands. */
const lotsDe = (saisies: readonly Saisie[], fenetre: Fenetre): ReadonlyMap<string, Lot> => {
  const siennes = grouperPar(saisies, ({ guichet }) => guichet)
  const jours = joursCharges(saisies.filter((ligne) => delaiDe(ligne) !== null))
  const lots = new Map<string, Lot>()
  for (const { guichet, n_jours, par_lots } of grouper(jours)) {
    if (!par_lots) continue
    const usuel = n_jours / jours.filter((jour) => jour.guichet === guichet).length
    const lot = dernierLot(siennes.get(guichet) ?? [], usuel, fenetre)
    if (lot !== null) lots.set(guichet, lot)
  }
  return lots
}

/** What a batch recorder still owes of a month: the days after its last batch, at its usual pace, less what came since. */
const prevoirLot = (lot: Lot, saisies: readonly Saisie[], debut: number, longueur: number): AVenir => {
  const fin = debut + longueur - 1
  const depuis = Math.max(debut, lot.coupe + 1)
  if (depuis > fin) return RIEN_A_VENIR
  const jours = fin - depuis + 1
  const venues = saisies
    .filter((ligne) => ligne.bail >= depuis && ligne.bail <= fin && delaiDe(ligne) !== null)
    .reduce((total, { n }) => total + n, 0)
  const moyenne = Math.max(0, jours * lot.parJour - venues)
  return { moyenne, variance: moyenne + jours ** 2 * lot.variance }
}

/** What bears on a month that is irregular: what it recorded of it, and whether that came since the snapshot before. */
const irregularites = (episodes: readonly Episode[], mois: Mois, { precedent }: Fenetre) => {
  const siens = episodes.filter(({ parMois }) => parMois.has(mois))
  const saisies = (voulue: Sorte) =>
    siens.reduce((total, { sorte, parMois }) => total + (sorte === voulue ? (parMois.get(mois) ?? 0) : 0), 0)
  return {
    irregularites: irregularitesDe(episodes, mois),
    nouvelle: siens.some(({ fin }) => precedent === null || fin > precedent),
    rattrapees: saisies('RATTRAPAGE'),
    reprises: saisies('REPRISE'),
  }
}

/**
 * Estimates how many attributions each of the twelve months that end with a snapshot's will show once all are recorded.
 * Guichets that record by batches are followed one by one, the others together. Attributions whose lag is unknown or
 * negative are recorded and wait for nothing. What is irregular is left out of the fit. Under sixty attributions,
 * completeness and history are those of `repli`.
 */
export const estimer = (saisies: readonly Saisie[], fenetre: Fenetre, repli?: Repli): Ajustement => {
  const { episodes, lignes, enAttente, histoire: propre } = regulariser(saisies, fenetre)
  const lots = lotsDe(lignes, fenetre)
  const ordinaires = cumulsDe(
    lignes.filter(({ guichet }) => guichet === null || !lots.has(guichet)),
    fenetre,
  )
  const effectif = ordinaires.reduce((total, ligne) => total + (ligne.at(-1) ?? 0), 0)
  const peu = repli !== undefined && effectif < EFFECTIF_AJUSTE
  const achevement = peu ? repli.achevement : estimerAchevement(ordinaires)
  const histoire = peu ? repli.histoire : propre
  const volume = estimerVolume(ordinaires, fenetre.longueurs, achevement)
  const tous = cumulsDe(saisies, fenetre)
  const { finaux } = chainLadder(tous)
  const parLot = [...lots].map(([guichet, lot]) => ({ lot, siennes: lignes.filter((s) => s.guichet === guichet) }))
  const estimations = fenetre.mois.map((mois, i) => {
    const age = fenetre.mois.length - 1 - i
    const longueur = fenetre.longueurs[i] ?? 30
    const debut = fenetre.debuts[i] ?? 0
    const aVenir = additionnerAVenir([
      prevoir(ordinaires[i]?.at(-1) ?? 0, age, longueur, achevement, volume),
      ...parLot.map(({ lot, siennes }) => prevoirLot(lot, siennes, debut, longueur)),
      enAttente.get(mois) ?? RIEN_A_VENIR,
    ])
    const siennes = saisies.filter((ligne) => ligne.mois === mois)
    return direMois(mois, siennes, {
      ...irregularites(episodes, mois, fenetre),
      aVenir,
      histoire: estConnu(histoire, i) ? histoire.mois : 0,
      chaine: (finaux[i] ?? 0) + effectifDe(siennes) - (tous[i]?.at(-1) ?? 0),
    })
  })
  return { estimations, achevement, histoire }
}
