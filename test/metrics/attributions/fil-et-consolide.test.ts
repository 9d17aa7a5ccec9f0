import { describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { lireFilEtConsolide } from '../../../metrics/attributions/fil-et-consolide.ts'
import { lireRetro } from '../../../metrics/attributions/retro.ts'
import { ouvrirEssai } from '../aide.ts'
import { attribution, lire, TERRITOIRE } from './etape.ts'

describe('ce qu’un instantané range des attributions', () => {
  it('au fil de l’eau et consolidé : ce que l’on savait à la fin du mois, et ce que l’on sait', async () => {
    const essai = await ouvrirEssai()
    const tous = [attribution('2026-09-10', '2026-09-20'), attribution('2026-09-12', '2026-10-20')]
    await essai.importer({ date: enJour('2026-10-02'), demandes: tous.slice(0, 1) })
    await essai.importer({ date: enJour('2026-10-31'), demandes: tous })
    const { etat } = await lire(essai, '2026-10-31')
    const lignes = await lireFilEtConsolide(essai.base.connection, '013', etat, TERRITOIRE)
    expect(lignes.find(({ mois }) => mois === '2026-09')).toEqual({ mois: '2026-09', fil: 1, consolide: 2 })
    expect(lignes.find(({ mois }) => mois === '2026-08')).toEqual({ mois: '2026-08', fil: null, consolide: 0 })
  })

  it.each([
    ['au neuvième jour', '2026-10-09', 1],
    ['au dixième jour', '2026-10-10', 1],
    ['au onzième jour, trop tard', '2026-10-11', null],
  ])('au fil de l’eau, un instantané parle du mois clos %s', async (_titre, date, fil) => {
    const essai = await ouvrirEssai()
    await essai.importer({ date: enJour(date), demandes: [attribution('2026-09-10', '2026-09-20')] })
    await essai.importer({ date: enJour('2026-10-31'), demandes: [attribution('2026-09-10', '2026-09-20')] })
    const { etat } = await lire(essai, '2026-10-31')
    const lignes = await lireFilEtConsolide(essai.base.connection, '013', etat, TERRITOIRE)
    expect(lignes.find(({ mois }) => mois === '2026-09')).toEqual({ mois: '2026-09', fil, consolide: 1 })
  })

  it('ce qu’un instantané estimait se compare à ce qui est venu, une fois presque tout venu', async () => {
    const essai = await ouvrirEssai()
    const jours = Array.from({ length: 300 }, (_, i) => new Date(Date.UTC(2025, 10, 1 + i)))
    const plus = (date: Date, n: number) => new Date(date.getTime() + n * 86_400_000).toISOString().slice(0, 10)
    const toutes = jours.flatMap((date) => [2, 40].map((n) => attribution(plus(date, 0), plus(date, n))))
    const au = (date: string) => toutes.filter((d) => String(d.date_saisie_radiation) <= date)
    await essai.importer({ date: enJour('2026-06-30'), demandes: au('2026-06-30') })
    await essai.importer({ date: enJour('2026-10-31'), demandes: au('2026-10-31') })
    const lignes = await lireRetro(essai.base.connection, '013', enJour('2026-10-31'), TERRITOIRE)
    expect(lignes.map(({ instantane, mois, constatees }) => [instantane, mois, constatees])).toEqual([
      ['2026-06-30', '2026-05', 62],
      ['2026-06-30', '2026-06', 60],
    ])
    for (const ligne of lignes) {
      expect(ligne.enregistrees).toBeLessThan(ligne.constatees)
      expect(ligne.dans_intervalle).toBe(ligne.constatees >= ligne.ic_bas && ligne.constatees <= ligne.ic_haut)
    }
    expect(await lireRetro(essai.base.connection, '013', enJour('2026-06-30'), TERRITOIRE)).toEqual([])
  })
})
