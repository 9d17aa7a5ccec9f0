import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { texte } from '../../../ingest/socle/sql/colonne.ts'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import { lireAnnexes } from '../../../server/state/annexes.ts'
import { lireDocuments } from '../../../server/state/documents.ts'
import { lireMesures } from '../../../server/state/mesures.ts'
import { preparerDepartement } from '../acces/departement.ts'
import { adresse } from '../aide.ts'
import { donnerJeton } from '../api/api.ts'
import { GESTIONNAIRE, type Personnage, preparerMesures } from './aide.ts'

const departement = preparerDepartement()

const NUMERO = /\b\d{13}[A-Z0-9]{5}\b|\b\d{3} ?\d{4} ?\d{6} ?[A-Z0-9]{5}\b/g

const numerosDe = (texte: string): string[] =>
  [...new Set((texte.match(NUMERO) ?? []).map((lu) => lu.replaceAll(' ', '')))].toSorted()

/** The guichet of a service with the most records behind an indicator in October, and another service's. */
const guichets = async () => {
  const { base, guichets: connus } = departement()
  const [premier] = await runQuery(
    base.connection,
    sql`SELECT entite FROM resultats WHERE mois = '2026-10' AND duree = 1 AND niveau = 'GUICHET'
      AND indicateur = ${INDICATEUR} ORDER BY numerateur DESC NULLS LAST, entite LIMIT 1`,
    { entite: texte },
  )
  const sien = connus.find(({ code }) => code === premier?.entite)
  const autre = connus.find(({ service }) => service !== sien?.service)
  if (sien === undefined || autre === undefined) throw new Error('registre trop petit')
  return { base, sien, autre }
}

/** A token that is still good once the list is not. */
const VALABLE = { dernier_jour: enJour('2027-05-23') }

const INDICATEUR = 'dossiers_incomplets'

/** A measure whose list is joined on 23 November 2026, at its opening. */
const avecListe = async () => {
  const { base, sien, autre } = await guichets()
  const monde = await preparerMesures(base)
  // A line is followed by one open measure: those of the tests before are closed.
  for (const { id, actes } of await lireMesures(monde.etat, '013'))
    if (actes.at(-1)?.vers !== 'CLOSE') await monde.agir(GESTIONNAIRE, String(id), 'CLORE', { code: 'SANS_OBJET' })
  const ouverte = await monde.demander(GESTIONNAIRE, '/mesures', {
    ...{ service: sien.service, ligne: `GUICHET|${sien.code}|${INDICATEUR}`, texte: 'Un plan.', liste: '1' },
  })
  const id = /^\/mesures\/(\d+)\?/.exec(ouverte.headers.get('location') ?? '')?.[1] ?? ''
  const [annexe] = await lireAnnexes(monde.etat, [Number(id)])
  if (annexe === undefined) throw new Error('aucune liste jointe')
  const page = `/mesures/${id}/listes/${annexe.id}`
  const fichier = (forme: string) => `/exports/annexe.${forme}?annexe=${annexe.id}`
  const lui: Personnage = { role: 'guichet', service: sien.service }
  const voit = async (qui: Personnage) => [
    (await monde.demander(qui, page)).status,
    (await monde.demander(qui, fichier('csv'))).status,
  ]
  return { ...monde, base, sien, autre, id, annexe, page, fichier, lui, voit }
}

