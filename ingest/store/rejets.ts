import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type Jour, plusJours } from '../socle/jour.ts'
import { JOURS_DE_REJETS } from '../socle/regles/conservation.ts'
import { regleEn } from '../socle/regles/regle.ts'
import { jourSql, runQuery } from '../socle/sql/query.ts'
import type { Base } from './base.ts'
import { jourDuRefus, nomDuClasseur } from './nom-rejets.ts'

const expirerRefus = ({ dossier }: Base, limite: Jour): void => {
  for (const nom of readdirSync(dossier.rejets)) {
    const refuseLe = jourDuRefus(nom)
    if (refuseLe !== null && refuseLe < limite) rmSync(join(dossier.rejets, nom), { force: true })
  }
}

/** Deletes the rejects files of imports older than thirty days. */
export const expirerRejets = async (base: Base, aujourdhui: Jour): Promise<void> => {
  const limite = plusJours(aujourdhui, -regleEn(JOURS_DE_REJETS, aujourdhui))
  const echus = sql`fichier_rejets IS NOT NULL AND CAST(importe_le AS DATE) < ${jourSql(limite)}`
  const fichiers = await runQuery<{ f: string }>(
    base.connection,
    sql`SELECT fichier_rejets AS f FROM instantanes WHERE ${echus}`,
  )
  expirerRefus(base, limite)
  if (fichiers.length === 0) return
  await runQuery(base.connection, sql`UPDATE instantanes SET fichier_rejets = NULL WHERE ${echus}`)
  for (const { f } of fichiers)
    for (const nom of [f, nomDuClasseur(f)]) rmSync(join(base.dossier.rejets, nom), { force: true })
}
