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

  it('une adresse sans rien de ce qu’elle demande le dit en français, sans les mots de ce qui la vérifie', async () => {
    const { demander } = await preparer()
    const page = await (await demander('/parametres/norme')).text()
    expect(page).toContain('Le formulaire est incomplet')
    expect(page).not.toMatch(/attendu|indéfini|undefined/)
  })

  it('un réglage inconnu, ou d’une valeur qui n’est pas offerte, est refusé', async () => {
    const { demander } = await preparer()
    const quand = { depuis: '2026-03-01', motif: 'essai' }
    expect((await demander('/parametres/reglage', { cle: 'constructor', valeur: 'true', ...quand })).status).toBe(422)
    expect((await demander('/parametres/reglage', { cle: 'copil_nominatif', valeur: '"oui"', ...quand })).status).toBe(
      422,
    )
  })

  const ARRETE = { depuis: '2026-03-01', motif: 'arrêté du 21/02/2026' }
  const [METROPOLE, LYON] = ['seuil_200054807', 'seuil_200046977']

  it('un seuil de ressources se saisit par EPCI, se lit avec son arrêté, et un EPCI laissé vide garde le sien', async () => {
    const { demander, etat } = await preparer()
    await demander('/parametres/seuils', { [METROPOLE]: '9 120,50 €', ...ARRETE })
    const page = await (
      await demander('/parametres/seuils', { [METROPOLE]: '', seuil_241300375: '8900', ...ARRETE })
    ).text()
    expect(page).toMatch(/Métropole d’Aix-Marseille-Provence<\/th><td class="num"[^>]*>9\u202f120,50\u00a0€/)
    expect(page).toMatch(/8\u202f900\u00a0€<\/td><td[^>]*>01\/03\/2026<\/td><td[^>]*>arrêté du 21\/02\/2026/)
    const saisis = await etat.selectFrom('seuils_ressources').select(['epci', 'euros']).orderBy('id').execute()
    expect(saisis).toEqual([
      { epci: '200054807', euros: 9120.5 },
      { epci: '241300375', euros: 8900 },
    ])
  })

  it.each([
    ['un montant mensuel', { [METROPOLE]: '760' }],
    ['un mot', { [METROPOLE]: 'neuf mille' }],
    ['un montant négatif', { [METROPOLE]: '-9120' }],
    ['rien', { [METROPOLE]: ' ' }],
    ['un EPCI d’un autre département', { [LYON]: '9120' }],
  ])('%s n’est pas un seuil de ressources : refusé, rien n’est gardé', async (_, champs) => {
    const { demander, etat } = await preparer()
    expect((await demander('/parametres/seuils', { ...champs, ...ARRETE })).status).toBe(422)
    expect(await etat.selectFrom('seuils_ressources').selectAll().execute()).toEqual([])
  })
})
