import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Demande } from './colonnes.ts'
import { situerMois } from './contexte.ts'
import { joursEntre, moisPlus, plusMois } from './jours.ts'
import type { InstantaneLu } from './lire-instantane.ts'

/** The standard tables counted a second time, row by row, in the words of their definitions. */

export type Comptes = Readonly<Record<string, number>>

export const INCONNU = 'INCONNU'

export const denombrer = <T>(lignes: readonly T[], cleDe: (ligne: T) => string): Comptes => {
  const comptes: Record<string, number> = {}
  for (const ligne of lignes) comptes[cleDe(ligne)] = (comptes[cleDe(ligne)] ?? 0) + 1
  return comptes
}

const typeDe = (d: Demande): string => d.type_demandeur ?? 'PERSONNE'

export const actives = ({ demandes }: InstantaneLu, type = 'PERSONNE'): readonly Demande[] =>
  demandes.filter((d) => d.statut === 'ACTIVE' && typeDe(d) === type)

/** Whole months, counted one by one. */
const moisRevolus = (debut: string, fin: string): number => {
  let n = 0
  while (plusMois(debut, n + 1) <= fin) n += 1
  return n
}

export const depart = (d: Demande): string =>
  d.date_depot !== null && d.date_depot < d.date_enregistrement ? d.date_depot : d.date_enregistrement

const anciennete = (d: Demande, date: string): string => {
  const ans = Math.floor(moisRevolus(depart(d), date) / 12)
  if (ans < 1) return '<1'
  if (ans >= 10) return '>=10'
  return ans >= 5 ? '5-9' : String(ans)
}

const age = (naissance: string | null, date: string): string => {
  if (naissance === null) return INCONNU
  let ans = 0
  while (plusMois(naissance, 12 * (ans + 1)) <= date) ans += 1
  if (ans < 20) return '<20'
  if (ans >= 75) return '>=75'
  const bornes = [20, 25, 30, 40, 50, 60, 65, 75]
  const i = bornes.findIndex((borne) => ans < borne)
  return `${bornes[i - 1]}-${(bornes[i] ?? 0) - 1}`
}

const sixAuPlus = (n: number | null, premier: number): string =>
  n === null || n < premier ? INCONNU : n >= 6 ? '>=6' : String(n)

const ressources = (r: number | null): string => {
  if (r === null || r < 0) return INCONNU
  if (r === 0) return '0'
  if (r < 500) return '1-499'
  if (r >= 3000) return '>=3000'
  if (r >= 2000) return '2000-2999'
  const bas = Math.floor(r / 500) * 500
  return `${bas}-${bas + 499}`
}

interface CommuneOfficielle {
  readonly code: string
  readonly type: string
  readonly commune?: string
  readonly chefLieu?: string
  readonly anciensCodes?: readonly string[]
}

const COMMUNES = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/data/communes.json'), 'utf8'),
) as readonly CommuneOfficielle[]

/** The commune of today that a code stands for: itself, that of an arrondissement, the one that took a former commune. */
export const commune = (code: string | null): string => {
  const actuelle = COMMUNES.find(
    (c) => c.type === 'commune-actuelle' && (c.code === code || c.anciensCodes?.includes(code ?? '')),
  )
  const autre = COMMUNES.find((c) => c.code === code)
  return actuelle?.code ?? autre?.commune ?? autre?.chefLieu ?? INCONNU
}

/** What each table of households counts by: the key of a demande at a day, and the columns that it needs. */
export const MENAGES: Readonly<
  Record<string, readonly [besoins: readonly string[], cle: (d: Demande, date: string) => string]>
