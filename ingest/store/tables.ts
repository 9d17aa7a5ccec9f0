import type { Profil } from '../contract/profil.ts'
import { booleen, entier, instant, jour, json, liste, nul, texte } from '../socle/sql/colonne.ts'
import { defineTable, type LigneDeTable, type TablesKysely } from '../socle/sql/table.ts'
import { BAUX, FLUX, REGISTRES } from './tables-annexes.ts'

/** What the base knows of itself: the form of its tables, the check value of its secret. */
export const INSTALLATION = defineTable(
  'installation',
  { cle: texte, valeur: texte },
  {
    cle: ['cle'],
    decrit: {
      table: 'Ce que la base sait d’elle-même.',
      colonnes: {
        cle: 'ce qui est su : schema (forme des tables), controle_secret (contrôle du secret des empreintes, non le secret), formule_empreintes (façon de les faire)',
        valeur: 'sa valeur',
      },
    },
  },
)

/** The loaded snapshots. */
export const INSTANTANES = defineTable(
  'instantanes',
  {
    territoire: texte,
    date: jour,
    source: nul(texte),
    synthetique: booleen,
    /** As the importing process said it. */
    importe_le: instant,
    demandes: entier,
    /** SHA-256 of each table's file, as unpacked. */
    empreintes: json<Readonly<Record<string, string>>>(),
    /** Columns without any value; `flux` or `baux` where the file was absent. */
    colonnes_vides: liste(texte),
    /** Guichets that its messages name, of whatever month. */
    guichets_flux: liste(texte),
    /** Loaded without the fingerprint secret: its names cannot be compared. */
    sans_secret: booleen,
    rapport: json<object>(),
    fichier_courantes: nul(texte),
    /** Versions that its import ended. */
    fichier_historique: nul(texte),
    fichier_identites: nul(texte),
    fichier_cles: nul(texte),
    fichier_rejets: nul(texte),
    /** Touched by a purge: only its stored results are served. */
    clos: booleen,
    /** The latest day whose purge erased demandes of it. */
    purge_au: nul(jour),
  },
  {
    cle: ['territoire', 'date'],
    defauts: { clos: 'FALSE' },
    decrit: {
      table: 'Les instantanés chargés, un par territoire et par date.',
      colonnes: {
        date: 'date de l’instantané : la base du territoire à la fin de ce jour',
        source: 'd’où viennent les fichiers, en texte libre',
        synthetique: 'données fictives',
        importe_le: 'instant du chargement',
        demandes: { sens: 'demandes gardées au chargement', unite: 'demandes' },
        empreintes: 'SHA-256 du fichier de chaque table, tel que déplié',
        colonnes_vides: 'colonnes sans aucune valeur ; flux ou baux si le fichier manquait',
        guichets_flux: 'codes des guichets que nomment ses messages',
        sans_secret: 'chargé sans le secret des empreintes : ses noms ne se comparent pas',
        rapport: 'compte rendu du chargement, en comptes',
        fichier_courantes: 'fichier du dernier instantané entier',
        fichier_historique: 'fichier des versions que son chargement a closes',
        fichier_identites: 'fichier des noms',
        fichier_cles: 'fichier des empreintes K1 et K2',
        fichier_rejets: 'fichier des lignes rejetées ; jamais remis',
        clos: 'l’effacement au terme lui a ôté des demandes : seuls ses chiffres rangés servent',
        purge_au: 'dernier jour au titre duquel des demandes en ont été effacées',
      },
    },
  },
)

/** What the files beside the base hold, as it was written. A file never changes under its name. */
export const FICHIERS = defineTable(
  'fichiers',
  { sorte: texte, nom: texte, sha256: texte },
  {
    decrit: {
      table: 'Ce que tiennent les fichiers à côté de la base, tel qu’il a été écrit.',
      colonnes: { sorte: 'dossier du fichier', nom: 'nom du fichier', sha256: 'SHA-256 du fichier entier' },
    },
  },
)

/** How each territory's extractions are read: the profile of its last import that was given one. */
export const PROFILS = defineTable(
  'profils',
  { territoire: texte, profil: json<Profil>(), garde_le: instant },
  {
    decrit: {
      table: 'Comment se lisent les extractions de chaque territoire.',
      colonnes: {
        profil: 'traduction des intitulés et des valeurs en ceux du contrat',
        garde_le: 'instant où il a été retenu',
      },
    },
  },
)

/** The tables of this layer, in the order they are made. */
export const TABLES_DU_MAGASIN = [INSTALLATION, INSTANTANES, FICHIERS, REGISTRES, FLUX, BAUX, PROFILS] as const

export type TablesDuMagasin = TablesKysely<(typeof TABLES_DU_MAGASIN)[number]>

export type LigneInstantane = LigneDeTable<typeof INSTANTANES>
