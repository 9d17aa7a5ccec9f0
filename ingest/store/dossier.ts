import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** Where things stand in the one folder that holds all an installation owns. */
export interface Dossier {
  readonly racine: string
  readonly base: string
  /** The application's own database. */
  readonly application: string
  /** Demandes without names, whole: one file a territory, of its latest snapshot. */
  readonly courantes: string
  /** Versions of demandes that have ended: Parquet files, each of the snapshot whose import ended them. */
  readonly historique: string
  /** Names, birth dates, addresses: one file a territory, of its latest snapshot. */
  readonly identites: string
  /** Keyed fingerprints: one file for each of the latest two snapshots of a territory. */
  readonly cles: string
  readonly rejets: string
  /** Messages that wait for somebody to send them, where no mail server is set. */
  readonly envois: string
  /** Emptied at every opening: what a killed process may have left. */
  readonly temporaire: string
  readonly prise: string
}

export const dossierDe = (racine: string): Dossier => ({
  racine,
  base: join(racine, 'infocentre.duckdb'),
  application: join(racine, 'application.sqlite'),
  courantes: join(racine, 'courantes'),
  historique: join(racine, 'historique'),
  identites: join(racine, 'identites'),
  cles: join(racine, 'cles'),
  rejets: join(racine, 'rejets'),
  envois: join(racine, 'boite-d-envoi'),
  temporaire: join(racine, 'temporaire'),
  prise: join(racine, 'infocentre.sock'),
})

/** Creates the folders, for their owner alone. */
export const creerDossier = (racine: string): Dossier => {
  const dossier = dossierDe(racine)
  const { courantes, historique, identites, cles, rejets, temporaire } = dossier
  for (const chemin of [racine, courantes, historique, identites, cles, rejets, temporaire])
    mkdirSync(chemin, { recursive: true, mode: 0o700 })
  return dossier
}

/** The files that a snapshot may have beside the base: the column that names them, and the folder where they stand. */
export const SORTES_DE_FICHIERS = [
  { colonne: 'fichier_courantes', dossier: 'courantes' },
  { colonne: 'fichier_historique', dossier: 'historique' },
  { colonne: 'fichier_identites', dossier: 'identites' },
  { colonne: 'fichier_cles', dossier: 'cles' },
  { colonne: 'fichier_rejets', dossier: 'rejets' },
] as const
