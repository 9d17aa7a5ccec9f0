import { formatNombre } from '../../ingest/socle/francais/format.ts'
import { compte } from '../../ingest/socle/francais/phrase.ts'
import type { EntreeDActivite } from '../activite-vue.ts'

const MINUTES_D_UNE_HEURE = 60

/** « 1 h 30 », « 45 min ». */
export const direDuree = (minutes: number | null): string => {
  if (minutes === null) return ''
  const heures = Math.floor(minutes / MINUTES_D_UNE_HEURE)
  const reste = minutes % MINUTES_D_UNE_HEURE
  if (heures === 0) return `${reste}\u00a0min`
  return reste === 0 ? `${heures}\u00a0h` : `${heures}\u00a0h\u00a0${String(reste).padStart(2, '0')}`
}

/** The entries of a year that stand. */
export const deLAnneeActives = (entrees: readonly EntreeDActivite[], annee: number): readonly EntreeDActivite[] =>
  entrees.filter(({ jour, retiree }) => retiree === null && jour.slice(0, 4) === String(annee))

/** « 14 entrées, 212 participants, 31 h »: what a year's journal comes to. */
export const direJournal = (entrees: readonly EntreeDActivite[]): string => {
  const participants = entrees.reduce((n, { participants: venus }) => n + (venus ?? 0), 0)
  const minutes = entrees.reduce((n, entree) => n + (entree.minutes ?? 0), 0)
  return [
    compte(entrees.length, 'entrée'),
    ...(participants === 0 ? [] : [`${formatNombre(participants)} participants`]),
    ...(minutes === 0 ? [] : [direDuree(minutes)]),
  ].join(', ')
}
