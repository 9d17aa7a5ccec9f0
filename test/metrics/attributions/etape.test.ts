import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { enJour, plusJours } from '../../../ingest/socle/jour.ts'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import { ouvrirEssai } from '../aide.ts'
import { attribution, BAILLEUR, lire } from './etape.ts'

describe('ce qu’un instantané range des attributions', () => {
  it('compte par mois de signature ce qui est radié pour attribution, et rien d’autre', async () => {
    const essai = await ouvrirEssai()
    await essai.importer({
      date: enJour('2026-10-31'),
      guichets: [BAILLEUR],
      demandes: [
        attribution('2026-09-30', '2026-10-02'),
        attribution('2026-10-01', '2026-10-01'),
        attribution('2026-10-31', '2026-10-31'),
        attribution('2026-10-05', '2026-10-04'),
        attribution('2026-10-05', null),
        attribution('2026-11-01', '2026-10-31'),
        attribution('2026-10-05', '2026-10-06', { statut: 'ACTIVE' }),
        attribution('2026-10-05', '2026-10-06', { motif_radiation: 'AUTRE' }),
        attribution('2026-10-05', '2026-10-06', { type_demandeur: 'ASSOCIATION' }),
        attribution(null, '2026-10-06'),
      ],
    })
    const { mois, signalees } = await lire(essai, '2026-10-31')
    expect(mois.map((m) => [m.mois, m.enregistrees])).toEqual([
      ...[
        '2025-11',
        '2025-12',
        '2026-01',
        '2026-02',
        '2026-03',
        '2026-04',
        '2026-05',
        '2026-06',
        '2026-07',
        '2026-08',
      ].map((m) => [m, null]),
      ['2026-09', 1],
      ['2026-10', 4],
    ])
    // Recorded the same day, and the same day; not the one recorded before its lease, nor the one of unknown day.
    expect(mois[11]).toMatchObject({ delai_median: 0, delai_p90: 0 })
    expect(mois[10]).toMatchObject({ delai_median: 2, delai_p90: 2 })
    expect(signalees).toEqual({ 'ANTERIEURE BBBBB': 2 })
  })

  it('sans la date du bail, rien n’est mesuré, et on dit pourquoi', async () => {
    const essai = await ouvrirEssai()
    await essai.importer({
      date: enJour('2026-10-31'),
      sans: ['date_signature_bail'],
      demandes: [attribution('2026-10-01', '2026-10-10')],
    })
    expect(await lire(essai, '2026-10-31')).toEqual({
      etat: { instantane: '2026-10-31', precedent: null, motif: 'COLONNE_VIDE date_signature_bail' },
      mois: [],
      signalees: {},
    })
  })

  it('le jour demandé après l’instantané : ses mois sans instantané sont vides et provisoires', async () => {
    const essai = await ouvrirEssai()
    await essai.importer({ date: enJour('2026-08-31'), demandes: [attribution('2026-08-01', '2026-08-10')] })
    const { mois } = await lire(essai, '2026-10-15')
    expect(mois.map((m) => m.mois).slice(-3)).toEqual(['2026-08', '2026-09', '2026-10'])
    expect(mois.at(-1)).toEqual({
      mois: '2026-10',
      enregistrees: null,
      part_enregistree: null,
      estimees: null,
      ic_bas: null,
      ic_haut: null,
      provisoire: true,
      delai_median: null,
      delai_p90: null,
      irregularites: [],
    })
    expect(mois.at(-3)?.enregistrees).toBe(1)
  })

  it('un instantané que la conservation a touché garde ce qui en a été mesuré', async () => {
    const essai = await ouvrirEssai()
    const guichets = [BAILLEUR]
    await essai.importer({ date: enJour('2026-09-30'), guichets, demandes: [attribution('2026-08-20', '2026-09-05')] })
    await runQuery(essai.base.connection, sql`UPDATE instantanes SET clos = TRUE`)
    await runQuery(
      essai.base.connection,
      sql`UPDATE attributions_estimees SET enregistrees = 99 WHERE mois = '2026-08'`,
    )
    await essai.importer({ date: enJour('2026-08-31'), guichets, demandes: [] })
    await essai.importer({ date: enJour('2026-10-31'), guichets, demandes: [] })
    expect((await lire(essai, '2026-09-30')).mois.find((m) => m.mois === '2026-08')?.enregistrees).toBe(99)
  })

  it('un rattrapage se relit avec les mois qu’il touche, et l’extraction tardive ne compte rien deux fois', async () => {
    const essai = await ouvrirEssai()
    const jour = (depuis: string, n: number) => plusJours(enJour(depuis), n)
    const regulieres = Array.from({ length: 300 }, (_, i) =>
      attribution(jour('2026-01-01', i % 300), jour('2026-01-01', (i % 300) + 1 + (i % 30))),
    )
    const anciennes = Array.from({ length: 40 }, (_, i) => attribution(jour('2026-05-01', i), '2026-10-20'))
    await essai.importer({
      date: enJour('2026-10-20'),
      guichets: [BAILLEUR],
      demandes: [...regulieres, ...anciennes].filter((d) => (d.date_saisie_radiation ?? '') <= '2026-10-26'),
    })
    const { mois } = await lire(essai, '2026-10-20')
    expect(mois.find((m) => m.mois === '2026-05')?.irregularites).toEqual([
      { sorte: 'RATTRAPAGE', date: '2026-10-20', nombre: 40 },
    ])
    expect(mois.find((m) => m.mois === '2026-05')?.provisoire).toBe(true)
    const septembre = mois.find((m) => m.mois === '2026-09')
    expect(septembre?.irregularites).toEqual([])
    // Thirty are signed that month, one a day; recorded within a month, all but a few are by 26 October.
    expect(septembre?.ic_bas).toBeLessThanOrEqual(30)
    expect(septembre?.ic_haut).toBeGreaterThanOrEqual(30)
    expect(septembre?.estimees).toBeLessThan(33)
  })
})
