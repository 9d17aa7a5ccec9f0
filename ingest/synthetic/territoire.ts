import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { ErreurInfocentre } from '../socle/erreur.ts'

export interface Commune {
  readonly code: string
  readonly nom: string
  readonly siren: string
  readonly codesPostaux: readonly string[]
  readonly population: number
}

export interface Intercommunalite {
  readonly siren: string
  readonly nom: string
  readonly population: number
  /** The most populous member. */
  readonly siege: Commune
}

export interface Territoire {
  /** Three characters, as a snapshot names it. */
  readonly code: string
  /** From the most populous to the least. */
  readonly communes: readonly Commune[]
  readonly intercommunalites: readonly Intercommunalite[]
}

interface CommuneLue extends Partial<Commune> {
  readonly code: string
  readonly nom: string
  readonly type: string
  readonly departement?: string
}

interface EpciLu {
  readonly code: string
  readonly nom: string
  readonly membres: readonly { readonly code: string }[]
}

const lire = <T>(fichier: string): T => {
  const chemin = createRequire(import.meta.url).resolve(`@etalab/decoupage-administratif/data/${fichier}`)
  return JSON.parse(readFileSync(chemin, 'utf8')) as T
}

/** `013` is the département 13, `02A` is 2A, `974` is 974. */
const departementDe = (territoire: string): string => (territoire.startsWith('0') ? territoire.slice(1) : territoire)

/** The real communes and intercommunalités of a département; those that reach beyond it count by their members inside. */
export const readTerritoire = (code: string): Territoire => {
  const departement = departementDe(code)
  const communes = lire<readonly CommuneLue[]>('communes.json')
    .filter((c) => c.type === 'commune-actuelle' && c.departement === departement)
    .map(({ code, nom, siren = '', codesPostaux = [], population = 0 }) => ({
      code,
      nom,
      siren,
      codesPostaux,
      population,
    }))
    .filter((c) => c.codesPostaux.length > 0 && c.population > 0)
    .sort((a, b) => b.population - a.population || (a.code < b.code ? -1 : 1))
  if (communes.length === 0)
    throw new ErreurInfocentre(
      'TERRITOIRE_INCONNU',
      `Le territoire « ${code} » n’est pas un département : écrivez-le sur trois caractères, par exemple 013 ou 02A.`,
      { territoire: code },
    )
  const parCode = new Map(communes.map((c) => [c.code, c]))
  const intercommunalites = lire<readonly EpciLu[]>('epci.json').flatMap((e) => {
    const membres = e.membres.flatMap((m) => parCode.get(m.code) ?? []).sort((a, b) => b.population - a.population)
    const [siege] = membres
    const population = membres.reduce((somme, m) => somme + m.population, 0)
    return siege === undefined || membres.length < e.membres.length / 2
      ? []
      : [{ siren: e.code, nom: e.nom, population, siege }]
  })
  return { code, communes, intercommunalites: intercommunalites.sort((a, b) => b.population - a.population) }
}
