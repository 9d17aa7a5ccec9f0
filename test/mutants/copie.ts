import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { appliquer, type Point } from './point.ts'

const COPIES = ['ingest', 'metrics', 'web', 'reports', 'server', 'test', 'docs', 'package.json', 'tsconfig.json']

/** A copy of the tree in which mutants live: the tree itself is never touched. */
export interface Copie {
  readonly racine: string
  /** Runs something while the copy holds a mutant, and puts the file back. */
  readonly avec: <T>(point: Point, fonction: () => Promise<T>) => Promise<T>
}

export const copier = (source: string): Copie => {
  const racine = mkdtempSync(join(tmpdir(), 'infocentre-mutants-'))
  process.once('exit', () => rmSync(racine, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }))
  for (const nom of COPIES) cpSync(join(source, nom), join(racine, nom), { recursive: true })
  symlinkSync(join(source, 'node_modules'), join(racine, 'node_modules'))
  return {
    racine,
    avec: async (point, fonction) => {
      const chemin = join(racine, point.fichier)
      const texte = readFileSync(chemin, 'utf8')
      writeFileSync(chemin, appliquer(texte, point))
      try {
        return await fonction()
      } finally {
        writeFileSync(chemin, texte)
      }
    },
  }
}
