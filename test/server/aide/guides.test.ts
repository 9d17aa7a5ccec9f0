import { describe, expect, it } from 'vitest'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { ROLES, type Role } from '../../../server/acces/roles.ts'
import { TABLE } from '../../../server/acces/table.ts'
import { GUIDES, type Guide, guideDe } from '../../../web/aide/guides.ts'
import { lireEtape } from '../../../web/aide/tache.ts'
import { adresse, creerApplication } from '../aide.ts'
import { agir, autrement, CORRESPONDANCE, deposer, STATUTS } from '../imports/depots.ts'
import { preparerDepartement } from './departement.ts'
import { dit, listerDits } from './dit.ts'

const departement = preparerDepartement()

const ouvrir = async (role: Role) => {
  const { base, sien } = departement()
  const { app, etat } = await creerApplication(base, {
    role,
    territoires: ['013'],
    service: role === 'guichet' ? sien.service : null,
  })
  await etat.updateTable('comptes').set({ mot_de_passe: 'un mot de passe' }).execute()
  return { app, code: sien.code }
}

type Ouverte = Awaited<ReturnType<typeof ouvrir>>

/** An address of each page that takes something, with something that exists. */
const adresseDe = (page: string, code: string): string =>
  page
    .replace('/guichets/:code', `/guichets/${code}`)
    .replace('/indicateurs/:code', '/indicateurs/dossiers_incomplets?sur=12')
    .replace('/controles/:mois', '/controles/2026-10')
    .replace('/demarches/:id', '/demarches/1')
    .replace('/demarches/nouvelle/:sorte', '/demarches/nouvelle/doublon')
    .replace('/tableaux/:code', '/tableaux/TAB01-01')
    .replace('/doublons/:groupe', '/doublons/1')
    .replace(/^\/dossiers$/, `/dossiers?indicateur=dossiers_incomplets&niveau=GUICHET&entite=${code}`)

/** The examination of a snapshot whose headings were told: what may then be loaded. */
const examiner = async ({ app }: Ouverte): Promise<string> => {
  const { chemin } = await deposer(app, autrement({ date: '2026-07-31' }))
  return (await agir(app, chemin, 'examen', { ...CORRESPONDANCE, ...STATUTS })).page
}

const lirePage = async (ouverte: Ouverte, page: string): Promise<string> => {
  if (page === '/imports/depots/:id') return examiner(ouverte)
  const lire = async (chemin: string): Promise<string> => {
    const reponse = await ouverte.app.request(adresse(chemin))
    expect([page, reponse.status]).toEqual([page, 200])
    return reponse.text()
  }
  // Before a service is chosen, then with a line of one.
  if (page === '/mesures/ouvrir')
    return `${await lire(page)}${await lire(`${page}?ligne=GUICHET|${ouverte.code}|dossiers_incomplets`)}`
  return lire(adresseDe(page, ouverte.code))
}

/** What a guide names that is not on the page where it says it is. */
const perdusDe = async (guide: Guide, ouverte: Ouverte): Promise<string[]> => {
  const dits = new Map<string, readonly string[]>()
  const perdus: string[] = []
  for (const { code, etapes } of guide.taches)
    for (const etape of etapes) {
      const connus = dits.get(etape.page) ?? listerDits(await lirePage(ouverte, etape.page))
      dits.set(etape.page, connus)
      for (const { sorte, texte } of lireEtape(etape))
        if (sorte !== 'TEXTE' && !dit(connus, texte)) perdus.push(`${code}, ${etape.page} : ${texte}`)
    }
  return perdus
}

describe('le guide', () => {
  it('a un chapitre par rôle, et aucun de trop', () => {
    expect(GUIDES.map(({ role }) => role).toSorted()).toEqual(ROLES.toSorted())
  })

  it.each(ROLES)('du rôle %s ne mène qu’à des pages qu’il peut ouvrir', (role) => {
    for (const { code, etapes } of guideDe(role).taches)
      for (const { page } of etapes)
        expect([code, page, TABLE[`GET ${page}`]]).toEqual([code, page, expect.arrayContaining([role])])
  })

  it.each(ROLES)('du rôle %s nomme chaque titre, bouton et champ comme la page les dit', async (role) => {
    expect(await perdusDe(guideDe(role), await ouvrir(role))).toEqual([])
  })

  it('dit ce qui se perd : un titre qui n’est plus là, un lien qui a changé de nom', async () => {
    const etapes = [{ page: '/indicateurs', texte: 'Sur [Ailleurs], **Indicateurs** puis **Un titre disparu**.' }]
    const guide = { role: 'prefet', libelle: 'Préfet', taches: [{ code: 't', titre: 'T', autres: [], etapes }] }
    expect(await perdusDe(guide, await ouvrir('prefet'))).toEqual([
      't, /indicateurs : Ailleurs',
      't, /indicateurs : Un titre disparu',
    ])
  })

  it.each(ROLES)(
    'du rôle %s est celui que sa page d’aide montre d’abord, et les autres sont à un lien',
    async (role) => {
      const { app } = await ouvrir(role)
      const html = await (await app.request(adresse('/aide'))).text()
      const titres = listerDits(html)
      for (const { titre } of guideDe(role).taches) expect(dit(titres, fr(titre)), titre).toBe(true)
      expect(html.indexOf(`role=${role}`)).toBe(html.indexOf('role='))
      for (const { role: autre } of GUIDES) expect(html).toContain(`role=${autre}`)
    },
  )
})
