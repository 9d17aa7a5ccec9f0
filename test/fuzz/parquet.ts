import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { Hasard } from '../oracle/fabrique/hasard.ts'
import { type Attendu, type Cas, NOM, type Sort, type Verite } from './cas.ts'

const RANGS = 12

/** Each a SELECT of rows `i`, and what becomes of them. */
const FORMES: Readonly<Record<string, readonly [select: string, sort: Sort]>> = {
  'en texte': [
    `format('0131026{:06d}AAAAA', i) AS numero_unique, 'ACTIVE' AS statut, '10/10/2026' AS date_enregistrement, '${NOM}' || i AS nom`,
    'ACCEPTEE',
  ],
  typé: [
    `format('0131026{:06d}AAAAA', i) AS numero_unique, 'ACTIVE' AS statut, DATE '2026-10-10' AS date_enregistrement, '${NOM}' || i AS nom, i::INTEGER AS nb_personnes, i % 2 = 0 AS dalo, '184127503412345' AS NIR`,
    'ACCEPTEE',
  ],
  'numéros en DOUBLE': [
    `131026000000012345::DOUBLE + i AS numero_unique, 'ACTIVE' AS statut, TIMESTAMP '2026-10-10 08:00:00' AS date_enregistrement, '${NOM}' || i AS nom`,
    'PRECISION_PERDUE',
  ],
  'numéros en BIGINT': [
    `13102600000012345::BIGINT + i * 100000 AS numero_unique, 'ACTIVE' AS statut, TIMESTAMPTZ '2026-10-10 08:00:00+02' AS date_enregistrement, '${NOM}' || i AS nom`,
    'ACCEPTEE',
  ],
}

interface Modele {
  readonly forme: string
  readonly octets: Buffer
  readonly verite: Verite
}

const numeroDe = (forme: string, i: number): string | null => {
  if (forme === 'numéros en DOUBLE') return null
  return forme === 'numéros en BIGINT'
    ? `0${13102600000012345n + BigInt(i) * 100_000n}`
    : `0131026${String(i).padStart(6, '0')}AAAAA`
}

/** Has the engine write sound files, which are damaged afterwards. */
export const ecrireModeles = async (): Promise<readonly Modele[]> => {
  const dossier = mkdtempSync(join(tmpdir(), 'infocentre-fuzz-'))
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    const modeles: Modele[] = []
    for (const [forme, [select, sort]] of Object.entries(FORMES))
      for (const compression of ['zstd', 'snappy']) {
        const chemin = join(dossier, 'x.parquet')
        await connection.run(
          `COPY (SELECT ${select} FROM range(1, ${RANGS + 1}) t(i)) TO '${chemin}' (FORMAT PARQUET, COMPRESSION ${compression})`,
        )
        const lignes = Array.from({ length: RANGS }, (_, k) => ({
          sort,
          ligne: k + 1,
          numero: numeroDe(forme, k + 1),
          nom: `${NOM}${k + 1}`,
        }))
        const verite = { lignes, encodage: null, octetsRepris: null, completees: null, lignesDeTotal: 0 }
        modeles.push({ forme, octets: readFileSync(chemin), verite })
      }
    return modeles
  } finally {
    connection.closeSync()
    instance.closeSync()
    rmSync(dossier, { recursive: true })
  }
}

/** A Parquet file: whole, cut, or with bytes changed. */
export const tirerParquet = (hasard: Hasard, modeles: readonly Modele[]): Cas => {
  const { forme, octets, verite } = hasard.choisir(modeles)
  const cas = (genre: string, contenu: Buffer, attendu: Attendu): Cas => ({
    sorte: `Parquet, ${genre}`,
    forme: 'fichier',
    fichiers: [['demandes.parquet', contenu]],
    attendu,
  })
  const sort = hasard.entier(0, 9)
  if (sort < 2) return cas(forme, octets, { issue: 'LU', verite })
  if (sort < 4) return cas('coupé', octets.subarray(0, hasard.entier(0, octets.length - 1)), { issue: 'REFUSE' })
  const copie = Buffer.from(octets)
  const fois = hasard.choisir([1, 1, 2, 8])
  for (let n = fois; n > 0; n--) {
    const place = hasard.entier(0, copie.length - 1)
    copie[place] = hasard.chance(0.5) ? (copie[place] ?? 0) ^ (1 << hasard.entier(0, 7)) : hasard.entier(0, 255)
  }
  return cas('octets changés', copie, { issue: 'LIBRE', intacts: [] })
}
