import { describe, expect, it } from 'vitest'
import { fermerCompte } from '../../server/state/comptes.ts'
import { texteDe } from '../web/rendre.tsx'
import { preparerDepartement } from './acces/departement.ts'
import { adresse, creerApplication, poster, suivre } from './aide.ts'

const departement = preparerDepartement()

const TABLES = [
  'reunions_suites',
  'reunions_decisions',
  'reunions_presences',
  'reunions_actes',
  'reunions',
  'obligations_faites',
  'calendriers',
] as const

/** September and October 2026 have a snapshot; it is 23 November. */
const preparer = async (personne: Parameters<typeof creerApplication>[1] = {}) => {
  const application = await creerApplication(departement().base, personne)
  const { app, etat } = application
  for (const table of TABLES) await etat.deleteFrom(table).execute()
  const lire = async (chemin: string) => texteDe(await (await app.request(adresse(chemin))).text())
  const envoyer = (chemin: string, champs: Record<string, string>) => app.request(adresse(chemin), poster(champs))
  /** Programs a meeting; gives its number. */
  const programmer = async (champs: Record<string, string> = {}): Promise<number> => {
    const reunion = { nature: 'SERVICES', jour: '2026-11-12', lieu: '14 h, salle du 2e', texte: 'Forçages', ...champs }
    const reponse = await envoyer('/agenda/reunions', reunion)
    return Number(/reunions\/(\d+)/.exec(reponse.headers.get('location') ?? '')?.[1])
  }
  return { ...application, lire, envoyer, programmer }
}

