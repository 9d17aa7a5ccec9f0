import { readdirSync } from 'node:fs'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { COLONNES_DES_FICHIERS } from '../../../ingest/contract/histoire.ts'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import { lieuxDe, type Table } from '../../../ingest/socle/sql/table.ts'
import { DOSSIERS_DE_TEXTES, LIEUX_DES_FICHIERS } from '../../../ingest/store/lieux-des-numeros.ts'
import { TABLES_DU_MAGASIN } from '../../../ingest/store/tables.ts'
import { TABLES_DES_MESURES } from '../../../metrics/tables.ts'
import { openInstallation } from '../../../server/installation.ts'
import { chargerInstantane } from '../../../server/services/charger.ts'
import { LIEUX_DE_L_APPLICATION } from '../../../server/state/purger-numeros.ts'
import { TABLES_DE_L_APPLICATION } from '../../../server/state/tables.ts'
import { OPTIONS } from '../../base.ts'
import { ecrireDossier } from '../../ingest/instantane.ts'
import { ecrireSerie } from '../../oracle/fabrique.ts'
import { type ColonneStockee, colonnesStockees } from './colonnes-stockees.ts'

const TABLES: readonly Table[] = [...TABLES_DU_MAGASIN, ...TABLES_DES_MESURES]

const LIEUX = [...lieuxDe(TABLES), ...LIEUX_DES_FICHIERS, ...LIEUX_DE_L_APPLICATION]

/** Columns that a declaration says hold no number, by table or folder. */
const SANS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    TABLES.map(({ nom, colonnes }) => [nom, Object.keys(colonnes).filter((c) => colonnes[c]?.numero === null)]),
  ),
  ...Object.fromEntries(
    Object.entries(COLONNES_DES_FICHIERS).map(([sorte, colonnes]) => [
      sorte,
      colonnes.filter(({ numero }) => numero === undefined).map(({ nom }) => nom),
    ]),
  ),
  ...Object.fromEntries(
    TABLES_DE_L_APPLICATION.map(({ nom, colonnes }) => [
      nom,
      Object.entries(colonnes).flatMap(([colonne, { numero }]) => (numero === null ? [colonne] : [])),
    ]),
  ),
  // The migrations' own tables hold their names and days.
  kysely_migration: ['name', 'timestamp'],
  kysely_migration_lock: ['id'],
}

/** Days, numbers, booleans and instants cannot hold the letters of a number. */
const SANS_TEXTE = /^(DATE|TIMESTAMP|BOOLEAN|DOUBLE|REAL|U?(TINY|SMALL|BIG)?INT(EGER)?)$/i

const peutTenirUnNumero = ({ type }: ColonneStockee) => !SANS_TEXTE.test(type)

const connue = ({ lieu, colonne }: ColonneStockee): boolean =>
  LIEUX.some((place) => place.lieu === lieu && place.colonne === colonne) || (SANS[lieu] ?? []).includes(colonne)

describe('les lieux où un numéro peut se trouver', () => {
  let colonnes: ColonneStockee[] = []
  const trouves: string[] = []
  let dossiers: string[] = []

  beforeAll(async () => {
    const dossier = ecrireDossier({})
    const serie = ecrireSerie(`${dossier}/serie`, 7, { demandes: 150, mois: 3 })
    const base = await openInstallation(`${dossier}/base`)
    for (const mois of serie)
      await chargerInstantane(base, mois.dossier, { ...OPTIONS, tolerance: 1, toleranceValeurs: 1 })
    colonnes = await colonnesStockees(base)
    dossiers = readdirSync(base.dossier.racine, { withFileTypes: true })
      .filter((entree) => entree.isDirectory())
      .map(({ name }) => name)
    const dites = colonnes.filter((c) => peutTenirUnNumero(c) && (SANS[c.lieu] ?? []).includes(c.colonne))
    for (const { lieu, colonne } of dites) {
      const present = await runQuery(base.connection, sql`SELECT 1 FROM duckdb_tables() WHERE table_name = ${lieu}`)
      if (present.length === 0) continue
      const tenus = await runQuery(
        base.connection,
        sql`SELECT 1 FROM ${sql.id(lieu)} WHERE regexp_matches(${sql.ref(colonne)}::VARCHAR, '(^|[^0-9A-Za-z])[0-9]{2}[0-9AB](0[1-9]|1[0-2])[0-9]{2}[0-9]{6}[0-9A-Z]{5}($|[^0-9A-Za-z])') LIMIT 1`,
      )
      if (tenus.length > 0) trouves.push(`${lieu}.${colonne}`)
    }
    base.close()
  }, 60_000)

  it('sont tous déclarés : une colonne nouvelle qui peut tenir un numéro est à déclarer, avec ce qu’elle tient', () => {
    expect(colonnes.length).toBeGreaterThan(150)
    const inconnues = colonnes.filter((colonne) => peutTenirUnNumero(colonne) && !connue(colonne))
    expect(inconnues.map(({ lieu, colonne, type }) => `${lieu}.${colonne} (${type})`)).toEqual([])
  })

  it('existent : une colonne disparue n’est plus à déclarer', () => {
    const existe = (lieu: string, colonne: string) => colonnes.some((c) => c.lieu === lieu && c.colonne === colonne)
    const declarees = [
      ...LIEUX.map(({ lieu, colonne }) => [lieu, colonne] as const),
      ...Object.entries(SANS).flatMap(([lieu, noms]) => noms.map((nom) => [lieu, nom] as const)),
    ]
    expect(declarees.filter(([lieu, colonne]) => !existe(lieu, colonne)).map((l) => l.join('.'))).toEqual([])
  })

  it('les colonnes dites sans numéro n’en tiennent aucun', () => {
    expect(trouves).toEqual([])
  })

  it('chaque dossier de l’installation est un lieu connu', () => {
    const connus = new Set<string>([...LIEUX_DES_FICHIERS.map(({ lieu }) => lieu), ...DOSSIERS_DE_TEXTES, 'temporaire'])
    expect(dossiers.filter((nom) => !connus.has(nom))).toEqual([])
  })
})
