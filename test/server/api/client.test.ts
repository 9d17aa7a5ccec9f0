import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentOpenApi } from '../../../server/api/document.ts'
import { preparerDepartement } from '../acces/departement.ts'
import { ADRESSE } from '../aide.ts'
import { creerApi, donnerJeton } from './api.ts'

const departement = preparerDepartement()

const dossier = resolve(import.meta.dirname, '../../../node_modules/.client-api')

/** A program that somebody outside would write with what was generated. */
const PROGRAMME = `import createClient from 'openapi-fetch'
import type { paths } from './api.ts'

export const lireAlertes = async (baseUrl: string, jeton: string, fetch: (requete: Request) => Promise<Response>) => {
  const client = createClient<paths>({ baseUrl, fetch, headers: { authorization: 'Bearer ' + jeton } })
  const { data, error } = await client.GET('/api/v1/indicateurs', {
    params: { query: { niveau: 'GUICHET', indicateur: 'forcages', limite: 5000 } },
  })
  const sorte: string | undefined = error?.type
  const lues: { entite: string; valeur: number | null }[] | undefined = Array.isArray(data)
    ? data.map(({ entite, valeur }) => ({ entite, valeur }))
    : undefined
  return { lues, sorte }
}
`

/** The same, asking for what the document does not have. */
const FAUTE = PROGRAMME.replace("niveau: 'GUICHET'", "niveau: 'COMMUNE'")

interface Programme {
  lireAlertes(
    baseUrl: string,
    jeton: string,
    fetch: (requete: Request) => Promise<Response>,
  ): Promise<{ lues?: { entite: string; valeur: number | null }[]; sorte?: string }>
}

const reprochesDe = (fichier: string): string[] =>
  ts
    .getPreEmitDiagnostics(
      ts.createProgram([fichier], {
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        allowImportingTsExtensions: true,
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.NodeNext,
        moduleResolution: ts.ModuleResolutionKind.NodeNext,
        types: [],
        lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      }),
    )
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))

beforeAll(async () => {
  mkdirSync(dossier, { recursive: true })
  const types = await openapiTS(structuredClone(documentOpenApi('essai')) as unknown as OpenAPI3)
  writeFileSync(resolve(dossier, 'package.json'), '{"type":"module"}')
  writeFileSync(resolve(dossier, 'api.ts'), astToString(types))
  writeFileSync(resolve(dossier, 'programme.ts'), PROGRAMME)
  writeFileSync(resolve(dossier, 'faute.ts'), FAUTE)
  const { outputText } = ts.transpileModule(PROGRAMME, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022 },
  })
  writeFileSync(resolve(dossier, 'programme.js'), outputText)
}, 120_000)

afterAll(() => rmSync(dossier, { recursive: true, force: true }))

describe('un client qu’un générateur public tire du document', () => {
  it('se compile, et le compilateur refuse une demande que l’API refuserait', () => {
    expect(reprochesDe(resolve(dossier, 'programme.ts'))).toEqual([])
    expect(reprochesDe(resolve(dossier, 'faute.ts')).join(' ')).toContain('COMMUNE')
  }, 120_000)

  it('lit les indicateurs avec les droits, et reçoit un refus qui se lit sans eux', async () => {
    const { base, guichets } = departement()
    const { app, etat } = await creerApi(base)
    const { lireAlertes } = (await import(
      /* @vite-ignore */ pathToFileURL(resolve(dossier, 'programme.js')).href
    )) as Programme
    const demander = async (requete: Request) => app.fetch(requete)
    const etatDuDepartement = await donnerJeton(etat, { role: 'etat' })
    const partenaire = await donnerJeton(etat, { role: 'partenaire' })
    const { lues } = await lireAlertes(ADRESSE, etatDuDepartement.clair, demander)
    expect(lues?.map(({ entite }) => entite)).toEqual(expect.arrayContaining(guichets.map(({ code }) => code)))
    expect(await lireAlertes(ADRESSE, partenaire.clair, demander)).toEqual({
      lues: undefined,
      sorte: '/api#acces-refuse',
    })
    expect((await lireAlertes(ADRESSE, 'invente', demander)).sorte).toBe('/api#authentification-necessaire')
  })
})
