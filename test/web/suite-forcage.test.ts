import { expect, it } from 'vitest'
import { enJour } from '../../ingest/socle/jour.ts'
import { direSuite } from '../../web/components/forcages/liste.tsx'

const seule = {
  numero_unique: '013102600000113055',
  guichet: '13055',
  date_enregistrement: enJour('2026-10-05'),
  motif_forcage: null,
  numero_unique_rapproche: '013102500000213055',
  active: true,
  jours_de_cloture: null,
  injustifiee: false,
  signaux: [],
}

it.each([
  [{ signaux: ['PAIRE_ACTIVE'] as const }, 'les deux demeurent'],
  [{ jours_de_cloture: 3 }, 'close après 3 j'],
  [{}, 'radiée ou absente, sans date'],
  [{ active: false }, 'demande forcée close, sans date'],
  [{ active: false, numero_unique_rapproche: null }, 'demande forcée close, sans date'],
  [{ numero_unique_rapproche: null }, ''],
])('ce qu’il est advenu d’un forçage se dit aussi quand une date manque : %j', (d, suite) => {
  expect(direSuite({ ...seule, ...d }).replace(/[\u00a0\u202f]/g, ' ')).toBe(suite)
})
