import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ErreurInfocentre } from '../socle/erreur.ts'

/** What says that a folder's installation is being destroyed, and by whom: it is the last of its files to go. */
export const cheminDestruction = (racine: string): string => join(racine, 'destruction-en-cours.json')

export const estEnDestruction = (racine: string): boolean => existsSync(cheminDestruction(racine))

/** @throws ErreurInfocentre where a destruction was cut short: what is left of the installation is none. */
export const refuserEnDestruction = (racine: string): void => {
  if (estEnDestruction(racine))
    throw new ErreurInfocentre(
      'BASE_EN_DESTRUCTION',
      `La destruction de l’installation ${racine} a été interrompue : la terminer avec « detruire ».`,
    )
}
