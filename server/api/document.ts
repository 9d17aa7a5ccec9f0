import { z } from 'zod'
import { RACINE_API } from '../acces/garde-api.ts'
import type { Role } from '../acces/roles.ts'
import { PUBLIC, TABLE } from '../acces/table.ts'
import { MEDIAS } from './forme.ts'
import { PROBLEMES, type SorteDeProbleme } from './probleme.ts'
import type { Ressource } from './ressource.ts'
import { RESSOURCES } from './ressources.ts'
import { LIMITE_MAX } from './schema.ts'

type Json = Readonly<Record<string, unknown>>

/** A schema as OpenAPI 3.1 writes it, which is JSON Schema's own way. */
const schemaDe = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...reste } = z.toJSONSchema(schema, { io })
  return reste
}

/** The roles that may ask for a resource, as the table of all routes says. */
export const rolesDe = ({ chemin }: Ressource): readonly Role[] => {
  const regle = TABLE[`GET ${RACINE_API}${chemin}`]
  return regle === undefined || regle === PUBLIC ? [] : regle
}

/** A parameter of a resource: its name, its schema, whether it must be said. */
export const parametresDe = ({ parametres }: Ressource) => {
  const { properties = {}, required = [] } = z.toJSONSchema(parametres, { io: 'input' })
  return Object.entries(properties).map(([name, propriete]) => {
    const { description = '', ...schema } = propriete as Json & { readonly description?: string }
    return { name, in: 'query', required: required.includes(name), description, schema }
  })
}

const enteteTexte = (description: string): Json => ({ description, schema: { type: 'string' } })

const reponseDe = ({ nom, titre }: Ressource): Json => ({
  description: titre,
  headers: {
    ETag: enteteTexte('À rendre par If-None-Match pour ne recevoir la réponse que si elle a changé.'),
    Link: enteteTexte('Les adresses de la première page, de la précédente, de la suivante et de la dernière.'),
  },
  content: {
    [MEDIAS.json]: {
      schema: { type: 'array', maxItems: LIMITE_MAX, items: { $ref: `#/components/schemas/${nom}` } },
    },
    [MEDIAS.csv]: { schema: { type: 'string' } },
    [MEDIAS.arrow]: { schema: { type: 'string', format: 'binary' } },
  },
})

const SORTES_COMMUNES: readonly SorteDeProbleme[] = [
  'parametre-invalide',
  'authentification-necessaire',
  'acces-refuse',
  'introuvable',
  'forme-refusee',
  'trop-de-refus',
  'erreur-interne',
]

const problemes = (): Json =>
  Object.fromEntries(
    SORTES_COMMUNES.map((sorte) => [String(PROBLEMES[sorte].status), { $ref: `#/components/responses/${sorte}` }]),
  )

const operationDe = (ressource: Ressource): Json => ({
  operationId: `lire${ressource.nom}`,
  summary: ressource.titre,
  description: ressource.resume,
  parameters: parametresDe(ressource),
  responses: { '200': reponseDe(ressource), '304': { description: 'La réponse n’a pas changé.' }, ...problemes() },
  'x-roles': rolesDe(ressource),
})

const probleme = z.object({
  type: z.string().meta({ format: 'uri-reference' }),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string().optional(),
})

/** The OpenAPI 3.1 document of the API, made of the schemas that read its addresses and describe its answers. */
export const documentOpenApi = (version: string): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'API d’Infocentre',
    version: `1 (logiciel ${version})`,
    description:
      'Ce que montrent les pages d’Infocentre, dans la même portée. Lecture seule ; un jeton a le rôle et la portée d’un compte, ou moins.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/' }],
  security: [{ jeton: [] }, { session: [] }],
  paths: Object.fromEntries(
    RESSOURCES.map((ressource) => [`${RACINE_API}${ressource.chemin}`, { get: operationDe(ressource) }]),
  ),
  components: {
    schemas: {
      ...Object.fromEntries(RESSOURCES.map(({ nom, ligne }) => [nom, schemaDe(ligne, 'output')])),
      Probleme: schemaDe(probleme, 'output'),
    },
    responses: Object.fromEntries(
      SORTES_COMMUNES.map((sorte) => [
        sorte,
        {
          description: PROBLEMES[sorte].title,
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Probleme' } } },
        },
      ]),
    ),
    securitySchemes: {
      jeton: { type: 'http', scheme: 'bearer', description: 'Un jeton que le gestionnaire a créé.' },
      session: {
        type: 'apiKey',
        in: 'cookie',
        name: 'session',
        description: 'La session d’une personne connectée dans son navigateur ; « __Host-session » derrière TLS.',
      },
    },
  },
})
