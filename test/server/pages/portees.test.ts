import { beforeAll, describe, expect, it } from 'vitest'
import { GUICHETS, preparerDeuxTerritoires } from '../acces/deux-territoires.ts'
import { creerServeur } from '../aide.ts'
import { adressesDe, demander, ouvrirTous, personnesDe } from './scene.ts'

const deux = preparerDeuxTerritoires()

const personnes = personnesDe(GUICHETS['013'].map(({ code }) => code))

/** Those whose numbers the server keeps, and logs each time, but no browser does. */
const AVEC_NUMEROS: readonly string[] = ['/', '/doublons', '/forcages', '/demarches']

/** A kept page says that the browser may keep it too; so do answers of the API, which are made each time. */
const estGardee = (chemin: string, { status, headers }: Response): boolean =>
  (headers.get('Cache-Control') === 'private, no-cache' && !chemin.startsWith('/api/')) ||
  (AVEC_NUMEROS.includes(chemin) && status === 200)

/** What each person gets of each kept page where nobody else ever asks for anything. */
const attendues: ReadonlyMap<string, string>[] = []

/** Opened once, before any page: one tells a guichet who keeps its territory. */
let temoins: readonly string[] = []

beforeAll(async () => {
  const premier = await creerServeur(deux().base)
  temoins = await ouvrirTous(premier, personnes)
  await premier.fermer()
  for (const temoin of temoins) {
    const seul = await creerServeur(deux().base)
    const pages = new Map<string, string>()
    for (const chemin of adressesDe('AAAAA')) {
      const reponse = await demander(seul, temoin, chemin)
      const texte = await reponse.text()
      if (estGardee(chemin, reponse)) pages.set(chemin, texte)
    }
    attendues.push(pages)
    await seul.fermer()
  }
}, 600_000)

describe('les pages gardées', () => {
  it('sont, de toutes celles de l’application, celles que le rôle, la portée, les bases et le jour disent en entier', () => {
    const gardees = new Set(attendues.flatMap((pages) => [...pages.keys()]))
    expect([...gardees].sort()).toEqual([
      '/',
      '/agenda',
      '/agenda/activite',
      '/aide',
      '/alertes',
      '/api',
      '/attributions',
      '/changement',
      '/chartes',
      '/chartes/saisie',
      '/controles',
      '/controles/2026-10',
      '/demarches',
      '/doublons',
      '/echantillons',
      '/forcages',
      '/guichets',
      '/guichets/AAAAA',
      '/indicateurs',
      '/indicateurs/forcages',
      '/mesures',
      '/methode',
      '/parametres',
      '/rapports',
      '/registre',
      '/tableaux',
      '/tableaux/TAB01-01',
      '/territoires',
    ])
  })

  // In one order, then in the other: each person comes once after every other.
  it.each([
    ['l’un après l’autre', personnes.map((_, i) => i)],
    ['dans l’ordre inverse', personnes.map((_, i) => i).toReversed()],
  ])(
    'ne sont jamais celles d’une autre portée : demandées %s, chacun reçoit ce qu’il recevrait seul',
    async (_, ordre) => {
      const commun = await creerServeur(deux().base)
      let comparees = 0
      for (const chemin of new Set(attendues.flatMap((pages) => [...pages.keys()])))
        for (const i of ordre) {
          const reponse = await demander(commun, temoins[i] ?? '', chemin)
          const [attendue, texte] = [attendues[i]?.get(chemin), await reponse.text()]
          if (attendue === undefined) expect([chemin, personnes[i], estGardee(chemin, reponse)]).not.toContain(true)
          else expect([chemin, personnes[i], texte === attendue]).toEqual([chemin, personnes[i], true])
          comparees += attendue === undefined ? 0 : 1
        }
      expect(comparees).toBeGreaterThan(50)
      await commun.fermer()
    },
    600_000,
  )
})
