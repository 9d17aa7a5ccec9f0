import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Base } from '../../ingest/store/base.ts'
import type { Sorte } from '../../metrics/requetes/table-lue.ts'
import { generationDe, suivreOublis } from '../lecture/memoire.ts'

/** Writes a copy at an address. */
type Ecrire = (chemin: string) => Promise<void>

/** The copies of a base that free queries read, each written when it is first wanted. */
export interface Copies {
  /** Where nothing but copies stands. */
  readonly dossier: string
  /** The address of a copy of the base as it is now. */
  de(territoire: string, sorte: Sorte, ecrire: Ecrire): Promise<string>
}

const creer = (base: Base): Copies => {
  const dossier = join(base.dossier.temporaire, 'requetes')
  const faites = new Map<string, Promise<string>>()
  const vider = (): void => {
    faites.clear()
    rmSync(dossier, { recursive: true, force: true })
    mkdirSync(dossier, { recursive: true, mode: 0o700 })
  }
  const ecrireUne = async (territoire: string, sorte: Sorte, ecrire: Ecrire): Promise<string> => {
    const generation = generationDe(base)
    const chemin = join(dossier, `${territoire}-${sorte}-${generation}.duckdb`)
    await ecrire(chemin)
    if (generationDe(base) === generation) return chemin
    // An import or an erasure came meanwhile: what was written is of before.
    rmSync(chemin, { force: true })
    return ecrireUne(territoire, sorte, ecrire)
  }
  vider()
  suivreOublis(base, vider)
  return {
    dossier,
    de: (territoire, sorte, ecrire) => {
      const cle = `${territoire} ${sorte}`
      const faite = faites.get(cle) ?? ecrireUne(territoire, sorte, ecrire)
      faites.set(cle, faite)
      faite.catch(() => faites.get(cle) === faite && faites.delete(cle))
      return faite
    },
  }
}

const desBases = new WeakMap<Base, Copies>()

/** The copies of a base: an import, a replacement or an erasure takes them all away, and they are written anew when wanted. */
export const copiesDe = (base: Base): Copies => {
  const copies = desBases.get(base) ?? creer(base)
  desBases.set(base, copies)
  return copies
}
