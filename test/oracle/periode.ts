import type { Motif, Niveau, Statut } from '../../metrics/resultat.ts'
import type { Definition } from './definition.ts'
import { type Cumul, cumulVide, type MoisCalcule } from './mois.ts'
import type { Entite } from './registre.ts'
import { AUCUN, intervalleMediane, partCommune, quantile, wilson, Z998, zAjuste } from './statistiques.ts'
import { motifExclusion, statut } from './statut.ts'

/** One indicator for one entity over a period, its twelve months apart. */
export interface Chiffres {
  readonly entite: Entite
  readonly moisCouverts: number
  readonly numerateur: number | null
  readonly denominateur: number | null
  readonly valeur: number | null
  readonly p90: number | null
  readonly icBas: number | null
  readonly icHaut: number | null
  readonly reference: number | null
  readonly zAjuste: number | null
  readonly atypique: boolean | null
  readonly statut: Statut | null
  readonly motif: Motif | null
  readonly details: Record<string, number> | null
}

/** The entities of the months; one met in several is as the latest of them knows it. */
export const entitesDe = (mois: readonly MoisCalcule[]): Map<string, Entite> =>
  new Map(mois.flatMap((m) => [...m.registre.entites]))

const existe = (definition: Definition, niveau: Niveau): boolean => {
  if (definition.territoireSeul) return niveau === 'TERRITOIRE'
  return !(definition.sansGuichet && niveau === 'GUICHET')
}

/** Counts, numerators and denominators add; delays are pooled. */
export const additionner = (cumuls: readonly Cumul[]): Cumul => {
  const total = cumulVide()
  for (const c of cumuls) {
    total.denominateur += c.denominateur
    total.numerateur += c.numerateur
    total.jours.push(...c.jours)
    for (const [code, n] of Object.entries(c.details)) total.details[code] = (total.details[code] ?? 0) + n
  }
  return total
}

/** A count, a share (null over nothing) or a median. */
export const valeurDe = ({ nature }: Definition, total: Cumul): number | null => {
  if (nature === 'compte') return total.denominateur
  if (nature === 'delai') return quantile(total.jours, 0.5)
  return total.denominateur === 0 ? null : total.numerateur / total.denominateur
}

const aDesPairs = (e: Entite): boolean => e.niveau === 'GUICHET' || e.niveau === 'SERVICE'

/** One indicator over whole months (`mois`: those that have an S, in order); `debut` is the period's own. */
export const calculerPeriode = (
  definition: Definition,
  mois: readonly MoisCalcule[],
  debut: string,
): Map<string, Chiffres> => {
  const couverts = mois.filter((m) => m.resultats.get(definition.code)?.motif === null)
  const retenus = definition.stock ? couverts.slice(-1) : couverts
  const motifMois = couverts.length > 0 ? null : (mois.at(-1)?.resultats.get(definition.code)?.motif ?? null)
  const entites = [...entitesDe(mois)].filter(([, e]) => existe(definition, e.niveau))
  const totaux = new Map(
    entites.map(([cle, entite]) => {
      const cumuls = retenus.flatMap((m) => m.resultats.get(definition.code)?.cumuls.get(cle) ?? [])
      return [cle, { entite, total: additionner(cumuls) }] as const
    }),
  )
  const pairsDe = (e: Entite): Cumul[] =>
    [...totaux.values()]
      .filter(({ entite: autre }) => autre.niveau === e.niveau && autre.categorie === e.categorie)
      .map(({ total }) => total)
      .filter((t) => t.denominateur > 0)

  const chiffrer = (entite: Entite, total: Cumul): Chiffres => {
    const mesurable = motifMois === null
    const { nature } = definition
    const [n, jours] = [total.denominateur, total.jours]
    const part = nature === 'part'
    const valeur = mesurable ? valeurDe(definition, total) : null
    const intervalle = part ? wilson(total.numerateur, n) : nature === 'delai' ? intervalleMediane(jours) : AUCUN
    const pairs = part && mesurable && aDesPairs(entite) && entite.categorie !== null ? pairsDe(entite) : []
    const z = zAjuste(total, pairs)
    const juge = nature !== 'compte' && aDesPairs(entite)
    const motif = motifMois ?? (juge ? motifExclusion(entite, debut) : null)
    return {
      entite,
      moisCouverts: couverts.length,
      numerateur: part && mesurable ? total.numerateur : null,
      denominateur: nature !== 'compte' && mesurable ? n : null,
      valeur,
      p90: nature === 'delai' ? quantile(jours, 0.9) : null,
      icBas: intervalle.bas,
      icHaut: intervalle.haut,
      reference: partCommune(pairs),
      zAjuste: z,
      atypique: part && aDesPairs(entite) ? z !== null && z > Z998 : null,
      statut: juge ? statut(definition, motif, { denominateur: n, valeur, icBas: intervalle.bas, zAjuste: z }) : null,
      motif,
      details: definition.detaille && mesurable ? total.details : null,
    }
  }
  return new Map([...totaux].map(([cle, { entite, total }]) => [cle, chiffrer(entite, total)]))
}
