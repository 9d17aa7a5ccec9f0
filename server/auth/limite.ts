/** How many attempts an address has made of late: past the allowance, it waits. */
export interface Limite {
  /** Counts an attempt; false where it is one too many. */
  tenter(cle: string, maintenant: Date): boolean
  /** Takes back the last attempt, which was a good one: many people may sign in from one address. */
  rendre(cle: string): void
  /** Attempts turned away since they were last asked for, by address. */
  refusees(): ReadonlyMap<string, number>
}

const CLES_GARDEES = 10_000

/** `permises` attempts in any `duree` milliseconds, an address. */
export const createLimite = (permises: number, duree: number): Limite => {
  const passages = new Map<string, number[]>()
  let refus = new Map<string, number>()
  return {
    tenter(cle, maintenant) {
      const instant = maintenant.getTime()
      const recents = (passages.get(cle) ?? []).filter((passage) => passage > instant - duree)
      const admise = recents.length < permises
      if (admise) recents.push(instant)
      else refus.set(cle, (refus.get(cle) ?? 0) + 1)
      passages.delete(cle)
      passages.set(cle, recents)
      for (const ancienne of [...passages.keys()].slice(0, -CLES_GARDEES)) passages.delete(ancienne)
      return admise
    },
    rendre(cle) {
      passages.get(cle)?.pop()
    },
    refusees() {
      const rendus = refus
      refus = new Map()
      return rendus
    },
  }
}
