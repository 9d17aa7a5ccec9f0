import { Hono } from 'hono'
import { documentVisible } from '../acces/documents.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { lireContenu } from '../state/documents.ts'
import { envoyerDocument } from './envoyer-document.ts'

/** `/documents/:id`: a document as it was kept. */
export const documents = (deps: Deps): Hono<Env> =>
  new Hono<Env>().get('/documents/:id', async (c) => {
    const document = await documentVisible(c.get('lecteur'), Number(c.req.param('id')) || 0)
    const octets = document === null ? null : await lireContenu(deps.etat, document)
    return document === null || octets === null ? c.notFound() : envoyerDocument(deps, c, { ...document, octets })
  })
