import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { texteDe } from '../web/rendre.tsx'
import { preparerAgenda } from './agenda.ts'
import { adresse, ouvrirPour, suivre } from './aide.ts'

const preparer = preparerAgenda()

describe('l’agenda', () => {
  it('dit ce qui est dû depuis le premier mois qui a un instantané, retards d’abord', async () => {
    const { lire } = await preparer()
    const page = await lire('/agenda')
    // September's control was due on 31 October, a Saturday, then a Sunday: on 2 November.
    expect(page).toMatch(
      /À faire maintenant \d+.en retard, .*dues? dans les deux mois Signer le contrôle de septembre 2026 0 point vu sur 12 21 jours de retard/,
    )
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

  it('se lit de la direction départementale, qui n’y change rien, et s’emporte', async () => {
    const { lire, envoyer, app } = await preparer({ role: 'etat' })
    expect(await lire('/agenda')).not.toMatch(/Consigner|Programmer|S’abonner/)
    expect((await envoyer('/agenda/reunions', {})).status).toBe(403)
    for (const table of ['obligations', 'decisions'])
      for (const forme of ['csv', 'xlsx', 'ods'])
        expect((await app.request(adresse(`/exports/${table}.${forme}`))).status).toBe(200)
    expect(await (await app.request(adresse('/exports/obligations.csv'))).text()).toMatch(/Comité de pilotage.*À faire/)
  })

  it('ne montre au comité que l’année et le travail mesuré : ni réunion, ni service, ni rien à consigner', async () => {
    const { programmer, serveur, etat } = await preparer()
    await programmer({ nature: 'COMITE', jour: '2026-12-10', lieu: 'préfecture' })
    const cookie = await ouvrirPour(etat, { role: 'copil', territoires: ['013'] })
    const reponse = await serveur.request(adresse('/agenda'), { headers: { cookie } })
    const page = texteDe(await reponse.text())
    expect(page).toContain('Le travail du gestionnaire, mesuré')
    expect(page).toMatch(/Contrôle mensuel 31 jours après l’instantané .*dû 02\/11/)
    expect(page).not.toMatch(/À faire maintenant|préfecture|Consigner|Programmer|S’abonner|Exporter/)
    const { id } = await etat.selectFrom('reunions').select('id').executeTakeFirstOrThrow()
    for (const chemin of [`/agenda/reunions/${id}`, '/exports/obligations.csv', '/controles', '/api/v1/obligations'])
      expect([chemin, (await serveur.request(adresse(chemin), { headers: { cookie } })).status]).toEqual([chemin, 403])
  })

  it('une réunion dont l’écriture se coupe ne reste pas sans ce qui la dit', async () => {
    const { envoyer, etat, lire } = await preparer()
    await sql`CREATE TRIGGER coupe BEFORE INSERT ON reunions_actes BEGIN SELECT RAISE(ABORT, 'coupé'); END`.execute(
      etat,
    )
    const champs = { nature: 'SERVICES', jour: '2026-12-10', lieu: '', texte: '' }
    expect((await envoyer('/agenda/reunions', champs)).status).toBe(500)
    await sql`DROP TRIGGER coupe`.execute(etat)
    expect(await etat.selectFrom('reunions').selectAll().execute()).toEqual([])
    expect(await lire('/agenda')).toContain('Obligations de 2026')
  })
})
