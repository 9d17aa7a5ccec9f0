import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { ErreurInfocentre } from '../socle/erreur.ts'

export const enPreparation = (racine: string): string => `${racine}.restauration`
const ancienne = (racine: string): string => `${racine}.ancienne`

/** Undoes or finishes what a killed restoration left beside a folder. */
export const reprendre = (racine: string): void => {
  if (!existsSync(racine) && existsSync(ancienne(racine))) renameSync(ancienne(racine), racine)
  for (const reste of [ancienne(racine), enPreparation(racine)]) rmSync(reste, { recursive: true, force: true })
}

export const estVide = (racine: string): boolean => !existsSync(racine) || readdirSync(racine).length === 0

export const refuserNonVide = (racine: string, remplacer: boolean): void => {
  if (!remplacer && !estVide(racine))
    throw new ErreurInfocentre(
      'DOSSIER_OCCUPE',
      `Le dossier ${racine} n’est pas vide : choisir un autre dossier avec --base, ou ajouter --remplacer pour remplacer l’installation qu’il contient.`,
    )
}

/** Puts the prepared folder in the place of the old one, of which nothing is kept. */
export const echanger = (racine: string): void => {
  if (existsSync(racine)) renameSync(racine, ancienne(racine))
  renameSync(enPreparation(racine), racine)
  rmSync(ancienne(racine), { recursive: true, force: true })
}
