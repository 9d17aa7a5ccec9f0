import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { ecrireRejets, type PartRejetable } from './check/rejets.ts'
import type { OptionsImport } from './options.ts'
import { InstantaneRefuse } from './socle/erreur.ts'
import type { Jour } from './socle/jour.ts'
import type { Dossier } from './store/dossier.ts'
import { nomDeRefus, nomDuClasseur } from './store/nom-rejets.ts'

/** The refusal of a snapshot whose rejected rows were written for its sender: it says where they are. */
export const garderRejets = async (
  dossier: Dossier,
  connection: DuckDBConnection,
  { territoire, date }: { readonly territoire: string; readonly date: Jour },
  parts: readonly PartRejetable[],
  { aujourdhui }: OptionsImport,
  refus: unknown,
): Promise<unknown> => {
  if (!(refus instanceof InstantaneRefuse)) return refus
  const chemin = join(dossier.rejets, nomDeRefus(territoire, date, aujourdhui, randomUUID().slice(0, 8)))
  if ((await ecrireRejets(connection, parts, chemin)) === 0) return refus
  return new InstantaneRefuse(
    refus.code,
    refus.constat,
    { ...refus.faits, fichier_rejets: nomDuClasseur(chemin) },
    { cause: refus },
  )
}
