import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'
import { dossierDe } from '../../ingest/store/dossier.ts'
import { estEngagee } from '../../ingest/store/restauration/marque.ts'

/** A command typed wrong: exit 2. */
export class MauvaisUsage extends ErreurInfocentre {
  constructor(message: string) {
    super('MAUVAIS_USAGE', message)
  }
}

/** Refuses a folder without an installation, which opening would create. */
export const exigerInstallation = (dossier: string): void => {
  const racine = resolve(dossier)
  if (!existsSync(dossierDe(racine).base) && !estEngagee(racine))
    throw new ErreurInfocentre(
      'BASE_ABSENTE',
      `Il n’y a pas d’installation dans ${racine} : choisir son dossier avec --base.`,
    )
}
