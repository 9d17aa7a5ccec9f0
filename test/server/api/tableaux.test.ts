import { describe, expect, it } from 'vitest'
import { TABLEAUX } from '../../../metrics/tableaux/registry.ts'
import { lireStandard } from '../../metrics/tableaux/aide.ts'
import { preparerDepartement } from '../acces/departement.ts'
import { creerApi, donnerJeton } from './api.ts'

const departement = preparerDepartement()

const preparer = async () => {
  const { base } = departement()
  const { etat, demander, lire } = await creerApi(base)
  const { clair } = await donnerJeton(etat, { role: 'etat' })
  return {
    base,
    lire: (chemin: string) => lire(`/api/v1/${chemin}`, clair),
    voir: (chemin: string, entetes = {}) => demander(`/api/v1/${chemin}`, clair, entetes),
  }
}

describe('les tableaux standards par l’API', () => {
  it('sont tous nommés, avec ce qui empêche d’en mesurer un', async () => {
    const { lire } = await preparer()
    const listes = await lire('tableaux')
    expect(listes.map(({ code }) => code)).toEqual(TABLEAUX.map(({ code }) => code))
    expect(listes.find(({ code }) => code === 'TAB03-01')).toMatchObject({ famille: 'MENAGES', motif: null })
    expect(listes.find(({ code }) => code === 'TAB04-07')).toMatchObject({ motif: 'SEUIL_ABSENT' })
  })

  it('ont les lignes que la ligne de commande donne, en codes', async () => {
    const { base, lire, voir } = await preparer()
    for (const code of ['TAB01-01', 'TAB02-03', 'TAB03-02', 'TAB03-12', 'TAB04-05'] as const)
      expect([code, await lire(`tableaux/lignes?tableau=${code}`)]).toEqual([
        code,
        (await lireStandard(base, code)).lignes,
      ])
    const csv = await (await voir('tableaux/lignes?tableau=TAB03-10', { accept: 'text/csv' })).text()
    expect(csv).toContain('LOCATAIRE_HLM')
  })

  it('se lisent par EPCI et par partie ; une partie qui n’existe pas est refusée', async () => {
    const { base, lire, voir } = await preparer()
    const parEpci = await lire('tableaux/lignes?tableau=TAB03-13&par=EPCI')
    expect(parEpci).toEqual((await lireStandard(base, 'TAB03-13', { par: 'EPCI' })).lignes)
    const enMutation = await lire('tableaux/lignes?tableau=TAB03-01&vue=MUTATION:OUI')
    const vue = { filtre: 'MUTATION', valeur: 'OUI' } as const
    expect(enMutation).toEqual((await lireStandard(base, 'TAB03-01', { vue })).lignes)
    expect((await voir('tableaux/lignes?tableau=TAB03-01&vue=COMMUNE:99999')).status).toBe(400)
    expect((await voir('tableaux/lignes?tableau=TAB99-01')).status).toBe(400)
  })

  it('un tableau qui n’est pas mesurable le dit, avec ce qui manque', async () => {
    const { voir } = await preparer()
    const reponse = await voir('tableaux/lignes?tableau=TAB04-07')
    expect(reponse.status).toBe(404)
    expect(await reponse.json()).toMatchObject({ detail: expect.stringContaining('SEUIL_ABSENT') })
  })
})
