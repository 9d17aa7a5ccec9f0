import { onTestFinished } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import type { Base } from '../../../ingest/store/base.ts'
import type { Role } from '../../../server/acces/roles.ts'
import { RESSOURCES } from '../../../server/api/ressources.ts'
import { ajouterCompte } from '../../../server/state/comptes.ts'
import type { BaseEtat } from '../../../server/state/etat.ts'
import { ajouterJeton, type NouveauJeton } from '../../../server/state/jetons.ts'
import { garderRequete } from '../../../server/state/requetes.ts'
import { adresse, creerServeur } from '../aide.ts'

const INSTANT = '2026-11-23 09:00:00'

/** The last day on which a token is good, and the day before: the tests' clock stands at 23 November. */
export const AUJOURDHUI = enJour('2026-11-23')
export const HIER = enJour('2026-11-22')

let rang = 0

interface Titulaire {
  readonly role: Role
  readonly service?: string | null
  readonly territoires?: readonly string[]
}

export const ouvrirCompte = async (etat: BaseEtat, { role, service = null, territoires = ['013'] }: Titulaire) => {
  rang += 1
  const secret = { motDePasse: null, aChanger: false, provisoireJusquA: null }
  const compte = { courriel: `titulaire-${rang}@exemple.fr`, nom: 'Essai', role, territoires, service }
  const id = await ajouterCompte(etat, { ...compte, ...secret }, INSTANT, 'essai')
  return { id, ...compte }
}

/** A token of an account of its own, of the same role and scope unless said otherwise. */
export const donnerJeton = async (
  etat: BaseEtat,
  titulaire: Titulaire,
  reste: Partial<NouveauJeton> = {},
): Promise<{ readonly clair: string; readonly id: number; readonly compte: number; readonly courriel: string }> => {
  const compte = await ouvrirCompte(etat, titulaire)
  const { role, territoires, service } = compte
  const jeton = { nom: 'essai', compte: compte.id, role, territoires, service, dernier_jour: AUJOURDHUI, ...reste }
  return { ...(await ajouterJeton(etat, jeton, INSTANT, 'essai')), compte: compte.id, courriel: compte.courriel }
}

/** A query that the territory shares. */
const REQUETE = {
  ...{ titre: 'Demandes', description: '', sql: 'SELECT count(*) AS demandes FROM demandes', dessin: null },
  ...{ partagee: true, retiree: false, par: 'essai', le: INSTANT },
} as const

/** The application, asked by a token. */
export const creerApi = async (base: Base) => {
  const serveur = await creerServeur(base)
  onTestFinished(() => serveur.fermer())
  await garderRequete(serveur.etat, { territoire: '013', role: 'gestionnaire' }, REQUETE)
  const demander = (chemin: string, clair?: string, entetes: Readonly<Record<string, string>> = {}) =>
    serveur.app.request(adresse(chemin), {
      headers: { ...entetes, ...(clair === undefined ? {} : { authorization: `Bearer ${clair}` }) },
    })
  const lire = async <L = Record<string, unknown>>(chemin: string, clair: string): Promise<L[]> => {
    const reponse = await demander(chemin, clair)
    if (reponse.status !== 200) throw new Error(`${chemin} : ${reponse.status} ${await reponse.text()}`)
    return (await reponse.json()) as L[]
  }
  return { ...serveur, demander, lire }
}

/** What an address must say, and what makes it the guichet's own where it names numbers. */
const DEMANDES: Readonly<Record<string, string>> = {
  series: '?indicateur=enregistrements',
  'tableaux/lignes': '?tableau=TAB01-01',
  'requetes/resultats': '?requete=1',
  'mesures/listes': '?liste=1',
  enregistrements: '?indicateur=enregistrements&niveau=GUICHET&entite=',
}

/** A good address of every resource. */
export const adressesDe = (guichet: string) =>
  RESSOURCES.map((ressource) => {
    const suite = DEMANDES[ressource.chemin] ?? ''
    return { ressource, chemin: `/api/v1/${ressource.chemin}${suite}${suite.endsWith('=') ? guichet : ''}` }
  })
