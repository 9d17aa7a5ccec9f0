import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { purgerBase } from '../../../server/services/purger.ts'
import { ouvrirBase } from '../../base.ts'
import { AU } from './deux-territoires.ts'
import { demande, instantaneDu, numero, radiee } from './scene.ts'

const OPTIONS_PURGE = { maintenant: new Date('2026-11-23T10:00:00'), qui: 'ligne de commande (essai)' }

it('les rejets d’un instantané refusé perdent les numéros effacés, et les autres restent comme ils étaient', async () => {
  const { base, charger } = await ouvrirBase()
  await charger(instantaneDu('2025-11-30', [demande(1), radiee(2, '2025-11-10')]))
  const fautive = (rang: number) => [demande(rang, { date_depot: '32/01/2026' })]
  for (const rang of [1, 2]) await charger(instantaneDu('2026-10-31', fautive(rang))).catch(() => null)
  const lire = () => {
    const csv = readdirSync(base.dossier.rejets).filter((nom) => nom.startsWith('refus-') && nom.endsWith('.csv'))
    return csv.map((nom) => readFileSync(join(base.dossier.rejets, nom), 'utf8')).sort()
  }
  const [avant = '', efface = ''] = lire()
  expect([avant.includes(numero(1)), efface.includes(numero(2))]).toEqual([true, true])
  await purgerBase(base, { ...OPTIONS_PURGE, au: AU })
  const apres = lire()
  expect(apres).toContain(avant)
  expect(apres.join('')).not.toContain(numero(2))
})
