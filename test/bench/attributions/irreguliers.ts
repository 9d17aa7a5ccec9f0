import type { Sorte } from '../../../metrics/attributions/irregularite.ts'
import { type Bail, lognormal, type Scenario } from './scenarios.ts'

/** What a snapshot shows of some leases, and all of those there will be. */
export interface Vue {
  readonly vus: readonly Bail[]
  readonly tous: readonly Bail[]
}

/** A way in which records stop being regular, as a snapshot of a day shows it. */
interface Irreguliere {
  readonly nom: string
  readonly sorte: Sorte | null
  readonly voir: (baux: readonly Bail[], jour: number, u: () => number) => Vue
}

/** What becomes irregular: four landlords at the same pace every day, or six of unequal haste and sizes. */
export const REGULIERS: readonly Scenario[] = [
  { nom: 'quatre', parMois: 182, guichets: 4, delai: (t) => lognormal(t, 10, 0.9) },
  { nom: 'six', parMois: 182, guichets: 6, delai: (t, g) => lognormal(t, 8 + 3 * (g % 4), 0.85) },
]

const auJour = (baux: readonly Bail[], jour: number): Bail[] => baux.filter(({ saisie }) => saisie <= jour)

const entre = (u: () => number, bas: number, haut: number): number => bas + Math.floor(u() * (haut - bas + 1))

/** Leases of six months that nobody had recorded, recorded by some guichets on one day. */
const rattraper = (
  baux: readonly Bail[],
  jour: number,
  { recul, nombre, guichets }: { recul: number; nombre: number; guichets: readonly string[] },
  u: () => number,
): Vue => {
  const le = jour - recul
  const anciens = Array.from({ length: nombre }, (_, i) => ({
    guichet: guichets[i % guichets.length] ?? '0',
    bail: le - entre(u, 50, 230),
    saisie: le,
  }))
  const tous = [...baux, ...anciens]
  return { tous, vus: auJour(tous, jour) }
}

const reprendre = (baux: readonly Bail[], jour: number, recul: number, guichet?: string): Vue => {
  const le = jour - recul
  const repris = baux.map((bail) =>
    bail.saisie < le && (guichet === undefined || bail.guichet === guichet) ? { ...bail, saisie: le } : bail,
  )
  return { tous: baux, vus: auJour(repris, jour) }
}

/** Nothing is recorded during some days: what would have been is recorded after them, on the day of return or never yet. */
const taire = (
  baux: readonly Bail[],
  jour: number,
  { recul, duree, retour, guichet }: { recul: number; duree: number; retour: boolean; guichet?: string },
): Vue => {
  const debut = jour - recul
  const vus = auJour(baux, jour).flatMap((bail) => {
    const tu =
      (guichet === undefined || bail.guichet === guichet) && bail.saisie >= debut && bail.saisie < debut + duree
    if (!tu) return [bail]
    return retour && debut + duree <= jour ? [{ ...bail, saisie: debut + duree }] : []
  })
  return { tous: baux, vus }
}

const depuis = (baux: readonly Bail[], jour: number, mois: number): Vue => {
  const date = new Date(jour * 86_400_000)
  const premier = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1 - mois, 1) / 86_400_000
  const tous = baux.filter(({ bail }) => bail >= premier)
  return { tous, vus: auJour(tous, jour) }
}

export const IRREGULIERES: readonly Irreguliere[] = [
  {
    nom: 'soixante baux anciens en un jour',
    sorte: 'RATTRAPAGE',
    voir: (b, j, u) => rattraper(b, j, { recul: entre(u, 0, 25), nombre: 60, guichets: ['2'] }, u),
  },
  {
    nom: 'trente baux anciens deux mois plus tôt',
    sorte: 'RATTRAPAGE',
    voir: (b, j, u) => rattraper(b, j, { recul: entre(u, 40, 80), nombre: 30, guichets: ['1'] }, u),
  },
  {
    nom: 'un rappel : quatre guichets le même jour',
    sorte: 'RATTRAPAGE',
    voir: (b, j, u) => rattraper(b, j, { recul: entre(u, 0, 25), nombre: 80, guichets: ['0', '1', '2', '3'] }, u),
  },
  {
    nom: 'reprise de tout, quatre à huit mois plus tôt',
    sorte: 'REPRISE',
    voir: (b, j, u) => reprendre(b, j, entre(u, 125, 240)),
  },
  {
    nom: 'reprise de tout, le mois même',
    sorte: 'REPRISE',
    voir: (b, j, u) => reprendre(b, j, entre(u, 2, 25)),
  },
  {
    nom: 'reprise d’un guichet',
    sorte: 'REPRISE',
    voir: (b, j, u) => reprendre(b, j, entre(u, 5, 120), '1'),
  },
  {
    nom: 'panne jusqu’à l’instantané',
    sorte: 'SILENCE',
    voir: (b, j, u) => taire(b, j, { recul: entre(u, 12, 30), duree: 60, retour: false }),
  },
  {
    nom: 'panne, tout est saisi au retour',
    sorte: 'SILENCE',
    voir: (b, j, u) => taire(b, j, { recul: entre(u, 30, 90), duree: entre(u, 15, 28), retour: true }),
  },
  {
    nom: 'un mois non exporté',
    sorte: 'SILENCE',
    voir: (b, j, u) => taire(b, j, { recul: entre(u, 45, 75), duree: 30, retour: false }),
  },
  {
    nom: 'un grand guichet se tait',
    sorte: 'SILENCE',
    voir: (b, j, u) => taire(b, j, { recul: entre(u, 20, 40), duree: 60, retour: false, guichet: '0' }),
  },
  { nom: 'extraite huit jours après', sorte: null, voir: (b, j) => ({ tous: b, vus: auJour(b, j + 8) }) },
  { nom: 'extraite vingt jours après', sorte: null, voir: (b, j) => ({ tous: b, vus: auJour(b, j + 20) }) },
  { nom: 'trois mois d’histoire', sorte: null, voir: (b, j) => depuis(b, j, 3) },
  { nom: 'quatre mois d’histoire', sorte: null, voir: (b, j) => depuis(b, j, 4) },
  { nom: 'cinq mois d’histoire', sorte: null, voir: (b, j) => depuis(b, j, 5) },
]
