import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { DuckDBInstance } from '@duckdb/node-api'
import { importInstantane } from '../../ingest/load.ts'
import { enJour } from '../../ingest/socle/jour.ts'
import { closeCompactly } from '../../ingest/store/compacter.ts'
import { listInstantanes } from '../../ingest/store/instantanes.ts'
import { generer } from '../../ingest/synthetic/generer.ts'
import { batirMois } from '../../metrics/engine/batir.ts'
import { mesurerFaits } from '../../metrics/engine/calculer-mois.ts'
import { calculer, normesDeclarees } from '../../metrics/engine/etape.ts'
import { lireMoisCalcules } from '../../metrics/engine/mois-calcules.ts'
import { moisLu } from '../../metrics/engine/mois-lu.ts'
import { planifierTout } from '../../metrics/engine/plan.ts'
import { INDICATEURS } from '../../metrics/registry.ts'
import { seuilsEn } from '../../metrics/seuils.ts'
import { openInstallation } from '../../server/installation.ts'
import { benchArrow } from './arrow.ts'
import { ecrireRequete, requetesParNiveau } from './ecrire-requete.ts'
import { lectureTypee } from './lecture-typee.ts'
import { REQUETES } from './requetes.ts'

const { values } = parseArgs({
  options: {
    demandes: { type: 'string', default: '185000' },
    mois: { type: 'string', default: '24' },
    garder: { type: 'string' },
  },
})
const dire = (ligne: string) => process.stdout.write(`${ligne}\n`)
const chrono = async (fonction: () => Promise<unknown>): Promise<number> => {
  const depart = performance.now()
  await fonction()
  return performance.now() - depart
}
const mediane = (mesures: readonly number[]): number =>
  [...mesures].sort((a, b) => a - b)[Math.floor(mesures.length / 2)] ?? 0
const repeter = async (n: number, fonction: () => Promise<unknown>): Promise<number> => {
  const mesures: number[] = []
  for (let i = 0; i < n; i++) mesures.push(await chrono(fonction))
  return mediane(mesures)
}
const taille = (dossier: string): number =>
  readdirSync(dossier, { recursive: true, withFileTypes: true })
    .filter((entree) => entree.isFile())
    .reduce((total, { parentPath, name }) => total + statSync(join(parentPath, name)).size, 0)
const rapport = (nom: string, mesure: number, reference: number, doit: number, unite: string) =>
  dire(
    `| ${nom} | ${mesure.toFixed(0)} ${unite} | ${reference.toFixed(0)} ${unite} | ${(mesure / reference).toFixed(2)} | ≤ ${doit} | ${mesure / reference <= doit ? 'tenu' : 'MANQUÉ'} |`,
  )

const travail = values.garder ?? mkdtempSync(join(tmpdir(), 'infocentre-bench-'))
const { instantanes } = await generer({
  dossier: join(travail, 'instantanes'),
  territoire: '013',
  demandes: Number(values.demandes),
  mois: Number(values.mois),
  fin: enJour('2026-10-31'),
  graine: 1,
  seuilsEn,
})
const dernier = instantanes.at(-1)
if (dernier === undefined) throw new Error('aucun instantané')

// A file, as a base is: the reference writes what it reads, too.
const memoire = await (await DuckDBInstance.create(join(travail, 'reference.duckdb'))).connect()

dire(
  `Node ${process.version}, ${cpus().length} cœurs, ${(totalmem() / 2 ** 30).toFixed(0)} Gio ; ${dernier.lignes} lignes × ${instantanes.length} mois`,
)
dire('| mesure | la nôtre | référence | rapport | doit | |')
dire('|---|---|---|---|---|---|')

const base = await openInstallation(join(travail, 'base'))
const options = { aujourdhui: enJour('2026-11-23'), maintenant: '2026-11-23 10:00:00', secret: 'bench' }
const etape = (c: Parameters<typeof calculer>[0] extends infer C ? Omit<C & object, 'version' | 'normesEn'> : never) =>
  calculer({ ...(c as Parameters<typeof calculer>[0]), version: 'bench', normesEn: normesDeclarees })
