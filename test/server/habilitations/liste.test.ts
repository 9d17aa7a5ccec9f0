import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { writeTableau } from '../../../reports/tableau/formats.ts'
import { texteDe } from '../../web/rendre.tsx'
import { adresse, envoyer } from '../aide.ts'
import { preparerHabilitations } from './aide.ts'

const preparer = preparerHabilitations()

/** The application, and what becomes of a list that is sent: its preview, and its load. */
const preparerListes = async () => {
  const tout = await preparer()
  const { app, gestionnaire, etat } = tout
  const { cookie } = gestionnaire
  const deposer = async (nom: string, contenu: string | Uint8Array, service = '') => {
    const { headers, ...init } = envoyer({ [nom]: contenu }, { service })
    const reponse = await app.request(adresse('/habilitations/fichier'), {
      ...init,
      headers: { ...(headers as object), cookie },
    })
    const lieu = reponse.headers.get('location')
    if (lieu === null) return { statut: reponse.status, texte: texteDe(await reponse.text()), chemin: '' }
    return { statut: reponse.status, texte: await gestionnaire.lire(lieu), chemin: lieu.split('?')[0] ?? '' }
  }
  const charger = (chemin: string) => gestionnaire.demander(chemin, {})
  const gardees = async () =>
    (await etat.selectFrom('habilitations').select(['agent', 'service', 'profil']).orderBy('id').execute()).map(
      ({ agent, service, profil }) => `${agent} ${service} ${profil}`,
    )
  return { ...tout, deposer, charger, gardees }
}

const TITRES = 'Nom;Prénom;Code service;Profil SNE;Date de création;Date de fin;Expire le'

