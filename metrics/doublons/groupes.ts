/** Two demandes, `a < b`, that are probably one. */
export interface Lien {
  readonly a: string
  readonly b: string
  readonly probabilite: number
}

export interface Groupe {
  /** From 1, in the order of the first number. */
  readonly groupe: number
  readonly numeros: readonly string[]
}

/** A demande alone, or two clusters and the link that brought them together: the weakest between them that holds. */
type Grappe = string | readonly [Grappe, Grappe]

const numerosDe = (grappe: Grappe): string[] => {
  const [numeros, restent]: [string[], Grappe[]] = [[], [grappe]]
  for (let une = restent.pop(); une !== undefined; une = restent.pop())
    if (typeof une === 'string') numeros.push(une)
    else restent.push(...une)
  return numeros
}

const parForce = (x: Lien, y: Lien): number =>
  y.probabilite - x.probabilite || (x.a === y.a ? (x.b < y.b ? -1 : 1) : x.a < y.a ? -1 : 1)

/** Clusters as the links make them, the strongest first: taken apart from the top, they fall at their weakest link. */
const agreger = (liens: readonly Lien[]): Grappe[] => {
  const parents = new Map<string, string>()
  const grappes = new Map<string, Grappe>()
  const racine = (numero: string): string => {
    let r = numero
    for (let p = parents.get(r); p !== undefined && p !== r; p = parents.get(r)) r = p
    for (let n = numero; n !== r; ) {
      const suivant = parents.get(n) ?? r
      parents.set(n, r)
      n = suivant
    }
    return r
  }
  for (const { a, b } of liens.toSorted(parForce)) {
    const [x, y] = [racine(a), racine(b)]
    if (x === y) continue
    grappes.set(x, [grappes.get(x) ?? x, grappes.get(y) ?? y])
    grappes.delete(y)
    parents.set(y, x)
  }
  return [...grappes.values()]
}

/**
 * Demandes linked by pairs, directly or through others: a doublon, a triplon, … No two demandes of a group are without a
 * link of their own: where some are, the group is cut at its weakest link until none is.
 */
export const grouper = (liens: readonly Lien[]): Groupe[] => {
  const lies = new Map<string, Set<string>>()
  for (const { a, b } of liens)
    for (const [x, y] of [
      [a, b],
      [b, a],
    ] as const) {
      const siens = lies.get(x)
      if (siens === undefined) lies.set(x, new Set([y]))
      else siens.add(y)
    }
  const estEntier = (numeros: readonly string[]): boolean =>
    numeros.every((x, i) => numeros.slice(i + 1).every((y) => lies.get(x)?.has(y) === true))
  const groupes: string[][] = []
  const restent = agreger(liens)
  for (let grappe = restent.pop(); grappe !== undefined; grappe = restent.pop()) {
    if (typeof grappe === 'string') continue
    const numeros = numerosDe(grappe)
    if (estEntier(numeros)) groupes.push(numeros.toSorted())
    else restent.push(...grappe)
  }
  return groupes.toSorted(([x = ''], [y = '']) => (x < y ? -1 : 1)).map((numeros, i) => ({ groupe: i + 1, numeros }))
}
