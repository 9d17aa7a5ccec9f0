import { describe, expect, it } from 'vitest'
import { enJour, enMois, type Mois } from '../../../ingest/socle/jour.ts'
import { lireMoisCalcules } from '../../../metrics/engine/mois-calcules.ts'
import { porteeDuMois } from '../../../server/acces/lecteur.ts'
import { ROLES } from '../../../server/acces/roles.ts'
import { PUBLIC, TABLE } from '../../../server/acces/table.ts'
import { pointsDe } from '../../../server/lecture/chiffres.ts'
import { lireReglages } from '../../../server/state/reglages.ts'
import { creerApplication } from '../aide.ts'
import {
  GUICHETS,
  lire,
  marqueDe,
  PAIRES,
  personne,
  preparerDeuxTerritoires,
  type Territoire,
} from './deux-territoires.ts'

const territoires = preparerDeuxTerritoires()

/** What is of a territory and of no other, whatever it stands in. */
const traces = (territoire: Territoire): string[] => [
  ...PAIRES[territoire],
  `${territoire}1026`,
  ...GUICHETS[territoire].flatMap(({ code, libelle }) => [code, libelle]),
  marqueDe(territoire),
  `tenant-${territoire}`,
]

/** What each page may be asked, beside itself. */
const SUITES: Readonly<Record<string, readonly ((guichet: string) => string)[]>> = {
  '/doublons': [() => 'etat=TOUS'],
  '/dossiers': [
    () => 'indicateur=forcages&niveau=TERRITOIRE',
    (guichet) => `indicateur=enregistrements&niveau=GUICHET&entite=${guichet}`,
  ],
  '/exports/enregistrements.json': [() => 'indicateur=enregistrements&niveau=TERRITOIRE'],
}

/** Addresses of a route, as somebody would write them to see as much as they can. */
const adressesDe = (chemin: string, territoire: Territoire): string[] => {
  const guichet = GUICHETS[territoire][0].code
  const concret = chemin
    .replace('/guichets/:code', `/guichets/${guichet}`)
    .replace('/indicateurs/:code', '/indicateurs/forcages')
    .replace('/doublons/:groupe', '/doublons/1')
    .replace(':territoire/:date', `${territoire}/2026-10-31`)
    .replace(':id', '1')
    .replace(/:fichier\{([\w-]+)\\\.\[a-z\]\+\}/, '$1.json')
  return [concret, ...(SUITES[concret] ?? []).map((suite) => `${concret}?${suite(guichet)}`)]
}

const lectures = Object.entries(TABLE)
  .filter(([route, regle]) => route.startsWith('GET ') && regle !== PUBLIC)
  .map(([route]) => route.slice('GET '.length))

/** The traces of a territory that an answer holds, but for those that the person wrote: its own acts are its to read. */
const trouver = (texte: string, territoire: Territoire, ecrit: string): string[] =>
  traces(territoire).filter((trace) => texte.includes(trace) && !ecrit.includes(trace))

describe('deux territoires sous un même toit', () => {
  it.each(ROLES)(
    'rien de l’un n’est lu par le rôle %s de l’autre, sur aucune page ni dans aucun export',
    async (role) => {
      const { app } = await creerApplication(territoires().base, personne(role, '059'))
      let ecrit = ''
      for (const route of lectures) {
        const autres = adressesDe(route, '013')
        const visees = autres.map((chemin) => `${chemin}${chemin.includes('?') ? '&' : '?'}territoire=013`)
        for (const question of new Set([...adressesDe(route, '059'), ...autres, ...visees])) {
          ecrit += question
          const { texte } = await lire(app, question)
          expect([question, trouver(texte, '013', ecrit)]).toEqual([question, []])
        }
      }
    },
  )

  it('ce parcours voit bien ce qu’il cherche : le gestionnaire de chacun trouve tout ce qui est à lui', async () => {
    for (const territoire of ['013', '059'] as const) {
      const { app } = await creerApplication(territoires().base, personne('gestionnaire', territoire))
      const textes: string[] = []
      for (const route of lectures)
        for (const chemin of adressesDe(route, territoire)) textes.push((await lire(app, chemin)).texte)
      const tout = textes.join('\n')
      expect(traces(territoire).filter((trace) => !tout.includes(trace))).toEqual([])
    }
  })
})

describe('ce qu’on garde en mémoire', () => {
  it('deux suites de mois d’un même guichet ne se partagent pas', async () => {
    const { base } = territoires()
    const { etat } = await creerApplication(base)
    const calcule = (await lireMoisCalcules(base.connection, '059')).at(-1)
    if (calcule === undefined) throw new Error('aucun mois calculé')
    const acces = { qui: 'a@exemple.fr', role: 'gestionnaire', territoires: ['059'], service: null } as const
    const lecteur = { base, etat, acces, reglages: await lireReglages(etat, enJour('2026-11-23')) }
    const portee = await porteeDuMois(lecteur, '059', calcule)
    const lire = async (mois: readonly Mois[]) =>
      (await pointsDe({ lecteur, portee, territoire: '059', calcule }, GUICHETS['059'][0].code, mois)).length
    expect(await lire([])).toBe(0)
    expect(await lire([enMois('2026-10')])).toBeGreaterThan(0)
  })
})
