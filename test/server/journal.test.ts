import { describe, expect, it } from 'vitest'
import { preparer } from './comptes.ts'

describe('le journal', () => {
  it('dit qui a vu quels numéros, sur quel filtre et combien, avant qu’ils ne soient vus', async () => {
    const { demander, etat } = await preparer()
    await demander('/dossiers?indicateur=demandes_actives&niveau=TERRITOIRE&entite=013')
    const liste = (await (await demander('/exports/enregistrements.json?indicateur=demandes_actives')).json()) as []
    const lignes = await etat
      .selectFrom('journal')
      .selectAll()
      .where('action', 'in', ['CONSULTATION', 'EXPORT'])
      .execute()
    expect(lignes.map(({ action, nombre }) => [action, nombre])).toEqual([
      ['CONSULTATION', liste.length],
      ['EXPORT', liste.length],
    ])
    expect(JSON.parse(lignes[1]?.detail ?? '')).toMatchObject({
      indicateur: 'demandes_actives',
      niveau: 'TERRITOIRE',
      forme: 'json',
    })
    expect(lignes.every(({ qui, role }) => qui.endsWith('@exemple.fr') && role === 'gestionnaire')).toBe(true)
  })

  it('se filtre et s’exporte, avec ses empreintes', async () => {
    const { demander, etat } = await preparer()
    await demander('/dossiers?indicateur=demandes_actives')
    const page = await (await demander('/journal?action=CONSULTATION')).text()
    expect(page).toContain('La chaîne du journal est entière')
    expect(page).toMatch(/<strong>1.entrée<\/strong>/)
    const csv = await (await demander('/exports/journal.csv?action=CONSULTATION')).text()
    expect(csv).toMatch(/^\ufeff?N°;Quand;Qui/)
    expect(csv.trim().split('\n')).toHaveLength(2)
    const [pris] = await etat.selectFrom('journal').select('detail').where('action', '=', 'EXPORT').execute()
    expect(JSON.parse(pris?.detail ?? '')).toEqual({ table: 'journal', action: 'CONSULTATION', forme: 'csv' })
  })
})
