import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Point } from './point.ts'
import type { Verdict } from './tableau.ts'

interface Garde extends Verdict {
  /** SHA-256 of the file the mutant was born in. */
  readonly code: string
}

const empreinteDe = (chemin: string): string => createHash('sha256').update(readFileSync(chemin)).digest('hex')

const cle = ({ fichier, debut, avant, apres }: Point, code: string): string =>
  JSON.stringify([fichier, code, debut, avant, apres])

/** The verdicts of an earlier run, one a line, of which those of killed mutants still hold while their file is the same. */
export const garderVerdicts = (racine: string, chemin: string | undefined) => {
  const lus: Garde[] =
    chemin !== undefined && existsSync(chemin)
      ? readFileSync(chemin, 'utf8')
          .split('\n')
          .filter((ligne) => ligne !== '')
          .map((ligne) => JSON.parse(ligne) as Garde)
      : []
  const tues = new Map(lus.filter(({ vivant }) => !vivant).map((garde) => [cle(garde.point, garde.code), garde]))
  const codes = new Map<string, string>()
  const codeDe = ({ fichier }: Point): string => {
    const code = codes.get(fichier) ?? empreinteDe(join(racine, fichier))
    codes.set(fichier, code)
    return code
  }
  return {
    dejaTue: (point: Point): Verdict | undefined => tues.get(cle(point, codeDe(point))),
    noter: (verdict: Verdict): void => {
      if (chemin !== undefined)
        appendFileSync(chemin, `${JSON.stringify({ ...verdict, code: codeDe(verdict.point) })}\n`)
    },
  }
}
