import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** Where things stand in the one folder that holds all an installation owns. */
export interface Dossier {
  readonly racine: string
  readonly base: string
  /** Names, birth dates, addresses: one file a territory, of its latest snapshot. */
  readonly identites: string
  /** Keyed fingerprints: one file for each of the latest two snapshots of a territory. */
  readonly cles: string
  readonly rejets: string
  /** Emptied at every opening: what a killed process may have left. */
  readonly temporaire: string
  readonly prise: string
}

export const dossierDe = (racine: string): Dossier => ({
  racine,
  base: join(racine, 'infocentre.duckdb'),
  identites: join(racine, 'identites'),
  cles: join(racine, 'cles'),
  rejets: join(racine, 'rejets'),
  temporaire: join(racine, 'temporaire'),
  prise: join(racine, 'infocentre.sock'),
})

/** Creates the folders, for their owner alone. */
export const creerDossier = (racine: string): Dossier => {
  const dossier = dossierDe(racine)
  for (const chemin of [dossier.racine, dossier.identites, dossier.cles, dossier.rejets, dossier.temporaire])
    mkdirSync(chemin, { recursive: true, mode: 0o700 })
  return dossier
}
