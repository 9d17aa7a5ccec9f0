import type { Alea } from './alea.ts'
import { AUCUN_JOUR } from './calendrier.ts'
import type { Demande } from './demande.ts'
import { type Etatcivil, type Identite, tirerIdentite } from './identite.ts'
import type { Monde } from './monde.ts'
import type { Nature } from './projet.ts'
import { type Communes, tirerSituation } from './situation.ts'

const PART_COUPLES = 0.36
/** Couples whose spouse nobody recorded. */
const CONJOINT_OMIS = 0.08
const AN = 365.25

const MOTIFS_FORCAGE: Partial<Record<Nature, string>> = {
  HOMONYME: 'HOMONYMIE',
  SEPARATION: 'SEPARATION',
  CORRECTION: 'CORRECTION',
}
const MOTIFS_PRETEXTES = ['HOMONYMIE', 'CORRECTION', 'AUTRE', 'AUTRE'] as const
const MOTIF_OMIS = 0.12

/** Why the agent says that he forced: what is true where it is justified, a pretext otherwise, sometimes nothing. */
export const motifDeForcage = (alea: Alea, nature: Nature | null): string => {
  if (alea.nombre() < MOTIF_OMIS) return ''
  const vrai = nature === null ? undefined : MOTIFS_FORCAGE[nature]
  return vrai ?? (MOTIFS_PRETEXTES[alea.entier(MOTIFS_PRETEXTES.length)] as string)
}

export const tirerDemandeur = (
  etatcivil: Etatcivil,
  alea: Alea,
  monde: Monde,
  jour: number,
  enLigne: boolean,
): { identite: Identite; couple: boolean } => {
  const couple = alea.nombre() < PART_COUPLES
  const connu = couple && alea.nombre() >= CONJOINT_OMIS
  return { identite: tirerIdentite(etatcivil, alea, monde.calendrier, jour, connu, enLigne), couple }
}

/** An association that houses people: it has a name and no birth. */
export const enAssociation = (identite: Identite, alea: Alea): void => {
  identite.nom = `ASSOCIATION ${identite.nom} ${alea.entier(100)}`
  identite.naissance = ''
  identite.prenom = ''
  identite.nee = AUCUN_JOUR
  identite.conjointNom = ''
  identite.conjointPrenom = ''
  identite.conjointNee = AUCUN_JOUR
}

/** What is fixed once for all when a demande is registered. */
export interface Origine {
  readonly numero: string
  readonly association: boolean
  readonly canal: string
  readonly guichet: number
  readonly enregistrement: number
  readonly forcage: string
  readonly motifForcage: string
  readonly rapproche: string
  readonly stable: boolean
}

export const nouvelleDemande = (
  o: Origine,
  identite: Identite,
  couple: boolean,
  communes: Communes,
  alea: Alea,
): Demande => ({
  numero: o.numero,
  type: o.association ? 'ASSOCIATION' : 'PERSONNE',
  canal: o.canal,
  guichet: o.guichet,
  enregistrement: o.enregistrement,
  depot: AUCUN_JOUR,
  reprise: false,
  attestation: AUCUN_JOUR,
  piece: AUCUN_JOUR,
  echeance: AUCUN_JOUR,
  renouvellement: AUCUN_JOUR,
  guichetRenouvellement: -1,
  modification: AUCUN_JOUR,
  guichetModification: -1,
  preavis: AUCUN_JOUR,
  radiation: null,
  forcage: o.forcage,
  motifForcage: o.motifForcage,
  rapproche: o.rapproche,
  identite,
  situation: tirerSituation(communes, alea, couple, (o.enregistrement - identite.nee) / AN),
  masque: 0,
  rfrConnu: true,
  lexique: 'CODES',
  incoherence: '',
  logement: null,
  stable: o.stable,
})
