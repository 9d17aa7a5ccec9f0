import { createHash, randomUUID } from 'node:crypto'
import { existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'
import type { Base } from '../../ingest/store/base.ts'
import { instantDe, jourDe } from '../horloge.ts'
import { noterCopie, noterSuppressions } from '../state/copies.ts'
import { avecEtat } from '../state/etat.ts'
import { consigner } from '../state/journal.ts'
import { supprimerAnciennes } from './anciennes.ts'
import { archiver } from './archive.ts'
import { chiffrer } from './chiffrement.ts'
import type { Matiere } from './cle.ts'
import { figer } from './contenu.ts'
import { sceller } from './flux.ts'

export interface OptionsSauvegarde {
  readonly chemin: string
  /** Null for a backup in clear. */
  readonly matiere: Matiere | null
  readonly maintenant: Date
  readonly qui: string
}

export interface BilanSauvegarde {
  readonly fichier: string
  readonly octets: number
  readonly chiffree: boolean
  /** Older backups deleted from the folder. */
  readonly supprimees: readonly string[]
}

const dejaLa = (chemin: string) =>
  new ErreurInfocentre('FICHIER_PRESENT', `Le fichier ${chemin} existe déjà : choisir un autre nom, ou l’effacer.`)

/** Unlike a renaming, a second name never takes an existing one's place; not every disk knows them. */
const donnerSonNom = (partiel: string, chemin: string): void => {
  try {
    linkSync(partiel, chemin)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST' || existsSync(chemin)) throw dejaLa(chemin)
    renameSync(partiel, chemin)
  }
}

/** What was written: how much, and its SHA-256. */
interface Ecrit {
  readonly octets: number
  readonly empreinte: string
}

const ecrire = async (fichier: FileHandle, morceaux: AsyncIterable<Uint8Array>): Promise<Ecrit> => {
  const empreinte = createHash('sha256')
  let octets = 0
  for await (const morceau of morceaux) {
    await fichier.writeFile(morceau)
    empreinte.update(morceau)
    octets += morceau.length
  }
  await fichier.sync()
  return { octets, empreinte: empreinte.digest('hex') }
}

const ecrireSauvegarde = async (
  base: Base,
  chemin: string,
  { matiere, maintenant }: OptionsSauvegarde,
): Promise<Ecrit> => {
  const temporaire = join(base.dossier.temporaire, `sauvegarde-${randomUUID()}`)
  const fichier = await open(chemin, 'wx', 0o600)
  try {
    const { dossier, noms } = await figer(base, temporaire)
    const creeLe = instantDe(maintenant)
    const archive = archiver(dossier, noms, creeLe)
    return await ecrire(fichier, matiere === null ? sceller(archive) : await chiffrer(archive, matiere, creeLe))
  } finally {
    await fichier.close()
    rmSync(temporaire, { recursive: true, force: true })
  }
}

/**
 * Writes both databases and the files of the base as one moment sees them, in one file for its owner alone that takes its
 * name once it is whole; then deletes the folder's backups that are past their age.
 */
export const sauvegarderBase = async (base: Base, options: OptionsSauvegarde): Promise<BilanSauvegarde> => {
  const { chemin, matiere, maintenant, qui } = options
  if (existsSync(chemin)) throw dejaLa(chemin)
  await mkdir(dirname(chemin), { recursive: true })
  const partiel = `${chemin}.${randomUUID().slice(0, 8)}.partielle`
  let ecrit: Ecrit
  try {
    ecrit = await ecrireSauvegarde(base, partiel, options)
    donnerSonNom(partiel, chemin)
  } finally {
    rmSync(partiel, { force: true })
  }
  const supprimees = supprimerAnciennes(dirname(chemin), jourDe(maintenant))
  const { octets, empreinte } = ecrit
  const instant = instantDe(maintenant)
  const bilan = { fichier: chemin, octets, chiffree: matiere !== null, supprimees }
  await avecEtat(base.dossier, async (etat) => {
    const perimees = supprimees.map((nom) => join(dirname(chemin), nom))
    await noterSuppressions(etat, perimees, instant)
    await noterCopie(etat, {
      ...{ nature: 'SAUVEGARDE', chemin, octets, empreinte },
      ...{ ecrite_le: instant, par: qui, supprimee_le: null },
    })
    await consigner(etat, {
      instant,
      qui,
      action: 'SAUVEGARDE',
      detail: { fichier: chemin, octets, chiffree: bilan.chiffree, supprimees: supprimees.length },
    })
  })
  return bilan
}
