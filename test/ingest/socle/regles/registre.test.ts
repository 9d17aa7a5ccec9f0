import { expect, test } from 'vitest'
import { enJour } from '../../../../ingest/socle/jour.ts'
import { MOIS_AVANT_RENOUVELLEMENT, MOIS_DE_LA_CONVENTION } from '../../../../ingest/socle/regles/registre.ts'
import { regleEn } from '../../../../ingest/socle/regles/regle.ts'

test('une convention se renouvelle après douze mois et finit après soixante-douze', () => {
  expect(regleEn(MOIS_AVANT_RENOUVELLEMENT, enJour('2026-11-23'))).toBe(12)
  expect(regleEn(MOIS_DE_LA_CONVENTION, enJour('2026-11-23'))).toBe(72)
})
