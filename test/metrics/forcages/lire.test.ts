import { expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
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
  const forcees = await lireForcees(
    base.connection,
    { territoire: '013', debut: enJour('2026-10-01'), fin: enJour('2026-10-31') },
    null,
  )
  const signalees = new Set(
    forcees.filter(({ signaux }) => signaux.includes('REACTIVABLE')).map((f) => f.numero_unique),
  )
  expect(forcees).toHaveLength(CAS.length)
  expect(CAS.map(([titre], i) => [titre, signalees.has(numeroDe(i + 1, enJour(FORCEE)))])).toEqual(
    CAS.map(([titre, , attendu]) => [titre, attendu]),
  )
})
