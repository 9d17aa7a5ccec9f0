import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openInstallation } from '../../server/installation.ts'
import { chargerInstantane } from '../../server/services/charger.ts'
import { OPTIONS } from '../base.ts'
import { ecrireDossier } from '../ingest/instantane.ts'
import { ecrireSerie } from '../oracle/fabrique.ts'
import { colonnesStockees } from './purge/colonnes-stockees.ts'

const DOCUMENT = resolve(import.meta.dirname, '../../docs/donnees-personnelles.md')
const texte = readFileSync(DOCUMENT, 'utf8')

const mots = (ligne: string): string[] => [...ligne.matchAll(/`([^`]+)`/g)].map(([, mot]) => mot ?? '')

interface LigneDecrite {
  readonly lieux: readonly string[]
  readonly colonnes: readonly string[]
  readonly pourquoi: string
  readonly duree: string
}

/** The tables under the headings that name places: their columns, why, how long. */
const decrites = (): LigneDecrite[] => {
  let lieux: string[] = []
  return texte.split('\n').flatMap((ligne) => {
    if (ligne.startsWith('#')) lieux = ligne.startsWith('### ') ? mots(ligne) : []
    if (lieux.length === 0 || !/^\| `/.test(ligne)) return []
    const [, colonnes = '', pourquoi = '', duree = ''] = ligne.split('|').map((cellule) => cellule.trim())
    return [{ lieux, colonnes: mots(colonnes), pourquoi, duree }]
  })
}

describe('le document sur les données personnelles', () => {
  let stockees: string[] = []

  beforeAll(async () => {
    const dossier = ecrireDossier({})
    const base = await openInstallation(`${dossier}/base`)
    for (const mois of ecrireSerie(`${dossier}/serie`, 3, { demandes: 80, mois: 2, saine: true }))
      await chargerInstantane(base, mois.dossier, { ...OPTIONS, tolerance: 1, toleranceValeurs: 1 })
    stockees = (await colonnesStockees(base)).map(({ lieu, colonne }) => `${lieu}.${colonne}`)
    base.close()
  }, 60_000)

  it('dit de chaque colonne conservée pourquoi et combien de temps', () => {
    const connues = new Set(
      decrites().flatMap(({ lieux, colonnes }) => lieux.flatMap((l) => colonnes.map((c) => `${l}.${c}`))),
    )
    expect(stockees.length).toBeGreaterThan(150)
    expect(stockees.filter((colonne) => !connues.has(colonne))).toEqual([])
    for (const { colonnes, pourquoi, duree } of decrites())
      expect([colonnes, pourquoi.length > 5, duree.length > 5]).toEqual([colonnes, true, true])
  })

  it('ne décrit aucune colonne que rien ne conserve', () => {
    const presentes = new Set(stockees)
    const absentes = decrites().flatMap(({ lieux, colonnes }) =>
      colonnes
        .filter((colonne) => !lieux.some((lieu) => presentes.has(`${lieu}.${colonne}`)))
        .map((c) => `${lieux.join(' · ')} : ${c}`),
    )
    expect(absentes).toEqual([])
  })

  it.each([
    'décret n° 2017-917',
    'instruction écrite de l’État',
    'article 28',
    'exclusivement pour l’attribution',
    'article 17, paragraphe 3, point b',
    '72 heures',
    'Mention pour les ménages',
    'Mention pour les agents',
    'Fin du contrat',
    '35 jours',
  ])('traite de « %s »', (sujet) => {
    expect(texte).toContain(sujet)
  })
})
