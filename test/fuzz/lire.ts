import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { sql } from 'kysely'
import { refuserArrondis } from '../../ingest/check/arrondis.ts'
import { type Etabli, surUnEtabli } from '../../ingest/check/etabli.ts'
import { compterRejets, direRejet, premiersRejets } from '../../ingest/check/rejets.ts'
import { ouvrirEntree } from '../../ingest/entree.ts'
import { identifier } from '../../ingest/identifier.ts'
import { enJour, type Jour } from '../../ingest/socle/jour.ts'
import { booleen, nul, texte } from '../../ingest/socle/sql/colonne.ts'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import { createTables } from '../../ingest/store/schema.ts'
import { lireTables } from '../../ingest/tables-lues.ts'
import { juger, verifierLignes } from '../../ingest/verifier.ts'
import type { Cas } from './cas.ts'
import { deposer, sujetDe } from './deposer.ts'
import type { Lu } from './lu.ts'
import { ouvrirIci } from './ouvrir-ici.ts'

const OPTIONS = {
  aujourdhui: enJour('2026-11-23'),
  maintenant: '2026-11-23 10:00:00',
  secret: null,
  tolerance: 1,
  toleranceValeurs: 1,
}

const TOUS = 1_000_000

/** The verified rows, and what one of their texts holds that it must not: a numéro, a NIR, a comment. */
const lignesLues = (connection: DuckDBConnection) =>
  runQuery(
    connection,
    sql`SELECT numero_unique, nom, raison, statut = 'RADIEE' AND date_radiation < DATE '2025-10-31' AS purgee,
      CASE WHEN raison IS NULL THEN regexp_extract(concat_ws(' ', nom, prenom, adresse_logement, telephone, situation_familiale, reservataire, statut), '[0-9]{12,}|COMMENTAIRE[A-Z]*') END AS avale
      FROM verifiees_demandes WHERE raison IS DISTINCT FROM 'AUCUNE'`,
    { numero_unique: nul(texte), nom: nul(texte), raison: nul(texte), purgee: nul(booleen), avale: nul(texte) },
  )

/** Reads and checks files one after another, in one engine: all of an import but what it stores. */
export const creerLecteur = async () => {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '1GB' })
  const premiere = await instance.connect()
  await createTables(premiere, [])

  const verifier = async (etabli: Etabli, cas: Cas, dossier: string, entier: boolean): Promise<Lu> => {
    const { connection } = etabli
    const options = { ...OPTIONS, ...sujetDe(cas) }
    const chemin = deposer(dossier, cas)
    const entree = await ouvrirEntree(chemin, dossier, ouvrirIci)
    const { territoire, date } = identifier(entree, options)
    if (!entree.fichiers.has('demandes')) return { refus: null, absent: true }
    const tables = await lireTables(entree, { connection, dossierTemporaire: dossier, confier: ouvrirIci }, {})
    const parts = await verifierLignes(etabli, tables, {})
    for (const { table, part } of parts)
      if (table === 'demandes') await refuserArrondis(connection, territoire, part, new Set(['demandes']))
    const lignes = await lignesLues(connection)
    const demandes = parts.filter(({ table }) => table === 'demandes')
    const premiers = lignes.some(({ raison }) => raison !== null)
      ? await premiersRejets(connection, demandes, TOUS)
      : []
    const [premiereLue] = demandes
    const rejetsAnnexes: Record<string, Record<string, number>> = {}
    for (const { nom } of tables) if (nom !== 'demandes') rejetsAnnexes[nom] = await compterRejets(connection, nom)
    const bilan = entier
      ? await juger(connection, { nom: entree.nom, territoire, date: date as Jour }, parts, options)
      : null
    return {
      lignes,
      rejets: premiers.map(direRejet),
      encodage: premiereLue?.part.part.texte?.encodage ?? null,
      octetsRepris: demandes.reduce((total, { part }) => total + (part.part.texte?.octetsRepris ?? 0), 0),
      lignesDeTotal: demandes.filter(({ part }) => part.total).length,
      rejetsAnnexes,
      bilan: bilan && { ...bilan.bilan, completees: bilan.lecture.completees },
    }
  }

  return {
    /** `entier`: judged too, as an import does; slower. */
    lire: async (cas: Cas, entier: boolean): Promise<Lu> => {
      const dossier = mkdtempSync(join(tmpdir(), 'infocentre-fuzz-'))
      const connection = await instance.connect()
      try {
        // Over a few rows, making a query faster takes longer than the query: whole imports keep the engine as it is.
        await connection.run('PRAGMA disable_optimizer')
        return await surUnEtabli(connection, null, (etabli) => verifier(etabli, cas, dossier, entier))
      } catch (refus) {
        return { refus }
      } finally {
        connection.closeSync()
        rmSync(dossier, { recursive: true, force: true })
      }
    },
    fermer: () => {
      premiere.closeSync()
      instance.closeSync()
    },
  }
}
