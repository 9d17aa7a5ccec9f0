import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sha256De } from '../../ingest/store/fichiers.ts'
import { lireEntete } from '../sauvegarde/entete.ts'
import { dossiersDe, fichiersDeLaRacine, listerEtrangers } from './inventaire.ts'
import type { Plan } from './plan.ts'

type Copie = Plan['copies'][number]

/** What became of a copy: erased, no more there, another file of that name, or left to who has it. */
export type SortDeCopie = 'EFFACEE' | 'ABSENTE' | 'AUTRE' | 'ILLISIBLE' | 'LAISSEE'

export interface Effacement {
  readonly copies: readonly (Copie & { readonly sort: SortDeCopie })[]
  /** Whether the secret's file is gone. */
  readonly secretEfface: boolean
  /** What the folder holds that is not the installation's. */
  readonly etrangers: readonly string[]
  /** What of the installation is still there: nothing, where all went well. */
  readonly restes: readonly string[]
}

/** Whether a file is the backup that was written: by its digest, else by its size and what it says of itself. */
const estLaSauvegarde = async ({ chemin, octets, empreinte, ecrite_le }: Copie): Promise<boolean> =>
  empreinte === null
    ? statSync(chemin).size === octets && lireEntete(chemin)?.cree_le === ecrite_le
    : (await sha256De(chemin)) === empreinte

const effacerCopie = async (copie: Copie): Promise<SortDeCopie> => {
  if (!existsSync(copie.chemin)) return 'ABSENTE'
  if (copie.nature === 'REMISE') return 'LAISSEE'
  try {
    if (!(await estLaSauvegarde(copie))) return 'AUTRE'
    rmSync(copie.chemin)
    return 'EFFACEE'
  } catch {
    return 'ILLISIBLE'
  }
}

/** Erases what a plan says, and looks whether it is gone. Whatever was already erased is passed over. */
export const effacer = async ({ racine, fichiers, copies, secret }: Plan): Promise<Effacement> => {
  for (const chemin of [...fichiersDeLaRacine(racine), ...dossiersDe(racine)])
    rmSync(chemin, { recursive: true, force: true })
  const sorts: (Copie & { readonly sort: SortDeCopie })[] = []
  for (const copie of copies) sorts.push({ ...copie, sort: await effacerCopie(copie) })
  if (secret.sort === 'EFFACER') rmSync(secret.fichier, { force: true })
  return {
    copies: sorts,
    secretEfface: secret.sort === 'EFFACER' && !existsSync(secret.fichier),
    etrangers: listerEtrangers(racine),
    restes: fichiers.map(({ nom }) => nom).filter((nom) => existsSync(join(racine, nom))),
  }
}
