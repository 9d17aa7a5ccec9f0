import { DEMANDES } from '../contract/tables.ts'
import { enMots } from './changements/lexiques.ts'
import type { Demande } from './demande.ts'
import { champsFoyer, estPrioritaire } from './foyer.ts'
import type { Guichet } from './guichet.ts'
import type { Logement } from './logement.ts'
import type { Monde } from './monde.ts'

export const SAUT = '\r\n'
/** Byte order mark, for office tools. */
export const BOM = '\uFEFF'

/** Columns that the simulated extraction does not have. */
const ABSENTES: ReadonlySet<string> = new Set(['accord_collectif', 'relogement_anru'])

export const ENTETE_DEMANDES = DEMANDES.colonnes
  .map(({ nom }) => nom)
  .filter((nom) => !ABSENTES.has(nom))
  .join(';')

const code = (guichets: readonly Guichet[], rang: number): string => (rang < 0 ? '' : (guichets[rang] as Guichet).code)

const AUCUN_LOGEMENT = ';;;;;;;;;;;;'

const champsLogement = (l: Logement, bail: string, prioritaire: boolean): string =>
  `;${l.sansDate ? '' : bail};${l.siren};${l.rpls};${l.adresse};${l.commune};${l.typologie};${l.surface};${l.qpv};${l.reservataire};${l.dalo};${l.mutation};${prioritaire ? 'O' : 'N'}`

/** Six figures typed as if in cents: above any month's income. */
const enCentimes = (ressources: string): string => `${Number.parseInt(ressources, 10) * 100}`

const champsSituation = ({ situation, lexique, masque, rfrConnu, incoherence }: Demande): string => {
  const s = enMots(situation, lexique)
  const personnes = incoherence === 'C04' ? '0' : String(s.personnes)
  const ressources = incoherence === 'C05' ? enCentimes(s.ressources) : s.ressources
  const rfr = rfrConnu ? s.rfr : ''
  if (masque === 0)
    return `${s.familiale};${s.nationalite};${s.profession};${personnes};${ressources};${rfr};${s.logement};${s.motif};${s.typologie};${s.commune}`
  const si = (bit: number, texte: string) => ((masque & (1 << bit)) === 0 ? texte : '')
  return `${si(0, s.familiale)};${si(1, s.nationalite)};${si(2, s.profession)};${si(3, personnes)};${si(4, ressources)};${rfr};${si(5, s.logement)};${si(6, s.motif)};${si(7, s.typologie)};${si(8, s.commune)}`
}

const champsIdentite = ({ identite: i, incoherence, enregistrement }: Demande, { calendrier }: Monde): string => {
  const { textes } = calendrier
  const enfant = incoherence === 'C03'
  const nee = textes[enfant ? calendrier.plusMois(enregistrement, -12 * (2 + (i.nee % 10))) : i.nee] as string
  const conjoint =
    incoherence === 'C11'
      ? `${i.naissance === '' ? i.nom : i.naissance};${i.prenom};${nee}`
      : `${i.conjointNom};${i.conjointPrenom};${textes[i.conjointNee]}`
  return `${i.nom};${i.naissance};${i.prenom};${nee};${conjoint};${i.codePostal};${i.telephone};${i.courriel}`
}

/** The line of a demande as it stands, in the order of its columns. */
export const ligneDemande = (d: Demande, monde: Monde): string => {
  const { guichets, calendrier } = monde
  const t = calendrier.textes
  const r = d.radiation
  const fin =
    r === null
      ? `;;;;${d.incoherence === 'C08' ? 'AUTRE' : ''}`
      : `;${t[r.date]};${t[r.saisie]};${code(guichets, r.guichet)};${r.motif}`
  const attribution =
    r === null || d.logement === null
      ? AUCUN_LOGEMENT
      : champsLogement(d.logement, t[r.bail] as string, estPrioritaire(d))
  return `${d.numero};${d.type};${r === null ? 'ACTIVE' : 'RADIEE'};${d.canal};${code(guichets, d.guichet)};${t[d.depot]};${t[d.attestation]};${t[d.piece]};${t[d.enregistrement]};${d.incoherence === 'C07' ? '' : t[d.echeance]};${t[d.renouvellement]};${code(guichets, d.guichetRenouvellement)};${t[d.modification]};${code(guichets, d.guichetModification)};${t[d.preavis]};${d.reprise ? 'O' : 'N'}${fin};${d.forcage};${d.motifForcage};${d.rapproche};${champsIdentite(d, monde)};${champsSituation(d)}${attribution}${champsFoyer(d)}${SAUT}`
}
