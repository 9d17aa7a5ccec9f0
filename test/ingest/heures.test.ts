import { beforeAll, describe, expect, it } from 'vitest'
import { chargerAPart } from './contenu.ts'
import { ecrireDossier, fichiers } from './instantane.ts'
import { enCsv, enTableau } from './tableau.ts'

const numero = (rang: number): string => `013102600${String(rang).padStart(4, '0')}AAAAA`

/** A day followed by something: read as that day where it is a time, no day otherwise. */
const DATES: readonly (readonly [texte: string, lue: boolean])[] = [
  ['2026-04-01', true],
  ['2026-04-01 9:30', true],
  ['2026-04-01 09:30', true],
  ['2026-04-01 009:30', false],
  ['2026-04-01  09:30', true],
  ['2026-04-01T09:30', true],
  ['2026-04-01 09h30', true],
  ['2026-04-01 09H30', true],
  ['2026-04-01 09:3', false],
  ['2026-04-01 09:301', false],
  ['2026-04-01 09:30:05', true],
  ['2026-04-01 09:30:5', false],
  ['2026-04-01 09:30:005', false],
  ['2026-04-01 09:30:05.1', true],
  ['2026-04-01 09:30:05,123', true],
  ['2026-04-01T09:30:05Z', true],
  ['2026-04-01T09:30:05+02:00', true],
  ['2026-04-01T09:30:05+0200', true],
  ['2026-04-01T09:30:05+02', true],
  ['2026-04-01T09:30:05+2', false],
  ['2026-04-01T09:30:05+002', false],
  ['2026-04-01T09:30:05+02:0', false],
  ['2026-04-01T09:30:05+02:000', false],
  ['01/04/2026T09:30', true],
  ['01/04/202609:30', false],
]

describe('une date suivie de quelque chose', () => {
  let raisons: ReadonlyMap<number, string>
  let depots: readonly (string | null)[]

  beforeAll(async () => {
    const lignes = DATES.map(([texte], i) => ({
      numero_unique: numero(i),
      statut: 'ACTIVE',
      date_enregistrement: '2026-10-10',
      date_depot: texte,
    }))
    const dossier = ecrireDossier(fichiers({ 'demandes.csv': enCsv(enTableau(lignes)) }))
    const { contenu, rejets } = await chargerAPart([dossier], { tolerance: 1 })
    raisons = new Map(rejets.map(({ ligne, raison }) => [Number(ligne), raison]))
    const lues = contenu.courantes as readonly { numero_unique: string; date_depot: string | null }[]
    const parNumero = new Map(lues.map((l) => [l.numero_unique, l.date_depot]))
    depots = DATES.map((_, i) => parNumero.get(numero(i)) ?? null)
  })

  it.each(DATES.map(([texte, lue], i) => [texte, lue ? 'se lit' : 'ne se lit pas', i] as const))(
    '« %s » %s',
    (_, attendu, i) => {
      expect([raisons.get(i + 2), depots[i]]).toEqual(
        attendu === 'se lit' ? [undefined, '2026-04-01'] : ['DATE_INVALIDE', null],
      )
    },
  )
})
