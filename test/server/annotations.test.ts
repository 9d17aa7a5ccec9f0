import { describe, expect, it } from 'vitest'
import { dossierTemporaire, ouvrirBase } from '../base.ts'
import { ecrireSerie } from '../oracle/fabrique.ts'
import { texteDe } from '../web/rendre.tsx'
import { adresse, creerApplication, poster } from './aide.ts'

const NOTE = { texte: 'Nouveau logiciel', du: '2026-08-10', au: '', indicateur: '', recalcule: '1' }

/** Three months of a small department, and its guichets. */
const preparer = async (personne: Parameters<typeof creerApplication>[1] = {}) => {
  const { base, charger } = await ouvrirBase()
  for (const { dossier } of ecrireSerie(dossierTemporaire(), 8, { demandes: 80, mois: 3 }))
    await charger(dossier, { tolerance: 1, toleranceValeurs: 1 })
  const application = await creerApplication(base, personne)
  const codes = (await application.app.request(adresse('/guichets')).then((r) => r.text())).matchAll(
    /href="\/guichets\/([0-9A-Z]{5})\?/g,
  )
  return { base, codes: [...new Set([...codes].map(([, code]) => code ?? ''))], ...application }
}

describe('une note datée', () => {
  it('s’écrit, se dessine sur la fiche, se journalise sans son texte, et se retire', async () => {
    const { app, etat, codes } = await preparer()
    const [code = '', autre = ''] = codes
    const fiche = adresse(`/guichets/${code}`)
    const ecrite = await app.request(adresse(`/guichets/${code}/annotations`), poster(NOTE))
    expect(ecrite.status).toBe(303)
    expect(ecrite.headers.get('location')).toMatch(new RegExp(`^/guichets/${code}\\?.*note=enregistree#notes$`))
    const texte = texteDe(await (await app.request(fiche)).text())
    expect(texte).toContain('Nouveau logiciel')
    expect(texte).toMatch(
      /le 10\/08\/2026, tous les indicateurs\. Limites recalculées à partir d’août 2026, choisi par/,
    )
    expect(texteDe(await (await app.request(adresse(`/guichets/${autre}`))).text())).not.toContain('Nouveau logiciel')

    const { id } = await etat.selectFrom('annotations').select('id').executeTakeFirstOrThrow()
    const horsDuGuichet = await app.request(adresse(`/guichets/${autre}/annotations/${id}/retirer`), poster({}))
    expect(horsDuGuichet.status).toBe(404)
    expect((await app.request(adresse(`/guichets/${code}/annotations/${id}/retirer`), poster({}))).status).toBe(303)
    expect(texteDe(await (await app.request(fiche)).text())).not.toContain('Nouveau logiciel')
    expect((await app.request(adresse(`/guichets/${code}/annotations/${id}/retirer`), poster({}))).status).toBe(404)

    const lignes = await etat.selectFrom('journal').selectAll().where('action', '=', 'ANNOTATION').execute()
    expect(lignes.map(({ territoire, detail }) => [territoire, JSON.parse(detail)])).toEqual([
      ['013', { id, guichet: code, indicateur: null, du: '2026-08-10', au: null, recalcule: true }],
      ['013', { id, guichet: code, retiree: true }],
    ])
    expect(JSON.stringify(lignes)).not.toContain('logiciel')
  })

  it('sans texte, à une date qui n’existe pas, avec un numéro, finie avant d’avoir commencé ou d’un indicateur inconnu, ne se garde pas', async () => {
    const { app, etat, codes } = await preparer()
    const fautes = [
      [{ texte: ' ' }, 'Ce qui a changé manque.'],
      [{ texte: 'voir 013 1026 000001 AAAAA' }, 'Ce texte contient un numéro unique'],
      [{ du: '2026-02-30' }, 'La date n’est pas une date du calendrier.'],
      [{ au: '2026-08-09' }, 'La date de fin précède celle du début.'],
      [{ indicateur: 'constructor' }, 'Cet indicateur n’existe pas.'],
    ] as const
    for (const [faute, phrase] of fautes) {
      const reponse = await app.request(adresse(`/guichets/${codes[0]}/annotations`), poster({ ...NOTE, ...faute }))
      expect([reponse.status, await reponse.text()]).toEqual([422, expect.stringContaining(phrase)])
    }
    expect(await etat.selectFrom('annotations').selectAll().execute()).toEqual([])
  })

  it('ne s’écrit que par un gestionnaire, et ne se lit que du guichet que l’on voit', async () => {
    const { app, etat, codes } = await preparer({ role: 'etat' })
    const reponse = await app.request(adresse(`/guichets/${codes[0]}/annotations`), poster(NOTE))
    expect(reponse.status).toBe(403)
    expect(await etat.selectFrom('annotations').selectAll().execute()).toEqual([])
    const page = await (await app.request(adresse(`/guichets/${codes[0]}`))).text()
    expect(page).not.toContain('Ajouter une note datée')
  })
})
