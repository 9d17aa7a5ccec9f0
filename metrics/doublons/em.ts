import { setImmediate } from 'node:timers/promises'

/** Profiles of compared pairs, counted: what the estimation reads instead of the pairs. */
export interface Profils<L extends string = string> {
  /** Number of comparisons. */
  readonly colonnes: number
  /** Level of each comparison, profile after profile; -1 where one side is unknown, which says nothing. */
  readonly niveaux: Int8Array
  readonly effectifs: Float64Array
  /** Bits of the comparisons that no block brought these pairs together by: only these may be learned from them. */
  readonly libres?: Uint32Array
  /** Of a law that is not learned, what the very value compared (a name's frequency) puts in its level's place; NaN where nothing. */
  readonly propres?: Partial<Readonly<Record<L, Float64Array>>>
  /** 1 where a pair is known not to be of the first class: too little agrees for it to teach what a match is. */
  readonly exclus?: Uint8Array
}

/** Probability of each level of each comparison. */
export interface Loi {
  readonly valeurs: readonly (readonly number[])[]
  /** Pseudo-counts that weigh as much as that many pairs; none for a law that is not learned. */
  readonly apriori?: readonly (readonly number[])[]
  readonly apprise: boolean
}

/** A kind of pair: how frequent, and which law each comparison follows. */
export interface Classe<L extends string> {
  readonly nom: string
  readonly poids: number
  readonly lois: readonly L[]
  /** Pseudo-count of pairs. */
  readonly apriori?: number
  /** Known from elsewhere: not learned. */
  readonly fixe?: boolean
}

export interface Melange<L extends string> {
  /** The first is the match; the last, the pairs of chance. */
  readonly classes: readonly Classe<L>[]
  readonly lois: Readonly<Record<L, Loi>>
}

export interface Reglages {
  /** All pairs, those that are in no profile included: these are of the last class. */
  readonly total?: number
  readonly iterations?: number
  readonly tolerance?: number
}

const ITERATIONS = 500
const TOLERANCE = 1e-12
const INFIME = 1e-300

interface Tables {
  readonly logs: Float64Array[]
  readonly sommes: Float64Array[]
  readonly debuts: readonly number[]
}

const tablesDe = <L extends string>({ lois }: Melange<L>, noms: readonly L[]): Tables => {
  const [premiere] = noms
  const debuts: number[] = []
  let n = 0
  for (const valeurs of premiere === undefined ? [] : lois[premiere].valeurs) {
    debuts.push(n)
    n += valeurs.length
  }
  const logs = noms.map((nom) => Float64Array.from(lois[nom].valeurs.flat(), (v) => Math.log(Math.max(v, INFIME))))
  return { logs, sommes: noms.map(() => new Float64Array(n)), debuts }
}

const normaliserLoi = (loi: Loi, sommes: Float64Array, debuts: readonly number[]): Loi => ({
  ...loi,
  valeurs: loi.valeurs.map((valeurs, c) => {
    const comptes = valeurs.map((_, l) => (sommes[(debuts[c] ?? 0) + l] ?? 0) + (loi.apriori?.[c]?.[l] ?? 0))
    const total = comptes.reduce((a, b) => a + b, 0)
    return total > 0 ? comptes.map((compte) => compte / total) : valeurs
  }),
})

const ecartDe = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number =>
  Math.max(0, ...a.flatMap((valeurs, c) => valeurs.map((v, l) => Math.abs(v - (b[c]?.[l] ?? v)))))

/** What profiles say of the classes and laws of a mixture: how many pairs of each, level by level. */
interface Attente extends Tables {
  readonly membres: Float64Array
}

/** Logarithms of what the very values compared put in their levels' place, law by law. */
type Propres = readonly (Float64Array | undefined)[]

