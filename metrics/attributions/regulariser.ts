import type { Mois } from '../../ingest/socle/jour.ts'
import { type AVenir, RIEN_A_VENIR } from './a-venir.ts'
import { attenduesDurant, etalerReprise } from './completer.ts'
import type { Fenetre } from './fenetre.ts'
import { type Histoire, histoireDe } from './histoire.ts'
import type { Episode } from './irregularite.ts'
import { estimerLoi, type Loi, type Masque } from './loi.ts'
import { type Connue, compterParMois, connuesAu, effectifDe, guichetDe, type Saisie } from './saisie.ts'
import { type Trouvee, trouverIrregularites } from './trouver-irregularites.ts'

/** Records as they would be without their irregularities, and what those leave waiting. */
export interface Regularisation {
  readonly episodes: readonly Episode[]
  /** What the law and the volume are learned from. */
  readonly lignes: readonly Saisie[]
  /** What a silence kept from being recorded and nothing has recorded since. */
  readonly enAttente: ReadonlyMap<Mois, AVenir>
  /** Since when the records tell the law. */
  readonly histoire: Histoire
}

/** Days after a silence on which what it kept waiting is recorded. */
const JOURS_DE_RETOUR = 14
/** Under this many records, a guichet's lags are taken to be everybody's. */
const EFFECTIF_DE_LOI = 30
/** What a silence hides is known to within so much. */
const DOUTE = 0.3

const loiDe = (
  siennes: readonly Connue[],
  toutes: readonly Connue[],
  jour: number,
  masque: Masque | null,
): Loi | null => {
  const hors = (lignes: readonly Connue[]) =>
    masque === null ? lignes : lignes.filter(({ saisie }) => saisie < masque.debut || saisie > masque.fin)
  if (effectifDe(hors(siennes)) >= EFFECTIF_DE_LOI) return estimerLoi(siennes, jour, masque)
  return effectifDe(hors(toutes)) >= EFFECTIF_DE_LOI ? estimerLoi(toutes, jour, masque) : null
}

const deLa = (guichet: string | null) => (ligne: Saisie) => guichet === null || guichetDe(ligne) === guichet

/** Spreads a take-over over the days of the law that the leases signed since show; leaves it out where they show none. */
const reprendre = (
  lignes: readonly Connue[],
  { guichet, debut, lignes: reprises }: Trouvee,
  jour: number,
): Connue[] => {
  const prises = new Set(reprises)
  const reste = lignes.filter((ligne) => !prises.has(ligne))
  const depuis = reste.filter(({ bail }) => bail > debut)
  const loi = loiDe(depuis.filter(deLa(guichet)), guichet === null ? depuis : reste, jour, null)
  return loi === null ? reste : [...reste, ...etalerReprise(reprises, guichet, debut, loi)]
}

interface Combles {
  readonly lignes: readonly Connue[]
  readonly attendues: ReadonlyMap<Mois, number>
  readonly enAttente: ReadonlyMap<Mois, number>
}

/** Puts what was to be expected in the place of what a silence, and the days that follow it, show. */
const combler = (lignes: readonly Connue[], brutes: readonly Connue[], silence: Trouvee, fenetre: Fenetre): Combles => {
  const [extraction = 0] = fenetre.anniversaires
  const { guichet, debut, fin } = silence
  const masque = { debut, fin: Math.min(fin + JOURS_DE_RETOUR, extraction) }
  const siennes = lignes.filter(deLa(guichet))
  const loi = loiDe(siennes, lignes, extraction, masque)
  if (loi === null) return { lignes, attendues: new Map(), enAttente: new Map() }
  const attendues = attenduesDurant(siennes, guichet, masque, loi, fenetre)
  const dansLeMasque = (ligne: Connue) =>
    deLa(guichet)(ligne) && ligne.saisie >= masque.debut && ligne.saisie <= masque.fin
  const observees = compterParMois(brutes.filter(dansLeMasque))
  const prevues = compterParMois(attendues)
  return {
    lignes: [...lignes.filter((ligne) => !dansLeMasque(ligne)), ...attendues],
    attendues: compterParMois(attendues.filter(({ saisie }) => saisie <= fin)),
    enAttente: new Map([...prevues].map(([mois, n]) => [mois, Math.max(0, n - (observees.get(mois) ?? 0))])),
  }
}

/** A silence bears on the months of which it hid one lease at least. */
const touches = (attendues: ReadonlyMap<Mois, number>): Map<Mois, number> =>
  new Map([...attendues].filter(([, n]) => n >= 1))

const premierJour = (lignes: readonly Connue[]): number | null =>
  lignes.reduce<number | null>((min, { saisie }) => (min === null || saisie < min ? saisie : min), null)

/** Finds what is irregular in some records, and makes of them what they would have been without it. */
export const regulariser = (saisies: readonly Saisie[], fenetre: Fenetre): Regularisation => {
  const [extraction = 0] = fenetre.anniversaires
  const connues = connuesAu(saisies, extraction)
  const trouvees = trouverIrregularites(connues, extraction)
  const reprise = trouvees.find(({ sorte, guichet }) => sorte === 'REPRISE' && guichet === null)
  const histoire = histoireDe(fenetre, reprise?.debut ?? premierJour(connues), reprise !== undefined)
  const rattrapees = new Set(trouvees.flatMap((t) => (t.sorte === 'RATTRAPAGE' ? t.lignes : [])))
  const anterieurs = new Set(fenetre.mois.slice(0, histoire.premier))
  let lignes: readonly Connue[] = connues.filter((ligne) => !rattrapees.has(ligne))
  const enAttente = new Map<Mois, AVenir>()
  const episodes: Episode[] = []
  for (const trouvee of trouvees) {
    if (trouvee.sorte === 'REPRISE') lignes = reprendre(lignes, trouvee, extraction)
    if (trouvee.sorte !== 'SILENCE') {
      episodes.push(trouvee)
      continue
    }
    const combles = combler(lignes, connues, trouvee, fenetre)
    lignes = combles.lignes
    episodes.push({ ...trouvee, parMois: touches(combles.attendues) })
    for (const [mois, n] of combles.enAttente) {
      const { moyenne, variance } = enAttente.get(mois) ?? RIEN_A_VENIR
      enAttente.set(mois, { moyenne: moyenne + n, variance: variance + n + (DOUTE * n) ** 2 })
    }
  }
  return {
    episodes,
    lignes: lignes.filter(({ mois }) => reprise !== undefined || !anterieurs.has(mois)),
    enAttente,
    histoire,
  }
}
