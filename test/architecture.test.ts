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

  it('toute erreur qu’une personne peut lire est une ErreurInfocentre', () => {
    const autres = COUCHES.flatMap(fichiers)
      .filter((chemin) => /extends (Error|TypeError|RangeError)\b/.test(readFileSync(chemin, 'utf8')))
      .map((chemin) => relative(racine, chemin))
    // The command line's own signal that another process has answered: it is said to nobody.
    expect(autres.toSorted()).toEqual(['ingest/socle/erreur.ts', 'server/cli/main.ts'])
  })

  it('une valeur se lie à une requête : sql.lit n’est que dans litteral.ts, qu’importent les définitions (vues, bases jointes) seules', () => {
    const lus = COUCHES.flatMap(fichiers).map((chemin) => ({
      fichier: relative(racine, chemin),
      texte: readFileSync(chemin, 'utf8'),
    }))
    expect(lus.filter(({ texte }) => /\bsql\.lit\b/.test(texte)).map(({ fichier }) => fichier)).toEqual([
      'ingest/socle/sql/litteral.ts',
    ])
    const importeurs = tous.filter(({ vers }) => vers === 'ingest/socle/sql/litteral.ts').map(({ de }) => de)
    expect(importeurs.toSorted()).toEqual([
      'ingest/check/etabli.ts',
      'ingest/store/compacter.ts',
      'ingest/store/courantes.ts',
      'ingest/store/illisibles.ts',
      'ingest/store/versions.ts',
      'metrics/requetes/copie.ts',
      'server/remise/ecrire-tables.ts',
      'server/sauvegarde/contenu.ts',
    ])
  })

  it('aucun fichier n’a plus de deux cents lignes, tests compris', () => {
    const longs = [...COUCHES, 'test']
      .flatMap(fichiers)
      .map((chemin) => ({
        fichier: relative(racine, chemin),
        lignes: readFileSync(chemin, 'utf8').split('\n').length - 1,
      }))
      .filter(({ lignes }) => lignes > 200)
    expect(longs).toEqual([])
  })

  it('aucun fichier ne s’importe lui-même par d’autres', () => {
    const sortants = new Map<string, string[]>()
    for (const { de, vers } of tous) sortants.set(de, [...(sortants.get(de) ?? []), vers])
    const finis = new Set<string>()
    const cercles: string[] = []
    const suivre = (fichier: string, chemin: readonly string[]): void => {
      const debut = chemin.indexOf(fichier)
      if (debut >= 0) cercles.push([...chemin.slice(debut), fichier].join(' → '))
      if (debut >= 0 || finis.has(fichier)) return
      for (const vers of sortants.get(fichier) ?? []) suivre(vers, [...chemin, fichier])
      finis.add(fichier)
    }
    for (const fichier of sortants.keys()) suivre(fichier, [])
    expect(cercles).toEqual([])
  })
})
