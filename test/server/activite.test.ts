import { describe, expect, it } from 'vitest'
import { preparerAgenda } from './agenda.ts'
import { adresse, ouvrirPour } from './aide.ts'

const preparerTout = preparerAgenda()

const preparer = async (personne: Parameters<typeof preparerTout>[0] = {}) => {
  const tout = await preparerTout(personne)
  for (const table of ['activites', 'droits_actes', 'droits'] as const) await tout.etat.deleteFrom(table).execute()
  return tout
}

const ENTREE = {
  sorte: 'SUPPORT',
  jour: '2026-11-20',
  titre: 'Permanence',
  texte: '',
  minutes: '95',
  participants: '12',
}

describe('le journal d’activité', () => {
  it('garde ce qui est noté à côté des réunions tenues, et se retire sans disparaître', async () => {
    const { lire, envoyer, programmer, etat } = await preparer()
    expect((await envoyer('/agenda/activite', ENTREE)).status).toBe(303)
    const reunion = await programmer()
    await envoyer(`/agenda/reunions/${reunion}/acte`, { acte: 'TENIR', jour: '2026-11-12', texte: '' })
    const page = await lire('/agenda/activite')
    expect(page).toContain('Journal : 2 entrées, 12 participants, 1 h 35.')
    expect(page).toMatch(/20\/11\/2026 Support aux services Permanence.*12\/11\/2026 Réunion Réunion des services/s)
    const { id } = await etat.selectFrom('activites').select('id').executeTakeFirstOrThrow()
    expect((await envoyer(`/agenda/activite/${id}/retirer`, {})).status).toBe(303)
    expect(await lire('/agenda/activite')).toMatch(/Une entrée retirée Permanence, 20\/11\/2026 Retirée par/)
    expect((await envoyer(`/agenda/activite/${id}/retirer`, {})).status).toBe(404)
  })

  it.each([
    ['demain', { jour: '2026-11-24' }],
    ['sans titre', { titre: '' }],
    ['avec un numéro unique', { texte: 'voir 0131026000001AAAAA' }],
    ['d’une durée qui n’est pas un nombre', { minutes: '1h' }],
    ['d’une sorte inconnue', { sorte: 'SIESTE' }],
  ])('ne se tient pas %s', async (_, faute) => {
    const { envoyer, etat } = await preparer()
    expect((await envoyer('/agenda/activite', { ...ENTREE, ...faute })).status).toBe(422)
    expect(await etat.selectFrom('activites').selectAll().execute()).toEqual([])
  })

  it('se lit par le comité, sans nom de service, et s’exporte', async () => {
    const { envoyer, serveur, etat, app } = await preparer()
    const { service_libelle: nom } = await etatDuRegistre(app)
    await envoyer('/agenda/activite', { ...ENTREE, titre: `Visite à ${nom}` })
    const cookie = await ouvrirPour(etat, { role: 'copil', territoires: ['013'] })
    const demander = async (chemin: string) => serveur.request(adresse(chemin), { headers: { cookie } })
    const page = await (await demander('/agenda/activite')).text()
    expect(page).toContain('Visite à')
    expect(page).not.toContain(nom)
    for (const chemin of ['/exports/activite.csv', '/exports/activite.xlsx?liste=journal', '/api/v1/activite/journal'])
      expect([chemin, (await demander(chemin)).status]).toEqual([chemin, 200])
    expect((await demander('/exports/activite.csv?liste=droits')).status).toBe(404)
    const lignes = (await (await demander('/api/v1/activite')).json()) as { indicateur: string }[]
    expect(lignes.map(({ indicateur }) => indicateur)).toContain('DEPARTS')
  })
})

/** A guichet of the register, by the API. */
const etatDuRegistre = async (app: { request(chemin: string): Promise<Response> }) => {
  const [premier] = (await (await app.request(adresse('/api/v1/guichets'))).json()) as { service_libelle: string }[]
  if (premier === undefined) throw new Error('aucun guichet')
  return premier
}

describe('les demandes d’exercice des droits', () => {
  it('se notent sans nom ni numéro, se répondent, et comptent dans l’activité', async () => {
    const { lire, envoyer, etat } = await preparer()
    expect((await envoyer('/agenda/activite/droits', { sorte: 'ACCES', jour: '2026-10-05' })).status).toBe(303)
    expect(await lire('/agenda/activite')).toMatch(
      /Une demande d’exercice d’un droit attend depuis plus d’un mois.*due depuis le 05\/11\/2026/s,
    )
    const { id } = await etat.selectFrom('droits').select('id').executeTakeFirstOrThrow()
    const agir = async (champs: Record<string, string>) =>
      (await envoyer(`/agenda/activite/droits/${id}`, champs)).status
    expect(await agir({ acte: 'PROLONGER', texte: 'dossier ancien' })).toBe(422)
    expect(await agir({ acte: 'REPONDRE', jour: '2026-11-24' })).toBe(422)
    expect(await agir({ acte: 'REPONDRE', jour: '2026-11-20' })).toBe(303)
    const page = await lire('/agenda/activite')
    expect(page).toContain('Demandes d’accès, délai médian de réponse 46 j')
    expect(page).toContain('répondue le 20/11/2026')
    const colonnes = Object.keys(await etat.selectFrom('droits').selectAll().executeTakeFirstOrThrow())
    expect(colonnes).toEqual(['id', 'territoire', 'sorte'])
  })

  it('ne se tiennent que par le gestionnaire, et se lisent par l’État', async () => {
    const { lire, envoyer } = await preparer({ role: 'etat' })
    expect((await envoyer('/agenda/activite/droits', { sorte: 'ACCES', jour: '2026-10-05' })).status).toBe(403)
    expect(await lire('/agenda/activite')).toMatch(/^(?!.*Noter une demande).*Demandes d’exercice des droits/s)
  })
})
