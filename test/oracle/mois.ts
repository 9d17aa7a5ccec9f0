import type { Motif } from '../../metrics/resultat.ts'
import type { Contexte } from './contexte.ts'
import { situerMois } from './contexte.ts'
import type { Definition } from './definition.ts'
import { ACTIVITE } from './familles/activite.ts'
import { ATTRIBUTIONS } from './familles/attributions.ts'
import { BAUX } from './familles/baux.ts'
import { DOSSIERS } from './familles/dossiers.ts'
import { ENREGISTREMENTS } from './familles/enregistrements.ts'
import { FLUX } from './familles/flux.ts'
import { RENOUVELLEMENTS } from './familles/renouvellements.ts'
import type { InstantaneLu } from './lire-instantane.ts'
import { dresserRegistre, type Registre, trouverRegistre } from './registre.ts'

export const DEFINITIONS: readonly Definition[] = [
  ...ACTIVITE,
  ...ENREGISTREMENTS,
  ...DOSSIERS,
  ...RENOUVELLEMENTS,
  ...ATTRIBUTIONS,
  ...BAUX,
  ...FLUX,
]

/** What is added up, for one entity. */
export interface Cumul {
  denominateur: number
  numerateur: number
  jours: number[]
  details: Record<string, number>
}

export const cumulVide = (): Cumul => ({ denominateur: 0, numerateur: 0, jours: [], details: {} })

/** One indicator over one month: the reason it has no value, or its sums by entity. */
interface Resultat {
  readonly motif: Motif | null
  readonly cumuls: ReadonlyMap<string, Cumul>
}

export interface MoisCalcule {
  readonly mois: string
  readonly instantane: string
  readonly registre: Registre
  readonly resultats: ReadonlyMap<string, Resultat>
}

const motif = (definition: Definition, c: Contexte): Motif | null => {
  const colonne = definition.vide(c)
  if (colonne !== null) return `COLONNE_VIDE ${colonne}`
  if (definition.exige === 's0' && c.s0 === null) return 'S0_ABSENT'
  return definition.exige === 'sMoins' && c.sMoins === null ? 'S_MOINS_ABSENT' : null
}

/** The observations of one indicator, added up entity by entity. */
export const sommer = (definition: Definition, c: Contexte, registre: Registre): ReadonlyMap<string, Cumul> => {
  const cumuls = new Map<string, Cumul>()
  for (const o of definition.observer(c)) {
    const cles = o.siren === undefined ? registre.clesDuGuichet(o.guichet) : registre.clesDuSiren(o.siren)
    for (const cle of cles) {
      const cumul = cumuls.get(cle) ?? cumulVide()
      cumul.denominateur += o.denominateur
      cumul.numerateur += o.numerateur ?? 0
      if (o.jours !== undefined) cumul.jours.push(o.jours)
      for (const code of o.details ?? []) cumul.details[code] = (cumul.details[code] ?? 0) + 1
      cumuls.set(cle, cumul)
    }
  }
  return cumuls
}

/** One month's figures, as they are stored, from one territory's snapshots; null where the month has no S. */
export const calculerMois = (instantanes: readonly InstantaneLu[], mois: string): MoisCalcule | null => {
  const c = situerMois(instantanes, mois)
  if (c === null) return null
  const reactivees = DEFINITIONS.find((d) => d.code === 'reactivations')?.observer(c) ?? []
  const citesAvant = reactivees.flatMap((o) => (o.guichet === null ? [] : [o.guichet]))
  const registre = dresserRegistre(trouverRegistre(instantanes, c.s), c.s, citesAvant)
  const resultats = DEFINITIONS.map((definition) => {
    const raison = motif(definition, c)
    const cumuls = raison === null ? sommer(definition, c, registre) : new Map<string, Cumul>()
    return [definition.code, { motif: raison, cumuls }] as const
  })
  return { mois, instantane: c.s.date, registre, resultats: new Map(resultats) }
}
