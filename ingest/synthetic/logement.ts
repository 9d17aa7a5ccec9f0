import type { Alea } from './alea.ts'
import { type Monde, pratiqueDe } from './monde.ts'
import type { Communes, Situation } from './situation.ts'
import { choisir, choixParmi } from './tirage.ts'
import type { Radiation } from './vie.ts'
import { VOIES } from './voies.ts'

/** The columns of an attribution, as texts; empty where unknown. The lease's date is left out by `sansDate`. */
export interface Logement {
  readonly sansDate: boolean
  readonly siren: string
  readonly rpls: string
  readonly adresse: string
  readonly commune: string
  readonly typologie: string
  readonly surface: string
  readonly qpv: string
  readonly reservataire: string
  readonly dalo: string
  readonly mutation: string
}

const RESERVATAIRES = choixParmi([
  ['NON_RESERVE', 22],
  ['ETAT_PRIORITAIRES', 24],
  ['EMPLOYEURS', 22],
  ['COLLECTIVITES', 19],
  ['AUTRE', 8],
  ['ETAT_FONCTIONNAIRES', 5],
] as const)

/** Share of the dwellings recorded by their address, without the number that identifies them. */
const SANS_RPLS = 0.06

/** What an incomplete record leaves out when the reservataire is there. */
const MANQUES = choixParmi([
  ['date', 20],
  ['siren', 15],
  ['dalo', 35],
  ['logement', 30],
] as const)

const SURFACES: Readonly<Record<string, number>> = { T1: 29, T2: 46, T3: 63, T4: 77, T5: 92, T6: 108 }

const rpls = (alea: Alea): string => String(10_000_000_000 + alea.entier(10_000_000_000)).slice(1)

/** The dwelling let, recorded by its landlord's guichet more or less completely. */
export const tirerLogement = (
  monde: Monde,
  communes: Communes,
  alea: Alea,
  { bailleur, motif, saisie }: Radiation,
  situation: Situation,
): Logement => {
  const pratique = pratiqueDe(monde, bailleur, saisie)
  const incomplet = motif === 'ATTRIBUTION' && alea.nombre() < pratique.attributionsIncompletes
  const sansReservataire = incomplet && alea.nombre() * pratique.attributionsIncompletes < pratique.reservatairesAbsents
  const manque = incomplet && !sansReservataire ? choisir(MANQUES, alea) : ''
  const sansLogement = manque === 'logement'
  const surface = (SURFACES[situation.typologie] ?? 20) * 2 + alea.entier(24) - 12
  const u = alea.nombre()
  return {
    sansDate: manque === 'date',
    siren: manque === 'siren' ? '' : (monde.guichets[bailleur]?.siren ?? ''),
    rpls: sansLogement || u < SANS_RPLS ? '' : rpls(alea),
    adresse: `${1 + alea.entier(140)} ${VOIES[alea.entier(VOIES.length)]}`,
    commune: choisir(communes, alea),
    typologie: situation.typologie,
    surface: sansLogement ? '' : surface % 2 === 0 ? String(surface / 2) : `${(surface - 1) / 2},5`,
    qpv: alea.nombre() < 0.3 ? 'O' : 'N',
    reservataire: sansReservataire ? '' : choisir(RESERVATAIRES, alea),
    dalo: manque === 'dalo' ? '' : alea.nombre() < 0.08 ? 'O' : 'N',
    mutation: situation.logement === 'LOCATAIRE_HLM' && alea.nombre() < 0.55 ? 'O' : 'N',
  }
}
