import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

interface CommuneLue {
  readonly code: string
  readonly nom: string
  readonly type: 'commune-actuelle' | 'commune-deleguee' | 'commune-associee' | 'arrondissement-municipal'
  /** Codes that its members had before it took them. */
  readonly anciensCodes?: readonly string[]
  readonly chefLieu?: string
  readonly commune?: string
}

interface EpciLu {
  readonly code: string
  readonly nom: string
  readonly membres: readonly { readonly code: string }[]
}

/** The official administrative division: communes by any code they have or had, and their EPCI. */
interface Decoupage {
  /** The commune that counts for a code: an arrondissement's, the one that took a former commune; null for no code known. */
  readonly communeDe: (code: string) => string | null
  /** The EPCI of a commune, by its SIREN; null where it has none. */
  readonly epciDe: (commune: string) => string | null
  /** The EPCI that have a commune in a département, told by its territory's code. */
  readonly epciDuTerritoire: (territoire: string) => readonly string[]
  /** The name of a commune or an EPCI; the code where it is neither's. */
  readonly nomDe: (code: string) => string
}

const lire = <T>(nom: string): T =>
  JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve(`@etalab/decoupage-administratif/data/${nom}.json`), 'utf8'),
  ) as T

/** `013` for 13055, `974` for 97411. */
const territoireDe = (commune: string): string =>
  commune.startsWith('97') ? commune.slice(0, 3) : commune.slice(0, 2).padStart(3, '0')

const construire = (): Decoupage => {
  const lues = lire<readonly CommuneLue[]>('communes')
  const actuelles = lues.filter(({ type }) => type === 'commune-actuelle')
  const communes = new Map<string, string>()
  for (const { code, commune, chefLieu } of lues) communes.set(code, commune ?? chefLieu ?? code)
  for (const { code, anciensCodes = [] } of actuelles) for (const ancien of anciensCodes) communes.set(ancien, code)
  for (const { code } of actuelles) communes.set(code, code)
  const noms = new Map(actuelles.map(({ code, nom }) => [code, nom]))
  const epci = new Map<string, string>()
  for (const { code, nom, membres } of lire<readonly EpciLu[]>('epci')) {
    noms.set(code, nom)
    for (const membre of membres) epci.set(membre.code, code)
  }
  return {
    communeDe: (code) => communes.get(code) ?? null,
    epciDe: (commune) => epci.get(commune) ?? null,
    epciDuTerritoire: (territoire) => [
      ...new Set([...epci].flatMap(([commune, siren]) => (territoireDe(commune) === territoire ? [siren] : []))),
    ],
    nomDe: (code) => noms.get(code) ?? code,
  }
}

let lu: Decoupage | undefined

/** Read once, when it is first asked for: twelve megabytes, of which codes and names are kept. */
export const decoupage = (): Decoupage => {
  lu ??= construire()
  return lu
}
