import type { Etat } from './etat.ts'
import { proteger } from './proteger.ts'

/** Publishes a cell again if all that is hidden stays protected without it. */
const remettreUne = (etat: Etat, rang: number): boolean => {
  const avant = etat.attaques.map(({ preuves }) => new Map(preuves))
  etat.publier(rang)
  const tient = etat.attaques.every((attaque) => {
    for (const [autre, preuve] of attaque.preuves)
      if (preuve.some((mouvement) => mouvement.has(rang))) attaque.preuves.delete(autre)
    return etat.cachees().every((autre) => etat.estProtegee(attaque, autre))
  })
  if (tient) return true
  etat.cacher(rang)
  restaurerPreuves(etat, avant)
  return false
}

type Preuves = Etat['attaques'][number]['preuves']

const restaurerPreuves = (etat: Etat, avant: readonly Preuves[]): void => {
  for (const [i, { preuves }] of etat.attaques.entries()) {
    preuves.clear()
    for (const [rang, preuve] of avant[i] ?? []) preuves.set(rang, preuve)
  }
}

/** Publishes again, the costliest first, what a later choice made useless. */
export const remettre = (etat: Etat): void => {
  for (const rang of [...etat.secondaires].toSorted((a, b) => etat.coutDe(b) - etat.coutDe(a) || a - b))
    remettreUne(etat, rang)
}

interface Photo {
  readonly secondaires: readonly number[]
  readonly preuves: readonly Preuves[]
  readonly besoins: readonly Map<number, number>[]
}

const photographier = (etat: Etat): Photo => ({
  secondaires: [...etat.secondaires],
  preuves: etat.attaques.map(({ preuves }) => new Map(preuves)),
  besoins: etat.attaques.map(({ besoins }) => new Map(besoins)),
})

const revenir = (etat: Etat, { secondaires, preuves, besoins }: Photo): void => {
  const gardees = new Set(secondaires)
  for (const rang of [...etat.secondaires]) if (!gardees.has(rang)) etat.publier(rang)
  for (const rang of secondaires) if (!etat.secondaires.has(rang)) etat.cacher(rang)
  restaurerPreuves(etat, preuves)
  for (const [i, attaque] of etat.attaques.entries()) {
    attaque.besoins.clear()
    for (const [rang, besoin] of besoins[i] ?? []) attaque.besoins.set(rang, besoin)
  }
}

const abaissees = (etat: Etat, { besoins }: Photo): boolean =>
  etat.attaques.some((attaque, i) =>
    [...attaque.besoins].some(([rang, besoin]) => (besoins[i]?.get(rang) ?? Number.POSITIVE_INFINITY) !== besoin),
  )

/** Does without one cell: hides others in its place, puts back what they make useless, and keeps that if less is lost. */
const remplacer = (etat: Etat, rang: number): boolean => {
  const photo = photographier(etat)
  const cout = etat.cout(etat.secondaires)
  etat.publier(rang)
  etat.interdire(rang, true)
  for (const { preuves } of etat.attaques)
    for (const [autre, preuve] of preuves) if (preuve.some((mouvement) => mouvement.has(rang))) preuves.delete(autre)
  proteger(etat, etat.obligees)
  etat.interdire(rang, false)
  const possible = !abaissees(etat, photo)
  if (possible) remettre(etat)
  if (possible && etat.cout(etat.secondaires) < cout) return true
  revenir(etat, photo)
  return false
}

/** Tries to do without each hidden cell in turn, until none can be. */
export const ameliorer = (etat: Etat, tours: number): void => {
  for (let tour = 0; tour < tours; tour++) {
    const essais = [...etat.secondaires].toSorted((a, b) => etat.coutDe(b) - etat.coutDe(a) || a - b)
    const mieux = essais.filter((rang) => etat.secondaires.has(rang) && remplacer(etat, rang))
    if (mieux.length === 0) return
  }
}
