import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enMois, type Mois, moisEntre } from '../../../ingest/socle/jour.ts'
import type { Role } from '../../../server/acces/roles.ts'
import { ouvrirDemonstration, SERVICE } from '../../demonstration.ts'
import { ADRESSE, creerServeur, ouvrirPour } from '../aide.ts'
import { creerLecteur, type LecteurDePages } from './lecteur.ts'
import { type Visite, visiter } from './visiter.ts'

/** The first month of the demonstration draws no curve: what they lead to is followed from the ten after it. */
const MOIS = moisEntre(enMois('2026-01'), enMois('2026-10'))
const ROLES: readonly Role[] = ['gestionnaire', 'etat', 'prefet', 'copil', 'guichet']
/** Pages of a month; one of the others a month, each in its turn. */
const DU_MOIS = ['/', '/guichets']
const TOUR = [
  '/indicateurs/rejets_interface',
  `/guichets/${SERVICE}`,
  '/forcages',
  '/changement',
  '/indicateurs/attributions_manquantes',
]
/** Pages that are of no month, or whose every month says the same way. */
const DU_JOUR = [
  '/indicateurs',
  '/attributions',
  '/doublons',
  '/doublons?etat=TOUS&guichet=GDPUB',
  '/demarches',
  '/demarches?liste=QUESTIONS',
  '/alertes',
  '/controles',
  '/controles/2026-10',
  '/mesures',
  '/mesures/1',
  '/agenda',
  '/tableaux',
  '/tableaux/TAB01-01',
  '/territoires',
  '/imports',
  '/comptes',
]
const FABRICATION = 900_000

let lecteurs: ReadonlyMap<Role, LecteurDePages>
let fermer = async (): Promise<void> => {}

beforeAll(async () => {
  const demonstration = await ouvrirDemonstration()
  const serveur = await creerServeur(demonstration.base)
  const demander = async (role: Role) => {
    const service = role === 'guichet' ? SERVICE : null
    const cookie = await ouvrirPour(serveur.etat, { role, territoires: ['013'], service })
    return async (adresse: string) => {
      const reponse = await serveur.app.request(`${ADRESSE}${adresse}`, { headers: { cookie } })
      return reponse.status === 200 ? reponse.text() : null
    }
  }
  lecteurs = new Map(
    await Promise.all(ROLES.map(async (role) => [role, creerLecteur(role, await demander(role))] as const)),
  )
  fermer = async () => {
    await serveur.fermer()
    demonstration.fermer()
  }
}, FABRICATION)

afterAll(() => fermer())

const deLui = (role: Role): LecteurDePages => {
  const lecteur = lecteurs.get(role)
  if (lecteur === undefined) throw new Error(`personne pour ${role}`)
  return lecteur
}

const pagesDe = (rang: number): string[] => [
  ...DU_MOIS,
  TOUR[rang % TOUR.length] ?? '/',
  ...(rang === MOIS.length - 1 ? DU_JOUR : []),
]

const duMois = (page: string, mois: Mois): string =>
  `${page}${page.includes('?') ? '&' : '?'}territoire=013&mois=${mois}`

const parcourir = async (lecteur: LecteurDePages): Promise<Visite> => {
  const visite: Visite = { ecarts: [], suivies: new Map() }
  for (const [rang, mois] of MOIS.entries())
    for (const page of pagesDe(rang)) await visiter(lecteur, duMois(page, mois), visite, rang)
  return visite
}

/** What each role is told by links at least; a crawl that reads nothing finds nothing. */
const SUIVIES: Readonly<Record<string, readonly string[]>> = {
  gestionnaire: [
    'alertes et points d’un mois',
    'alertes et points d’un indicateur',
    'cellule de la matrice',
    'dossiers',
  ],
  etat: ['alertes et points d’un mois', 'guichets d’un filtre', 'groupes de doublons', 'guichets d’une catégorie'],
  prefet: ['une valeur'],
  copil: ['alertes et points d’un mois', 'alertes et points d’un indicateur', 'une valeur'],
  guichet: ['demandes à corriger', 'tant sur tant', 'cellule de la matrice'],
}

describe('un nombre qu’un lien annonce est celui de la page qu’il ouvre', () => {
  it.each(ROLES)('pour le rôle %s, sur dix mois', async (role) => {
    const { ecarts, suivies } = await parcourir(deLui(role))
    expect(ecarts).toEqual([])
    for (const sorte of SUIVIES[role] ?? []) expect([sorte, suivies.get(sorte) ?? 0]).not.toEqual([sorte, 0])
  })
})

describe('le parcours lui-même', () => {
  const rangees = (n: number): string => `<table><tbody>${'<tr><td>x</td></tr>'.repeat(n)}</tbody></table>`
  const SITE: Readonly<Record<string, string>> = {
    '/dossiers?entite=A': `<main>${rangees(2)}</main>`,
    '/dossiers?entite=A&tous=1': `<main>${rangees(5)}</main>`,
    '/doublons?etat=TOUS': `<main><section id="groupes">${rangees(50)}<span>Page 1 sur 2</span></section></main>`,
    '/doublons?etat=TOUS&page=2': `<main><section id="groupes">${rangees(7)}<span>Page 2 sur 2</span></section></main>`,
  }
  const ecartsDe = async (lien: string): Promise<string[]> => {
    const lecteur = creerLecteur('gestionnaire', async (adresse) =>
      adresse === '/' ? `<main>${lien}</main>` : (SITE[adresse] ?? null),
    )
    const visite: Visite = { ecarts: [], suivies: new Map() }
    await visiter(lecteur, '/', visite)
    return visite.ecarts
  }

  it.each([
    '<a href="/dossiers?entite=A">2 sur 5</a>',
    '<a href="/doublons?etat=TOUS">Tous (57)</a>',
    '<form method="get" action="/doublons"><select name="etat"><option value="TOUS">Tous (57)</option></select></form>',
    '<a href="/controles/2026-09">Septembre 2026</a>',
  ])('ne reproche rien à ce qui est juste : %s', async (lien) => {
    expect(await ecartsDe(lien)).toEqual([])
  })

  it.each([
    ['<a href="/dossiers?entite=A">3 sur 5</a>', 'dossiers concernés, 3 à l’annonce, 2 sur la page'],
    ['<a href="/dossiers?entite=A">2 sur 6</a>', 'dossiers examinés, 6 à l’annonce, 5 sur la page'],
    ['<a href="/doublons?etat=TOUS">Tous (50)</a>', 'groupes, 50 à l’annonce, 57 sur la page'],
    [
      '<form method="get" action="/doublons"><select name="etat"><option value="TOUS">Tous (58)</option></select></form>',
      'groupes, 58 à l’annonce, 57 sur la page',
    ],
    ['<a href="/nulle-part">12 anomalies</a>', 'un nombre que rien ne compte'],
  ])('nomme ce qui est faux : %s', async (lien, dit) => {
    const ecarts = await ecartsDe(lien)
    expect(ecarts).toHaveLength(1)
    expect(ecarts[0]).toMatch(/^gestionnaire, \/ : « .* » → /)
    expect(ecarts[0]).toContain(dit)
  })
})
