import type { LigneDeTable } from '../../ingest/socle/sql/table.ts'
import type { CodeIndicateur } from '../registry.ts'
import { overdispersion, type Surdispersion } from '../stats/overdispersion.ts'
import { type Part, reference } from '../stats/reference.ts'
import type { Mesure } from './ligne.ts'
import type { PAIRS_JUGES } from './table-pairs.ts'

/** Peers as they were judged: all that the limits of their funnel are drawn from. */
export type PairsJuges = Omit<LigneDeTable<typeof PAIRS_JUGES>, 'territoire' | 'mois' | 'duree' | 'indicateur'> & {
  readonly indicateur: CodeIndicateur
}

/** What names the peers of a figure, within a period. */
export const clePairs = ({
  niveau,
  categorie,
  indicateur,
}: Pick<Mesure, 'niveau' | 'categorie' | 'indicateur'>): string => `${niveau} ${categorie} ${indicateur}`

interface Groupe extends Pick<PairsJuges, 'niveau' | 'categorie' | 'indicateur'> {
  readonly parts: Part[]
}

const grouper = (mesures: readonly Mesure[]): ReadonlyMap<string, Groupe> => {
  const groupes = new Map<string, Groupe>()
  for (const mesure of mesures) {
    const { niveau, categorie, indicateur, numerateur, denominateur } = mesure
    if ((niveau !== 'GUICHET' && niveau !== 'SERVICE') || categorie === null) continue
    if (numerateur === null || denominateur === null || denominateur === 0) continue
    const cle = clePairs(mesure)
    const groupe = groupes.get(cle)
    if (groupe) groupe.parts.push({ numerateur, denominateur })
    else groupes.set(cle, { niveau, categorie, indicateur, parts: [{ numerateur, denominateur }] })
  }
  return groupes
}

/** The peers of each level, categorie and share: entities with a denominator, whatever their state. */
export const jugerPairs = (mesures: readonly Mesure[]): ReadonlyMap<string, PairsJuges> => {
  const juges = new Map<string, PairsJuges>()
  for (const [cle, { niveau, categorie, indicateur, parts }] of grouper(mesures)) {
    const p0 = reference(parts)
    if (p0 === null) continue
    const dispersion = overdispersion(parts)
    const { phi, tau2 } = dispersion ?? { phi: null, tau2: null }
    juges.set(cle, { niveau, categorie, indicateur, p0, phi, tau2, effectif: parts.length })
  }
  return juges
}

/** What the adjusted distances of a group's figures count; null under three peers, which have none. */
export const dispersionDe = ({ p0, phi, tau2 }: Pick<PairsJuges, 'p0' | 'phi' | 'tau2'>): Surdispersion | null =>
  phi === null || tau2 === null ? null : { p0, phi, tau2 }
