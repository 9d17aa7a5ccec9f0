import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { enJour } from '../../../ingest/socle/jour.ts'
import { demande, instantaneDu, radiee } from './scene.ts'

export const AU = enJour('2026-11-11')

/** The same demandes in two territories: one active, one whose year has passed. */
export const instantanes = () =>
  ['013', '059'].map((territoire) =>
    instantaneDu('2025-11-30', [demande(1), radiee(2, '2025-11-10')], {
      'instantane.json': JSON.stringify({ version: 1, territoire, date: '2025-11-30', synthetique: false }),
    }),
  )

/** A file of this kind of the first territory. */
export const cheminDe = (base: string, sorte: string): string =>
  join(base, sorte, readdirSync(join(base, sorte)).find((nom) => nom.startsWith('013')) ?? '')

/** Changes one bit of a file. */
export const retourner = (chemin: string): void => {
  const octets = readFileSync(chemin)
  octets[octets.length >> 1] = (octets[octets.length >> 1] ?? 0) ^ 1
  writeFileSync(chemin, octets)
}
