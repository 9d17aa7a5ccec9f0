import { describe, expect, it } from 'vitest'
import { debutMois, enJour, enMois, finMois } from '../../../ingest/socle/jour.ts'
import { listInstantanes } from '../../../ingest/store/instantanes.ts'
import { compterEffaces } from '../../../metrics/effaces.ts'
import { listerEnregistrements } from '../../../metrics/enregistrements.ts'
import { lireIndicateurs } from '../../../metrics/lire.ts'
import type { CodeIndicateur } from '../../../metrics/registry.ts'
import { purgerBase } from '../../../server/services/purger.ts'
import { ouvrirBase } from '../../base.ts'
import { type Champs, demande, instantaneDu, radiee } from './scene.ts'

const ouvrir = async (mois: Readonly<Record<string, readonly Champs[]>>) => {
  const { base, charger } = await ouvrirBase()
  for (const [date, lignes] of Object.entries(mois)) await charger(instantaneDu(date, lignes))
  return {
    base,
    charger,
    purger: (au: string) =>
      purgerBase(base, {
        au: enJour(au),
        maintenant: new Date('2026-11-23T10:00:00'),
        qui: 'ligne de commande (essai)',
      }),
    async figure(indicateur: CodeIndicateur, mois: string, niveau = 'TERRITOIRE') {
      const lignes = await lireIndicateurs(base.connection, {
        territoire: '013',
        debut: debutMois(enMois(mois)),
        fin: finMois(enMois(mois)),
        consolide: true,
      })
      return lignes.find((ligne) => ligne.indicateur === indicateur && ligne.niveau === niveau)
    },
    demander: (indicateur: CodeIndicateur, mois: string, tous = false) =>
      ({
        territoire: '013',
        indicateur,
        debut: debutMois(enMois(mois)),
        fin: finMois(enMois(mois)),
        niveau: 'TERRITOIRE',
        entite: '013',
        tous,
      }) as const,
  }
}

const nombrer = async (lignes: AsyncIterable<unknown>): Promise<number> => {
  let n = 0
  for await (const _ of lignes) n += 1
  return n
}

const TEMOINS = Array.from({ length: 5 }, (_, i) => demande(90 + i, { date_renouvellement: '2025-10-12' }))

/** A demande renewed early in October 2025, then radiée: its history is what a late snapshot would be compared with. */
const renouvelee = demande(1, { date_echeance: '2026-06-01', date_renouvellement: '2025-10-10' })
const SEPTEMBRE = [...TEMOINS, demande(1, { date_echeance: '2026-06-01' })]
const OCTOBRE = [...TEMOINS, renouvelee]
const NOVEMBRE = [...TEMOINS, radiee(1, '2025-11-10')]

