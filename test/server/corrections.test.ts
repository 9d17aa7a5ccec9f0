import { describe, expect, it } from 'vitest'
import { ouvrirBase } from '../base.ts'
import { adresse, creerApplication, poster, suivre } from './aide.ts'
import { demande, instantane } from './doublons.ts'

const SANS_PIECE = '0131026000002BBBBB'
const D_UN_AUTRE = '0131026000004AAAAA'

/** Four demandes; those of ranks 2 and 4 have no proof of identity, unless told they now do. */
const demandes = (corrigee: boolean) =>
  [
    ['AAAAA', '02/10/2026'],
    ['BBBBB', corrigee ? '24/11/2026' : ''],
    ['BBBBB', '02/10/2026'],
    ['AAAAA', ''],
  ].map(([guichet = '', date_piece_identite = ''], i) =>
    demande(i + 1, guichet, { nom: `NOM${i}`, prenom: 'Awa', date_piece_identite }),
  )

const preparer = async () => {
  const { base, charger } = await ouvrirBase()
  await charger(instantane('2026-10-31', demandes(false)))
  const { app, etat } = await creerApplication(base, { role: 'guichet', service: 'BBBBB' })
  const ouvrir = async () => (await app.request(adresse('/'))).text()
  const dire = (acte: string, numero = SANS_PIECE) => app.request(adresse('/corrections'), poster({ numero, acte }))
  const suivant = (corrigee: boolean) =>
    charger(instantane('2026-11-30', demandes(corrigee)), { maintenant: new Date('2026-12-02T10:00:00') })
  return { base, charger, app, etat, ouvrir, dire, suivant }
}

describe('l’accueil d’un guichet', () => {
  it('montre la demande à corriger dès l’ouverture : ce qui manque, son numéro, où et quoi faire', async () => {
    const { ouvrir } = await preparer()
    const page = (await ouvrir()).replace(/<[^>]+>/g, '')
    expect(page).toContain('1\u00a0demande à corriger')
    expect(page).toContain('La pièce d’identité manque')
    // Its groups stand apart on the screen alone: copied, it is whole.
    expect(page).toContain('0131026000002BBBBB')
    expect(page).toContain('Enregistrée le 02/10/2026.')
    expect(page).toContain('Système national, onglet Identité, champ Date de la pièce d’identité')
  })

  it('ne montre rien d’un autre service, ni ce qui est en règle', async () => {
    const { ouvrir } = await preparer()
    const page = await ouvrir()
    expect(page).not.toContain('>000004<')
    expect(page).not.toContain('>000003<')
  })

  it('consigne les numéros qu’il montre, et ce qui en est dit', async () => {
    const { ouvrir, dire, etat } = await preparer()
    await ouvrir()
    await dire('FAIT')
    const entrees = await etat
      .selectFrom('journal')
      .select(['action', 'nombre', 'detail'])
      .where('action', '<>', 'IMPORT')
      .orderBy('id')
      .execute()
    expect(entrees).toMatchObject([
      { action: 'CONSULTATION', nombre: 1, detail: '{"liste":"demandes à corriger"}' },
      { action: 'CORRECTION', nombre: 1, detail: `{"numero":"${SANS_PIECE}","acte":"FAIT"}` },
    ])
  })

  it('une demande dite faite quitte la liste jusqu’à l’instantané suivant, et peut être reprise', async () => {
    const { ouvrir, dire } = await preparer()
    const reponse = await dire('FAIT')
    expect(reponse.status).toBe(303)
    expect(reponse.headers.get('location')).toBe('/?territoire=013&dit=FAIT')
    const page = await ouvrir()
    expect(page).toContain('Rien à corriger en octobre. Prochain instantané attendu le 30/11/2026.')
    expect(page).toContain('déclarée faite le 23/11/2026')
    await dire('ANNULE')
    expect(await ouvrir()).toContain('1\u00a0demande à corriger')
  })

  it('l’instantané suivant confirme ce qui est corrigé', async () => {
    const { ouvrir, dire, suivant } = await preparer()
    await dire('FAIT')
    await suivant(true)
    const page = await ouvrir()
    expect(page).toContain('Rien à corriger en novembre')
    expect(page).toContain('1\u00a0demande corrigée depuis janvier')
  })

  it('l’instantané suivant ramène ce qui ne l’est pas', async () => {
    const { ouvrir, dire, suivant } = await preparer()
    await dire('FAIT')
    await suivant(false)
    const page = await ouvrir()
    expect(page).toContain('1\u00a0demande à corriger')
    expect(page).toContain('Déclarée faite le 23/11/2026, l’instantané du 30/11/2026 montre encore le même défaut')
    await dire('FAIT')
    expect(await ouvrir()).toContain('Rien à corriger')
  })

  it('un instantané d’avant la déclaration, chargé après elle, ne ramène rien', async () => {
    const { ouvrir, dire, charger } = await preparer()
    await dire('FAIT')
    await charger(instantane('2026-11-20', demandes(false)), { maintenant: new Date('2026-11-24T10:00:00') })
    const page = await ouvrir()
    expect(page).toContain('Rien à corriger')
    expect(page).toContain('déclarée faite le 23/11/2026')
  })

  it('un ménage qui ne répond pas fait revenir la demande avec l’instantané suivant, et c’est dit', async () => {
    const { ouvrir, dire, suivant } = await preparer()
    await dire('SANS_REPONSE')
    expect(await ouvrir()).toContain('ménage sans réponse le 23/11/2026')
    await suivant(false)
    expect(await ouvrir()).toContain('Le 23/11/2026, vous avez noté que le ménage ne répondait pas.')
  })

  it.each([
    ['d’un autre service', D_UN_AUTRE],
    ['inconnue', '0131026000099BBBBB'],
    ['en règle', '0131026000003BBBBB'],
  ])('rien ne se dit d’une demande %s', async (_, numero) => {
    const { dire, etat } = await preparer()
    expect((await dire('FAIT', numero)).headers.get('location')).toBe('/?territoire=013&dit=RIEN')
    expect(await etat.selectFrom('corrections_declarees').selectAll().execute()).toEqual([])
  })

  it('le gestionnaire a un autre accueil, et ne déclare rien à la place d’un guichet', async () => {
    const { base } = await preparer()
    const { app } = await creerApplication(base)
    const reponse = await app.request(adresse('/corrections'), poster({ numero: SANS_PIECE, acte: 'FAIT' }))
    expect(reponse.status).toBe(403)
    expect(await (await app.request(adresse('/'))).text()).not.toContain('à corriger</h1>')
  })
})

