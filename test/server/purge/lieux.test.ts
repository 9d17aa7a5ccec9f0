import { readdirSync } from 'node:fs'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import { openBase } from '../../../ingest/store/base.ts'
import {
  DOSSIERS_DE_TEXTES,
  LIEUX_DES_FICHIERS,
  LIEUX_DU_MOTEUR,
  SANS_NUMERO,
} from '../../../ingest/store/lieux-des-numeros.ts'
import { chargerInstantane } from '../../../server/services/charger.ts'
import { LIEUX_DE_L_APPLICATION } from '../../../server/state/purger-numeros.ts'
import { TABLES_DE_L_APPLICATION } from '../../../server/state/tables.ts'
import { OPTIONS } from '../../base.ts'
import { ecrireDossier } from '../../ingest/instantane.ts'
import { ecrireSerie } from '../../oracle/fabrique.ts'
import { type ColonneStockee, colonnesStockees } from './colonnes-stockees.ts'

const LIEUX = [...LIEUX_DU_MOTEUR, ...LIEUX_DES_FICHIERS, ...LIEUX_DE_L_APPLICATION]

/** Days, numbers, booleans and instants cannot hold the letters of a number. */
const SANS_TEXTE = /^(DATE|TIMESTAMP|BOOLEAN|DOUBLE|REAL|U?(TINY|SMALL|BIG)?INT(EGER)?)$/i

const peutTenirUnNumero = ({ type }: ColonneStockee) => !SANS_TEXTE.test(type)

/** The migrations' own tables hold their names and days. */
const DES_MIGRATIONS = ['kysely_migration', 'kysely_migration_lock']

const connue = ({ lieu, colonne }: ColonneStockee): boolean =>
  LIEUX.some((place) => place.lieu === lieu && place.colonne === colonne) ||
  (SANS_NUMERO[lieu] ?? []).includes(colonne) ||
  TABLES_DE_L_APPLICATION.some(({ nom, colonnes }) => nom === lieu && Object.hasOwn(colonnes, colonne)) ||
  DES_MIGRATIONS.includes(lieu)

describe('les lieux où un numéro peut se trouver', () => {
  let colonnes: ColonneStockee[] = []
  const trouves: string[] = []
  let dossiers: string[] = []

  beforeAll(async () => {
    const dossier = ecrireDossier({})
    const serie = ecrireSerie(`${dossier}/serie`, 7, { demandes: 150, mois: 3 })
    const base = await openBase(`${dossier}/base`)
    for (const mois of serie) await chargerInstantane(base, mois.dossier, { ...OPTIONS, tolerance: 1 })
    colonnes = await colonnesStockees(base)
    dossiers = readdirSync(base.dossier.racine, { withFileTypes: true })
      .filter((entree) => entree.isDirectory())
      .map(({ name }) => name)
    for (const { lieu, colonne } of colonnes.filter((c) => (SANS_NUMERO[c.lieu] ?? []).includes(c.colonne))) {
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

  it('sont tous déclarés : une colonne nouvelle qui peut tenir un numéro dit si elle en tient', () => {
    expect(colonnes.length).toBeGreaterThan(150)
    const inconnues = colonnes.filter((colonne) => peutTenirUnNumero(colonne) && !connue(colonne))
    expect(inconnues.map(({ lieu, colonne, type }) => `${lieu}.${colonne} (${type})`)).toEqual([])
  })

  it('existent : une colonne disparue n’est plus à déclarer', () => {
    const existe = (lieu: string, colonne: string) => colonnes.some((c) => c.lieu === lieu && c.colonne === colonne)
    const declarees = [
      ...LIEUX.map(({ lieu, colonne }) => [lieu, colonne] as const),
      ...Object.entries(SANS_NUMERO).flatMap(([lieu, noms]) => noms.map((nom) => [lieu, nom] as const)),
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
