import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ErreurInfocentre } from '../../socle/erreur.ts'

/** A restoration's workplace, within the folder it restores: nothing is ever taken away beside that folder. */
export const chantier = (racine: string): string => join(racine, 'restauration-en-cours')
const cheminMarque = (racine: string): string => join(chantier(racine), 'marque.json')
const cheminBrouillon = (racine: string): string => `${cheminMarque(racine)}.neuve`

/** Where the installation to come is prepared. */
export const enPreparation = (racine: string): string => join(chantier(racine), 'neuve')

const MARQUE = z.discriminatedUnion('etat', [
  z.object({ etat: z.literal('PREPARATION') }),
  /** From here on the old installation is no more: the new one's files take their places, by their digests. */
  z.object({ etat: z.literal('ENGAGEE'), fichiers: z.record(z.string(), z.string()) }),
])
type Marque = z.infer<typeof MARQUE>

export const lireMarque = (racine: string): Marque | null => {
  try {
    return MARQUE.parse(JSON.parse(readFileSync(cheminMarque(racine), 'utf8')))
  } catch {
    return null
  }
}

/** Makes sure that what was written is on the disk. */
export const graver = (chemin: string): void => {
  const fichier = openSync(chemin, 'r')
  try {
    fsyncSync(fichier)
  } finally {
    closeSync(fichier)
  }
}

export const marquer = (racine: string, marque: Marque): void => {
  const neuve = cheminBrouillon(racine)
  writeFileSync(neuve, JSON.stringify(marque), { mode: 0o600 })
  graver(neuve)
  renameSync(neuve, cheminMarque(racine))
  graver(chantier(racine))
}

/** Whether a restoration that was cut short has only its last steps to do: the folder holds an installation. */
export const estEngagee = (racine: string): boolean => lireMarque(racine)?.etat === 'ENGAGEE'

/** Opens the workplace of a folder held by this process. Another's folder of that name is left alone. */
export const ouvrirChantier = (racine: string): void => {
  mkdirSync(chantier(racine), { recursive: true, mode: 0o700 })
  if (readdirSync(chantier(racine)).some((nom) => join(chantier(racine), nom) !== cheminBrouillon(racine)))
    throw new ErreurInfocentre(
      'DOSSIER_OCCUPE',
      `Le dossier ${chantier(racine)} ne vient pas d’une restauration : le déplacer, puis recommencer. Rien n’a été restauré.`,
    )
  marquer(racine, { etat: 'PREPARATION' })
}

/** Takes the workplace away, its mark last: cut short, it is known until nothing is left. */
export const fermerChantier = (racine: string): void => {
  rmSync(enPreparation(racine), { recursive: true, force: true })
  rmSync(cheminMarque(racine), { force: true })
  rmSync(cheminBrouillon(racine), { force: true })
  if (existsSync(chantier(racine)) && readdirSync(chantier(racine)).length === 0)
    rmSync(chantier(racine), { recursive: true })
}
