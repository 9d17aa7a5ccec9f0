import { type ChildProcess, fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { extname } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const EXTENSION = extname(fileURLToPath(import.meta.url))

/** From the sources, the child needs what compiles them as they load. */
const options = (): string[] =>
  EXTENSION === '.ts' ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href] : []

/**
 * Starts a process of its own that speaks by messages. `module` is its address without extension, `tas` what V8 may hold,
 * in megabytes. It is given neither this process's secrets nor its outputs: what it would print may hold values.
 */
export const demarrerEnfant = (module: URL, tas: number, cwd?: string): ChildProcess =>
  fork(`${fileURLToPath(module)}${EXTENSION}`, {
    execArgv: [`--max-old-space-size=${tas}`, ...options()],
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    ...(cwd === undefined ? {} : { cwd }),
  })
