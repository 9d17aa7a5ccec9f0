import { DEMANDES } from '../contract/tables.ts'
import { ecrireJour } from './calendrier.ts'
import { OBLIGATOIRES } from './defauts.ts'
import type { Demande } from './demande.ts'

type Colonne = (typeof DEMANDES.colonnes)[number]['nom']

const rempli = (d: Demande, champ: (typeof OBLIGATOIRES)[number], valeur: string): string =>
  d.association || (d.manque & (1 << OBLIGATOIRES.indexOf(champ))) !== 0 ? '' : valeur

const personne = (d: Demande, valeur: string): string => (d.association ? '' : valeur)

const ouiNon = (valeur: boolean): string => (valeur ? 'O' : 'N')

const euros = (centimes: number): string => {
  const reste = centimes % 100
  return reste === 0 ? String(centimes / 100) : `${Math.floor(centimes / 100)},${reste < 10 ? '0' : ''}${reste}`
}

/** Beyond what anybody earns in a month: a yearly amount, in centimes. */
const ressources = (d: Demande): number => (d.regle === 'C05' ? d.menage.ressources * 120 : d.menage.ressources)

const conjoint = (d: Demande) => (d.regle === 'C11' ? d.menage.demandeur : d.menage.conjoint)

const UN_AN = 365

/** What each column of the contract says of a demande; a broken rule shows here only, the life itself stays sound. */
const CHAMPS: Readonly<Record<Colonne, (d: Demande) => string>> = {
  numero_unique: (d) => d.numero,
  type_demandeur: (d) => (d.association ? 'ASSOCIATION' : 'PERSONNE'),
  statut: (d) => (d.motifRadiation === '' ? 'ACTIVE' : 'RADIEE'),
  canal: (d) => d.canal,
  guichet_enregistrement: (d) => d.guichetEnregistrement,
  date_depot: (d) => ecrireJour(d.regle === 'C01' ? 2 * d.enregistrement - d.depot + 1 : d.depot),
  date_attestation: (d) => ecrireJour(d.attestation),
  date_piece_identite: (d) => ecrireJour(d.piece),
  date_enregistrement: (d) => ecrireJour(d.enregistrement),
  date_echeance: (d) => (d.regle === 'C07' ? '' : ecrireJour(d.echeance)),
  date_renouvellement: (d) =>
    ecrireJour(d.regle === 'C06' && d.renouvellement === 0 ? d.enregistrement - UN_AN : d.renouvellement),
  guichet_renouvellement: (d) =>
    d.regle === 'C06' && d.renouvellement === 0 ? d.guichetEnregistrement : d.guichetRenouvellement,
  date_modification: (d) => ecrireJour(d.modification),
  guichet_modification: (d) => d.guichetModification,
  date_preavis: (d) => ecrireJour(d.preavis),
  date_radiation: (d) => ecrireJour(d.regle === 'C08' && d.radiation === 0 ? d.enregistrement + 1 : d.radiation),
  date_saisie_radiation: (d) => ecrireJour(d.saisieRadiation),
  guichet_radiation: (d) => d.guichetRadiation,
  motif_radiation: (d) => d.motifRadiation,
  forcage_doublon: (d) => ouiNon(d.forcage),
  motif_forcage: (d) => d.motifForcage,
  numero_unique_rapproche: (d) => d.rapproche,
  nom: (d) => d.menage.demandeur.nom,
  nom_naissance: (d) => personne(d, d.menage.demandeur.nomNaissance),
  prenom: (d) => personne(d, d.menage.demandeur.prenom),
  date_naissance: (d) => personne(d, d.regle === 'C03' ? '' : ecrireJour(d.menage.demandeur.naissance)),
  conjoint_nom_naissance: (d) => personne(d, conjoint(d)?.nomNaissance ?? ''),
  conjoint_prenom: (d) => personne(d, conjoint(d)?.prenom ?? ''),
  conjoint_date_naissance: (d) => personne(d, ecrireJour(conjoint(d)?.naissance ?? 0)),
  code_postal: (d) => d.menage.codePostal,
  telephone: (d) => d.menage.telephone,
  courriel: (d) => d.menage.courriel,
  situation_familiale: (d) => rempli(d, 'situation_familiale', d.menage.familiale),
  nationalite: (d) => rempli(d, 'nationalite', d.menage.nationalite),
  situation_professionnelle: (d) => rempli(d, 'situation_professionnelle', d.menage.professionnelle),
  nb_personnes: (d) => rempli(d, 'nb_personnes', d.regle === 'C04' ? '0' : String(d.menage.personnes)),
  ressources_mensuelles: (d) => rempli(d, 'ressources_mensuelles', euros(ressources(d))),
  revenu_fiscal_reference: (d) => personne(d, d.menage.fiscal < 0 ? '' : String(d.menage.fiscal)),
  logement_actuel: (d) => rempli(d, 'logement_actuel', d.menage.logement),
  motif_demande: (d) => rempli(d, 'motif_demande', d.menage.motif),
  typologie_souhaitee: (d) => rempli(d, 'typologie_souhaitee', d.menage.typologie),
  commune_souhaitee: (d) => rempli(d, 'commune_souhaitee', d.menage.commune),
  date_signature_bail: (d) => ecrireJour(d.logement?.bail ? d.radiation : 0),
  siren_bailleur: (d) => d.logement?.siren ?? '',
  numero_rpls: (d) => d.logement?.rpls ?? '',
  adresse_logement: (d) => d.logement?.adresse ?? '',
  commune_logement: (d) => d.logement?.commune ?? '',
  typologie_logement: (d) => d.logement?.typologie ?? '',
  surface_logement: (d) => d.logement?.surface ?? '',
  en_qpv: (d) => d.logement?.qpv ?? '',
  reservataire: (d) => d.logement?.reservataire ?? '',
  dalo: (d) => d.logement?.dalo ?? '',
  mutation_interne: (d) => d.logement?.mutation ?? '',
}

const LECTEURS = DEMANDES.colonnes.map((c) => CHAMPS[c.nom])

export const ENTETE_DEMANDES: readonly string[] = DEMANDES.colonnes.map((c) => c.nom)

/** One line of `demandes.csv`, its end included. */
export const ecrireLigne = (d: Demande): string => {
  let ligne = ''
  for (const lire of LECTEURS) ligne += ligne === '' ? lire(d) : `;${lire(d)}`
  return `${ligne}\r\n`
}