describe('une liste d’agents', () => {
  it('se lit par ses intitulés, se montre avant d’être chargée, et se charge d’un trait', async () => {
    const { deposer, charger, gardees, sien, autre, gestionnaire } = await preparerListes()
    const liste = [
      'Extraction du 20/11/2026',
      TITRES,
      `Icard;Lou;${sien.service};Consultation;06/01/2025;;31/12/2026`,
      `Costa;Noa;${autre.service};Guichet;2024-03-01;15/10/2026;`,
      'Total : 2;;;;;;',
    ].join('\r\n')
    const apercu = await deposer('agents.csv', liste)
    expect(apercu.texte).toMatch(/2 habilitations à ouvrir.*Lou Icard.*Noa Costa.*close le 15\/10\/2026/s)
    expect(await gardees()).toEqual([])
    expect((await charger(apercu.chemin)).status).toBe(303)
    expect(await gardees()).toEqual([`Lou Icard ${sien.service} Consultation`, `Noa Costa ${autre.service} Guichet`])
    expect((await charger(apercu.chemin)).status).toBe(404)
    // The same again teaches nothing; a later one closes, and closes nobody that it has not.
    expect((await deposer('agents.csv', liste)).texte).toContain('La liste n’apprend rien')
    const suite = `${TITRES}\nIcard;Lou;${sien.service};Consultation;06/01/2025;20/11/2026;\n`
    const apres = await deposer('agents.csv', suite)
    expect(apres.texte).toMatch(/1 à clore/)
    await charger(apres.chemin)
    expect(await gestionnaire.lire('/habilitations?etat=closes')).toMatch(/Lou Icard.*le 20\/11\/2026/s)
  })

  it.each([
    ['un nom qui manque', ';Lou;SIEN;Consultation;06/01/2025;;', 'le nom de l’agent manque'],
    ['un profil qui manque', 'Icard;Lou;SIEN;;06/01/2025;;', 'le profil manque'],
    ['une date illisible', 'Icard;Lou;SIEN;Consultation;le 6 janvier;;', 'la date d’ouverture n’est pas une date'],
    ['un jour impossible', 'Icard;Lou;SIEN;Consultation;30/02/2025;;', 'la date d’ouverture n’est pas une date'],
    ['une ouverture à venir', 'Icard;Lou;SIEN;Consultation;24/11/2026;;', 'l’ouverture est à venir'],
    ['une fin avant le début', 'Icard;Lou;SIEN;Consultation;06/01/2025;05/01/2025;', 'la clôture n’est pas entre'],
    ['un service inconnu', 'Icard;Lou;ZZZZZ;Consultation;06/01/2025;;', 'le service « ZZZZZ » n’est pas au registre'],
    [
      'un numéro unique',
      'Icard;0131026000001AAAAA;SIEN;Consultation;06/01/2025;;',
      'une cellule contient un numéro unique',
    ],
    ['une ligne répétée', 'Besson;Sacha;SIEN;Consultation;06/01/2025;;', 'le même accès est déjà à la ligne 2'],
  ])('dont une ligne est fautive (%s) la dit, avec son rang, et ne charge rien', async (_, ligne, phrase) => {
    const { deposer, charger, gardees, sien } = await preparerListes()
    const bonne = `Besson;Sacha;${sien.service};Consultation;06/01/2025;;`
    const apercu = await deposer('agents.csv', [TITRES, bonne, ligne.replace('SIEN', sien.service), ''].join('\n'))
    expect(apercu.texte).toContain('1 ligne est fautive')
    expect(apercu.texte).toContain(`Ligne 3 : ${phrase}`)
    expect((await charger(apercu.chemin)).status).toBe(422)
    expect(await gardees()).toEqual([])
  })

  it('dont l’aperçu n’est plus vrai est à relire, et rien n’en est chargé', async () => {
    const { deposer, charger, gardees, habiliter, sien } = await preparerListes()
    const apercu = await deposer('agents.csv', `${TITRES}\nIcard;Lou;${sien.service};Consultation;06/01/2025;;\n`)
    await habiliter('Lou Icard', sien.service)
    const refus = await charger(apercu.chemin)
    expect([refus.status, texteDe(await refus.text())]).toEqual([422, expect.stringContaining('ont changé depuis')])
    expect(await gardees()).toHaveLength(1)
    expect((await charger(apercu.chemin)).status).toBe(303)
    expect(await gardees()).toHaveLength(1)
  })

  it('d’un seul service se lit sans colonne de service, et dit qui n’y est plus sans le clore', async () => {
    const { deposer, charger, habiliter, sien, gestionnaire } = await preparerListes()
    const id = await habiliter('Noa Costa', sien.service)
    const apercu = await deposer(
      'liste.csv',
      'Utilisateur;Profil;Depuis le\nLou Icard;Consultation;06/01/2025\n',
      sien.service,
    )
    expect(apercu.texte).toMatch(/Ouvertes ici, absentes de la liste.*Noa Costa/s)
    await charger(apercu.chemin)
    expect(await gestionnaire.lire(`/habilitations/${id}`)).toMatch(/Ouverte\./)
  })

  it('en classeur se lit comme en texte', async () => {
    const { deposer, charger, gardees, sien } = await preparerListes()
    const colonnes = [
      { nom: 'agent', intitule: 'Agent', type: 'texte' },
      { nom: 'service', intitule: 'Service', type: 'texte' },
      { nom: 'profil', intitule: 'Profil', type: 'texte' },
      { nom: 'ouverte', intitule: 'Ouverte le', type: 'jour' },
    ] as const
    const lignes = [{ agent: 'Lou Icard', service: sien.service, profil: 'Consultation', ouverte: '2025-01-06' }]
    const morceaux: Uint8Array[] = []
    for await (const morceau of writeTableau({ titre: 'Agents', colonnes, lignes }, 'xlsx'))
      morceaux.push(typeof morceau === 'string' ? Buffer.from(morceau) : morceau)
    const apercu = await deposer('agents.xlsx', Buffer.concat(morceaux))
    expect(apercu.texte).toContain('1 habilitation à ouvrir')
    await charger(apercu.chemin)
    expect(await gardees()).toEqual([`Lou Icard ${sien.service} Consultation`])
  })

  it.each([
    ['sans intitulé reconnu', 'agents.csv', 'a;b;c\n1;2;3\n'],
    ['sans ligne', 'agents.csv', `${TITRES}\n`],
    ['vide', 'agents.csv', ''],
    ['sans date d’ouverture', 'agents.csv', 'Nom;Profil\nIcard;Consultation\n'],
    ['qui n’est pas un classeur', 'agents.xlsx', 'du texte'],
    ['d’une autre forme', 'agents.zip', 'PK'],
  ])('%s est refusée en une phrase, et rien n’en reste', async (_, nom, contenu) => {
    const { deposer, base, journal } = await preparerListes()
    const { statut, texte } = await deposer(nom, contenu)
    expect([statut, texte]).toEqual([422, expect.stringMatching(/Rien n’a été gardé/)])
    const { temporaire } = base.dossier
    expect(existsSync(temporaire) ? readdirSync(temporaire).filter((f) => f.startsWith('liste-')) : []).toEqual([])
    expect(journal.join('\n')).not.toContain('Icard')
  })

  it('d’une personne n’est pas ouverte à une autre', async () => {
    const { deposer, signer, sien } = await preparerListes()
    const { chemin } = await deposer('agents.csv', `${TITRES}\nIcard;Lou;${sien.service};Consultation;06/01/2025;;\n`)
    expect((await (await signer('gestionnaire')).demander(chemin)).status).toBe(404)
    expect((await (await signer('guichet', sien.service)).demander(chemin)).status).toBe(403)
  })
})
