import { CommanderError } from 'commander'
import { natureDe, pileDe } from '../pile.ts'
import type { Environnement } from './environnement.ts'
import { creerProgramme } from './programme.ts'

const MAUVAIS_USAGE = 2

/** What an error says to the person who typed the command: one sentence, and the stack only where it was asked for. */
const raconter = (env: Environnement, cause: unknown, debug: boolean): void => {
  const erreur = cause instanceof Error ? cause : new Error(String(cause))
  const connue = erreur.name !== 'Error' && erreur.name !== 'TypeError' && erreur.name !== 'RangeError'
  env.dire(connue ? erreur.message : `La commande a échoué, rien n’a été changé : ${natureDe(erreur)}.`)
  if (debug) env.dire(pileDe(erreur))
}

/** Carries out a command line and gives its exit code: 0 done, 1 refused or failed, 2 wrong usage. */
export const executer = async (env: Environnement, argv: readonly string[]): Promise<number> => {
  try {
    await creerProgramme(env).parseAsync([...argv], { from: 'user' })
    return 0
  } catch (cause) {
    if (cause instanceof CommanderError)
      return cause.exitCode === 0 || cause.code === 'commander.help' ? 0 : MAUVAIS_USAGE
    raconter(env, cause, argv.includes('--debug'))
    return cause instanceof Error && cause.name === 'MauvaisUsage' ? MAUVAIS_USAGE : 1
  }
}
