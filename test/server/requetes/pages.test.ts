import { describe, expect, it } from 'vitest'
import { rafraichirTuiles } from '../../../server/services/tuiles.ts'
import { lireTuiles } from '../../../server/state/requetes.ts'
import { texteDe } from '../../web/rendre.tsx'
import { PAIRES, preparerDeuxTerritoires } from '../acces/deux-territoires.ts'
import { adresse, creerApplication, MAINTENANT, poster, suivre } from '../aide.ts'

const COMPTE = 'SELECT count(*) AS demandes FROM demandes'

describe('les pages des requêtes libres', () => {
  const scene = preparerDeuxTerritoires()

  const preparer = async (role: 'gestionnaire' | 'etat' = 'gestionnaire') => {
    const application = await creerApplication(scene().base, { role, territoires: ['013'] })
    const { app } = application
    const envoyer = async (chemin: string, champs: Readonly<Record<string, string>>) => {
      const reponse = await app.request(adresse(chemin), poster(champs))
      return { statut: reponse.status, page: await suivre(app, reponse), vers: reponse.headers.get('location') ?? '' }
    }
    const lire = async (chemin: string) => texteDe(await (await app.request(adresse(chemin))).text())
    /** Runs a query, and waits for its page to have become that of its end. */
    const executer = async (sql: string): Promise<{ texte: string; vers: string }> => {
      const { vers } = await envoyer('/requetes/executer', { sql })
      for (let essai = 0; ; essai++) {
        const texte = await lire(vers)
        if (!texte.includes('En cours depuis') || essai > 200) return { texte, vers }
        await new Promise((resolve) => setTimeout(resolve, 200))
      }
    }
    return { ...application, envoyer, lire, executer }
  }

  const garder = async (a: Awaited<ReturnType<typeof preparer>>, champs: Readonly<Record<string, string>> = {}) => {
    const saisie = { titre: 'Demandes du territoire', description: 'Un compte.', sql: COMPTE, garder: 'NOUVELLE' }
    const { vers } = await a.envoyer('/requetes', { ...saisie, ...champs })
    return /^\/requetes\/(\d+)\?/.exec(vers)?.[1] ?? ''
  }

  it('montrent le résultat, ce qu’il a coûté, et l’emportent en cinq formes', async () => {
    const a = await preparer()
    const { texte, vers } = await a.executer('SELECT numero_unique FROM demandes ORDER BY 1')
    expect(texte).toMatch(/lignes? en/)
    expect(texte).toContain(PAIRES['013'][0])
    const id = /executions\/([\w-]+)/.exec(vers)?.[1] ?? ''
    for (const format of ['csv', 'xlsx', 'ods', 'arrow', 'json']) {
      const reponse = await a.app.request(adresse(`/exports/requete.${format}?execution=${id}`))
      expect([format, reponse.status]).toEqual([format, 200])
      const octets = (await reponse.arrayBuffer()).byteLength
      expect(octets).toBeGreaterThan(20)
    }
    const exports = await a.etat
      .selectFrom('journal')
      .select(['action', 'nombre'])
      .where('action', '=', 'EXPORT')
      .execute()
    expect(exports).toHaveLength(5)
  })

  it('ne montrent le résultat d’une personne à nulle autre', async () => {
    const { vers } = await (await preparer()).executer(COMPTE)
    const autre = await preparer()
    const reponse = await autre.app.request(adresse(vers))
    expect(reponse.status).toBe(303)
    expect(reponse.headers.get('location')).toMatch(/^\/requetes\?/)
  })

  it('gardent chaque version d’une requête, que son auteur seul change', async () => {
    const a = await preparer()
    const id = await garder(a, { partagee: '1' })
    await garder(a, { partagee: '1', requete: id, garder: id, titre: 'Demandes, revues', sql: 'SELECT 2 AS deux' })
    expect(await a.lire(`/requetes/${id}`)).toMatch(/2 versions/)
    expect(await a.lire(`/requetes/${id}`)).toContain('SELECT 2 AS deux')
    const [{ id: premiere }] = (await a.etat
      .selectFrom('requetes_versions')
      .select('id')
      .where('requete', '=', Number(id))
      .orderBy('id')
      .execute()) as [{ id: number }]
    expect(await a.lire(`/requetes/${id}?version=${premiere}`)).toContain(COMPTE)
    const etat = await preparer('etat')
    expect(await etat.lire('/requetes')).toContain('Demandes, revues')
    const refus = await etat.envoyer('/requetes', { titre: 'x', sql: COMPTE, requete: id, garder: id })
    expect(refus.statut).toBe(422)
    expect((await etat.envoyer(`/requetes/${id}`, { acte: 'RETIRER' })).statut).toBe(422)
    expect((await etat.envoyer(`/requetes/${id}`, { acte: 'EPINGLER' })).statut).toBe(422)
  })

  it('ne disent une requête qui n’est pas partagée qu’à son auteur, et rendent ce qui est refusé', async () => {
    const a = await preparer()
    const id = await garder(a, { titre: 'À moi seul' })
    expect(await a.lire('/requetes')).toContain('À moi seul')
    const etat = await preparer('etat')
    expect(await etat.lire('/requetes')).not.toContain('À moi seul')
    expect((await etat.app.request(adresse(`/requetes/${id}`))).status).toBe(404)
    const numero = PAIRES['013'][0]
    const sql = `SELECT 1 WHERE '${numero}' = ''`
    const refus = await a.envoyer('/requetes', { titre: 'Une demande', sql, garder: 'NOUVELLE' })
    expect(refus.statut).toBe(422)
    const html = await refus.page.text()
    expect(texteDe(html)).toMatch(/ne porte aucun numéro unique/)
    expect(html).toContain('value="Une demande"')
  })

  it('épinglent une requête partagée au tableau de bord, sans numéro, et la recalculent quand la base change', async () => {
    const a = await preparer()
    const id = await garder(a, { partagee: '1', titre: 'Tuile des demandes' })
    expect((await a.envoyer(`/requetes/${id}`, { acte: 'EPINGLER' })).statut).toBe(303)
    expect(await a.lire('/')).toContain('Tuile des demandes')
    const [tuile] = (await lireTuiles(a.etat, '013')).filter(({ requete }) => requete === Number(id))
    expect(tuile?.resultat?.colonnes).toEqual([{ nom: 'demandes', type: 'entier' }])
    await a.etat.updateTable('requetes_tuiles').set({ etat_base: 'ancien', resultat: null }).execute()
    await rafraichirTuiles(scene().base, a.etat, MAINTENANT)
    const refaite = (await lireTuiles(a.etat, '013')).find(({ requete }) => requete === Number(id))
    expect(refaite?.resultat).toMatchObject({ lignes: tuile?.resultat?.lignes })
    expect(refaite?.etat_base).toBe(tuile?.etat_base)
    const autre = await garder(a, { partagee: '1', sql: 'SELECT numero_unique FROM demandes' })
    await a.envoyer(`/requetes/${autre}`, { acte: 'EPINGLER' })
    const nominative = (await lireTuiles(a.etat, '013')).find(({ requete }) => requete === Number(autre))
    expect([nominative?.resultat, nominative?.refus]).toEqual([null, expect.stringContaining('sans numéro')])
    await a.envoyer(`/requetes/${id}`, { acte: 'NE_PLUS_PARTAGER' })
    expect(await a.lire('/')).not.toContain('Tuile des demandes')
  })

  it('répondent pendant qu’une requête tourne, qu’on arrête d’un bouton ; une seconde attend', async () => {
    const a = await preparer()
    const longue = 'SELECT sum(a.range * b.range) FROM range(10000000) a, range(10000000) b'
    const { vers } = await a.envoyer('/requetes/executer', { sql: longue })
    expect(await a.lire('/guichets')).toContain('Guichets')
    expect(await a.lire(vers)).toMatch(/Arrêter/)
    expect((await a.executer(COMPTE)).texte).toMatch(/Vous avez déjà une requête en cours/)
    const { page } = await a.envoyer('/requetes/arreter', {})
    expect(texteDe(await page.text())).toMatch(/Vous avez arrêté la requête/)
    expect((await a.executer(COMPTE)).texte).toMatch(/1 ligne en/)
  })
})
