import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type LigneIndicateur, STATUTS } from '../../metrics/resultat.ts'
import { ecrireSerie } from './fabrique.ts'
import { oracle } from './indicateurs.ts'
import { finDuMois, moisEntre } from './jours.ts'
import { type InstantaneLu, lireSerie } from './lire-instantane.ts'
import { DEFINITIONS } from './mois.ts'

const racine = mkdtempSync(join(tmpdir(), 'fabrique-'))
afterAll(() => rmSync(racine, { recursive: true, force: true }))

const empreinte = (dossiers: readonly { dossier: string }[]): string => {
  const hash = createHash('sha256')
  for (const { dossier } of dossiers)
    for (const fichier of readdirSync(dossier).sort()) hash.update(fichier).update(readFileSync(join(dossier, fichier)))
  return hash.digest('hex')
}

const fabriquer = (graine: number): InstantaneLu[] =>
  lireSerie(ecrireSerie(join(racine, String(graine)), graine).map(({ dossier }) => dossier))

/** Every month of a series, and all of them together. */
const calculerTout = (serie: readonly InstantaneLu[]): LigneIndicateur[] => {
  const mois = moisEntre(serie[0]?.date.slice(0, 7) ?? '', serie.at(-1)?.date.slice(0, 7) ?? '')
  const [premier = '', dernier = ''] = [mois[0], mois.at(-1)]
  return [...mois.map((m) => [m, m] as const), [premier, dernier] as const].flatMap(([de, a]) =>
    oracle(serie, `${de}-01`, finDuMois(a)),
  )
}

describe('la fabrique', () => {
  test('la même graine écrit les mêmes octets, une autre graine en écrit d’autres', () => {
    const ecrire = (nom: string, graine: number) => empreinte(ecrireSerie(join(racine, nom), graine))
    expect(ecrire('a', 7)).toBe(ecrire('b', 7))
    expect(ecrire('c', 8)).not.toBe(ecrire('a', 7))
  })

  test('une série saine n’a ni rejet ni avertissement', () => {
    const dossiers = ecrireSerie(join(racine, 'saine'), 3, { saine: true, demandes: 60, mois: 3 })
    for (const { rapport } of lireSerie(dossiers.map(({ dossier }) => dossier)))
      expect(rapport).toMatchObject({ rejetees: 0, avertissements: {}, reparees: 0, rejets_guichets: 0 })
  })

  test('six instantanés de 300 lignes se calculent en moins d’une seconde', () => {
    const dossiers = ecrireSerie(join(racine, 'vite'), 5, { demandes: 300, mois: 6 })
    const serie = lireSerie(dossiers.map(({ dossier }) => dossier))
    const dernier = serie.at(-1)?.date.slice(0, 7) ?? ''
    const depart = performance.now()
    oracle(serie, `${dernier}-01`, finDuMois(dernier))
    expect(performance.now() - depart).toBeLessThan(1000)
  })

  test('quarante séries rencontrent chaque raison, chaque statut, chaque motif et chaque indicateur', () => {
    const series = Array.from({ length: 40 }, (_, graine) => fabriquer(graine))
    const raisons = new Set(series.flat().flatMap((i) => Object.keys(i.rapport.rejets)))
    expect([...raisons].sort()).toEqual([
      'CHAMP_OBLIGATOIRE',
      'CODE_INCONNU',
      'COLONNES',
      'DATE_INVALIDE',
      'NUMERO_UNIQUE_INVALIDE',
      'NUMERO_UNIQUE_REPETE',
      'PRECISION_PERDUE',
    ])
    const lignes = series.flatMap(calculerTout)
    const vus = <C extends keyof LigneIndicateur>(champ: C) => new Set(lignes.map((l) => l[champ]))
    expect(vus('statut')).toEqual(new Set([...STATUTS, null]))
    expect(vus('statut_affiche')).toEqual(new Set([...STATUTS, null]))
    expect(vus('atypique')).toEqual(new Set([true, false, null]))
    const motifs = new Set([...vus('motif')].map((m) => m?.split(' ')[0]))
    for (const m of ['COLONNE_VIDE', 'S0_ABSENT', 'S_MOINS_ABSENT', 'CATEGORIE_EXCLUE', 'GUICHET_FERME'])
      expect(motifs).toContain(m)
    for (const { code, nature } of DEFINITIONS) {
      const fautives = lignes.filter((l) => l.indicateur === code && (nature === 'part' ? l.numerateur : l.valeur))
      expect(fautives.length, code).toBeGreaterThan(0)
    }
  })
})
