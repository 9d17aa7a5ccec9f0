import { expect, it } from 'vitest'
import { ouvrirBase } from '../base.ts'
import { adresse, creerApplication } from './aide.ts'

it.each([
  ['n’existe pas', false, 404, 'Page introuvable'],
  ['répond à qui développe', true, 200, 'FormulaireQualification'],
] as const)('la page des composants %s', async (_, composants, statut, dit) => {
  const { base } = await ouvrirBase()
  const { app } = await creerApplication(base, { role: 'partenaire' }, { composants })
  const reponse = await app.request(adresse('/composants'))
  expect(reponse.status).toBe(statut)
  expect(await reponse.text()).toContain(dit)
})
