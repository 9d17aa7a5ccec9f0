import type { TypeColonne } from './tableau.ts'

/** What the columns of records are called; those not listed keep their name with its first letter raised. */
const INTITULES: Readonly<Record<string, string>> = {
  mois: 'Mois',
  numero_unique: 'Numéro unique',
  date_depot: 'Déposée le',
  date_attestation: 'Attestée le',
  date_piece_identite: 'Pièce d’identité le',
  date_enregistrement: 'Enregistrée le',
  date_echeance: 'Échéance',
  date_renouvellement: 'Renouvelée le',
  date_modification: 'Modifiée le',
  date_preavis: 'Préavis le',
  date_radiation: 'Radiée le',
  date_saisie_radiation: 'Radiation saisie le',
  date_signature_bail: 'Bail signé le',
  date_signature_bail_avant: 'Bail signé le, avant',
  date_maj: 'Dernier acte le',
  date_dossier: 'Enregistrée ou renouvelée le',
  guichet_enregistrement: 'Guichet d’enregistrement',
  guichet_renouvellement: 'Guichet du renouvellement',
  guichet_modification: 'Guichet de la modification',
  guichet_radiation: 'Guichet de la radiation',
  guichet_maj: 'Guichet du dernier acte',
  guichet_dossier: 'Guichet',
  motif_radiation: 'Motif de radiation',
  motif_forcage: 'Motif du forçage',
  numero_unique_rapproche: 'Numéro montré par l’alerte',
  numero_anterieur: 'Demande plus ancienne',
  forcage_doublon: 'Doublon forcé',
  siren_bailleur: 'SIREN du bailleur',
  reservataire: 'Réservataire',
  dalo: 'DALO',
  nb_personnes: 'Personnes à loger',
  typologie_souhaitee: 'Typologie souhaitée',
  type_message: 'Type de message',
  code_retour: 'Code de retour',
  baux_signes: 'Baux signés',
  jours: 'Jours',
  manques: 'Ce qui manque ou se contredit',
}

const ENTIERS = new Set(['nb_personnes', 'jours', 'baux_signes', 'attributions', 'manquantes'])
const BOOLEENS = new Set(['forcage_doublon', 'dalo'])

const typeDe = (nom: string): TypeColonne => {
  if (nom === 'date' || nom.startsWith('date_')) return 'jour'
  if (ENTIERS.has(nom)) return 'entier'
  return BOOLEENS.has(nom) ? 'booleen' : 'texte'
}

/** A column of demandes, or of what is listed beside them, as it is called wherever it is shown. */
export const colonneDemande = <Nom extends string>(nom: Nom): { nom: Nom; intitule: string; type: TypeColonne } => ({
  nom,
  intitule: INTITULES[nom] ?? `${nom.charAt(0).toUpperCase()}${nom.slice(1)}`,
  type: typeDe(nom),
})