describe('un doublon à corriger', () => {
  const deux = [
    demande(1, 'AAAAA', { nom: 'BENALI', prenom: 'Samia', date_naissance: '29/02/1984' }),
    demande(2, 'BBBBB', {
      nom: 'BENALI',
      prenom: 'Samia',
      date_naissance: '29/02/1984',
      forcage_doublon: 'O',
      numero_unique_rapproche: '0131026000001AAAAA',
    }),
  ]

  it('donne la plus ancienne, mène au formulaire déjà rempli, et quitte la liste une fois signalé', async () => {
    const { base, charger } = await ouvrirBase()
    await charger(instantane('2026-10-31', deux))
    const { app } = await creerApplication(base, { role: 'guichet', service: 'BBBBB' })
    const page = await (await app.request(adresse('/'))).text()
    expect(page).toContain('Cette personne a déjà une demande')
    const cache = (nom: string) => new RegExp(`name="${nom}" value="([^"]*)"`).exec(page)?.[1] ?? ''
    const connu = { sorte: cache('sorte'), numeros: cache('numeros'), garde: cache('garde'), motif: 'même personne' }
    const prepare = await app.request(adresse('/demarches/preparer'), poster(connu))
    const formulaire = await (await suivre(app, prepare)).text()
    expect(formulaire).toContain('value="0131026000002BBBBB 0131026000001AAAAA"')
    expect(formulaire).toContain('value="0131026000001AAAAA"')
    await app.request(
      adresse('/demarches/nouvelle/doublon'),
      poster({ numeros: '0131026000002BBBBB 0131026000001AAAAA', garde: '0131026000001AAAAA', motif: 'même personne' }),
    )
    expect(await (await app.request(adresse('/'))).text()).toContain('Rien à corriger')
  })
})