> = {
  'TAB03-01': [[], anciennete],
  'TAB03-02': [['date_naissance'], (d, date) => age(d.date_naissance, date)],
  'TAB03-03': [['nationalite'], (d) => d.nationalite ?? INCONNU],
  'TAB03-04': [['nb_personnes'], (d) => sixAuPlus(d.nb_personnes, 1)],
  'TAB03-05': [['personnes_a_charge'], (d) => sixAuPlus(d.personnes_a_charge, 0)],
  'TAB03-06': [['situation_professionnelle'], (d) => d.situation_professionnelle ?? INCONNU],
  'TAB03-07': [['situation_familiale'], (d) => d.situation_familiale ?? INCONNU],
  'TAB03-08': [['ressources_mensuelles'], (d) => ressources(d.ressources_mensuelles)],
  'TAB03-09': [['tranche_plafond'], (d) => d.tranche_plafond ?? INCONNU],
  'TAB03-10': [['logement_actuel'], (d) => d.logement_actuel ?? INCONNU],
  'TAB03-11': [['motif_demande'], (d) => d.motif_demande ?? INCONNU],
  'TAB03-12': [
    ['typologie_souhaitee', 'nb_personnes'],
    (d) => `${d.typologie_souhaitee ?? INCONNU} ${sixAuPlus(d.nb_personnes, 1)}`,
  ],
  'TAB03-13': [['commune_souhaitee'], (d) => commune(d.commune_souhaitee)],
}

/** TAB01 between two snapshots: `poste detail` → how many, by the sets that they are. */
export const evolution = (s0: InstantaneLu, s: InstantaneLu, type: string): Comptes => {
  const [avant, apres] = [actives(s0, type), actives(s, type)]
  const parNumero = (i: InstantaneLu) =>
    new Map(i.demandes.filter((d) => typeDe(d) === type).map((d) => [d.numero_unique, d]))
  const [de, a] = [parNumero(s0), parNumero(s)]
  const entrees = apres.filter((d) => de.get(d.numero_unique)?.statut !== 'ACTIVE')
  const sorties = avant.filter((d) => a.get(d.numero_unique)?.statut !== 'ACTIVE')
  return {
    'STOCK_DEBUT ': avant.length,
    ...denombrer(entrees, (d) => {
      if (de.has(d.numero_unique)) return 'ENTREE REACTIVEE'
      return d.date_enregistrement > s0.date ? 'ENTREE NOUVELLE' : 'ENTREE TARDIVE'
    }),
    ...denombrer(sorties, (d) => {
      const fin = a.get(d.numero_unique)
      return `SORTIE ${fin === undefined ? 'ABSENTE' : (fin.motif_radiation ?? INCONNU)}`
    }),
    'STOCK_FIN ': apres.length,
  }
}

/** The attributions that a snapshot shows recorded between two days, both included. */
export const attributions = ({ demandes }: InstantaneLu, debut: string, fin: string): readonly Demande[] =>
  demandes.filter(
    (d) =>
      typeDe(d) === 'PERSONNE' &&
      d.statut === 'RADIEE' &&
      d.motif_radiation === 'ATTRIBUTION' &&
      d.date_saisie_radiation !== null &&
      d.date_saisie_radiation >= debut &&
      d.date_saisie_radiation <= fin,
  )

export const ouiNon = (b: boolean | null): string => (b === null ? INCONNU : b ? 'OUI' : 'NON')

/** What each table of attributions counts by. */
export const ATTRIBUTIONS: Readonly<
  Record<string, readonly [besoins: readonly string[], cle: (d: Demande) => string]>
> = {
  'TAB04-02': [['reservataire'], (d) => d.reservataire ?? INCONNU],
  'TAB04-03': [['dalo', 'en_qpv'], (d) => `${ouiNon(d.dalo)} ${ouiNon(d.en_qpv)}`],
  'TAB04-04': [
    ['typologie_logement', 'commune_logement'],
    (d) => `${d.typologie_logement ?? INCONNU} ${commune(d.commune_logement)}`,
  ],
}

export const attente = (d: Demande): number => joursEntre(depart(d), d.date_signature_bail ?? '')

/** Every month of a series that has an S, with its S and S0. */
export const moisDe = (serie: readonly InstantaneLu[]) => {
  const dates = serie.map(({ date }) => date.slice(0, 7))
  const tous = new Set(dates.flatMap((m) => [m, moisPlus(m, -1)]))
  return [...tous].sort().flatMap((m) => situerMois(serie, m) ?? [])
}
