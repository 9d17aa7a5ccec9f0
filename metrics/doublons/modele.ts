import type { DuckDBConnection } from '@duckdb/node-api'
import type { RawBuilder } from 'kysely'
import { COMPARAISONS, rangDe } from './comparaisons.ts'
import { estimer, type Melange } from './em.ts'
import { compterHomonymes, mesurerHasard } from './hasard.ts'
import { lireProfils, type Moyennes } from './profils.ts'

/** m: duplicates; u: chance; f: two persons of one family; h: homonyms. */
export type NomLoi = 'm' | 'u' | 'f' | 'h'
export type Modele = Melange<NomLoi>

/** What the a priori weighs, in pairs. */
const POIDS_DOUBLONS = 20
const PART_DOUBLONS = 0.001
/** Of each way the identities of two demandes face each other. */
const FACE = { doublons: [0.94, 0.03, 0.03], autres: [1, 1, 1], homonymes: [1, 0.01, 0.01] } as const

const peser = (lois: readonly (readonly number[])[], poids: number) =>
  lois.map((niveaux) => niveaux.map((p) => p * poids))

/** Among pairs of one family, those born the same day. */
const PART_JUMEAUX = 0.35

/**
 * Pairs a demande of two persons of one place or family who bear the same first name, or the same names: too few for the
 * base to teach, they are known to be.
 */
const PART_LIEU = 0.002

/** Addresses are made of names: homonyms may have the same, or nearly. */
const COURRIELS_HOMONYMES = [0.9988, 0.001, 0.0002]
const RANG_COURRIEL = rangDe('courriel')

/** Between two persons of one family or place. */
const familleDe = (hasard: readonly (readonly number[])[]): number[][] =>
  COMPARAISONS.map((c, rang) =>
    c.code === 'naissance'
      ? (hasard[rang] ?? []).map((p, niveau) => (1 - PART_JUMEAUX) * p + (niveau === 5 ? PART_JUMEAUX : 0))
      : [...c.famille],
  )

const departDe = (demandes: number, { hasard, famille }: Moyennes, homonymie: number): Modele => {
  const doublons = [...COMPARAISONS.map((c) => c.doublons), FACE.doublons]
  const u = [...hasard, FACE.autres]
  const paires = (demandes * (demandes - 1)) / 2
  const classe = (nom: string, part: number, lois: string) => ({
    nom,
    poids: Math.min(0.1, (part * demandes) / paires),
    apriori: 1 + 0.02 * part * demandes,
    lois: [...lois] as NomLoi[],
  })
  return {
    classes: [
      classe('doublon', 0.03, 'mmmmmmmm'),
      classe('famille', 0.01, 'mufffffu'),
      classe('contact', 0.01, 'uuuffffu'),
      { ...classe('compatriotes', PART_LIEU, 'umuffffu'), fixe: true },
      { ...classe('homonymes_lieu', PART_LIEU, 'mmuffffh'), fixe: true },
      { ...classe('homonymes', Math.max(0.001 + 1 / demandes, homonymie / demandes), 'mmuuhuuh'), fixe: true },
      { ...classe('hasard', 0, 'uuuuuuuu'), poids: 1 },
    ],
    lois: {
      m: { valeurs: doublons, apprise: true, apriori: peser(doublons, POIDS_DOUBLONS + PART_DOUBLONS * demandes) },
      u: { valeurs: u, apprise: false },
      f: { valeurs: [...famille, FACE.autres], apprise: false },
      h: {
        valeurs: u.map((niveaux, rang) =>
          rang === RANG_COURRIEL ? COURRIELS_HOMONYMES : rang === COMPARAISONS.length ? FACE.homonymes : niveaux,
        ),
        apprise: false,
      },
    },
  }
}

/** Learns from the base's own pairs what agrees among duplicates, by chance, and in families. */
export const apprendre = async (
  connection: DuckDBConnection,
  comparees: RawBuilder<unknown>,
  demandes: number,
): Promise<Modele> => {
  const hasard = await mesurerHasard(connection, demandes)
  const moyennes = { hasard, famille: familleDe(hasard) }
  const profils = await lireProfils(connection, comparees, moyennes)
  return estimer(profils, departDe(demandes, moyennes, await compterHomonymes(connection)), {
    total: Math.max(1, (demandes * (demandes - 1)) / 2),
    iterations: 200,
    tolerance: 1e-6,
  })
}
