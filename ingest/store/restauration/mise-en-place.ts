import { copyFileSync, existsSync, readdirSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ErreurInfocentre } from '../../socle/erreur.ts'
import { creerDossier, dossierDe, SORTES_DE_FICHIERS } from '../dossier.ts'
import { sha256De } from '../fichiers.ts'
import { chantier, enPreparation, estEngagee, fermerChantier, graver, lireMarque, marquer } from './marque.ts'

/** What belongs to an installation among a folder's names, but its lock: what a person put there is left alone. */
export const FICHIERS_DE_LA_RACINE = [
  'infocentre.duckdb',
  'infocentre.duckdb.wal',
  'infocentre.duckdb.nouveau',
  'application.sqlite',
  'application.sqlite-wal',
  'application.sqlite-shm',
  'application.sqlite-journal',
] as const

/** The files of an installation, by their path in its folder. */
const fichiersDe = (racine: string): string[] => [
  ...FICHIERS_DE_LA_RACINE.filter((nom) => existsSync(join(racine, nom))),
  ...SORTES_DE_FICHIERS.flatMap(({ dossier }) => {
    const chemin = dossierDe(racine)[dossier]
    return existsSync(chemin) ? readdirSync(chemin).map((nom) => join(dossier, nom)) : []
  }),
]

/** Puts a file in its place, through a link where there is one, from another disk where need be. */
const placer = (de: string, vers: string): void => {
  const cible = existsSync(vers) ? realpathSync(vers) : vers
  try {
    renameSync(de, cible)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EXDEV') throw cause
    copyFileSync(de, `${cible}.nouveau`)
    graver(`${cible}.nouveau`)
    renameSync(`${cible}.nouveau`, cible)
    rmSync(de)
  }
}

/** The first file that is not what was prepared. */
const trouverFaux = async (racine: string, fichiers: Readonly<Record<string, string>>): Promise<string | undefined> => {
  for (const [nom, sha256] of Object.entries(fichiers)) {
    const chemin = join(racine, nom)
    if (!existsSync(chemin) || (await sha256De(chemin)) !== sha256) return nom
  }
  return undefined
}

/**
 * Puts the prepared files in the place of the old ones, and checks each. Whatever was already done is passed over: killed
 * at any moment, it goes on from there.
 *
 * @throws ErreurInfocentre where a file is not what was prepared.
 */
const achever = async (racine: string, fichiers: Readonly<Record<string, string>>): Promise<void> => {
  const neuve = enPreparation(racine)
  creerDossier(racine)
  for (const nom of fichiersDe(racine))
    if (fichiers[nom] === undefined) rmSync(join(racine, nom), { recursive: true, force: true })
  for (const nom of Object.keys(fichiers)) if (existsSync(join(neuve, nom))) placer(join(neuve, nom), join(racine, nom))
  for (const dossier of new Set(Object.keys(fichiers).map((nom) => dirname(join(racine, nom))))) graver(dossier)
  const faux = await trouverFaux(racine, fichiers)
  fermerChantier(racine)
  if (faux !== undefined)
    throw new ErreurInfocentre(
      'RESTAURATION_INCOMPLETE',
      `Le fichier ${faux} n’est pas celui de la sauvegarde une fois mis en place : vérifier le disque de ${racine}, puis restaurer de nouveau avec --remplacer.`,
    )
}

/** Commits to what was prepared and checked, then puts it in place. */
export const engager = async (racine: string): Promise<void> => {
  const neuve = enPreparation(racine)
  const fichiers: Record<string, string> = {}
  for (const nom of fichiersDe(neuve)) {
    graver(join(neuve, nom))
    fichiers[nom] = await sha256De(join(neuve, nom))
  }
  marquer(racine, { etat: 'ENGAGEE', fichiers })
  await achever(racine, fichiers)
}

/** Takes away what was prepared, unless the old installation is already no more. */
export const abandonner = (racine: string): void => {
  if (lireMarque(racine)?.etat === 'PREPARATION') fermerChantier(racine)
}

/**
 * Finishes, or undoes, a restoration that was cut short in a folder held by this process; what became of it, in a
 * sentence, or null where there was none. A folder without its mark is left alone.
 */
export const reprendre = async (racine: string): Promise<string | null> => {
  const marque = lireMarque(racine)
  if (marque === null) return null
  if (marque.etat === 'ENGAGEE') {
    await achever(racine, marque.fichiers)
    return 'La restauration qui avait été interrompue est terminée : la base est celle de la sauvegarde.'
  }
  abandonner(racine)
  return 'La restauration qui avait été interrompue est abandonnée : la base est telle qu’elle était avant.'
}

/** Names that do not make a folder an installation: what a lock, a mount point or a cut restoration leaves. */
const NEGLIGEABLES: ReadonlySet<string> = new Set(['infocentre.verrou', 'infocentre.tenue', 'lost+found'])

/** @throws ErreurInfocentre where a folder holds something, unless it is to be replaced. */
export const refuserNonVide = (racine: string, remplacer: boolean): void => {
  if (remplacer || !existsSync(racine)) return
  const vide = readdirSync(racine).every(
    (nom) => NEGLIGEABLES.has(nom) || (join(racine, nom) === chantier(racine) && !estEngagee(racine)),
  )
  if (!vide)
    throw new ErreurInfocentre(
      'DOSSIER_OCCUPE',
      `Le dossier ${racine} n’est pas vide : choisir un autre dossier avec --base, ou ajouter --remplacer pour remplacer l’installation qu’il contient.`,
    )
}
