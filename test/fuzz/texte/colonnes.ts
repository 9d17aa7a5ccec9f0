import type { Hasard } from '../../oracle/fabrique/hasard.ts'

/** Of a table of demandes: its columns in order, and what stands over each. */
export interface Colonnes {
  readonly noms: readonly string[]
  readonly intitules: readonly string[]
}

const REQUISES = ['numero_unique', 'statut', 'date_enregistrement', 'nom', 'prenom']
const FACULTATIVES = [
  ...['situation_familiale', 'reservataire', 'nb_personnes', 'adresse_logement', 'date_depot', 'telephone'],
  ...['type_demandeur', 'date_radiation', 'ressources_mensuelles', 'dalo', 'Couleur'],
]
/** A value that slips by one or two places from a column never stored falls under a date, and rejects its row. */
const JAMAIS_CONSERVEES = ['date_attestation', 'NIR', 'date_preavis', 'Observations', 'date_modification', 'Loyer']

const AUTRES_INTITULES: Readonly<Record<string, readonly string[]>> = {
  numero_unique: ['NUD', 'N° unique', 'Numéro unique', 'NUMERO UNIQUE', 'Numéro_Unique'],
  statut: ['Statut', 'STATUT', ' statut '],
  date_enregistrement: [
    'Date d’enregistrement',
    "DATE D'ENREGISTREMENT",
    'Date de l’enregistrement',
    'date-enregistrement',
  ],
  nom: ['NOM', 'Nom'],
  prenom: ['Prénom', 'PRÉNOM', 'prénom'],
  situation_familiale: ['Situation familiale', 'SITUATION FAMILIALE'],
  date_depot: ['Date de dépôt', 'Date du dépôt', 'DATE DEPOT'],
  NIR: ['NIR', 'Numéro de sécurité sociale', 'N° de sécurité sociale', 'nir'],
  Observations: ['commentaire', 'Observations', 'OBSERVATIONS'],
  Loyer: ['loyer', 'Loyer'],
}

/** Columns in an order of chance; those never stored keep their neighbours. */
export const tirerColonnes = (hasard: Hasard): Colonnes => {
  const facultatives = FACULTATIVES.filter(() => hasard.chance(0.4))
  const groupes = hasard.melanger([...REQUISES, ...facultatives].map((nom) => [nom]))
  if (hasard.chance(0.5)) groupes.splice(hasard.entier(0, groupes.length), 0, JAMAIS_CONSERVEES)
  const noms = groupes.flat()
  const intitules = noms.map((nom) => (hasard.chance(0.3) ? hasard.choisir(AUTRES_INTITULES[nom] ?? [nom]) : nom))
  return { noms, intitules }
}
