/** Two demandes, `a < b`, that are probably one. */
export interface Lien {
  readonly a: string
  readonly b: string
}

export interface Groupe {
  /** From 1, in the order of the first number. */
  readonly groupe: number
  readonly numeros: readonly string[]
}

/** Demandes linked by pairs, directly or through others: a doublon, a triplon, … */
export const grouper = (liens: readonly Lien[]): Groupe[] => {
  const parents = new Map<string, string>()
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
  for (const { a, b } of liens) {
    for (const numero of [a, b]) if (!parents.has(numero)) parents.set(numero, numero)
    const [x, y] = [racine(a), racine(b)]
    if (x < y) parents.set(y, x)
    else if (y < x) parents.set(x, y)
  }
  const membres = new Map<string, string[]>()
  for (const numero of [...parents.keys()].toSorted()) {
    const r = racine(numero)
    const groupe = membres.get(r)
    if (groupe === undefined) membres.set(r, [numero])
    else groupe.push(numero)
  }
  return [...membres.values()].map((numeros, i) => ({ groupe: i + 1, numeros }))
}
