import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { texte } from '../../../ingest/socle/sql/colonne.ts'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import { listInstantanes } from '../../../ingest/store/instantanes.ts'
import { purgerBase } from '../../../server/services/purger.ts'
import { ouvrirBase } from '../../base.ts'
import { type Champs, demande, instantaneDu, numero, radiee } from './scene.ts'

const OPTIONS_PURGE = { maintenant: new Date('2026-11-23T10:00:00'), qui: 'ligne de commande (essai)' }

/** Loads snapshots, each the demandes that it shows, and says which numbers are left after a purge. */
const resteApres = async (mois: Readonly<Record<string, readonly Champs[]>>, au: string) => {
  const { base, charger } = await ouvrirBase()
  for (const [date, lignes] of Object.entries(mois)) await charger(instantaneDu(date, lignes))
  const bilan = await purgerBase(base, { ...OPTIONS_PURGE, au: enJour(au) })
  const lignes = await runQuery(
    base.connection,
    sql`SELECT DISTINCT numero_unique AS n FROM demandes_versions ORDER BY n`,
    { n: texte },
  )
  return { base, charger, bilan, restent: lignes.map(({ n }) => n) }
}

const TEMOIN = demande(99)

describe('la durée de conservation', () => {
  it.each([
    ['la veille du terme', radiee(1, '2025-10-01', ''), '2026-09-30', true],
    ['au terme', radiee(1, '2025-10-01', ''), '2026-10-01', true],
    ['le lendemain du terme', radiee(1, '2025-10-01', ''), '2026-10-02', false],
    ['un 29 février, au 28 février suivant', radiee(1, '2024-02-29', ''), '2025-02-28', true],
    ['un 29 février, au 1er mars suivant', radiee(1, '2024-02-29', ''), '2025-03-01', false],
    ['la date de radiation prime sur celle de saisie', radiee(1, '2025-10-20', '2025-09-01'), '2026-10-20', true],
    ['la date de saisie à défaut, au terme', radiee(1, '', '2025-10-01'), '2026-10-01', true],
    ['la date de saisie à défaut, le lendemain', radiee(1, '', '2025-10-01'), '2026-10-02', false],
    ['sans date, un an après le premier instantané qui la montre radiée', radiee(1, ''), '2026-10-31', true],
    ['sans date, le lendemain', radiee(1, ''), '2026-11-01', false],
    ['une radiation du jour même en est une', radiee(1, '2026-10-31', '2025-09-01'), '2026-10-31', true],
    ['une radiation du lendemain n’en est pas encore une', radiee(1, '2026-11-01', '2025-09-01'), '2026-10-31', false],
    ['une saisie du jour même en est une', radiee(1, '', '2026-11-01'), '2026-11-01', true],
    ['une saisie du lendemain n’en est pas encore une', radiee(1, '', '2026-11-02'), '2026-11-01', false],
    ['une date à venir n’en est pas une', radiee(1, '2205-10-01', ''), '2026-11-01', false],
  ])('%s', async (_, ligne, au, gardee) => {
    const date = ligne.date_radiation === '2024-02-29' ? '2024-03-31' : '2025-10-31'
    const { restent } = await resteApres({ [date]: [TEMOIN, ligne] }, au)
    expect(restent.includes(numero(1))).toBe(gardee)
    expect(restent).toContain(numero(99))
  })

  it.each([
    ['au terme de l’absence', '2026-10-31', true],
    ['le lendemain', '2026-11-01', false],
  ])('une demande active qui disparaît compte du premier instantané sans elle : %s', async (_, au, gardee) => {
    const mois = { '2025-09-30': [TEMOIN, demande(1)], '2025-10-31': [TEMOIN], '2025-11-30': [TEMOIN] }
    expect((await resteApres(mois, au)).restent.includes(numero(1))).toBe(gardee)
  })

  it.each([
    ['au terme', '2026-11-30', true],
    ['le lendemain', '2026-12-01', false],
  ])('sans date, elle compte de la dernière radiation, non de la première : %s', async (_, au, gardee) => {
    const mois = {
      '2025-09-30': [TEMOIN, radiee(1, '')],
      '2025-10-31': [TEMOIN, demande(1)],
      '2025-11-30': [TEMOIN, radiee(1, '')],
    }
    expect((await resteApres(mois, au)).restent.includes(numero(1))).toBe(gardee)
  })

  it('une demande réactivée reste, si anciennes que soient ses radiations', async () => {
    const mois = { '2024-09-30': [TEMOIN, radiee(1, '2024-09-01')], '2025-10-31': [TEMOIN, demande(1)] }
    expect((await resteApres(mois, '2030-01-01')).restent).toEqual([numero(1), numero(99)])
  })

  it('radiée puis disparue, elle garde la date de sa radiation', async () => {
    const mois = { '2025-09-30': [TEMOIN, radiee(1, '2025-09-10')], '2025-10-31': [TEMOIN] }
    expect((await resteApres(mois, '2026-09-11')).restent).toEqual([numero(99)])
  })

  it('clôt les instantanés qui la montraient, et eux seuls ; l’effacement est consigné par son compte', async () => {
    const mois = {
      '2025-08-31': [TEMOIN],
      '2025-09-30': [TEMOIN, demande(1), radiee(2, '2025-09-10')],
      '2025-10-31': [TEMOIN, radiee(1, '2025-10-05')],
      '2025-11-30': [TEMOIN],
    }
    const { base, bilan } = await resteApres(mois, '2026-10-06')
    expect(bilan).toEqual({ au: '2026-10-06', demandes: 2, instantanes_clos: 2, empeches: [] })
    const clos = (await listInstantanes(base.connection)).filter((i) => i.clos).map(({ date }) => date)
    expect(clos).toEqual(['2025-09-30', '2025-10-31'])
  })

  it('masque un numéro effacé là où une autre demande le cite, et ne le reprend pas de l’instantané suivant', async () => {
    const citante = demande(2, { forcage_doublon: 'O', numero_unique_rapproche: numero(1) })
    const { base, charger, restent } = await resteApres(
      { '2025-09-30': [TEMOIN, radiee(1, '2025-09-10'), citante] },
      '2026-09-11',
    )
    expect(restent).toEqual([numero(2), numero(99)])
    const cites = async () =>
      runQuery(
        base.connection,
        sql`SELECT DISTINCT numero_unique_rapproche AS cite FROM demandes_versions WHERE numero_unique = ${numero(2)}`,
      )
    expect(await cites()).toEqual([{ cite: 'n° purgé' }])
    await charger(instantaneDu('2026-10-31', [TEMOIN, citante]))
    await purgerBase(base, { ...OPTIONS_PURGE, au: enJour('2026-11-01') })
    expect(await cites()).toEqual([{ cite: 'n° purgé' }])
  })
})
