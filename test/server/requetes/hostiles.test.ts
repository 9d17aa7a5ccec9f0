import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { copiesDe } from '../../../server/requetes/copies.ts'
import { preparerDeuxTerritoires } from '../acces/deux-territoires.ts'
import { HOSTILES } from './hostiles.ts'
import { enfants, preparerRequetes } from './scene.ts'

/** Long enough for the heaviest to show itself, short enough for those that would never end. */
const DUREE = 12_000
/** A slow machine takes its time to fill the memory. */
const DUREE_DE_LA_MEMOIRE = 120_000
const EN_MEME_TEMPS = 3

describe('les requêtes hostiles', () => {
  const scene = preparerDeuxTerritoires()

  it('sont toutes refusées ou bornées par une phrase, et ne laissent ni processus ni fichier', async () => {
    expect(HOSTILES.length).toBeGreaterThanOrEqual(80)
    const { base } = scene()
    const { executer } = await preparerRequetes(base)
    await executer('SELECT 1')
    const attendus = HOSTILES.map(([quoi, , fin]) => [quoi, fin])
    const obtenus: unknown[] = []
    const aFaire = [...HOSTILES.entries()]
    const travailler = async () => {
      for (let tache = aFaire.shift(); tache !== undefined; tache = aFaire.shift()) {
        const [rang, [quoi, texte, fin]] = tache
        const issue = await executer(texte, { duree: fin === 'MEMOIRE' ? DUREE_DE_LA_MEMOIRE : DUREE })
        if ('refus' in issue) {
          expect(issue.refus.phrase).toMatch(/^[A-ZÀÉ«\d].{8,}[.»]$/s)
          expect(issue.refus.suite).toMatch(/^Rien n’a été modifié/)
          expect(issue.refus.phrase).not.toMatch(/\/work|Error:|Exception/i)
        }
        const bornee = !('refus' in issue) && issue.coupe && issue.lignes.length === 10_000
        obtenus[rang] = [quoi, 'refus' in issue ? issue.refus.code : bornee ? 'BORNEE' : issue.lignes]
      }
    }
    await Promise.all(Array.from({ length: EN_MEME_TEMPS }, travailler))
    expect(obtenus).toEqual(attendus)
    expect(await enfants()).toEqual([])
    expect(existsSync('/tmp/vol.csv')).toBe(false)
    expect(
      readdirSync(copiesDe(base).dossier).filter((nom) => !/^013-(AVEC_NUMEROS|SANS_NUMERO)-\d+\.duckdb$/.test(nom)),
    ).toEqual([])
  })
})
