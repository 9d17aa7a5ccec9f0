import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { enJour } from '../../ingest/socle/jour.ts'
import { generer } from '../../ingest/synthetic/generer.ts'
import { seuilsEn } from '../../metrics/seuils.ts'
import { chercher, evaluer, type Fiche, type PaireTrouvee, pairesDe } from '../metrics/doublons/base.ts'
import { lireFebrl1, lireRl500, SANS_JEUX } from '../metrics/doublons/jeux.ts'
import { type Courbe, dessinerCourbes } from './doublons/courbes.ts'
import { enFiche, familleFebrl, familleRl } from './doublons/familles.ts'
import { lireTable } from './doublons/table.ts'
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
  readonly vraies: readonly (readonly [string, string])[]
  /** Pairs that resemble each other and are not duplicates. */
  readonly pieges?: readonly (readonly [string, string])[]
}

const famille = (nom: string, etiquetees: ReturnType<typeof familleRl>): Jeu => ({
  nom,
  fiches: etiquetees.map(enFiche),
  vraies: pairesDe(etiquetees),
})

const jour = (texte: string | undefined): string | null => (texte ? texte.split('/').reverse().join('-') : null)

/** A made-up département with its truth: its active demandes of persons, its duplicates, its look-alikes. */
const departement = async (graine: number): Promise<Jeu> => {
  const dossier = mkdtempSync(join(tmpdir(), 'infocentre-doublons-'))
  await generer({ dossier, territoire: '013', demandes: 20_000, mois: 1, fin: enJour('2026-10-31'), graine, seuilsEn })
  const lire = (chemin: string) => lireTable(readFileSync(join(dossier, chemin), 'utf8'))
  const actives = lire('2026-10-31/demandes.csv').filter(
    (d) => d.statut === 'ACTIVE' && d.type_demandeur === 'PERSONNE' && d.numero_unique?.length === 18,
  )
  const numeros = new Set(actives.map((d) => d.numero_unique))
  const fiches = actives.map((d) => {
    const connus = Object.fromEntries(
      [
        'nom',
        'nom_naissance',
        'prenom',
        'conjoint_nom_naissance',
        'conjoint_prenom',
        'code_postal',
        'telephone',
        'courriel',
      ]
        .map((nom) => [nom, d[nom]])
        .filter(([, valeur]) => valeur),
    ) as Partial<Fiche>
    return {
      ...connus,
      numero_unique: d.numero_unique ?? '',
      date_naissance: jour(d.date_naissance),
      ...(d.conjoint_date_naissance ? { conjoint_date_naissance: jour(d.conjoint_date_naissance) ?? '' } : {}),
    }
  })
  const paires = lire('verite/paires.csv').filter((p) => p.actives === 'O' && numeros.has(p.a) && numeros.has(p.b))
  rmSync(dossier, { recursive: true, force: true })
  const de = (doublon: string) =>
    paires.filter((p) => p.doublon === doublon).map((p) => [p.a ?? '', p.b ?? ''] as const)
  return { nom: `département fictif, graine ${graine}`, fiches, vraies: de('O'), pieges: de('N') }
}

const mesurer = async ({ nom, fiches, vraies, pieges = [] }: Jeu): Promise<Courbe> => {
  const { paires } = await chercher(fiches, { seuil: 0.01 })
  const a = (seuil: number): PaireTrouvee[] => paires.filter(({ probabilite }) => probabilite >= seuil)
  const points = SEUILS.map((seuil) => ({ seuil, ...evaluer(a(seuil), vraies) }))
  const defaut = evaluer(a(0.5), vraies)
  const pris = new Set(a(0.5).map(({ a: x, b: y }) => `${x} ${y}`))
  const accuses = pieges.filter(([x, y]) => pris.has(x < y ? `${x} ${y}` : `${y} ${x}`)).length
  dire(
    `| ${nom} | ${fiches.length} | ${vraies.length} | ${virgule(defaut.precision, 4)} | ${virgule(defaut.rappel, 4)} | ${virgule(defaut.f1, 4)} | ${pieges.length === 0 ? '–' : `${accuses} sur ${pieges.length}`} |`,
  )
  return { nom, points }
}

if (values.qualite) {
  dire(
    '| jeu | demandes | paires vraies | précision | rappel | F1 | jumeaux, fratries, homonymes pris |\n|---|---|---|---|---|---|---|',
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
    courbes.push(await mesurer(await departement(graine)))
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
