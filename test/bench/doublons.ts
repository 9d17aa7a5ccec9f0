import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { chercher, evaluer, type Fiche, type PaireTrouvee, pairesDe } from '../metrics/doublons/base.ts'
import { lireFebrl1, lireRl500, SANS_JEUX } from '../metrics/doublons/jeux.ts'
import { type Courbe, dessinerCourbes } from './doublons/courbes.ts'
import { departementVivant, type PaireVraie } from './doublons/departement-vivant.ts'
import { enFiche, familleFebrl, familleRl } from './doublons/familles.ts'
import { mesurerVitesse } from './doublons/vitesse.ts'

const { values } = parseArgs({
  options: {
    /** Active demandes of each timed snapshot. */
    tailles: { type: 'string', default: '210000,2100000' },
    /** A folder already generated, for each. */
    prets: { type: 'string', default: '' },
    graines: { type: 'string', default: '3' },
    courbe: { type: 'string', default: 'docs/doublons-courbe.svg' },
    qualite: { type: 'boolean', default: true },
  },
  allowNegative: true,
})

const dire = (ligne: string) => process.stdout.write(`${ligne}\n`)
const virgule = (n: number, d: number): string => n.toFixed(d).replace('.', ',')
const SEUILS = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99]

interface Jeu {
  readonly nom: string
  readonly fiches: readonly Fiche[]
  readonly vraies: readonly PaireVraie[]
  /** Pairs that resemble each other and are not duplicates, by the way in which they do. */
  readonly pieges?: ReadonlyMap<string, readonly PaireVraie[]>
}

const famille = (nom: string, etiquetees: ReturnType<typeof familleRl>): Jeu => ({
  nom,
  fiches: etiquetees.map(enFiche),
  vraies: pairesDe(etiquetees),
})

/** Pairs of each look-alike class, and how many of them were taken, over all départements. */
const parClasse = new Map<string, { paires: number; prises: number }>()

const mesurer = async ({ nom, fiches, vraies, pieges = new Map() }: Jeu): Promise<Courbe> => {
  const { paires } = await chercher(fiches, { seuil: 0.01 })
  const a = (seuil: number): PaireTrouvee[] => paires.filter(({ probabilite }) => probabilite >= seuil)
  const points = SEUILS.map((seuil) => ({ seuil, ...evaluer(a(seuil), vraies) }))
  const defaut = evaluer(a(0.5), vraies)
  const pris = new Set(a(0.5).map(({ a: x, b: y }) => `${x} ${y}`))
  const fausses = [...pieges].map(([classe, siennes]) => {
    const prises = siennes.filter(([x, y]) => pris.has(x < y ? `${x} ${y}` : `${y} ${x}`)).length
    const deja = parClasse.get(classe) ?? { paires: 0, prises: 0 }
    parClasse.set(classe, { paires: deja.paires + siennes.length, prises: deja.prises + prises })
    return { paires: siennes.length, prises }
  })
  const accuses = fausses.reduce((n, { prises }) => n + prises, 0)
  const ressemblantes = fausses.reduce((n, { paires: p }) => n + p, 0)
  dire(
    `| ${nom} | ${fiches.length} | ${vraies.length} | ${virgule(defaut.precision, 4)} | ${virgule(defaut.rappel, 4)} | ${virgule(defaut.f1, 4)} | ${ressemblantes === 0 ? '–' : `${accuses} sur ${ressemblantes}`} |`,
  )
  return { nom, points }
}

if (values.qualite) {
  dire(
    '| jeu | demandes | paires vraies | précision | rappel | F1 | autres personnes prises |\n|---|---|---|---|---|---|---|',
  )
  const jeux: Jeu[] = SANS_JEUX
    ? []
    : [
        { nom: 'RLdata500', fiches: lireRl500(), vraies: pairesDe(lireRl500()) },
        { nom: 'FEBRL 1', fiches: lireFebrl1(), vraies: pairesDe(lireFebrl1()) },
      ]
  jeux.push(
    famille('noms et dates seuls, 10 000', familleRl(10_000, 1000, 1)),
    famille(
      'jusqu’à cinq copies, cinq fautes',
      familleFebrl({ originaux: 2000, copies: 3000, copiesMax: 5, fautes: 5, fautesParChamp: 2 }, 1),
    ),
  )
  const courbes: Courbe[] = []
  for (const jeu of jeux) courbes.push(await mesurer(jeu))
  for (let graine = 1; graine <= Number(values.graines); graine++)
    courbes.push(await mesurer(await departementVivant(graine)))
  dire('\n| qui n’est pas la même personne | paires | prises | part |\n|---|---|---|---|')
  for (const [classe, { paires, prises }] of parClasse)
    dire(`| ${classe} | ${paires} | ${prises} | ${virgule((100 * prises) / Math.max(1, paires), 2)} % |`)
  writeFileSync(values.courbe, dessinerCourbes(courbes))
  dire(`\n| seuil | ${courbes.map(({ nom }) => nom).join(' | ')} |\n|---|${courbes.map(() => '---|').join('')}`)
  for (const [i, seuil] of SEUILS.entries())
    dire(`| ${virgule(seuil, 2)} | ${courbes.map(({ points }) => virgule(points[i]?.f1 ?? 0, 4)).join(' | ')} |`)
}

const prets = values.prets.split(',')
dire(
  '\n| lignes | actives | paires comparées | durée | processeur | référence | mémoire au plus haut |\n|---|---|---|---|---|---|---|',
)
for (const [i, taille] of values.tailles
  .split(',')
  .filter((t) => t !== '')
  .entries()) {
  const v = await mesurerVitesse(Number(taille), prets[i] || undefined)
  dire(
    `| ${v.lignes} | ${v.actives} | ${v.comparees} | ${virgule(v.secondes, 1)} s | ${virgule(v.processeur, 1)} s | ${virgule(v.reference, 1)} s | ${virgule(v.memoire, 2)} Go |`,
  )
}
