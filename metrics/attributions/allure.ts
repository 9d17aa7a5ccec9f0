/** A month of signature: how many of its leases are recorded, and what share of them that is. */
export interface MoisVu {
  readonly rang: number
  readonly age: number
  readonly part: number
  readonly connues: number
  readonly longueur: number
  /** Variance of what is recorded over what is expected of it, for so many leases, by chance alone. */
  readonly hasard: (attendues: number) => number
}

/** How the pace of signatures goes: level or with a slope, all months alike or the near ones above all. */
export interface Allure {
  readonly pente: boolean
  /** Months after which a month counts half. */
  readonly demiVie: number
}

/** From the plainest. */
export const ALLURES: readonly Allure[] = [
  { pente: false, demiVie: Number.POSITIVE_INFINITY },
  { pente: true, demiVie: Number.POSITIVE_INFINITY },
  { pente: false, demiVie: 2 },
  { pente: true, demiVie: 2 },
]

export interface Rythme {
  /** Leases signed a day. */
  readonly parJour: number
  readonly variance: number
}

/** A slope is taken to be nought, as sure as this variance in a month would say. */
const PENTE_USUELLE = 0.04 ** 2

const somme = <T>(elements: readonly T[], terme: (element: T) => number): number =>
  elements.reduce((total, element) => total + terme(element), 0)

/**
 * The pace of a month by the months given, at a gait: the mean of theirs, near months weighing more where it says so, moved
 * along their slope. Its variance is that of what they record and of how much months differ.
 */
export const annoncerRythme = (
  mois: readonly MoisVu[],
  { rang }: Pick<MoisVu, 'rang'>,
  { pente, demiVie }: Allure,
  variation: number,
): Rythme => {
  const poses = mois.map((m) => ({
    x: m.rang,
    poids: m.part * m.longueur * 0.5 ** (Math.abs(rang - m.rang) / demiVie),
    connues: m.connues,
    exposition: m.part * m.longueur,
    hasard: m.hasard,
    longueur: m.longueur,
  }))
  const total = somme(poses, ({ poids }) => poids)
  if (total <= 0) return { parJour: 0, variance: 0 }
  const rythme = ({ connues, exposition }: (typeof poses)[number]) => connues / exposition
  const niveau = somme(poses, (p) => p.poids * rythme(p)) / total
  if (niveau <= 0) return { parJour: 0, variance: 0 }
  const centre = somme(poses, ({ poids, x }) => poids * x) / total
  const variance = (p: (typeof poses)[number]) => niveau ** 2 * (variation + p.hasard(niveau * p.longueur))
  const etendue = somme(poses, ({ poids, x }) => poids * (x - centre) ** 2)
  const appui =
    (somme(poses, (p) => p.poids * variance(p)) / total / (PENTE_USUELLE * niveau ** 2)) * (total / poses.length)
  const bras = pente ? (rang - centre) / (etendue + appui) : 0
  const leviers = poses.map((p) => ({ p, levier: p.poids * (1 / total + bras * (p.x - centre)) }))
  return {
    parJour: Math.max(
      0,
      somme(leviers, ({ p, levier }) => levier * rythme(p)),
    ),
    variance: somme(leviers, ({ p, levier }) => levier ** 2 * variance(p)),
  }
}
