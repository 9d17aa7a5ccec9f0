import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { TITRES } from './dossiers.ts'

/** What the tests made of a tree: the first that failed, or none. */
export interface Issue {
  readonly vivant: boolean
  readonly tueur: string
}

interface Rapport {
  readonly testResults: readonly {
    readonly name: string
    readonly message: string
    readonly assertionResults: readonly { readonly status: string; readonly title: string }[]
  }[]
}

/** Past this the mutant made something endless: on a loaded machine, all the tests of a folder may take half of it. */
const PLAFOND = 30 * 60_000

const lireTueur = (rapport: Rapport): string | undefined => {
  for (const { name, message, assertionResults } of rapport.testResults) {
    const fautif = assertionResults.find(({ status }) => status === 'failed')
    const fichier = name.replace(/^.*\/test\//, '')
    if (fautif !== undefined) return `${fichier} : ${fautif.title}`
    if (message !== '' && assertionResults.length === 0) return `${fichier} : ne se charge plus`
  }
  return undefined
}

/** Runs test files over a tree, in their order, up to the first that fails. */
export const essayer = async (racine: string, essais: readonly string[]): Promise<Issue> => {
  if (essais.length === 0) return { vivant: true, tueur: '' }
  const sortie = join(racine, 'rapport.json')
  rmSync(sortie, { force: true })
  const enfant = spawn(
    process.execPath,
    [
      ...[join(racine, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'test/mutants/vitest.config.ts'],
      ...['--reporter', 'json', '--outputFile', sortie, '-t', TITRES, ...essais.map((essai) => join(racine, essai))],
    ],
    { cwd: racine, env: { ...process.env, MUTANTS_ESSAIS: JSON.stringify(essais) }, stdio: 'ignore', detached: true },
  )
  const tuer = () => {
    if (enfant.pid !== undefined && enfant.exitCode === null) process.kill(-enfant.pid, 'SIGKILL')
  }
  process.prependOnceListener('exit', tuer)
  let trop = false
  const minuterie = setTimeout(() => {
    trop = true
    tuer()
  }, PLAFOND)
  const code = await new Promise<number | null>((resoudre, rejeter) =>
    enfant.on('error', rejeter).on('close', resoudre),
  )
  clearTimeout(minuterie)
  process.off('exit', tuer)
  if (trop) return { vivant: false, tueur: 'délai dépassé' }
  if (code === 0) return { vivant: true, tueur: '' }
  if (!existsSync(sortie)) throw new Error(`Les essais n’ont pas rendu leur rapport : ${essais.join(', ')}`)
  return {
    vivant: false,
    tueur: lireTueur(JSON.parse(readFileSync(sortie, 'utf8')) as Rapport) ?? 'erreur hors d’un test',
  }
}
