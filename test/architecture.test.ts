import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const racine = resolve(import.meta.dirname, '..')
const COUCHES = ['ingest', 'metrics', 'web', 'reports', 'server'] as const

/** What each layer may use, beside itself. */
const PERMIS: Readonly<Record<string, readonly string[]>> = {
  ingest: [],
  metrics: ['ingest/socle', 'ingest/store'],
  web: ['metrics', 'ingest/socle', 'ingest/store'],
  reports: ['web', 'metrics', 'ingest/socle', 'ingest/store'],
  server: ['reports', 'web', 'metrics', 'ingest'],
}

const fichiers = (dossier: string): string[] =>
  readdirSync(join(racine, dossier), { recursive: true, withFileTypes: true })
    .filter((entree) => entree.isFile() && /\.tsx?$/.test(entree.name))
    .map((entree) => join(entree.parentPath, entree.name))

interface Import {
  readonly de: string
  readonly vers: string
}

const imports = (chemin: string): Import[] =>
  ts
    .preProcessFile(readFileSync(chemin, 'utf8'), true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((nom) => nom.startsWith('.'))
    .map((nom) => ({ de: relative(racine, chemin), vers: relative(racine, resolve(dirname(chemin), nom)) }))

const tous = COUCHES.flatMap((couche) => fichiers(couche).flatMap(imports))
const sous = (chemin: string, dossier: string) => chemin === dossier || chemin.startsWith(`${dossier}/`)

describe('l’architecture en couches', () => {
  it('lit bien les imports du projet', () => {
    expect(tous.length).toBeGreaterThan(200)
  })

  it.each(COUCHES)('%s n’utilise que les couches qu’elle peut voir', (couche) => {
    const permis = [couche, ...(PERMIS[couche] ?? [])]
    const fautes = tous.filter(({ de, vers }) => sous(de, couche) && !permis.some((dossier) => sous(vers, dossier)))
    expect(fautes).toEqual([])
  })

  it('personne n’importe les tests', () => {
    expect(tous.filter(({ vers }) => sous(vers, 'test'))).toEqual([])
  })

  it('web ne connaît ni SQL ni HTTP', () => {
    const interdits = /^(@duckdb|kysely|@hono\/node-server|node:http)/
    const fautes = fichiers('web').filter((chemin) =>
      ts
        .preProcessFile(readFileSync(chemin, 'utf8'), true, true)
        .importedFiles.some(({ fileName }) => interdits.test(fileName)),
    )
    expect(fautes).toEqual([])
  })

  it('un indicateur n’écrit pas de SQL : il parle le vocabulaire de metrics/sql.ts', () => {
    const fautes = fichiers('metrics/indicateurs').filter((chemin) =>
      ts
        .preProcessFile(readFileSync(chemin, 'utf8'), true, true)
        .importedFiles.some(({ fileName }) => fileName === 'kysely'),
    )
    expect(fautes).toEqual([])
  })

  it('aucune route, aucune page n’ouvre la base : les chiffres passent par la portée, les numéros par la porte', () => {
    const lus = ['server/routes', 'server/lecture'].flatMap(fichiers)
    expect(lus.length).toBeGreaterThan(20)
    const fautes = lus.filter((chemin) => /\.connect\(\)|requeteEnregistrements/.test(readFileSync(chemin, 'utf8')))
    expect(fautes).toEqual([])
  })

  it('un seul fichier mène aux enregistrements derrière un chiffre', () => {
    const portes = tous
      .filter(({ vers }) => vers === 'metrics/enregistrements.ts')
      .filter(({ de }) => /\brequeteEnregistrements\b/.test(readFileSync(join(racine, de), 'utf8')))
      .map(({ de }) => de)
    expect(portes).toEqual(['reports/tableau/enregistrements.ts', 'server/acces/porte.ts'])
  })
})
