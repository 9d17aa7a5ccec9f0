import { ecrireMoisCourt, type Numero, plusMois, rangMois } from './calendrier.ts'
import { drawManque, drawRegle, type Regle } from './defauts.ts'
import { drawDepot } from './delais.ts'
import type { Guichet } from './guichet.ts'
import type { Hasard } from './hasard.ts'
import type { Logement } from './logement.ts'
import type { Menage } from './menage.ts'
import type { Pratique } from './pratiques.ts'
import type { Motif, Vie } from './vie.ts'

/** Codes of guichets are empty, and days 0, until the act. */
export interface Demande {
  readonly numero: string
  readonly association: boolean
  readonly canal: 'GUICHET' | 'INTERFACE' | 'PORTAIL'
  readonly guichetEnregistrement: string
  readonly enregistrement: Numero
  readonly depot: Numero
  attestation: Numero
  piece: Numero
  echeance: Numero
  renouvellement: Numero
  guichetRenouvellement: string
  modification: Numero
  guichetModification: string
  preavis: Numero
  radiation: Numero
  saisieRadiation: Numero
  guichetRadiation: string
  motifRadiation: Motif | ''
  readonly forcage: boolean
  readonly motifForcage: string
  readonly rapproche: string
  readonly menage: Menage
  /** Bit i: the i-th of the fields that a file must have is not filled. */
  manque: number
  /** The rule that the file breaks. */
  regle: Regle | ''
  logement: Logement | null
}

export interface Naissance {
  readonly numero: string
  readonly association: boolean
  readonly menage: Menage
  readonly forcage: boolean
  readonly motifForcage: string
  readonly rapproche: string
}

/** `département, month, year, order, guichet`, as the national system numbers them. */
export const ecrireNumero = (territoire: string, jour: Numero, ordre: number, guichet: string): string =>
  territoire + ecrireMoisCourt(rangMois(jour)) + String(ordre).padStart(6, '0') + guichet

const canalDe = (g: Guichet): Demande['canal'] =>
  g.mode === 'PORTAIL' ? 'PORTAIL' : g.mode === 'PRIVATIF' ? 'INTERFACE' : 'GUICHET'

/** A demande on the day it is registered. A late attestation becomes an event of its life. */
export const createDemande = (vie: Vie, naissance: Naissance, guichet: Guichet, p: Pratique, hasard: Hasard): Demande => {
  const { enregistrement } = vie
  const depot = enregistrement - drawDepot(p, hasard)
  const tardive = hasard.arrive(p.attestations_hors_delai)
  if (tardive && hasard.arrive(0.6)) vie.evenements.push({ jour: plusMois(depot, 1) + 2 + hasard.entier(60), genre: 'ATTESTATION' })
  const manque = drawManque(p, hasard)
  return {
    ...naissance,
    canal: canalDe(guichet),
    guichetEnregistrement: guichet.code,
    enregistrement,
    depot,
    attestation: tardive ? 0 : enregistrement,
    piece: hasard.arrive(p.pieces_identite_absentes) ? 0 : enregistrement,
    echeance: plusMois(enregistrement, 12),
    renouvellement: 0,
    guichetRenouvellement: '',
    modification: 0,
    guichetModification: '',
    preavis: 0,
    radiation: 0,
    saisieRadiation: 0,
    guichetRadiation: '',
    motifRadiation: '',
    manque,
    regle: drawRegle(p, manque, 'ENREGISTREMENT', hasard),
    logement: null,
  }
}
