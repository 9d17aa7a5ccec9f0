import { describe, expect, it } from 'vitest'
import { fermerCompte } from '../../server/state/comptes.ts'
import { texteDe } from '../web/rendre.tsx'
import { preparerAgenda } from './agenda.ts'
import { adresse, suivre } from './aide.ts'

const preparer = preparerAgenda()

describe('le calendrier', () => {
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

  it('dit l’échéance d’une mesure un jour ouvré, sans dire laquelle, de qui, ni combien', async () => {
    const { envoyer, app, serveur } = await preparer()
    const champs = { service: 'B01A1', texte: 'Un plan est demandé.' }
    const page = await (await app.request(adresse('/mesures/ouvrir?service=B01A1'))).text()
    const ligne = /value="(GUICHET\|[^"]+)"/.exec(page)?.[1] ?? ''
    expect((await envoyer('/mesures', { ...champs, ligne })).status).toBe(303)
    const ouverte = texteDe(await (await suivre(app, await envoyer('/agenda/calendrier', {}))).text())
    const secret = /\/calendrier\/([\w-]+)\.ics/.exec(ouverte)?.[1] ?? ''
    const ics = await (await serveur.request(adresse(`/calendrier/${secret}.ics`))).text()
    expect(ics).toMatch(
      /DTSTART;VALUE=DATE:20261223\r\nDTEND;VALUE=DATE:20261224\r\nSUMMARY:Mesure corrective.: plan d’actions attendu\r\n/,
    )
    expect(ics).not.toMatch(/B01A1|2026-01|mesures\//)
  })

  it('ne donne plus rien à cette adresse une fois le compte fermé', async () => {
    const { envoyer, app, etat, serveur } = await preparer()
    const page = texteDe(await (await suivre(app, await envoyer('/agenda/calendrier', {}))).text())
    const secret = /\/calendrier\/([\w-]+)\.ics/.exec(page)?.[1] ?? ''
    const { compte } = await etat.selectFrom('calendriers').select('compte').executeTakeFirstOrThrow()
    await fermerCompte(etat, compte, { instant: '2026-11-23 09:30:00', par: 'essai', motif: 'départ' })
    expect((await serveur.request(adresse(`/calendrier/${secret}.ics`))).status).toBe(404)
  })
})