let parquet = 0
for (const { dossier } of instantanes.slice(0, -1)) {
  await importInstantane(base, dossier, options, etape as Parameters<typeof importInstantane>[3])
  await memoire.run(
    `COPY (${lectureTypee(dossier)}) TO '${join(travail, 'mois.parquet')}' (FORMAT PARQUET, COMPRESSION ZSTD)`,
  )
  parquet += statSync(join(travail, 'mois.parquet')).size
}

const reference = await repeter(3, async () => {
  await memoire.run('DROP TABLE IF EXISTS reference')
  await memoire.run(`CREATE TABLE reference AS ${lectureTypee(dernier.dossier)}`)
})
const lu = await chrono(() =>
  importInstantane(base, dernier.dossier, options, async () => ({ indicateurs_non_mesurables: [] })),
)
rapport('import d’un instantané', lu, reference, 2.5, 'ms')
await memoire.run(
  `COPY (${lectureTypee(dernier.dossier)}) TO '${join(travail, 'mois.parquet')}' (FORMAT PARQUET, COMPRESSION ZSTD)`,
)
parquet += statSync(join(travail, 'mois.parquet')).size

const connection = await base.connect()
await calculer({
  connection,
  territoire: '013',
  date: dernier.date,
  cles: null,
  maintenant: options.maintenant,
  version: 'bench',
  normesEn: normesDeclarees,
})
const charges = await listInstantanes(connection, '013')
const plan = planifierTout(charges.map(({ date }) => date)).at(-1)
const calcule = (await lireMoisCalcules(connection, '013')).at(-1)
if (plan === undefined || calcule === undefined) throw new Error('aucun mois')
const nos = await repeter(5, async () => {
  await mesurerFaits(connection, moisLu('013', plan, charges), INDICATEURS)
  await batirMois(connection, '013', calcule)
})
const situation = (date: string) =>
  date === ':s'
    ? '(SELECT * FROM demandes_courantes)'
    : `(SELECT * FROM demandes_versions WHERE depuis <= ${date} AND jusqua > ${date})`
const dater = (requete: string): string =>
  requete
    .replaceAll(':debut', `DATE '${plan.mois}-01'`)
    .replaceAll(':fin', `last_day(DATE '${plan.mois}-01')`)
    .replaceAll(':s_moins', `DATE '${plan.sMoins ?? plan.s}'`)
    .replaceAll(':s0', `DATE '${plan.s0 ?? plan.s}'`)
    .replaceAll(':registre', `DATE '${calcule.registre ?? plan.s}'`)
    .replaceAll(':s', `DATE '${plan.s}'`)
const executer = (requetes: readonly string[]) => async () => {
  for (const requete of requetes) await connection.runAndReadAll(requete)
}
const parChiffre = requetesParNiveau(situation).map(dater)
const parIndicateur = REQUETES.map((requete) => dater(ecrireRequete(requete, situation)))
rapport(
  'tous les indicateurs d’un mois, une requête par chiffre',
  nos,
  await repeter(5, executer(parChiffre)),
  0.5,
  'ms',
)
rapport(
  'les mêmes, une requête par indicateur et GROUPING SETS',
  nos,
  await repeter(5, executer(parIndicateur)),
  0.5,
  'ms',
)
connection.closeSync()
await closeCompactly(base)
rapport(`disque de ${instantanes.length} mois`, taille(join(travail, 'base')) / 1e6, parquet / 1e6, 0.4, 'Mo')

const aide = await repeter(7, async () => execFileSync('node', ['dist/server/cli/main.js', '--help']))
const rien = await repeter(7, async () => execFileSync('node', ['-e', '0']))
rapport('`infocentre --help`', aide, rien, 6, 'ms')
dire(`mémoire de ce processus, au plus haut : ${(process.resourceUsage().maxRSS / 1e6).toFixed(2)} Go`)
const arrow = await benchArrow()
rapport(`Arrow, ${arrow.lignes} lignes de huit colonnes`, arrow.tamponsMs, arrow.valeursMs, 0.25, 'ms')
if (values.garder === undefined) rmSync(travail, { recursive: true, force: true })
