import type { Profil } from '../contract/profil.ts'
import { booleen, entier, instant, jour, json, liste, nul, texte } from '../socle/sql/colonne.ts'
import { defineTable, type LigneDeTable, type TablesKysely } from '../socle/sql/table.ts'

/** What the base knows of itself: the form of its tables, the check value of its secret. */
export const INSTALLATION = defineTable('installation', { cle: texte, valeur: texte }, { cle: ['cle'] })

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
  { cle: ['territoire', 'date'], defauts: { clos: 'FALSE' } },
)

/** What the files beside the base hold, as it was written. A file never changes under its name. */
export const FICHIERS = defineTable('fichiers', { sorte: texte, nom: texte, sha256: texte })

/** The guichets of each snapshot that brought a register. */
export const REGISTRES = defineTable('registres', {
  territoire: texte,
  instantane: jour,
  code: texte,
  libelle: texte,
  categorie: texte,
  service_code: texte,
  service_libelle: texte,
  siren: nul(texte),
  mode: nul(texte),
  date_ouverture: nul(jour),
  date_fermeture: nul(jour),
  successeur: nul(texte),
  mandants: nul(texte),
  adresse: nul(texte),
  code_postal: nul(texte),
  commune: nul(texte),
  telephone: nul(texte),
  courriel: nul(texte),
  horaires: nul(texte),
})

/** Messages of the month a snapshot closes. */
export const FLUX = defineTable('flux', {
  territoire: texte,
  instantane: jour,
  date: jour,
  guichet: texte,
  type_message: nul(texte),
  statut: texte,
  code_retour: nul(texte),
})

/** Leases signed, by landlord and month. */
export const BAUX = defineTable('baux', {
  territoire: texte,
  instantane: jour,
  siren_bailleur: texte,
  mois: texte,
  baux_signes: entier,
})

/** How each territory's extractions are read: the profile of its last import that was given one. */
export const PROFILS = defineTable('profils', { territoire: texte, profil: json<Profil>(), garde_le: instant })

/** The tables of this layer, in the order they are made. */
export const TABLES_DU_MAGASIN = [INSTALLATION, INSTANTANES, FICHIERS, REGISTRES, FLUX, BAUX, PROFILS] as const

export type TablesDuMagasin = TablesKysely<(typeof TABLES_DU_MAGASIN)[number]>

export type LigneInstantane = LigneDeTable<typeof INSTANTANES>