describe('la liste des demandes jointe à une mesure', () => {
  it('ne garde aucun numéro : le chiffre dont elle est la liste, qui l’a jointe et jusqu’à quand', async () => {
    const { annexe, sien } = await avecListe()
    expect(annexe).toMatchObject({
      ...{ territoire: '013', indicateur: INDICATEUR, niveau: 'GUICHET', entite: sien.code, instantane: '2026-10-31' },
      actes: [{ acte: 'JOINDRE', expire_le: '2027-02-21', role: 'gestionnaire', le: '2026-11-23 10:00:00' }],
    })
    expect(numerosDe(JSON.stringify(annexe))).toEqual([])
  })

  it('se lit du gestionnaire, de la direction départementale et du service de la mesure, et de nul autre', async () => {
    const { voit, lui, autre, agir, id } = await avecListe()
    const fermee = [403, 403]
    expect([await voit(GESTIONNAIRE), await voit({ role: 'etat' }), await voit(lui)]).toEqual([
      [200, 200],
      [200, 200],
      [200, 200],
    ])
    expect(await voit({ role: 'guichet', service: autre.service })).toEqual([404, 404])
    expect(await voit({ role: 'gestionnaire', territoires: ['075'] })).toEqual([404, 404])
    await agir(GESTIONNAIRE, id, 'FORMALISER', { texte: 'refus' })
    await agir(lui, id, 'REPONDRE', { texte: 'Nous contestons.' })
    await agir(GESTIONNAIRE, id, 'SIGNALER')
    for (const role of ['prefet', 'copil', 'partenaire'] as const) expect(await voit({ role })).toEqual(fermee)
  })

  it('est celle du chiffre figé, par la porte, et le journal le dit sans numéro', async () => {
    const { demander, etat, lui, page, fichier, annexe, sien } = await avecListe()
    const sur = annexe.sur_douze_mois ? '&sur=12' : ''
    const chiffre = `indicateur=${INDICATEUR}&niveau=GUICHET&entite=${sien.code}&mois=${annexe.mois}${sur}`
    const attendus = numerosDe(await (await demander(GESTIONNAIRE, `/exports/enregistrements.csv?${chiffre}`)).text())
    expect(attendus.length).toBeGreaterThan(0)
    expect(numerosDe(await (await demander(lui, fichier('csv'))).text())).toEqual(attendus)
    expect((await (await demander(lui, page)).text()).includes('data-l=')).toBe(true)
    for (const forme of ['xlsx', 'ods']) expect((await demander(lui, fichier(forme))).status).toBe(200)
    const passages = await etat
      .selectFrom('journal')
      .select(['action', 'detail'])
      .where('detail', 'like', `%"annexe":${annexe.id}%`)
      .execute()
    expect(passages.map(({ action }) => action).toSorted()).toEqual(['CONSULTATION', 'EXPORT', 'EXPORT', 'EXPORT'])
    expect(numerosDe(passages.map(({ detail }) => detail).join(' '))).toEqual([])
  })

  it.each([
    ['la veille de son dernier jour', '2027-02-20', 200],
    ['son dernier jour', '2027-02-21', 200],
    ['le lendemain', '2027-02-22', 410],
  ])('%s, le %s : la page, les fichiers et l’API répondent %i', async (_titre, jour, attendu) => {
    const { voit, lui, au, app, etat, annexe, lire, page, id, demander, fichier } = await avecListe()
    const jeton = async (role: 'guichet' | 'prefet') =>
      `Bearer ${(await donnerJeton(etat, { role, service: role === 'guichet' ? (lui.service ?? null) : null }, VALABLE)).clair}`
    const [sien, prefet] = [await jeton('guichet'), await jeton('prefet')]
    au(jour)
    expect(await voit(lui)).toEqual([attendu, attendu])
    const parApi = (authorization: string) =>
      app.request(adresse(`/api/v1/mesures/listes?liste=${annexe.id}`), { headers: { authorization } })
    const reponse = await parApi(sien)
    expect([reponse.status, (await parApi(prefet)).status]).toEqual([attendu, 403])
    const textes = [
      (await lire(lui, page)).texte,
      await reponse.text(),
      await (await demander(lui, fichier('csv'))).text(),
    ]
    for (const dit of textes) expect(numerosDe(dit).length > 0).toBe(attendu === 200)
    const mesure = (await lire(lui, `/mesures/${id}`)).texte
    if (attendu === 200) expect(mesure).toContain('À lire jusqu’au 21/02/2027')
    else
      for (const dit of [...textes, mesure])
        expect(dit.replaceAll('\u00a0', ' ')).toContain('iste expirée le 21/02/2027')
  })

  it('se retire aussitôt, se renouvelle pour quatre-vingt-dix jours, et garde son histoire', async () => {
    const { voit, lui, au, demander, lire, page, id, etat } = await avecListe()
    const faire = async (acte: string, qui: Personnage = GESTIONNAIRE) => (await demander(qui, page, { acte })).status
    expect(await faire('RETIRER', lui)).toBe(403)
    expect([await faire('RETIRER'), await faire('RETIRER')]).toEqual([303, 422])
    expect(await voit(lui)).toEqual([410, 410])
    expect((await lire(lui, page)).texte).toContain('Liste retirée le 23/11/2026')
    au('2027-03-01')
    expect(await faire('RENOUVELER')).toBe(303)
    expect(await voit(lui)).toEqual([200, 200])
    const actes = (await lireAnnexes(etat, [Number(id)]))[0]?.actes
    expect(actes?.map(({ acte, expire_le }) => [acte, expire_le])).toEqual([
      ['JOINDRE', '2027-02-21'],
      ['RETIRER', null],
      ['RENOUVELER', '2027-05-30'],
    ])
    expect((await lire(GESTIONNAIRE, `/mesures/${id}`)).texte).toContain('liste des demandes')
  })

  it('se joint plus tard, à une mesure ouverte, une fois par ligne', async () => {
    const { base, autre } = await guichets()
    const { ouvrir, demander, agir, etat } = await preparerMesures(base)
    const id = await ouvrir(autre.service, `GUICHET|${autre.code}|forcages`)
    const ligne = async () =>
      String((await etat.selectFrom('mesures_lignes').select('id').where('mesure', '=', Number(id)).execute())[0]?.id)
    const joindre = async (champs: Readonly<Record<string, string>>, qui: Personnage = GESTIONNAIRE) =>
      (await demander(qui, `/mesures/${id}/listes`, champs)).status
    expect(await lireAnnexes(etat, [Number(id)])).toEqual([])
    expect(await joindre({ ligne: await ligne() }, { role: 'guichet', service: autre.service })).toBe(403)
    expect([await joindre({}), await joindre({ ligne: '999999' })]).toEqual([422, 422])
    expect([await joindre({ ligne: await ligne() }), await joindre({ ligne: await ligne() })]).toEqual([303, 422])
    await agir(GESTIONNAIRE, id, 'CLORE', { code: 'SANS_OBJET' })
    const [annexe] = await lireAnnexes(etat, [Number(id)])
    const faire = async (acte: string) =>
      (await demander(GESTIONNAIRE, `/mesures/${id}/listes/${annexe?.id}`, { acte })).status
    expect([await faire('RENOUVELER'), await faire('RETIRER')]).toEqual([422, 303])
  })

  it('formalisée, la mesure renouvelle la liste qu’on laisse cochée', async () => {
    const { agir, id, au, etat } = await avecListe()
    au('2026-12-10')
    expect((await agir(GESTIONNAIRE, id, 'FORMALISER', { texte: 'refus', liste: '1' })).statut).toBe(303)
    const actes = (await lireAnnexes(etat, [Number(id)]))[0]?.actes
    expect(actes?.map(({ acte, expire_le }) => [acte, expire_le])).toEqual([
      ['JOINDRE', '2027-02-21'],
      ['RENOUVELER', enJour('2027-03-10')],
    ])
    expect((await lireDocuments(etat, { sujet: 'mesure', ids: [Number(id)] })).length).toBe(4)
  })
})
