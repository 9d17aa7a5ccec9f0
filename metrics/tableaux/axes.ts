import { sql } from 'kysely'
import { codes } from '../../ingest/store/colonnes.ts'
import { colonne, type Terme } from '../sql.ts'
import { ageSql, trancheSql } from './durees.ts'
import { type Axe, INCONNU } from './tableau.ts'

const liste = (valeurs: readonly string[]): readonly string[] => [...valeurs, codes.HORS_LISTE, INCONNU]

const deCodes = (nom: string, intitule: string, valeurs: readonly string[]): Axe => ({
  nom,
  intitule,
  colonnes: [nom],
  valeurs: liste(valeurs),
  terme: () => colonne(nom),
})

const ouiNon = (nom: string, intitule: string): Axe => ({
  nom,
  intitule,
  colonnes: [nom],
  valeurs: ['OUI', 'NON', INCONNU],
  terme: () => ouiNonSql(nom),
})

const ouiNonSql = (nom: string): Terme =>
  sql`CASE WHEN ${sql.ref(nom)} THEN 'OUI' WHEN NOT ${sql.ref(nom)} THEN 'NON' END`

const commune = (nom: string, de: string, intitule: string): Axe => ({
  nom,
  intitule,
  colonnes: [de],
  valeurs: null,
  communes: true,
  terme: () => colonne(`${de}_officielle`),
})

/** Lower bounds of the bands of age, in whole years. */
const AGES = [20, 25, 30, 40, 50, 60, 65, 75] as const

/** `<20`, `20-24`… `>=75`. */
const tranches = ([premiere, ...bornes]: readonly number[]): readonly string[] => [
  `<${premiere}`,
  ...bornes.map((borne, i) => `${i === 0 ? premiere : bornes[i - 1]}-${borne - 1}`),
  `>=${bornes.at(-1)}`,
]

const TRANCHES_D_AGE = tranches(AGES)

export const age: Axe = {
  nom: 'age',
  intitule: 'Âge',
  colonnes: ['date_naissance'],
  valeurs: [...TRANCHES_D_AGE, INCONNU],
  terme: (instantane) => trancheSql(ageSql(instantane), AGES, TRANCHES_D_AGE),
}

/** `1`… `5`, `>=6`; from another number on where 0 is one. */
const jusquaSix = (nom: string, de: string, intitule: string, premier: 0 | 1): Axe => ({
  nom,
  intitule,
  colonnes: [de],
  valeurs: [...[0, 1, 2, 3, 4, 5].filter((n) => n >= premier).map(String), '>=6', INCONNU],
  terme: () =>
    sql`CASE WHEN ${sql.ref(de)} >= 6 THEN '>=6' WHEN ${sql.ref(de)} >= ${premier} THEN CAST(${sql.ref(de)} AS VARCHAR) END`,
})

export const taille = jusquaSix('taille', 'nb_personnes', 'Personnes à loger', 1)
export const personnesACharge = jusquaSix('personnes_a_charge', 'personnes_a_charge', 'Personnes à charge', 0)

/** Monthly, in euros; what is more than nothing and less than 500 is the first band. */
export const ressources: Axe = {
  nom: 'ressources',
  intitule: 'Ressources mensuelles',
  colonnes: ['ressources_mensuelles'],
  valeurs: ['0', '1-499', '500-999', '1000-1499', '1500-1999', '2000-2999', '>=3000', INCONNU],
  terme: () => sql`CASE WHEN ressources_mensuelles < 0 THEN NULL WHEN ressources_mensuelles = 0 THEN '0'
    WHEN ressources_mensuelles < 500 THEN '1-499' WHEN ressources_mensuelles < 1000 THEN '500-999'
    WHEN ressources_mensuelles < 1500 THEN '1000-1499' WHEN ressources_mensuelles < 2000 THEN '1500-1999'
    WHEN ressources_mensuelles < 3000 THEN '2000-2999' WHEN ressources_mensuelles >= 3000 THEN '>=3000' END`,
}

export const nationalite = deCodes('nationalite', 'Nationalité', codes.NATIONALITES)
export const situationProfessionnelle = deCodes(
  'situation_professionnelle',
  'Situation professionnelle',
  codes.SITUATIONS_PROFESSIONNELLES,
)
export const situationFamiliale = deCodes('situation_familiale', 'Situation familiale', codes.SITUATIONS_FAMILIALES)
export const logementActuel = deCodes('logement_actuel', 'Logement actuel', codes.LOGEMENTS_ACTUELS)
export const motifDemande = deCodes('motif_demande', 'Motif de la demande', codes.MOTIFS_DEMANDE)
export const typologieSouhaitee = deCodes('typologie_souhaitee', 'Type souhaité', codes.TYPOLOGIES)
export const typologieLogement = deCodes('typologie_logement', 'Type du logement', codes.TYPOLOGIES)
export const reservataire = deCodes('reservataire', 'Réservataire', codes.RESERVATAIRES)
export const dalo = ouiNon('dalo', 'Reconnu DALO')
export const enQpv = ouiNon('en_qpv', 'En QPV')
export const relogementAnru = ouiNon('relogement_anru', 'Relogement ANRU')
export const accordCollectif = ouiNon('accord_collectif', 'Accord collectif')
export const communeSouhaitee = commune('commune_souhaitee', 'commune_souhaitee', 'Commune souhaitée')
export const communeDuLogement = commune('commune', 'commune_logement', 'Commune du logement')

/** The words of the extraction: no list holds them. */
export const tranchePlafond: Axe = {
  nom: 'tranche_plafond',
  intitule: 'Ressources par rapport au plafond',
  colonnes: ['tranche_plafond'],
  valeurs: null,
  terme: () => colonne('tranche_plafond'),
}
