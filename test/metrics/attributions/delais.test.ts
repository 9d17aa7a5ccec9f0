import { describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import {
  type EntiteVisee,
  lireDelais,
  lireJours,
  lireSilences,
  lireTriangle,
  reunirDelais,
} from '../../../metrics/attributions/lire.ts'
import { ouvrirEssai } from '../aide.ts'
import { attribution, BAILLEUR, lire } from './etape.ts'

describe('ce qu’un instantané range des attributions', () => {
  it('les délais se lisent par guichet, service, catégorie et territoire, et se réunissent exactement', async () => {
    const essai = await ouvrirEssai()
    const AUTRE = { code: 'CCCCC', categorie: 'BAILLEUR', service_code: 'BBBBB' }
    const delais = [0, 7, 8, 30, 31, 90, 91]
    const jour = (n: number) => new Date(Date.UTC(2026, 4, 1 + n)).toISOString().slice(0, 10)
    await essai.importer({
      date: enJour('2026-10-31'),
      guichets: [BAILLEUR, AUTRE],
      demandes: [
        ...delais.map((n) => attribution('2026-05-01', jour(n))),
        attribution('2026-06-01', '2026-06-11', { guichet_radiation: 'CCCCC' }),
        attribution('2026-06-01', '2026-06-21', { guichet_radiation: 'HHHHH' }),
        attribution('2026-06-01', '2026-07-01', { guichet_radiation: null }),
      ],
    })
    const { etat } = await lire(essai, '2026-10-31')
    const { connection } = essai.base
    const pour = async (niveau: EntiteVisee['niveau'], entite: string) => {
      const { distribution: _, ...reste } = reunirDelais(await lireDelais(connection, '013', etat, { niveau, entite }))
      return reste
    }
    expect(await pour('GUICHET', 'BBBBB')).toEqual({
      enregistrees: 7,
      n: 7,
      anterieures: 0,
      mediane: 30,
      p90: 90.4,
      plus_7: 5,
      plus_30: 3,
      plus_90: 1,
    })
    expect(await pour('SERVICE', 'BBBBB')).toMatchObject({ enregistrees: 8 })
    expect(await pour('CATEGORIE', 'BAILLEUR')).toMatchObject({ enregistrees: 8 })
    expect(await pour('GUICHET', 'HHHHH')).toMatchObject({ enregistrees: 1, mediane: 20 })
    expect(await pour('TERRITOIRE', '013')).toMatchObject({ enregistrees: 10 })
    expect(await lireTriangle(connection, '013', etat, { niveau: 'CATEGORIE', entite: 'BAILLEUR' })).toEqual([
      { mois: '2026-05', retard: 0, n: 4 },
      { mois: '2026-05', retard: 1, n: 1 },
      { mois: '2026-05', retard: 2, n: 2 },
      { mois: '2026-06', retard: 0, n: 1 },
    ])
  })

  it('un bailleur sans attribution depuis trois mois est nommé, avec ce qu’il saisissait avant', async () => {
    const essai = await ouvrirEssai()
    await essai.importer({
      date: enJour('2026-10-31'),
      guichets: [
        BAILLEUR,
        { code: 'CCCCC', categorie: 'BAILLEUR', libelle: 'Habitat C' },
        { code: 'DDDDD', categorie: 'BAILLEUR', date_fermeture: '2026-09-30' },
        { code: 'EEEEE', categorie: 'COMMUNE' },
      ],
      demandes: [
        attribution('2026-07-01', '2026-08-01'),
        attribution('2026-07-01', '2026-07-31', { guichet_radiation: 'CCCCC' }),
      ],
    })
    const { etat } = await lire(essai, '2026-10-31')
    expect(await lireSilences(essai.base.connection, '013', etat)).toEqual([
      { service: 'CCCCC', libelle: 'Habitat C', derniere: '2026-07-31', avant: 1 },
    ])
    expect(await lireJours(essai.base.connection, '013', etat)).toHaveLength(2)
  })
})
