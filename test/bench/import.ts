import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { DuckDBInstance } from '@duckdb/node-api'
import { enJour } from '../../ingest/socle/jour.ts'
import { generer } from '../../ingest/synthetic/generer.ts'
import { seuilsEn } from '../../metrics/seuils.ts'
import { lectureTypee } from './lecture-typee.ts'
import type { UnImport } from './un-import.ts'

/**
 * Imports of snapshots of several sizes beside DuckDB's own typed reading of the same file, and the memory that each takes.
 * `--garder` keeps what was generated for the next time.
 */
const { values } = parseArgs({
  options: {
    demandes: { type: 'string', default: '210000,2100000' },
    fois: { type: 'string', default: '3' },
    garder: { type: 'string' },
  },
})
const dire = (ligne: string) => process.stdout.write(`${ligne}\n`)
const fois = Number(values.fois)
const virgule = (n: number, d: number): string => n.toFixed(d).replace('.', ',')
const milieu = <T>(mesures: readonly T[], cle: (mesure: T) => number): T =>
  mesures.toSorted((a, b) => cle(a) - cle(b))[Math.floor(mesures.length / 2)] as T

const travail = values.garder ?? mkdtempSync(join(tmpdir(), 'infocentre-bench-'))

const preparer = async (demandes: number): Promise<string> => {
  const dossier = join(travail, `${demandes}`)
  const jour = enJour('2026-10-31')
  if (!existsSync(join(dossier, jour)))
    await generer({ dossier, territoire: '013', demandes, mois: 1, fin: jour, graine: 1, seuilsEn })
  return join(dossier, jour)
}

const importer = (dossier: string): UnImport => {
  const base = mkdtempSync(join(travail, 'base-'))
  try {
    const programme = join(import.meta.dirname, 'un-import.ts')
    return JSON.parse(execFileSync('npx', ['tsx', programme, base, dossier], { encoding: 'utf8' }))
  } finally {
    rmSync(base, { recursive: true, force: true })
  }
}

const lireType = async (dossier: string): Promise<number> => {
  const fichier = join(travail, 'reference.duckdb')
  const moteur = await DuckDBInstance.create(fichier)
  const connection = await moteur.connect()
  const depart = performance.now()
  await connection.run(`CREATE TABLE reference AS ${lectureTypee(dossier)}`)
  const duree = performance.now() - depart
  connection.closeSync()
  moteur.closeSync()
  rmSync(fichier)
  return duree
}

dire(`Node ${process.version}, ${cpus().length} cœurs, ${virgule(totalmem() / 2 ** 30, 0)} Gio`)
dire('| lignes | import | lecture typée | rapport | calcul des indicateurs | mémoire au plus haut |')
dire('|---|---|---|---|---|---|')
for (const demandes of values.demandes.split(',').map(Number)) {
  const dossier = await preparer(demandes)
  const references: number[] = []
  const imports: UnImport[] = []
  // One after the other, so that what slows the machine slows both.
  for (let i = 0; i < fois; i++) {
    references.push(await lireType(dossier))
    imports.push(importer(dossier))
  }
  const reference = milieu(references, (ms) => ms)
  const { lignes, lectureMs, calculMs } = milieu(imports, (mesure) => mesure.lectureMs)
  const memoire = Math.max(...imports.map((mesure) => mesure.memoire))
  dire(
    `| ${lignes} | ${virgule(lectureMs / 1000, 1)} s | ${virgule(reference / 1000, 1)} s | ${virgule(lectureMs / reference, 2)} | ${virgule(calculMs / 1000, 1)} s | ${virgule(memoire / 1e9, 2)} Go |`,
  )
}
if (values.garder === undefined) rmSync(travail, { recursive: true, force: true })
