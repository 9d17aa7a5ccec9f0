import { describe, expect, it } from 'vitest'
import { ROLES, type Role } from '../../../server/acces/roles.ts'
import { ouvrirBase } from '../../base.ts'
import { GUICHETS, preparerDeuxTerritoires } from '../acces/deux-territoires.ts'
import { creerServeur, ouvrirPour } from '../aide.ts'
import { adressesDe, demander, type Serveur } from './scene.ts'

const deux = preparerDeuxTerritoires()
const [{ code: GUICHET }] = GUICHETS['013']

/** Files, and what browsers alone ask for. */
const FICHIERS = /^\/(?:api\/|exports|calendrier|documents|composants)|\.[a-z]+\}?$|:fichier/

const pages = adressesDe(GUICHET)
  .map((chemin) => chemin.replace(':modele', 'lettre').replace(':service', GUICHET).replace(':sorte', 'doublon'))
  .filter((chemin) => !FICHIERS.test(chemin) && !chemin.includes(':'))

const ouvertes = async (serveur: Serveur, role: Role, territoires: readonly string[]) => {
  const temoin = await ouvrirPour(serveur.etat, { role, territoires, service: role === 'guichet' ? GUICHET : null })
  const lues: { chemin: string; statut: number; html: string }[] = []
  for (const chemin of pages) {
    const reponse = await demander(serveur, temoin, chemin)
    if (reponse.headers.get('Content-Type')?.startsWith('text/html') !== true) continue
    lues.push({ chemin, statut: reponse.status, html: await reponse.text() })
  }
  return lues
}

/** Pages of something that exists only once it was made: a sample, an account, a deposit, a report. */
const DE_QUELQUE_CHOSE = /\/1(?:\/|$)|^\/rapports\/prefet\//

describe('avant le premier instantané', () => {
  it.each(ROLES)('%s : aucune de ses pages ne manque ni n’échoue', async (role) => {
    const { base } = await ouvrirBase()
    const serveur = await creerServeur(base)
    const lues = await ouvertes(serveur, role, ['013'])
    await serveur.fermer()
    expect(lues.length).toBeGreaterThan(5)
    const fautes = lues.filter(
      ({ chemin, statut }) => statut >= 500 || (statut === 404 && !DE_QUELQUE_CHOSE.test(chemin)),
    )
    expect(fautes.map(({ chemin, statut }) => `${chemin} : ${statut}`)).toEqual([])
  })
})

/** The territory, a month, and the snapshot it was computed from. */
const TETE =
  /<p class="imprime">Infocentre · [^<]+ \(013\) · [^<·]*\p{L}+ \d{4} · (?:instantané du \d\d\/\d\d\/\d{4}|aucun instantané)<\/p>/u

describe('en tête de chaque page imprimée', () => {
  it.each(ROLES)('%s : le territoire, le mois et l’instantané', async (role) => {
    const serveur = await creerServeur(deux().base)
    const lues = (await ouvertes(serveur, role, ['013'])).filter(({ statut }) => statut === 200)
    await serveur.fermer()
    expect(lues.length).toBeGreaterThan(5)
    expect(lues.filter(({ html }) => !TETE.test(html)).map(({ chemin }) => chemin)).toEqual([])
  })
})
