/** Cells lost by suppression, ours beside a simple greedy: `npx tsx test/bench/suppression.ts [--jeux 100]`. */
import { parseArgs } from 'node:util'
import { formatNombre } from '../../ingest/socle/francais/format.ts'
import { INITIE, LECTEUR } from '../../reports/suppression/attaquant.ts'
import { masquer } from '../../reports/suppression/masquer.ts'
import type { Publication } from '../../reports/suppression/publication.ts'
import { jeuAuHasard, PETITE, type Taille } from '../reports/suppression/hasard.ts'
import { glouton } from './suppression/glouton.ts'
import { part, tableau } from './verdicts/table.ts'

const { values } = parseArgs({ options: { jeux: { type: 'string', default: '100' } } })
const JEUX = Number(values.jeux)

const MOYENNE: Taille = { communes: [15, 15], colonnes: [5, 5], tables: [1, 1] }
const RAPPORT: Taille = { communes: [60, 60], colonnes: [7, 7], tables: [1, 1] }

interface Perte {
  cellules: number
  effectif: number
}

const perteDe = ({ cellules }: Publication, cachees: { has: (id: string) => boolean }, petites: number): Perte => {
  const perdues = cellules.filter(({ id }) => cachees.has(id))
  return { cellules: perdues.length - petites, effectif: perdues.reduce((somme, { valeur }) => somme + valeur, 0) }
}

const mesurer = async (nom: string, taille: Taille, seuil: number, jeux: number): Promise<(string | number)[]> => {
  const sommes = {
    cellules: 0,
    petites: 0,
    nous: 0,
    initie: 0,
    glouton: 0,
    effectif: 0,
    effectifGlouton: 0,
    fautes: 0,
    ms: 0,
  }
  for (let graine = 1; graine <= jeux; graine++) {
    const jeu = jeuAuHasard(graine, taille)
    const petites = jeu.cellules.filter(({ valeur }) => valeur >= 1 && valeur <= seuil).length
    const nous = await masquer(jeu, { seuil, attaquants: [LECTEUR] })
    const debut = process.cpuUsage()
    const initie = await masquer(jeu, { seuil, attaquants: [INITIE, LECTEUR] })
    sommes.ms += process.cpuUsage(debut).user / 1000
    const simple = await glouton(jeu, seuil, LECTEUR)
    const pertes = [nous.masquees, initie.masquees, simple.cachees].map((cachees) => perteDe(jeu, cachees, petites))
    sommes.cellules += jeu.cellules.length
    sommes.petites += petites
    sommes.nous += pertes[0]?.cellules ?? 0
    sommes.initie += pertes[1]?.cellules ?? 0
    sommes.glouton += pertes[2]?.cellules ?? 0
    sommes.effectif += pertes[0]?.effectif ?? 0
    sommes.effectifGlouton += pertes[2]?.effectif ?? 0
    if (!simple.deuxSuffisaient) sommes.fautes++
  }
  return [
    ...[nom, seuil, formatNombre(sommes.cellules), formatNombre(sommes.petites), formatNombre(sommes.glouton)],
    ...[formatNombre(sommes.nous), formatNombre(sommes.nous / sommes.glouton, 2)],
    ...[formatNombre(sommes.effectif / sommes.effectifGlouton, 2), formatNombre(sommes.initie)],
    ...[part(sommes.fautes, jeux), `${formatNombre(sommes.ms / jeux)} ms`],
  ]
}

const TITRES = [
  'jeu',
  'seuil',
  'cellules',
  'petites',
  'perdues, glouton',
  'perdues, les nôtres',
  'rapport',
  'effectif perdu, rapport',
  'perdues, contre qui sait lesquelles sont petites',
  'deux par somme ne suffisaient pas',
  'processeur',
]

process.stdout.write(`${tableau(TITRES, [])}\n`)
for (const [nom, taille, seuil, jeux] of [
  [`${JEUX} jeux de tableaux liés`, PETITE, 11, JEUX],
  ['les mêmes', PETITE, 5, JEUX],
  [`${Math.ceil(JEUX / 10)} tableaux de 15 communes × 5`, MOYENNE, 11, Math.ceil(JEUX / 10)],
  [`${Math.ceil(JEUX / 50)} tableaux de 60 communes × 7`, RAPPORT, 11, Math.ceil(JEUX / 50)],
] as const)
  process.stdout.write(`| ${(await mesurer(nom, taille, seuil, jeux)).join(' | ')} |\n`)
