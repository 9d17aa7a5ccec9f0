import { CommanderError } from 'commander'
import type { Executer } from './environnement.ts'
import { creerProgramme } from './programme.ts'
import { detailler, raconter } from './raconter.ts'
import { MauvaisUsage } from './usage.ts'

const MAUVAIS_USAGE = 2

/** Carries out a command line and gives its exit code: 0 done, 1 refused or failed, 2 wrong usage. */
export const executer: Executer = async (env, argv) => {
  try {
    await creerProgramme(env, executer).parseAsync([...argv], { from: 'user' })
    return 0
  } catch (cause) {
    if (cause instanceof CommanderError)
      return cause.exitCode === 0 || cause.code === 'commander.help' ? 0 : MAUVAIS_USAGE
    env.dire(raconter(cause))
    if (argv.includes('--debug')) env.dire(detailler(cause))
    return cause instanceof MauvaisUsage ? MAUVAIS_USAGE : 1
  }
}
