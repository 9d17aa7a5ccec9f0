import { describe, expect, it } from 'vitest'
import { ouvrirBase } from '../../base.ts'
import { CARTE, ecrireDossier, fichiers } from '../../ingest/instantane.ts'
import { adresse, creerApplication } from '../aide.ts'

const PAGES = ['/', '/indicateurs', '/indicateurs/demandes_perimees', '/guichets', '/forcages', '/attributions']

const mois = (date: string) => ecrireDossier(fichiers({ 'instantane.json': JSON.stringify({ ...CARTE, date }) }))

describe('ce qu’un chargement change', () => {
  it('est déjà relu quand les pages se rouvrent : aucune ne lit plus les chiffres du mois', async () => {
    const { base, charger } = await ouvrirBase()
    const { app } = await creerApplication(base)
    await charger(mois('2026-09-30'))
    await app.request(adresse('/'))
    await charger(mois('2026-10-31'))
    const lues: string[] = []
    const run = base.connection.run.bind(base.connection)
    base.connection.run = (sql, ...reste) => {
      lues.push(sql)
      return run(sql, ...reste)
    }
    const vues: string[] = []
    for (const page of PAGES) {
      const reponse = await app.request(adresse(page))
      expect([page, reponse.status]).toEqual([page, 200])
      vues.push(await reponse.text())
    }
    expect(vues.filter((page) => page.includes('octobre 2026'))).toHaveLength(PAGES.length)
    // The curves of one indicator, or who ever registered, are few rows, read when a page is opened.
    const lourdes = lues.filter((sql) => !/\bindicateur = [$']/.test(sql))
    expect(lourdes.filter((sql) => /\b(resultats|pairs_juges|demandes_courantes)\b/.test(sql))).toEqual([])
    expect(lues.length).toBeGreaterThan(0)
  })
})