/** Shares every profile between the classes. */
const attendre = <L extends string>(
  { colonnes, niveaux, effectifs, libres, exclus }: Profils<L>,
  siennes: Propres,
  melange: Melange<L>,
  noms: readonly L[],
): Attente => {
  const { classes } = melange
  const { logs, sommes, debuts } = tablesDe(melange, noms)
  const rangs = classes.map((classe) => classe.lois.map((loi) => noms.indexOf(loi)))
  const poids = classes.map(({ poids: p }) => Math.log(Math.max(p, INFIME)))
  const membres = new Float64Array(classes.length)
  const vraisemblances = new Float64Array(classes.length)
  for (let i = 0; i < effectifs.length; i++) {
    const effectif = effectifs[i] as number
    const base = i * colonnes
    let meilleur = -Infinity
    for (let k = 0; k < classes.length; k++) {
      let v = k === 0 && exclus?.[i] === 1 ? -Infinity : (poids[k] as number)
      for (let c = 0; c < colonnes; c++) {
        const niveau = niveaux[base + c] as number
        if (niveau < 0) continue
        const loi = (rangs[k] as number[])[c] as number
        const propre = siennes[loi]?.[base + c] ?? Number.NaN
        v += Number.isNaN(propre) ? ((logs[loi] as Float64Array)[(debuts[c] as number) + niveau] as number) : propre
      }
      vraisemblances[k] = v
      if (v > meilleur) meilleur = v
    }
    let somme = 0
    for (let k = 0; k < classes.length; k++) {
      const p = Math.exp((vraisemblances[k] as number) - meilleur)
      vraisemblances[k] = p
      somme += p
    }
    const masque = libres === undefined ? ~0 : (libres[i] as number)
    for (let k = 0; k < classes.length; k++) {
      const part = (effectif * (vraisemblances[k] as number)) / somme
      membres[k] = (membres[k] as number) + part
      for (let c = 0; c < colonnes; c++) {
        const niveau = niveaux[base + c] as number
        if (niveau < 0 || (masque & (1 << c)) === 0) continue
        const cible = sommes[(rangs[k] as number[])[c] as number] as Float64Array
        const place = (debuts[c] as number) + niveau
        cible[place] = (cible[place] as number) + part
      }
    }
  }
  return { logs, sommes, debuts, membres }
}

/** The mixture that explains best what was shared. */
const maximiser = <L extends string>(
  { classes, lois }: Melange<L>,
  noms: readonly L[],
  { membres, sommes, debuts }: Attente,
  paires: number,
): Melange<L> => {
  const autres = classes
    .slice(0, -1)
    .map((classe, k) =>
      classe.fixe === true ? classe.poids : ((membres[k] as number) + (classe.apriori ?? 0)) / paires,
    )
  const reste = 1 - autres.reduce((a, b) => a + b, 0)
  return {
    classes: classes.map((classe, k) => ({ ...classe, poids: autres[k] ?? Math.max(reste, 0) })),
    lois: Object.fromEntries(
      noms.map((nom, l) => [
        nom,
        lois[nom].apprise ? normaliserLoi(lois[nom], sommes[l] as Float64Array, debuts) : lois[nom],
      ]),
    ) as Record<L, Loi>,
  }
}

/** The greatest change of a probability, or relative change of a weight. */
const ecartEntre = <L extends string>(avant: Melange<L>, apres: Melange<L>, noms: readonly L[]): number =>
  Math.max(
    ...noms.map((nom) => ecartDe(apres.lois[nom].valeurs, avant.lois[nom].valeurs)),
    ...avant.classes.map(({ poids }, k) => {
      const suivant = apres.classes[k]?.poids ?? poids
      return Math.abs(suivant - poids) / Math.max(poids, suivant, INFIME)
    }),
  )

/**
 * Expectation–maximisation of a mixture whose comparisons are independent inside each class (Fellegi–Sunter where there
 * are two). Classes that name the same law share what is learned of it. Whatever else waits for its turn has it between two
 * rounds.
 */
export const estimer = async <L extends string>(
  profils: Profils<NoInfer<L>>,
  depart: Melange<L>,
  { total, iterations = ITERATIONS, tolerance = TOLERANCE }: Reglages = {},
): Promise<Melange<L>> => {
  const noms = Object.keys(depart.lois) as L[]
  const paires = total ?? profils.effectifs.reduce((a, b) => a + b, 0)
  const siennes = noms.map((nom) => profils.propres?.[nom]?.map(Math.log))
  let melange = depart
  for (let tour = 0; tour < iterations; tour++) {
    const suivant = maximiser(melange, noms, attendre(profils, siennes, melange, noms), paires)
    const ecart = ecartEntre(melange, suivant, noms)
    melange = suivant
    if (ecart < tolerance) break
    await setImmediate()
  }
  return melange
}
