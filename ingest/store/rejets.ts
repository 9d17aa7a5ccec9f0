import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type Jour, plusJours } from '../socle/jour.ts'
import { jourSql, runQuery } from '../socle/sql/query.ts'
import type { Base } from './base.ts'
import { nomDuClasseur } from './classeur-rejets.ts'

/** How long a rejects file is kept. */
const JOURS_DE_REJETS = 30

/** The rejects file of a refused snapshot, which no table cites: its name says the day of the refusal. */
export const nomDeRefus = (territoire: string, date: Jour, refuseLe: Jour, suffixe: string): string =>
  `refus-${territoire}-${date}-le-${refuseLe}-${suffixe}.csv`

const REFUS = /^refus-.*-le-(\d{4}-\d{2}-\d{2})-[^-]*\.(?:csv|xlsx)$/

const expirerRefus = ({ dossier }: Base, limite: Jour): void => {
  for (const nom of readdirSync(dossier.rejets)) {
    const refuseLe = REFUS.exec(nom)?.[1]
    if (refuseLe !== undefined && refuseLe < limite) rmSync(join(dossier.rejets, nom), { force: true })
  }
}

/** Deletes the rejects files of imports older than thirty days. */
export const expirerRejets = async (base: Base, aujourdhui: Jour): Promise<void> => {
  const echus = sql`fichier_rejets IS NOT NULL AND CAST(importe_le AS DATE) < ${jourSql(plusJours(aujourdhui, -JOURS_DE_REJETS))}`
  const fichiers = await runQuery<{ f: string }>(
    base.connection,
    sql`SELECT fichier_rejets AS f FROM instantanes WHERE ${echus}`,
  )
  expirerRefus(base, plusJours(aujourdhui, -JOURS_DE_REJETS))
  if (fichiers.length === 0) return
  await runQuery(base.connection, sql`UPDATE instantanes SET fichier_rejets = NULL WHERE ${echus}`)
  for (const { f } of fichiers)
    for (const nom of [f, nomDuClasseur(f)]) rmSync(join(base.dossier.rejets, nom), { force: true })
}
