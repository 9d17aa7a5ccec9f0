import { describe, expect, it } from 'vitest'
import { lireMesures } from '../../../server/state/mesures.ts'
import { preparerDepartement } from '../acces/departement.ts'
import { GESTIONNAIRE, MESSAGE, preparerMesures } from './aide.ts'

const departement = preparerDepartement()
const NUMERO = '013 1026 000001 AAAAA'

describe('une mesure corrective', () => {
  it('s’ouvre d’une ligne, fige sa preuve avec son instantané, et attend une réponse sous trente jours', async () => {
    const { base, sien } = departement()
    const { etat, lire, ouvrir, demander } = await preparerMesures(base)
    const ligne = `GUICHET|${sien.code}|forcages`
    const formulaire = await lire(GESTIONNAIRE, `/mesures/ouvrir?ligne=${encodeURIComponent(ligne)}`)
    expect(formulaire.texte).toMatch(/l’instantané du 31\/10\/2026 la montre \(octobre 2026\)/)
    expect(formulaire.texte).toContain('nous faire parvenir pour le 23/12/2026 un plan d’actions')
    const id = await ouvrir(sien.service, ligne)

    const [mesure] = (await lireMesures(etat, '013')).filter((m) => String(m.id) === id)
    const [figee] = mesure?.lignes ?? []
    const rows = await base.connection.runAndReadAll(
      `SELECT valeur, numerateur, denominateur, ic_bas, ic_haut, seuil FROM resultats WHERE mois = '2026-10' AND duree = ${figee?.sur_douze_mois ? 12 : 1} AND niveau = 'GUICHET' AND entite = '${sien.code}' AND indicateur = 'forcages'`,
    )
    const [attendu] = rows.getRowObjects()
    expect(figee).toMatchObject({
      valeur: attendu?.valeur,
      numerateur: attendu?.numerateur === null ? null : Number(attendu?.numerateur),
      denominateur: Number(attendu?.denominateur),
      ic_bas: attendu?.ic_bas,
      ic_haut: attendu?.ic_haut,
      seuil: attendu?.seuil,
      mois: '2026-10',
      instantane: '2026-10-31',
    })
    expect(figee?.empreinte).toMatch(/^[0-9a-f]{64}$/)
    expect(figee?.avant.map(({ mois }) => mois)).toEqual(['2026-09'])

    const page = await lire(GESTIONNAIRE, `/mesures/${id}`)
    expect(page.texte).toContain(`Mesure ${mesure?.reference}`)
    expect(page.texte).toContain('Plan d’actions attendu pour le 23/12/2026')
    expect(page.texte).toContain('Acte proposé : Attendre la réponse du service, jusqu’au 23/12/2026')
    expect((await lire(GESTIONNAIRE, '/mesures')).texte).toContain(`mesure ${mesure?.reference}`)

    const encore = await demander(GESTIONNAIRE, '/mesures', { service: sien.service, ligne, texte: MESSAGE })
    expect([encore.status, await encore.text()]).toEqual([422, expect.stringContaining(mesure?.reference ?? '')])
  })

  it.each([
    ['sans ligne', { ligne: '' }],
    ['d’une ligne qui n’existe pas', { ligne: 'GUICHET|ZZZZZ|forcages' }],
    ['sans message', { texte: ' ' }],
    ['d’un service inconnu', { service: 'INCONNU' }],
    ['d’un message qui porte un numéro', { texte: `voir ${NUMERO}` }],
  ])('ne s’ouvre pas %s', async (_, faute) => {
    const { base, autre } = departement()
    const { etat, demander } = await preparerMesures(base)
    const avant = (await lireMesures(etat, '013')).length
    const champs = { service: autre.service, ligne: `GUICHET|${autre.code}|forcages`, texte: MESSAGE, ...faute }
    expect((await demander(GESTIONNAIRE, '/mesures', champs)).status).toBe(422)
    expect(await lireMesures(etat, '013')).toHaveLength(avant)
  })

  it('ne s’ouvre pas pour la ligne d’un autre service', async () => {
    const { base, sien, autre } = departement()
    const { demander } = await preparerMesures(base)
    const champs = { service: sien.service, ligne: `GUICHET|${autre.code}|incoherences`, texte: MESSAGE }
    expect((await demander(GESTIONNAIRE, '/mesures', champs)).status).toBe(422)
  })

  it('va d’une étape à l’autre selon la table, chaque acte daté, journalisé sans son texte', async () => {
    const { base, autre } = departement()
    const { etat, ouvrir, agir, lire, au } = await preparerMesures(base)
    const service = { role: 'guichet', service: autre.service } as const
    const id = await ouvrir(autre.service, `GUICHET|${autre.code}|forcages`)

    expect(await agir(GESTIONNAIRE, id, 'FORMALISER')).toEqual({
      statut: 422,
      refus: expect.stringContaining('L’échéance du 23/12/2026 n’est pas passée'),
    })
    expect((await agir(GESTIONNAIRE, id, 'SIGNALER')).refus).toBe('Cet acte ne se fait pas à cette étape.')
    expect((await agir(service, id, 'FORMALISER', { texte: 'moi' })).refus).toBe('Cet acte ne revient pas à ce rôle.')
    expect((await agir(service, id, 'REPONDRE', { plan: `voir ${NUMERO}` })).refus).toContain('numéro unique')

    au('2026-12-23')
    expect((await agir(GESTIONNAIRE, id, 'FORMALISER')).statut).toBe(422)
    au('2026-12-24')
    expect((await lire(GESTIONNAIRE, `/mesures/${id}`)).texte).toContain('passée depuis 1 jour, sans plan d’actions')
    expect((await agir(GESTIONNAIRE, id, 'FORMALISER')).statut).toBe(303)
    expect((await lire(service, `/mesures/${id}`)).texte).toContain('Observations attendues pour le 08/01/2027')
    expect((await agir(GESTIONNAIRE, id, 'SIGNALER')).refus).toContain('le délai du service court')
    expect(
      (await agir(GESTIONNAIRE, id, 'ENVOYER', { code: 'RECOMMANDE', jour: '2026-12-24', texte: 'RK 1' })).statut,
    ).toBe(303)
    expect(
      (await agir(service, id, 'REPONDRE', { texte: 'Nous confirmons.', plan: 'Former\r\nl’accueil.' })).statut,
    ).toBe(303)
    expect((await agir(GESTIONNAIRE, id, 'SIGNALER', { texte: 'Un rappel.' })).statut).toBe(303)
    expect(
      (await agir({ role: 'etat' }, id, 'NOTER_SUITE', { code: 'ENGAGEE', jour: '2026-12-24', texte: 'Saisine.' }))
        .statut,
    ).toBe(303)
    expect((await agir(GESTIONNAIRE, id, 'CLORE', { code: 'CORRIGEE' })).refus).toContain('deux mois de suite')
    expect((await agir(GESTIONNAIRE, id, 'CLORE', { code: 'REGROUPEE', autre: id })).statut).toBe(422)
    expect((await agir(GESTIONNAIRE, id, 'CLORE', { code: 'SANS_OBJET' })).statut).toBe(303)
    expect((await agir(GESTIONNAIRE, id, 'ECRIRE', { texte: 'trop tard' })).statut).toBe(422)
    expect((await agir(GESTIONNAIRE, id, 'ROUVRIR', { texte: 'rechute' })).statut).toBe(303)

    const [mesure] = (await lireMesures(etat, '013')).filter((m) => String(m.id) === id)
    expect(mesure?.actes.map(({ acte, vers, role, jour }) => [acte, vers, role, jour])).toEqual([
      ['OUVRIR', 'SIGNALEMENT_INFORMEL', 'gestionnaire', '2026-12-23'],
      ['FORMALISER', 'DEMANDE_FORMALISEE', 'gestionnaire', '2027-01-08'],
      ['ENVOYER', 'DEMANDE_FORMALISEE', 'gestionnaire', '2026-12-24'],
      ['REPONDRE', 'DEMANDE_FORMALISEE', 'guichet', null],
      ['SIGNALER', 'SIGNALEMENT_COPIL_PREFET', 'gestionnaire', null],
      ['NOTER_SUITE', 'SIGNALEMENT_COPIL_PREFET', 'etat', '2026-12-24'],
      ['CLORE', 'CLOSE', 'gestionnaire', null],
      ['ROUVRIR', 'SIGNALEMENT_COPIL_PREFET', 'gestionnaire', null],
    ])
    expect(mesure?.actes[3]?.plan).toBe('Former\nl’accueil.')

    const journal = await etat.selectFrom('journal').selectAll().where('action', '=', 'MESURE').execute()
    const siens = journal.map(({ detail }) => JSON.parse(detail)).filter(({ mesure: m }) => m === mesure?.reference)
    expect(siens.map(({ acte }) => acte)).toEqual(mesure?.actes.map(({ acte }) => acte))
    expect(JSON.stringify(journal)).not.toMatch(/Former|Saisine|rechute|RK 1/)
  })

  it('se regroupe avec une mesure ouverte du même service, et reporte son échéance', async () => {
    const { base, autre } = departement()
    const { ouvrir, agir, lire } = await preparerMesures(base)
    const [une, deux] = [
      await ouvrir(autre.service, `GUICHET|${autre.code}|incoherences`),
      await ouvrir(autre.service, `GUICHET|${autre.code}|delai_enregistrement`),
    ]
    expect((await agir(GESTIONNAIRE, une, 'REPORTER', { jour: '2026-11-23' })).statut).toBe(422)
    expect((await agir(GESTIONNAIRE, une, 'REPORTER', { jour: '2027-02-30' })).refus).toContain('calendrier')
    expect((await agir(GESTIONNAIRE, une, 'REPORTER', { jour: '2027-01-31' })).statut).toBe(303)
    expect((await lire(GESTIONNAIRE, `/mesures/${une}`)).texte).toContain('attendu pour le 01/02/2027')
    expect((await agir(GESTIONNAIRE, une, 'CLORE', { code: 'REGROUPEE', autre: deux })).statut).toBe(303)
    expect((await lire(GESTIONNAIRE, `/mesures/${une}`)).texte).toMatch(/regroupée avec une autre mesure, mesure 2026-/)
    expect((await agir(GESTIONNAIRE, deux, 'CLORE', { code: 'REGROUPEE', autre: une })).statut).toBe(422)
  })
})