describe('un instantané clos', () => {
  it('garde les chiffres rangés ; la liste dit combien la conservation en a effacé', async () => {
    const { base, purger, figure, demander } = await ouvrir({ '2025-10-31': OCTOBRE, '2025-11-30': NOVEMBRE })
    const avant = [await figure('demandes_actives', '2025-10'), await figure('radiations', '2025-11')]
    expect(avant.map((ligne) => ligne?.valeur)).toEqual([6, 1])
    expect(await compterEffaces(base.connection, demander('demandes_actives', '2025-10'))).toBe(0)
    await purger('2026-11-11')
    expect([await figure('demandes_actives', '2025-10'), await figure('radiations', '2025-11')]).toEqual(avant)
    expect(await nombrer(listerEnregistrements(base.connection, demander('radiations', '2025-11')))).toBe(0)
    expect(await compterEffaces(base.connection, demander('radiations', '2025-11'))).toBe(1)
    expect(await compterEffaces(base.connection, demander('demandes_actives', '2025-10'))).toBe(1)
    expect(await compterEffaces(base.connection, demander('renouvellements', '2025-10'))).toBe(1)
    expect(await compterEffaces(base.connection, demander('forcages', '2025-10', true))).toBe(0)
  })

  it('comme S, un S0 arrivé en retard ne le fait pas recalculer', async () => {
    const { charger, purger, figure, base } = await ouvrir({ '2025-10-31': OCTOBRE, '2025-11-30': NOVEMBRE })
    const avant = await figure('renouvellements_anticipes', '2025-10')
    expect(avant?.motif).toBe('S0_ABSENT')
    await purger('2026-11-11')
    await charger(instantaneDu('2025-09-30', SEPTEMBRE))
    expect(await figure('renouvellements_anticipes', '2025-10')).toEqual(avant)
    expect((await listInstantanes(base.connection)).map(({ date, clos }) => [date, clos])).toEqual([
      ['2025-09-30', false],
      ['2025-10-31', true],
      ['2025-11-30', true],
    ])
  })

  it('comme S0 d’un mois arrivé en retard, il n’est plus comparable : pas de valeur plutôt qu’une fausse', async () => {
    const { charger, purger, figure } = await ouvrir({ '2025-09-30': SEPTEMBRE, '2025-11-30': NOVEMBRE })
    await purger('2026-11-11')
    await charger(instantaneDu('2025-10-31', OCTOBRE))
    expect((await figure('renouvellements', '2025-10'))?.valeur).toBe(6)
    const anticipes = await figure('renouvellements_anticipes', '2025-10')
    expect([anticipes?.valeur, anticipes?.motif]).toEqual([null, 'S0_ABSENT'])
  })

  it('comme S0 du mois qui suit l’effacement, il l’est encore : ce qui manque à l’un manque à l’autre', async () => {
    const { charger, purger, figure } = await ouvrir({ '2026-09-30': [...TEMOINS, radiee(1, '2025-10-20')] })
    await purger('2026-10-25')
    const suite = TEMOINS.map((temoin) => ({ ...temoin, date_renouvellement: '2026-10-26' }))
    await charger(instantaneDu('2026-10-31', suite))
    const anticipes = await figure('renouvellements_anticipes', '2026-10')
    expect([anticipes?.denominateur, anticipes?.numerateur]).toEqual([5, 5])
  })

  it.each([
    ['effacé la veille du jour de S', '2026-10-30', null],
    ['effacé le jour de S', '2026-10-31', null],
    ['effacé le lendemain', '2026-11-01', 'S0_ABSENT'],
  ])('comme S0, il est comparable à ce qui n’a pas été lu avant l’effacement : %s', async (_, au, motif) => {
    const { charger, purger, figure } = await ouvrir({ '2026-09-30': [...TEMOINS, radiee(1, '2025-10-20')] })
    await purger(au)
    await charger(instantaneDu('2026-10-31', TEMOINS))
    expect((await figure('renouvellements_anticipes', '2026-10'))?.motif ?? null).toBe(motif)
  })

  it.each([
    ['effacé le jour de S', '2026-10-31', null],
    ['effacé le lendemain', '2026-11-01', 'S_MOINS_ABSENT'],
  ])('comme S⁻ de même : %s', async (_, au, motif) => {
    const anciens = [...TEMOINS, radiee(1, '2025-10-20')].map((d) => ({ ...d, date_echeance: '2026-10-15' }))
    const { charger, purger, figure } = await ouvrir({ '2026-06-30': anciens })
    await purger(au)
    await charger(instantaneDu('2026-10-31', [...TEMOINS, radiee(8, '2026-10-10')]))
    expect((await figure('echeances_non_renouvelees', '2026-10'))?.motif ?? null).toBe(motif)
  })

  it('dernier, il laisse à un mois passé ce qu’il en savait', async () => {
    const { charger, purger, figure } = await ouvrir({
      '2025-10-31': OCTOBRE,
      '2025-11-30': [...TEMOINS, radiee(1, '2025-11-10'), demande(2, { date_enregistrement: '2025-10-30' })],
    })
    const avant = await figure('enregistrements', '2025-10')
    expect([avant?.valeur, avant?.consolide]).toEqual([0, 1])
    await purger('2026-11-11')
    await charger(instantaneDu('2025-09-30', SEPTEMBRE))
    expect(await figure('enregistrements', '2025-10')).toEqual(avant)
    expect((await figure('enregistrements', '2025-09'))?.consolide).toBeNull()
  })

  it('remplacé par un contenu entier, il ne l’est plus', async () => {
    const { base, charger, purger } = await ouvrir({ '2025-10-31': OCTOBRE, '2025-11-30': NOVEMBRE })
    await purger('2026-11-11')
    await charger(instantaneDu('2025-11-30', [...TEMOINS, demande(3)]), { remplacer: true })
    expect((await listInstantanes(base.connection)).at(-1)?.clos).toBe(false)
  })
})
