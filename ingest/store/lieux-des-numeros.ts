import { COLONNES_DES_FICHIERS } from '../contract/histoire.ts'
import type { Lieu } from '../socle/sql/table.ts'

const ligne = (lieu: string, ...colonnes: readonly string[]): Lieu[] =>
  colonnes.map((colonne) => ({ lieu, colonne, effet: 'LIGNE' }))
const masque = (lieu: string, ...colonnes: readonly string[]): Lieu[] =>
  colonnes.map((colonne) => ({ lieu, colonne, effet: 'MASQUE' }))

/** What stands for a number that retention erased. */
export const NUMERO_PURGE = 'n° purgé'

/** Parquet files beside the base, by the folder where they stand: what the contract says of their columns. */
export const LIEUX_DES_FICHIERS: readonly Lieu[] = Object.entries(COLONNES_DES_FICHIERS).flatMap(([lieu, colonnes]) =>
  colonnes.flatMap(({ nom, numero }) => (numero === undefined ? [] : [{ lieu, colonne: nom, effet: numero }])),
)

/** Tables of the application's own database, where a number may stand within a text. */
export const LIEUX_DE_L_APPLICATION: readonly Lieu[] = [
  ...masque('journal', 'detail'),
  ...ligne('qualifications_paires', 'a', 'b'),
  ...masque('qualifications_paires', 'motif'),
  ...ligne('qualifications_forcages', 'numero_unique'),
  ...masque('qualifications_forcages', 'motif'),
  ...masque('signalements', 'numeros', 'garde', 'reprises', 'motif'),
  ...masque('signalements_etapes', 'motif'),
]

/** Folders of text files, where a number may stand anywhere. */
export const DOSSIERS_DE_TEXTES = ['rejets'] as const

/** Columns of the application's own database that hold no number: codes, labels, instants, or what people write of guichets. */
export const SANS_NUMERO: Readonly<Record<string, readonly string[]>> = {
  normes: ['territoire', 'indicateur', 'nature', 'depuis', 'motif', 'saisi_le', 'saisi_par'],
  comptes: [
    'courriel',
    'nom',
    'role',
    'territoires',
    'service',
    'mot_de_passe',
    'provisoire_jusqu_a',
    'second_facteur',
    'second_facteur_le',
    'emetteur_oidc',
    'sujet_oidc',
    'verrouille_jusqu_a',
    'cree_le',
    'cree_par',
    'vu_le',
    'ferme_le',
    'ferme_par',
    'ferme_motif',
  ],
  sessions: ['empreinte', 'etape', 'par', 'ouverte_le', 'vue_le'],
  revues: ['territoires', 'signee_le', 'signee_par', 'comptes'],
  reglages: ['territoire', 'cle', 'valeur', 'depuis', 'motif', 'saisi_le', 'saisi_par'],
  journal: ['instant', 'qui', 'role', 'action', 'territoire', 'sel', 'empreinte_detail', 'precedent', 'empreinte'],
  qualifications_paires: ['territoire', 'verdict', 'par', 'le'],
  qualifications_forcages: ['territoire', 'verdict', 'par', 'le'],
  signalements: ['territoire', 'service', 'par', 'le'],
  signalements_etapes: ['etape', 'par', 'le'],
  journal_ancres: ['empreinte', 'posee_le'],
  kysely_migration: ['name', 'timestamp'],
  kysely_migration_lock: ['id'],
}

/** Seventeen or eighteen letters and digits on their own: a number, or one whose leading zero a spreadsheet ate. */
const MOT = /(?<![0-9A-Za-z])[0-9A-Za-z]{17,18}(?![0-9A-Za-z])/g

/** A text without some numbers. */
export const masquerNumeros = (texte: string, purges: ReadonlySet<string>): string =>
  texte.replace(MOT, (mot) => (purges.has(mot.toUpperCase().padStart(18, '0')) ? NUMERO_PURGE : mot))
