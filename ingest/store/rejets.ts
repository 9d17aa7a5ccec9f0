import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type Jour, plusJours } from '../socle/jour.ts'
import { JOURS_DE_REJETS } from '../socle/regles/conservation.ts'
import { regleEn } from '../socle/regles/regle.ts'
import { kyselyOn } from '../socle/sql/dialecte.ts'
import { jourSql } from '../socle/sql/query.ts'
import type { Base } from './base.ts'
import { jourDuRefus, nomDuClasseur, type RefusNomme, refusNomme } from './nom-rejets.ts'
import type { TablesDuMagasin } from './tables.ts'

const expirerRefus = ({ dossier }: Base, limite: Jour): void => {
  for (const nom of readdirSync(dossier.rejets)) {
    const refuseLe = jourDuRefus(nom)
    if (refuseLe !== null && refuseLe < limite) rmSync(join(dossier.rejets, nom), { force: true })
  }
}

/** The refused snapshots whose rejected rows are still there, the latest first. */
export const listerRefus = ({ dossier }: Base): RefusNomme[] =>
  readdirSync(dossier.rejets)
    .filter((nom) => nom.endsWith('.csv'))
    .flatMap((nom) => refusNomme(nom) ?? [])
    .toSorted((a, b) => (a.refuseLe < b.refuseLe ? 1 : -1))

/** Deletes the rejects files of imports and of refusals older than thirty days. */
export const expirerRejets = async (base: Base, aujourdhui: Jour): Promise<void> => {
  const limite = plusJours(aujourdhui, -regleEn(JOURS_DE_REJETS, aujourdhui))
  expirerRefus(base, limite)
  const echus = sql<boolean>`fichier_rejets IS NOT NULL AND CAST(importe_le AS DATE) < ${jourSql(limite)}`
  const db = kyselyOn<TablesDuMagasin>(base.connection)
  const fichiers = await db
    .selectFrom('instantanes')
    .select((eb) => eb.ref('fichier_rejets').$notNull().as('nom'))
    .where(echus)
    .execute()
  if (fichiers.length === 0) return
  await db.updateTable('instantanes').set('fichier_rejets', null).where(echus).execute()
  for (const { nom: csv } of fichiers)
    for (const nom of [csv, nomDuClasseur(csv)]) rmSync(join(base.dossier.rejets, nom), { force: true })
}