describe('l’agenda', () => {
  it('dit ce qui est dû depuis le premier mois qui a un instantané, retards d’abord', async () => {
    const { lire } = await preparer()
    const page = await lire('/agenda')
    // September's control was due on 31 October, a Saturday, then a Sunday: on 2 November.
    expect(page).toMatch(/À faire maintenant Signer le contrôle de septembre 2026 0 point vu sur 12 21 jours de retard/)
    expect(page).toMatch(/Signer le contrôle d’octobre 2026 0 point vu sur 12 dans 8 jours, 01\/12\/2026/)
    expect(page).toContain('Tenir le comité de pilotage dans 38 jours, 31/12/2026')
    expect(page).toContain('Une obligation est en retard : signer le contrôle de septembre 2026.')
    expect(page).toMatch(/Contrôle mensuel 31 jours après l’instantané .*dû 02\/11 , en retard/)
    expect(page).toContain('Contrôles signés à temps 0 sur 1 1 –')
  })

  it('ne doit rien pour le semestre d’avant le premier instantané, et passe au jour ouvré suivant', async () => {
    const { app } = await preparer()
    const lignes = (await (await app.request(adresse('/api/v1/obligations'))).json()) as Record<string, unknown>[]
    const de = (code: string) =>
      lignes
        .filter(({ obligation }) => obligation === code)
        .map(({ periode, echeance, etat }) => [periode, echeance, etat])
    expect(de('COMPTE_RENDU_PREFET')).toEqual([['2026-S2', '2027-02-01', 'A_FAIRE']])
    expect(de('COMITE')).toEqual([['2026-2', '2026-12-31', 'A_FAIRE']])
    expect(de('BILANS_BAILLEURS')).toEqual([['2026', '2027-03-01', 'A_FAIRE']])
    expect(de('CONTROLE')).toEqual([
      ['2026-09', '2026-11-02', 'EN_RETARD'],
      ['2026-10', '2026-12-01', 'A_FAIRE'],
    ])
  })

  it('suit une réunion de sa convocation à son compte rendu, et ses décisions jusqu’à leur fin', async () => {
    const { lire, envoyer, programmer, etat } = await preparer()
    const id = await programmer()
    const page = `/agenda/reunions/${id}`
    const agir = async (champs: Record<string, string>) => (await envoyer(`${page}/acte`, champs)).status
    expect(await agir({ acte: 'CONVOQUER', jour: '2026-10-26', texte: 'tous les services' })).toBe(303)
    expect((await envoyer(`${page}/presences`, { tous: '1' })).status).toBe(303)
    const convoques = await etat.selectFrom('reunions_presences').selectAll().execute()
    expect(convoques.length).toBeGreaterThan(3)
    const [premier, second] = convoques
    const pointage = {
      ...{ service_0: premier?.service ?? '', libelle_0: premier?.libelle ?? '', presence_0: 'PRESENT' },
      ...{ service_1: second?.service ?? '', libelle_1: second?.libelle ?? '', presence_1: 'REPRESENTE' },
    }
    expect((await envoyer(`${page}/presences`, pointage)).status).toBe(422)
    expect((await envoyer(`${page}/presences`, { ...pointage, mandataire_1: premier?.libelle ?? '' })).status).toBe(303)
    expect(await agir({ acte: 'TENIR', jour: '2026-11-24' })).toBe(422)
    expect(await agir({ acte: 'TENIR', jour: '2026-11-12' })).toBe(303)
    expect(await lire('/agenda')).toMatch(
      /Envoyer le compte rendu : réunion des services du 12\/11\/2026 4 jours de retard/,
    )
    expect(await lire('/agenda')).toContain('1 présent, 1 mandat, compte rendu à envoyer')
    expect(
      (
        await envoyer(`${page}/decisions`, {
          texte: 'Former deux services',
          qui: 'le gestionnaire',
          pour_le: '2026-12-15',
        })
      ).status,
    ).toBe(303)
    expect(await agir({ acte: 'ENVOYER', jour: '2026-11-11' })).toBe(422)
    expect(await agir({ acte: 'ENVOYER', jour: '2026-11-20' })).toBe(303)
    expect(await lire('/agenda')).toContain('1 décision, 0 faite, compte rendu envoyé le 20/11/2026')
    expect(await lire('/agenda')).toContain('Comptes rendus envoyés sous sept jours 0 sur 1 1 – 1 faite en retard')
    const { id: decision } = await etat.selectFrom('reunions_decisions').select('id').executeTakeFirstOrThrow()
    expect((await envoyer(`${page}/decisions/${decision}`, { acte: 'ABANDONNER', texte: '' })).status).toBe(422)
    expect((await envoyer(`${page}/decisions/${decision}`, { acte: 'FAIRE', texte: 'session du 20/11' })).status).toBe(
      303,
    )
    expect(await lire(page)).toMatch(
      /Faite · par le gestionnaire, pour le 15\/12\/2026 Faite le 23\/11\/2026 à 10:00, dit par Essai gestionnaire : session/,
    )
    const journal = await etat.selectFrom('journal').select('detail').where('action', '=', 'AGENDA').execute()
    expect(journal.map(({ detail }) => JSON.parse(detail).quoi)).toContain(`réunion n° ${id} : compte rendu envoyé`)
  })

  it('refuse un numéro unique partout où l’on écrit', async () => {
    const { envoyer, programmer, etat } = await preparer()
    const n = '0131026000017B01A1'
    const id = await programmer()
    const page = `/agenda/reunions/${id}`
    await envoyer(`${page}/acte`, { acte: 'TENIR', jour: '2026-11-12' })
    const essais: [string, Record<string, string>][] = [
      ['/agenda/reunions', { nature: 'COMITE', jour: '2026-12-10', lieu: n }],
      ['/agenda/reunions', { nature: 'COMITE', jour: '2026-12-10', texte: `voir ${n}` }],
      [`${page}/decisions`, { texte: n, qui: 'le gestionnaire' }],
      [`${page}/decisions`, { texte: 'former', qui: n }],
      [`${page}/acte`, { acte: 'ENVOYER', jour: '2026-11-20', texte: n }],
      ['/agenda/faits', { quoi: 'HABILITATIONS 2026', fait_le: '2026-10-16', texte: n }],
    ]
    for (const [chemin, champs] of essais)
      expect([chemin, (await envoyer(chemin, champs)).status]).toEqual([chemin, 422])
    for (const table of ['reunions_decisions', 'obligations_faites'] as const)
      expect(await etat.selectFrom(table).selectAll().execute()).toEqual([])
    expect(await etat.selectFrom('reunions').selectAll().execute()).toHaveLength(1)
  })

  it('consigne ce qu’il ne voit pas faire, une fois, et garde le retrait', async () => {
    const { lire, envoyer, app, etat } = await preparer()
    const fait = { quoi: 'HABILITATIONS 2026', fait_le: '2026-10-16', service: '', texte: 'liste signée' }
    expect((await envoyer('/agenda/faits', { ...fait, fait_le: '2026-11-24' })).status).toBe(422)
    expect((await envoyer('/agenda/faits', { ...fait, quoi: 'CONTROLE 2026-10' })).status).toBe(422)
    expect((await envoyer('/agenda/faits', { ...fait, quoi: 'HABILITATIONS 2024' })).status).toBe(422)
    expect((await envoyer('/agenda/faits', { ...fait, quoi: 'BILANS_BAILLEURS 2026' })).status).toBe(422)
    const page = texteDe(await (await suivre(app, await envoyer('/agenda/faits', fait))).text())
    expect(page).toContain('Revue des habilitations , 2026 : fait le 16/10/2026, consigné par Essai gestionnaire')
    expect(page).toMatch(/Revue des habilitations une par an 16\/10 , fait/)
    expect((await envoyer('/agenda/faits', fait)).status).toBe(422)
    const { id } = await etat.selectFrom('obligations_faites').select('id').executeTakeFirstOrThrow()
    expect((await envoyer(`/agenda/faits/${id}/retirer`, {})).status).toBe(303)
    expect((await envoyer(`/agenda/faits/${id}/retirer`, {})).status).toBe(404)
    expect(await lire('/agenda')).toMatch(/Retiré par Essai gestionnaire le 23\/11\/2026/)
    expect(await lire('/agenda')).toMatch(/Revue des habilitations une par an 31\/12 , à faire/)
  })

  it('se lit d’un logiciel d’agenda à une adresse secrète, sans compte, jusqu’à ce qu’elle soit révoquée', async () => {
    const { lire, envoyer, app, etat, serveur, programmer } = await preparer()
    await programmer({ nature: 'COMITE', jour: '2026-12-10', lieu: 'chez M. Dupont' })
    const page = texteDe(await (await suivre(app, await envoyer('/agenda/calendrier', {}))).text())
    const secret = /\/calendrier\/([\w-]+)\.ics/.exec(page)?.[1] ?? ''
    expect(secret).toHaveLength(43)
    expect(await lire('/agenda')).not.toContain(secret)
    expect(JSON.stringify(await etat.selectFrom('calendriers').selectAll().execute())).not.toContain(secret)
    const reponse = await serveur.request(adresse(`/calendrier/${secret}.ics`))
    expect([reponse.status, reponse.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
    const ics = await reponse.text()
    expect(ics).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/)
    expect(ics).toContain('SUMMARY:Signer le contrôle d’octobre 2026\r\n')
    expect(ics).toContain('DTSTART;VALUE=DATE:20261210\r\nDTEND;VALUE=DATE:20261211\r\nSUMMARY:Comité de pilotage\r\n')
    expect(ics.match(/SUMMARY:.*/g)?.join(' ')).not.toMatch(/Dupont|\d{5}/)
    expect(ics).not.toContain('Dupont')
    for (const ligne of ics.split('\r\n')) expect(Buffer.byteLength(ligne)).toBeLessThanOrEqual(75)
    expect((await serveur.request(adresse(`/calendrier/${secret.slice(1)}A.ics`))).status).toBe(404)
    await envoyer('/agenda/calendrier/revoquer', {})
    expect((await serveur.request(adresse(`/calendrier/${secret}.ics`))).status).toBe(404)
  })

  it('ne donne plus rien à cette adresse une fois le compte fermé', async () => {
    const { envoyer, app, etat, serveur } = await preparer()
    const page = texteDe(await (await suivre(app, await envoyer('/agenda/calendrier', {}))).text())
    const secret = /\/calendrier\/([\w-]+)\.ics/.exec(page)?.[1] ?? ''
    const { compte } = await etat.selectFrom('calendriers').select('compte').executeTakeFirstOrThrow()
    await fermerCompte(etat, compte, { instant: '2026-11-23 09:30:00', par: 'essai', motif: 'départ' })
    expect((await serveur.request(adresse(`/calendrier/${secret}.ics`))).status).toBe(404)
  })

  it('se lit de la direction départementale, qui n’y change rien, et s’emporte', async () => {
    const { lire, envoyer, app } = await preparer({ role: 'etat' })
    expect(await lire('/agenda')).not.toMatch(/Consigner|Programmer|S’abonner/)
    expect((await envoyer('/agenda/reunions', {})).status).toBe(403)
    for (const table of ['obligations', 'decisions'])
      for (const forme of ['csv', 'xlsx', 'ods'])
        expect((await app.request(adresse(`/exports/${table}.${forme}`))).status).toBe(200)
    expect(await (await app.request(adresse('/exports/obligations.csv'))).text()).toMatch(/Comité de pilotage.*À faire/)
  })
})
