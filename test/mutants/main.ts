import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Copie, copier } from './copie.ts'
import { DOSSIERS } from './dossiers.ts'
import { chercherEssais } from './essais.ts'
import { essayer } from './essayer.ts'
import { appliquer, type Point } from './point.ts'
import { relever } from './relever.ts'
import { ecrireTableau, inserer, type Verdict } from './tableau.ts'
import { tirer } from './tirer.ts'
import { verifierTypes } from './types.ts'
import { garderVerdicts } from './verdicts.ts'

const { values } = parseArgs({
  options: {
    graine: { type: 'string', default: '1' },
    nombre: { type: 'string', default: '200' },
    dans: { type: 'string', multiple: true },
    ouvriers: { type: 'string', default: '2' },
    ecrire: { type: 'boolean', default: false },
    verdicts: { type: 'string' },
    'sans-temoin': { type: 'boolean', default: false },
  },
})
const racine = resolve(import.meta.dirname, '../..')
const dossiers = DOSSIERS.map(({ dossier }) => dossier)
const dire = (ligne: string) => process.stdout.write(`${ligne}\n`)

const file = tirer(
  (values.dans ?? dossiers).map((dossier) => relever(racine, dossier)),
  Number(values.graine),
)
const nombre = Number(values.nombre)
const types = verifierTypes(racine)
const tient = (point: Point): boolean =>
  types(point.fichier, appliquer(readFileSync(join(racine, point.fichier), 'utf8'), point))

/** The draw: a mutant that the compiler refuses leaves its place to the next one of the file. */
const choisis: Point[] = []
let refuses = 0
for (const point of file) {
  if (choisis.length === nombre) break
  if (tient(point)) choisis.push(point)
  else refuses++
}
dire(`${file.length} points ; ${choisis.length} mutants, ${refuses} refusés par le compilateur.`)

const essaisDe = chercherEssais(racine)
const copies = Array.from({ length: Number(values.ouvriers) }, () => copier(racine))
const registre = garderVerdicts(racine, values.verdicts)
const verdicts: Verdict[] = choisis.flatMap((point) => registre.dejaTue(point) ?? [])
const aJuger = choisis.filter((point) => registre.dejaTue(point) === undefined)
const depart = performance.now()

const juger = async (copie: Copie, point: Point): Promise<void> => {
  const issue = await copie.avec(point, () => essayer(copie.racine, essaisDe(point.fichier)))
  const verdict = { point, ...issue }
  verdicts.push(verdict)
  registre.noter(verdict)
  const secondes = Math.round((performance.now() - depart) / 1000)
  const quoi = `${point.fichier}:${point.ligne} ${point.avant.slice(0, 60)} → ${point.apres.slice(0, 60)}`
  dire(`${verdicts.length}/${choisis.length} ${secondes} s ${issue.vivant ? 'SURVIT' : 'tué'} ${quoi} ${issue.tueur}`)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
/** What fails without any mutant would kill them all. */
const [temoin] = copies
if (temoin !== undefined && !values['sans-temoin']) {
  const issue = await essayer(temoin.racine, [...new Set(aJuger.flatMap(({ fichier }) => essaisDe(fichier)))])
  if (!issue.vivant) throw new Error(`Sans mutant, un test échoue déjà : ${issue.tueur}`)
  dire('Sans mutant, tous les tests passent.')
}

const restants = aJuger.values()
await Promise.all(
  copies.map(async (copie) => {
    for (const point of restants) await juger(copie, point)
  }),
)
const rang = (point: Point) =>
  choisis.findIndex(
    ({ fichier, debut, apres }) => fichier === point.fichier && debut === point.debut && apres === point.apres,
  )
verdicts.sort((a, b) => rang(a.point) - rang(b.point))
if (values.ecrire) {
  const document = join(racine, 'docs/qualite.md')
  const titre = `Graine ${values.graine}, ${verdicts.length} mutants sur ${file.length} points, le ${new Date().toLocaleDateString('fr-FR', { dateStyle: 'long' })}.`
  writeFileSync(document, inserer(readFileSync(document, 'utf8'), `${titre}\n\n${ecrireTableau(verdicts, dossiers)}`))
}
dire(`${verdicts.filter(({ vivant }) => !vivant).length} tués sur ${verdicts.length}.`)
