import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { resolve } from 'node:path'

const PROGRAMME = resolve(import.meta.dirname, '../../dist/server/cli/main.js')

/** Runs the compiled program, with the secret that measures are made with. */
export const lancer = (...commande: readonly string[]): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, [PROGRAMME, ...commande], {
    env: { ...process.env, INFOCENTRE_SECRET: 'mesure', INFOCENTRE_BASE: '' },
  })
