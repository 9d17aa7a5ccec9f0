import { createReadStream, createWriteStream, mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { extract, pack } from 'tar-stream'
import { DESCRIPTION, ecrireDescription } from './entete.ts'
import { SauvegardeAlteree } from './erreurs.ts'

/** The only names an archive may hold: nothing is written elsewhere, whatever it says. */
const ADMIS =
  /^(infocentre-sauvegarde\.json|infocentre\.duckdb|application\.sqlite|[a-z]+\/[0-9A-Za-z][0-9A-Za-z.-]*\.parquet)$/

/** Files of a folder as an archive that says first when it was made, one after the other, never held. */
export const archiver = (dossier: string, noms: readonly string[], creeLe: string): AsyncIterable<Uint8Array> => {
  const archive = pack()
  const ecrire = async () => {
    archive.entry({ name: DESCRIPTION, mode: 0o600, mtime: new Date(0) }, ecrireDescription(creeLe))
    for (const name of noms) {
      const chemin = join(dossier, name)
      const entree = archive.entry({ name, size: statSync(chemin).size, mode: 0o600, mtime: new Date(0) })
      for await (const octets of createReadStream(chemin))
        if (!entree.write(octets)) await new Promise((suite) => entree.once('drain', suite))
      entree.end()
      await new Promise<void>((suite) => entree.once('close', suite))
    }
    archive.finalize()
  }
  ecrire().catch((cause) => archive.destroy(cause))
  return archive
}

/** Writes an archive's files in a folder, for their owner alone; their names. */
export const deplier = async (source: AsyncIterable<Uint8Array>, dossier: string): Promise<string[]> => {
  const archive = extract()
  const lecture = pipeline(Readable.from(source), archive)
  lecture.catch(() => {})
  const noms: string[] = []
  try {
    for await (const entree of archive) {
      const { name, type } = entree.header
      if (type !== 'file' || !ADMIS.test(name) || noms.includes(name)) throw new SauvegardeAlteree()
      noms.push(name)
      const chemin = join(dossier, name)
      mkdirSync(dirname(chemin), { recursive: true, mode: 0o700 })
      await pipeline(Readable.from(entree), createWriteStream(chemin, { mode: 0o600, flags: 'wx' }))
    }
    await lecture
  } catch (cause) {
    archive.destroy()
    await lecture.catch(() => {})
    const systeme = cause instanceof Error && 'syscall' in cause
    throw systeme || cause instanceof SauvegardeAlteree ? cause : new SauvegardeAlteree({ cause })
  }
  return noms
}
