import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DATE, type Depot, TERRITOIRE } from './cas.ts'

/** Writes what is handed to the reader, and gives the path to hand over. */
export const deposer = (dossier: string, { forme, fichiers }: Depot): string => {
  const ici = join(dossier, 'instantane')
  mkdirSync(ici)
  for (const [nom, octets] of fichiers) writeFileSync(join(ici, nom), octets)
  const [premier] = fichiers
  return forme === 'dossier' ? ici : join(ici, premier?.[0] ?? '')
}

/** A lone file says neither its territory nor its day. */
export const sujetDe = ({ forme }: Depot): { readonly territoire?: string; readonly date?: string } =>
  forme === 'fichier' ? { territoire: TERRITOIRE, date: DATE } : {}
