import { CommanderError } from 'commander'
import type { Environnement } from './environnement.ts'
import { creerProgramme } from './programme.ts'
import { detailler, raconter } from './raconter.ts'
import { MauvaisUsage } from './usage.ts'

const MAUVAIS_USAGE = 2

/** Carries out a command line and gives its exit code: 0 done, 1 refused or failed, 2 wrong usage. */
export const executer = async (env: Environnement, argv: readonly string[]): Promise<number> => {
  try {
    await creerProgramme(env).parseAsync([...argv], { from: 'user' })
    return 0
  } catch (cause) {
    if (cause instanceof CommanderError)
      return cause.exitCode === 0 || cause.code === 'commander.help' ? 0 : MAUVAIS_USAGE
    env.dire(raconter(cause))
    if (argv.includes('--debug')) env.dire(detailler(cause))
    return cause instanceof MauvaisUsage ? MAUVAIS_USAGE : 1
  }
}
