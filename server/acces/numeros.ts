import { createHmac } from 'node:crypto'

/** A service that the territory has known, and since when: the date of a register, or a month. */
export interface ServiceConnu {
  readonly code: string
  readonly premier: string
}

/** Four figures: enough of them that two services seldom draw the same, and that one says nothing of how many there are. */
const PREMIER = 1000
const NOMBRES = 9000

const comparer = (a: string, b: string): number => {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/**
 * The number that each service goes by for the comité. It is drawn from its code alone by the installation's secret, and
 * drawn again where an older service has it: neither who comes later, nor who leaves, changes anybody's.
 */
export const numeroter = (services: readonly ServiceConnu[], sel: string): ReadonlyMap<string, number> => {
  const tirer = (code: string, essai: number) =>
    PREMIER + (createHmac('sha256', sel).update(`${code} ${essai}`).digest().readUInt32BE(0) % NOMBRES)
  const numeros = new Map<string, number>()
  const pris = new Set<number>()
  for (const { code } of services.toSorted((a, b) => comparer(a.premier, b.premier) || comparer(a.code, b.code))) {
    if (numeros.has(code)) continue
    let essai = 0
    while (pris.has(tirer(code, essai))) essai += 1
    const numero = tirer(code, essai)
    pris.add(numero)
    numeros.set(code, numero)
  }
  return numeros
}
