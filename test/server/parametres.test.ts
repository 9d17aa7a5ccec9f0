import { describe, expect, it } from 'vitest'
import { preparer } from './comptes.ts'

describe('les réglages', () => {
  it('un seuil changé se voit avec sa décision, et ne rejuge aucun mois calculé', async () => {
    const { demander } = await preparer()
    const norme = { indicateur: 'forcages', nature: 'seuil', depuis: '2026-03-01', motif: 'comité du 12/02/2026' }
    const page = await (await demander('/parametres/norme', { ...norme, valeur: '5,5 %' })).text()
    expect(page).toMatch(/5,5\u00a0%/)
    expect(page).toContain('comité du 12/02/2026')
    expect(await (await demander('/indicateurs/forcages')).text()).toMatch(/3\u00a0% depuis le/)
  })

  it.each(['abc', '-1', '101', ''])('« %s » n’est pas un minimum ni un seuil de part', async (valeur) => {
    const { demander } = await preparer()
    const nature = valeur === '' ? 'minimum' : 'seuil'
    const champs = { indicateur: 'forcages', nature, valeur, depuis: '2026-03-01', motif: 'essai' }
    expect((await demander('/parametres/norme', champs)).status).toBe(422)
  })

  it('un réglage inconnu, ou d’une valeur qui n’est pas offerte, est refusé', async () => {
    const { demander } = await preparer()
    const quand = { depuis: '2026-03-01', motif: 'essai' }
    expect((await demander('/parametres/reglage', { cle: 'constructor', valeur: 'true', ...quand })).status).toBe(422)
    expect((await demander('/parametres/reglage', { cle: 'copil_nominatif', valeur: '"oui"', ...quand })).status).toBe(
      422,
    )
  })
})
