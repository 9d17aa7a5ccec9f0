import { existsSync, lstatSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { cheminDestruction } from '../../ingest/store/destruction.ts'
import { dossierDe, SORTES_DE_FICHIERS } from '../../ingest/store/dossier.ts'
import { sha256De } from '../../ingest/store/fichiers.ts'
import { chantier } from '../../ingest/store/restauration/marque.ts'
import { FICHIERS_DE_LA_RACINE } from '../../ingest/store/restauration/mise-en-place.ts'
import { listerFichiers } from '../remise/sommes.ts'
import type { Plan } from './plan.ts'

/** The folders of an installation, all of whose content is its own. */
export const dossiersDe = (racine: string): string[] => {
  const dossier = dossierDe(racine)
  return [
    ...SORTES_DE_FICHIERS.map((sorte) => dossier[sorte.dossier]),
    dossier.envois,
    dossier.temporaire,
    chantier(racine),
  ]
}

/** The files at its root; those of its lock go with the folder. */
export const fichiersDeLaRacine = (racine: string): string[] =>
  [...FICHIERS_DE_LA_RACINE.map((nom) => join(racine, nom)), dossierDe(racine).prise].filter((chemin) =>
    existsSync(chemin),
  )

const VERROUS: ReadonlySet<string> = new Set(['infocentre.verrou', 'infocentre.tenue'])

/** What the folder holds that is not the installation's: a person put it there. */
export const listerEtrangers = (racine: string): string[] => {
  const siens = new Set([...dossiersDe(racine), ...fichiersDeLaRacine(racine), cheminDestruction(racine)])
  return readdirSync(racine).filter((nom) => !siens.has(join(racine, nom)) && !VERROUS.has(nom))
}

/** A file's size and digest; nothing for one that its engine has just taken away as it closed. */
const decrire = async (racine: string, chemin: string): Promise<Plan['fichiers']> => {
  try {
    const { size } = lstatSync(chemin)
    return [{ nom: relative(racine, chemin), octets: size, sha256: await sha256De(chemin) }]
  } catch (cause) {
    if (existsSync(chemin)) throw cause
    return []
  }
}

/** Every file of an installation, with its size and its digest. */
export const inventorier = async (racine: string): Promise<Plan['fichiers']> => {
  const chemins = [
    ...fichiersDeLaRacine(racine),
    ...dossiersDe(racine).flatMap((dossier) =>
      existsSync(dossier) ? listerFichiers(dossier).map((nom) => join(dossier, nom)) : [],
    ),
  ]
  const fichiers: Plan['fichiers'] = []
  for (const chemin of chemins)
    if (existsSync(chemin) && !lstatSync(chemin).isSocket()) fichiers.push(...(await decrire(racine, chemin)))
  return fichiers
}
