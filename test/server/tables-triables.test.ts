import { describe, expect, it } from 'vitest'
import type { Role } from '../../server/acces/roles.ts'
import { TABLE } from '../../server/acces/table.ts'
import { colonnesSansTri } from '../web/tables-triables.ts'
import { preparerDepartement } from './acces/departement.ts'
import { adresse, creerServeur, ouvrirPour } from './aide.ts'

const departement = preparerDepartement()

/** The pages of a person that an address alone opens. */
const pagesDe = (role: Role, code: string): string[] => [
  ...Object.entries(TABLE)
    .filter(([route, regle]) => /^GET \/(?!api|exports|statique|recherche)[a-z/]*$/.test(route) && regle.includes(role))
    .map(([route]) => route.slice(4)),
  `/guichets/${code}`,
  '/indicateurs/forcages',
  '/indicateurs/delai_enregistrement',
  '/indicateurs/enregistrements',
  '/controles/2026-10',
  '/tableaux/TAB01-01',
  '/tableaux/TAB03-02',
  `/dossiers?indicateur=enregistrements&niveau=GUICHET&entite=${code}`,
]

describe('les tables que la personne voit', () => {
  it.each(['gestionnaire', 'prefet', 'guichet'] as const)('se trient toutes par leurs intitulés : %s', async (role) => {
    const { base, sien } = departement()
    const { app, etat, fermer } = await creerServeur(base)
    const temoin = await ouvrirPour(etat, {
      role,
      territoires: ['013'],
      service: role === 'guichet' ? sien.service : null,
    })
    let tables = 0
    for (const page of pagesDe(role, sien.code)) {
      const reponse = await app.request(adresse(page), { headers: { cookie: temoin } })
      if (reponse.status !== 200) continue
      const html = await reponse.text()
      tables += html.match(/<table/g)?.length ?? 0
      expect([page, colonnesSansTri(html)]).toEqual([page, []])
    }
    expect(tables).toBeGreaterThan(role === 'gestionnaire' ? 20 : 3)
    await fermer()
  })
})
