import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { entier } from '../../../ingest/socle/sql/colonne.ts'
import { runOne, runQuery } from '../../../ingest/socle/sql/query.ts'
import type { Base } from '../../../ingest/store/base.ts'
import { lireForcees } from '../../../metrics/forcages/lire.ts'
import { ouvrirEssai, S } from '../aide.ts'
import { type Demande, numeroDe } from '../instantane.ts'

const FORCEE = '2026-10-15'

/** Radiated demandes that alerts showed, and whether each could still be reactivated when another was forced. */
const CAS: readonly [string, Demande, boolean][] = [
  ['six mois après l’échéance, la veille', { date_echeance: '2026-04-16' }, true],
  ['six mois après l’échéance, le jour', { date_echeance: '2026-04-15' }, true],
  ['six mois après l’échéance, le lendemain', { date_echeance: '2026-04-14' }, false],
  ['sans échéance connue', { date_echeance: null }, false],
  ['radiée le jour même', { date_echeance: '2026-09-01', date_radiation: FORCEE }, true],
  ['radiée ensuite', { date_echeance: '2026-09-01', date_radiation: '2026-10-16' }, false],
  [
    'sans réponse, radiée depuis moins de cinq mois',
    { motif_radiation: 'ABSENCE_REPONSE', date_radiation: '2026-05-16' },
    true,
  ],
  ['sans réponse, depuis cinq mois', { motif_radiation: 'ABSENCE_REPONSE', date_radiation: '2026-05-15' }, true],
  [
    'sans réponse, depuis cinq mois et un jour',
    { motif_radiation: 'ABSENCE_REPONSE', date_radiation: '2026-05-14' },
    false,
  ],
  ['radiée pour un autre motif', { motif_radiation: 'RENONCIATION', date_radiation: '2026-10-01' }, false],
]

const OCTOBRE = { territoire: '013', debut: enJour('2026-10-01'), fin: enJour('2026-10-31') }

it('une demande forcée signale celle qui pouvait encore être réactivée', async () => {
  const { base, importer } = await ouvrirEssai()
  const paires = CAS.flatMap(([, autre], i) => {
    const radiee = numeroDe(100 + i, enJour('2025-01-15'))
    return [
      {
        numero_unique: radiee,
        statut: 'RADIEE',
        motif_radiation: 'NON_RENOUVELLEMENT',
        date_radiation: '2026-05-20',
        date_echeance: '2026-09-01',
        date_enregistrement: '2025-01-15',
        ...autre,
      },
      {
        numero_unique: numeroDe(i + 1, enJour(FORCEE)),
        date_enregistrement: FORCEE,
        guichet_enregistrement: `G${String(i).padStart(4, '0')}`,
        forcage_doublon: true,
        numero_unique_rapproche: radiee,
      },
    ]
  })
  await importer({ date: enJour(S), demandes: paires })
  const forcees = await lireForcees(base.connection, OCTOBRE, null)
  const signalees = new Set(
    forcees.filter(({ signaux }) => signaux.includes('REACTIVABLE')).map((f) => f.numero_unique),
  )
  expect(forcees).toHaveLength(CAS.length)
  expect(CAS.map(([titre], i) => [titre, signalees.has(numeroDe(i + 1, enJour(FORCEE)))])).toEqual(
    CAS.map(([titre, , attendu]) => [titre, attendu]),
  )
})

const compter = async ({ connection }: Base, quoi: string): Promise<number> =>
  (await runOne(connection, sql`SELECT count(*) AS n FROM forcages WHERE ${sql.raw(quoi)}`, { n: entier })).n

describe('les demandes forcées', () => {
  const forcee = (rang: number, date: string, reste: Partial<Demande> = {}) => ({
    numero_unique: numeroDe(rang, enJour(date)),
    date_enregistrement: date,
    guichet_enregistrement: 'G0001',
    forcage_doublon: true,
    ...reste,
  })
  const demandes = [
    forcee(1, '2026-09-30'),
    forcee(2, '2026-10-01', { numero_unique_rapproche: numeroDe(9, enJour('2025-01-15')) }),
    forcee(3, '2026-10-31', { statut: 'RADIEE', motif_radiation: 'RENONCIATION', date_radiation: '2026-10-31' }),
    ...[4, 5, 6, 7, 8].map((rang) => forcee(rang, '2026-10-20', { guichet_enregistrement: 'G0002' })),
    { numero_unique: numeroDe(9, enJour('2025-01-15')), date_enregistrement: '2025-01-15' },
  ]

  it('sont rangées au chargement, celles du dernier instantané seul, et lues de là', async () => {
    const { base, importer } = await ouvrirEssai()
    await importer({
      date: enJour('2026-09-30'),
      demandes: demandes.filter(({ date_enregistrement: le }) => String(le) <= '2026-09-30'),
    })
    expect([await compter(base, 'TRUE'), await compter(base, "instantane = '2026-09-30'")]).toEqual([1, 1])
    await importer({ date: enJour(S), demandes })
    expect([await compter(base, 'TRUE'), await compter(base, `instantane = '${S}'`)]).toEqual([8, 8])
    await runQuery(base.connection, sql`UPDATE forcages SET guichet = 'RANGE' WHERE guichet = 'G0002'`)
    const lues = await lireForcees(base.connection, OCTOBRE, null)
    expect(lues.filter(({ guichet }) => guichet === 'RANGE')).toHaveLength(5)
  })

  it('se lisent de l’instantané dans une base chargée avant qu’elles ne soient rangées, les mêmes', async () => {
    const { base, importer } = await ouvrirEssai()
    await importer({ date: enJour(S), demandes })
    const rangees = await lireForcees(base.connection, OCTOBRE, null)
    await runQuery(base.connection, sql`DELETE FROM forcages`)
    expect(await lireForcees(base.connection, OCTOBRE, null)).toEqual(rangees)
    expect(
      rangees.map(({ date_enregistrement: le, active, jours_de_cloture: jours, signaux }) => [
        le,
        active,
        jours,
        signaux,
      ]),
    ).toEqual([
      ['2026-10-31', false, 0, []],
      ...[4, 5, 6, 7, 8].map(() => ['2026-10-20', true, null, ['MEME_JOUR']]),
      ['2026-10-01', true, null, ['PAIRE_ACTIVE']],
    ])
  })
})
