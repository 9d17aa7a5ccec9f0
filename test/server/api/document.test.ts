import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { TABLE } from '../../../server/acces/table.ts'
import { documentOpenApi } from '../../../server/api/document.ts'
import { RESSOURCES } from '../../../server/api/ressources.ts'

interface Operation {
  readonly operationId: string
  readonly parameters: readonly { readonly name: string; readonly required: boolean }[]
  readonly 'x-roles': readonly string[]
}

const document = documentOpenApi('essai') as {
  readonly openapi: string
  readonly paths: Readonly<Record<string, { readonly get: Operation }>>
  readonly components: { readonly schemas: Readonly<Record<string, { readonly required?: readonly string[] }>> }
}

describe('le document OpenAPI', () => {
  it('est valable aux yeux d’un validateur public, en 3.1', async () => {
    const validateur = new Validator()
    const { valid, errors } = await validateur.validate(structuredClone(document))
    expect(errors).toBeUndefined()
    expect([valid, validateur.version]).toEqual([true, '3.1'])
  })

  it('nomme chaque route de l’API que la table des accès connaît, avec ses rôles, et aucune autre', () => {
    const routes = Object.keys(TABLE)
      .filter((route) => route.startsWith('GET /api/v1/') && !route.endsWith('openapi.json'))
      .map((route) => route.slice('GET '.length))
    expect(routes.length).toBeGreaterThan(15)
    expect(Object.keys(document.paths).toSorted()).toEqual(routes.toSorted())
    for (const route of routes) expect(document.paths[route]?.get['x-roles']).toEqual(TABLE[`GET ${route}`])
  })

  it('donne un nom à chaque opération et à chaque forme de ligne, une fois', () => {
    const noms = RESSOURCES.map(({ nom }) => nom)
    expect(new Set(noms).size).toBe(noms.length)
    expect(Object.keys(document.components.schemas)).toEqual([...noms, 'Probleme'])
  })

  it('dit de chaque adresse ses deux paramètres de page, et ceux sans lesquels elle ne répond pas', () => {
    for (const [chemin, { get }] of Object.entries(document.paths)) {
      const noms = get.parameters.map(({ name }) => name)
      expect([chemin, noms.includes('depart'), noms.includes('limite')]).toEqual([chemin, true, true])
    }
    const exiges = (chemin: string) =>
      document.paths[`/api/v1/${chemin}`]?.get.parameters.flatMap(({ name, required }) => (required ? [name] : []))
    expect(exiges('series')).toEqual(['indicateur'])
    expect(exiges('enregistrements')).toEqual(['indicateur'])
    expect(exiges('indicateurs')).toEqual([])
  })

  it('décrit d’un chiffre les champs que la ligne de commande donne', () => {
    // The contract's own list of `indicateurs --format json`.
    const contrat =
      'territoire debut fin instantane mois_couverts niveau entite libelle indicateur numerateur denominateur valeur p90 ic_bas ic_haut reference z_ajuste atypique statut statut_12_mois statut_affiche motif details consolide'
    expect(document.components.schemas.Indicateur?.required?.toSorted()).toEqual(contrat.split(' ').toSorted())
  })
})
