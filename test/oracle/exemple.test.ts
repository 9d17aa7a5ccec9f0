import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import { oracle } from './indicateurs.ts'
import { type InstantaneLu, lireInstantane } from './lire-instantane.ts'

const EXEMPLE = resolve(import.meta.dirname, '../../../shared/exemple')

type Compte = Record<string, number>
type LigneAttendue = Pick<LigneIndicateur, 'niveau' | 'entite' | 'indicateur'> & Partial<LigneIndicateur>

interface Attendu {
  readonly debut: string
  readonly fin: string
  readonly imports: readonly Record<string, string | number | Compte>[]
  readonly indicateurs: readonly LigneAttendue[]
}

const proches = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b)))

const cle = (l: LigneAttendue): string => `${l.niveau} ${l.entite} ${l.indicateur}`

/** Differences in every field that the expected rows have; a row nobody expects must count nothing. */
const comparer = (attendues: readonly LigneAttendue[], recues: readonly LigneIndicateur[]): string[] => {
  const restantes = new Map(recues.map((l) => [cle(l), l]))
  const differences: string[] = []
  for (const attendue of attendues) {
    const recue = restantes.get(cle(attendue))
    restantes.delete(cle(attendue))
    for (const champ of Object.keys(attendue) as (keyof LigneIndicateur)[])
      if (!proches(recue?.[champ], attendue[champ]))
        differences.push(`${cle(attendue)} ${champ} : ${recue?.[champ]} au lieu de ${attendue[champ]}`)
  }
  for (const [c, l] of restantes)
    if ((l.valeur ?? 0) !== 0 || (l.denominateur ?? 0) !== 0) differences.push(`${c} : ${l.valeur}, sans attente`)
  return differences
}

const nonNuls = (compte: object): object => Object.fromEntries(Object.entries(compte).filter(([, n]) => n !== 0))

describe.skipIf(!existsSync(EXEMPLE))("l'oracle retrouve l'exemple publié (sauté si ../shared/exemple manque)", () => {
  const attendus = existsSync(EXEMPLE)
    ? readdirSync(EXEMPLE)
        .filter((f) => f.startsWith('attendu-'))
        .map((f) => [f, JSON.parse(readFileSync(join(EXEMPLE, f), 'utf8')) as Attendu] as const)
    : []
  const imports = attendus[0]?.[1].imports ?? []
  const instantanes = new Map<unknown, InstantaneLu>(
    imports.map(({ date }) => [date, lireInstantane(join(EXEMPLE, String(date)))]),
  )

  test('il y a quatre périodes attendues', () => expect(attendus).toHaveLength(4))

  test.each(imports.map((i) => [i.date, i] as const))('les lignes du %s', (date, attendu) => {
    const lu = instantanes.get(date)
    const rapport: Record<string, unknown> = { date: lu?.date, ...lu?.rapport }
    for (const [champ, valeur] of Object.entries(attendu))
      if (typeof valeur === 'object') expect(nonNuls(rapport[champ] as Compte), champ).toEqual(nonNuls(valeur))
      else expect(rapport[champ], champ).toBe(valeur)
  })

  test.each(attendus)('les chiffres de %s, dans quelque ordre que viennent les instantanés', (_, attendu) => {
    const lignes = oracle([...instantanes.values()].reverse(), attendu.debut, attendu.fin)
    expect(comparer(attendu.indicateurs, lignes)).toEqual([])
  })
})
