import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import type { Point } from './point.ts'
import type { Verdict } from './tableau.ts'

const cle = ({ fichier, debut, avant, apres }: Point): string => JSON.stringify([fichier, debut, avant, apres])

/** The verdicts of an earlier run, one a line, of which those of killed mutants still hold where the code has not moved. */
export const garderVerdicts = (chemin: string | undefined) => {
  const lus: Verdict[] =
    chemin !== undefined && existsSync(chemin)
      ? readFileSync(chemin, 'utf8')
          .split('\n')
          .filter((ligne) => ligne !== '')
          .map((ligne) => JSON.parse(ligne) as Verdict)
      : []
  const tues = new Map(lus.filter(({ vivant }) => !vivant).map((verdict) => [cle(verdict.point), verdict]))
  return {
    dejaTue: (point: Point): Verdict | undefined => tues.get(cle(point)),
    noter: (verdict: Verdict): void => {
      if (chemin !== undefined) appendFileSync(chemin, `${JSON.stringify(verdict)}\n`)
    },
  }
}
