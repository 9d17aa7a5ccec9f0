import { normaliserCode } from './intitules.ts'

/** Letters to add, take away or change to make one text of another (Levenshtein 1966). */
const distance = (a: string, b: string): number => {
  let ligne = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (const [i, lettre] of [...a].entries()) {
    const suivante = [i + 1]
    for (let j = 0; j < b.length; j += 1)
      suivante.push(
        Math.min((suivante[j] ?? 0) + 1, (ligne[j + 1] ?? 0) + 1, (ligne[j] ?? 0) + (lettre === b.charAt(j) ? 0 : 1)),
      )
    ligne = suivante
  }
  return ligne.at(-1) ?? 0
}

/** The word of a list that a misspelt one was likely meant to be: a third of its letters wrong at most; null without one. */
export const proche = (mot: string, admis: readonly string[]): string | null => {
  const lu = normaliserCode(mot)
  const [premier] = admis
    .map((candidat) => ({ candidat, ecart: distance(lu, normaliserCode(candidat)) }))
    .toSorted((a, b) => a.ecart - b.ecart)
  return premier !== undefined && premier.ecart <= Math.max(1, Math.floor(lu.length / 3)) ? premier.candidat : null
}
