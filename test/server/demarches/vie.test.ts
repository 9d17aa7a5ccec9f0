import { describe, expect, it } from 'vitest'
import { ANCIENNE, COPIE, preparer } from '../doublons.ts'
import { AAAAA, BBBBB, ETAT, GESTIONNAIRE, preparerDemarches } from './aide.ts'

const DOUBLON = { numeros: `${ANCIENNE} ${COPIE}`, garde: ANCIENNE, motif: 'même personne' }
const QUESTION = { objet: 'REGLE', texte: 'Que saisir pour un ménage hébergé ?' }

const ouvrir = async () => preparerDemarches((await preparer()).base)

describe('la vie d’une démarche', () => {
  it('envoyée, prise, acceptée, faite : chaque étape est datée, et se lit par le service', async () => {
    const { envoyer, agir, lire, etapes, au } = await ouvrir()
    const { id } = await envoyer(BBBBB, 'doublon', DOUBLON)
    au('2026-11-24')
    await agir(GESTIONNAIRE, id, 'PRENDRE')
    au('2026-11-26')
    await agir(GESTIONNAIRE, id, 'ACCEPTER', { texte: 'La plus ancienne est gardée.' })
    au('2026-11-30')
    await agir(GESTIONNAIRE, id, 'FAIRE')
    expect(await etapes(id)).toEqual(['RECUE', 'EN_COURS', 'ACCEPTEE', 'FAITE'])
    const { texte } = await lire(BBBBB, `/demarches/${id}`)
    for (const dit of [
      'Faite en 7 jours',
      'La plus ancienne est gardée.',
      'Le 26/11/2026',
      'Le 24/11/2026',
      '23/11/2026',
    ])
      expect(texte.replace(/[\u00a0\u202f]/g, ' ')).toContain(dit)
  })

  it('refusée, elle l’est avec un motif, jamais sans', async () => {
    const { envoyer, agir, lire, etapes } = await ouvrir()
    const { id } = await envoyer(BBBBB, 'doublon', DOUBLON)
    expect(await agir(GESTIONNAIRE, id, 'REFUSER')).toEqual({ statut: 422, refus: 'Un refus demande un motif.' })
    expect((await agir(GESTIONNAIRE, id, 'REFUSER', { texte: 'deux homonymes' })).statut).toBe(303)
    expect(await etapes(id)).toEqual(['RECUE', 'REFUSEE'])
    expect((await lire(BBBBB, `/demarches/${id}`)).texte).toContain('deux homonymes')
  })

  it('son auteur la retire ; un collègue du service ne le peut pas, ni personne une fois prise', async () => {
    const { envoyer, agir, lire, etapes } = await ouvrir()
    const auteur = { ...BBBBB, courriel: 'auteur@exemple.fr' }
    const [reprise, prise] = [await envoyer(auteur, 'doublon', DOUBLON), await envoyer(auteur, 'doublon', DOUBLON)]
    expect((await agir(BBBBB, reprise.id, 'RETIRER')).refus).toMatch(/Seule la personne qui l’a envoyée/)
    expect((await lire(BBBBB, `/demarches/${reprise.id}`)).texte).toMatch(/Pas possible.*retirer la démarche/)
    expect((await agir(auteur, reprise.id, 'RETIRER')).statut).toBe(303)
    expect(await etapes(reprise.id)).toEqual(['RECUE', 'RETIREE'])
    await agir(GESTIONNAIRE, prise.id, 'PRENDRE')
    expect((await agir(auteur, prise.id, 'RETIRER')).refus).toMatch(/ne se fait pas à cette étape/)
    expect(await etapes(prise.id)).toEqual(['RECUE', 'EN_COURS'])
  })

  it('une question est répondue, ou transmise puis répondue, avec ses deux délais', async () => {
    const { envoyer, agir, lire, au } = await ouvrir()
    const [une, autre] = [await envoyer(BBBBB, 'question', QUESTION), await envoyer(AAAAA, 'question', QUESTION)]
    au('2026-11-25')
    await agir(GESTIONNAIRE, une.id, 'TRANSMETTRE')
    au('2026-12-03')
    await agir(GESTIONNAIRE, une.id, 'REPONDRE', { texte: 'Le support a répondu.' })
    await agir(GESTIONNAIRE, autre.id, 'REPONDRE', { texte: 'Logé chez un tiers.' })
    const bureau = (await lire(GESTIONNAIRE, '/demarches?liste=QUESTIONS')).texte.replace(/[\u00a0\u202f]/g, ' ')
    expect(bureau).toContain('2 j pour transmettre au support national (1 question), 10 j pour répondre (2 questions)')
    expect((await lire(BBBBB, `/demarches/${une.id}`)).texte).toContain('Le support a répondu.')
  })

  it('un texte qui porte un numéro unique est refusé, et ce qui était écrit reste', async () => {
    const { envoyer, agir, demander, etapes } = await ouvrir()
    const texte = `Voir ${ANCIENNE}.`
    const reponse = await demander(BBBBB, '/demarches/nouvelle/question', { ...QUESTION, texte })
    expect([reponse.status, await reponse.text()]).toEqual([422, expect.stringContaining(texte)])
    const { id } = await envoyer(BBBBB, 'question', QUESTION)
    expect((await agir(GESTIONNAIRE, id, 'REPONDRE', { texte })).refus).toMatch(/contient un numéro unique/)
    expect(await etapes(id)).toEqual(['RECUE'])
  })

  it('le soupçon d’un détournement est à l’État et au gestionnaire : aucun guichet ne l’envoie ni ne le lit', async () => {
    const { envoyer, lire, demander } = await ouvrir()
    const champs = { guichet: 'BBBBB', constate_le: '2026-11-20', texte: 'Consultations en série.' }
    const { id } = await envoyer(ETAT, 'detournement', champs)
    expect((await envoyer(BBBBB, 'detournement', champs)).id).toBe(null)
    expect((await lire(BBBBB, `/demarches/${id}`)).statut).toBe(404)
    expect((await lire(BBBBB, '/demarches')).texte).not.toMatch(/détournement/)
    expect((await lire(GESTIONNAIRE, `/demarches/${id}`)).texte).toContain('Consultations en série.')
    expect((await demander(ETAT, '/demarches/nouvelle/doublon', DOUBLON)).status).not.toBe(303)
  })

  it('celles d’un service ne sont ni montrées ni ouvertes à un autre, et l’État lit tout sans agir', async () => {
    const { envoyer, agir, lire, etapes } = await ouvrir()
    const { id } = await envoyer(BBBBB, 'doublon', DOUBLON)
    expect((await lire(AAAAA, '/demarches')).texte).toContain('Aucune démarche n’attend de réponse.')
    expect((await lire(AAAAA, `/demarches/${id}`)).statut).toBe(404)
    expect((await agir(AAAAA, id, 'RETIRER')).statut).toBe(404)
    expect((await lire(ETAT, `/demarches/${id}`)).texte).toContain('même personne')
    expect((await agir(ETAT, id, 'ACCEPTER')).refus).toMatch(/ne revient pas à ce rôle/)
    expect(await etapes(id)).toEqual(['RECUE'])
  })

  it('se prépare sans qu’un numéro passe dans une adresse, sa sorte dite ou encore à choisir', async () => {
    const { demander } = await ouvrir()
    for (const sorte of ['DOUBLON', '']) {
      const prepare = await demander(BBBBB, '/demarches/preparer', { ...DOUBLON, sorte })
      const suite = prepare.headers.get('location') ?? ''
      expect(suite).toMatch(sorte === '' ? /^\/demarches\/nouvelle\?/ : /^\/demarches\/nouvelle\/doublon\?/)
      expect(suite).not.toContain(ANCIENNE)
    }
  })

  it('les anciennes adresses mènent aux nouvelles, pour toujours', async () => {
    const { demander } = await ouvrir()
    for (const [de, vers] of [
      ['/signalements?territoire=013&mois=2026-10&dit=x', '/demarches?territoire=013&mois=2026-10&sorte=DOUBLON'],
      ['/signalements', '/demarches?sorte=DOUBLON'],
      ['/signalements/7?territoire=013', '/demarches/7?territoire=013'],
    ] as const) {
      const reponse = await demander(BBBBB, de)
      expect([reponse.status, reponse.headers.get('location')]).toEqual([301, vers])
    }
  })
})
