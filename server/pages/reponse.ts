import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Context } from 'hono'
import { echapper } from '../../web/echapper.ts'
import type { Passage } from '../acces/passage.ts'
import { assembler, compresserMorceaux, type Morceau } from './morceaux.ts'
import { PLACE_DU_NOM } from './sans-personne.ts'

/** A page made once for all those of a scope, their names apart. */
export interface PageGardee {
  readonly morceaux: readonly Morceau[]
  readonly empreinte: string
  /** The numbers that it shows: the audit log says so of each who is given it. */
  readonly passages: readonly Passage[]
  /** Bytes held. */
  readonly poids: number
}

const decompresser = promisify(gunzip)

const sha256 = (...textes: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(textes)).digest('base64url')

/** A page with somebody's name where its place is. */
export const nommer = (html: string, nom: string): string => html.replaceAll(PLACE_DU_NOM, () => echapper(nom))

export const garderPage = async (html: string, passages: readonly Passage[]): Promise<PageGardee> => {
  const textes = html.split(PLACE_DU_NOM)
  const morceaux = await compresserMorceaux(textes)
  return {
    morceaux,
    empreinte: sha256(...textes),
    passages,
    poids: morceaux.reduce((somme, { octets }) => somme + octets.length, 0),
  }
}

const accepteGzip = (entete: string): boolean =>
  entete.split(',').some((demande) => {
    const [codage = '', q = ''] = demande.split(';').map((partie) => partie.trim().toLowerCase())
    return (codage === 'gzip' || codage === '*') && !/^q=0(\.0*)?$/.test(q)
  })

/** Whether a browser says that it already has what an ETag names. */
const estConnue = (entete: string, etiquette: string): boolean =>
  entete.split(',').some((une) => {
    const connue = une.trim()
    return connue === '*' || connue.replace(/^W\//, '') === etiquette.replace(/^W\//, '')
  })

/** How a browser keeps a page: for its person alone, asking again each time; one that shows numbers, not at all. */
const conservationDe = ({ empreinte, passages }: PageGardee, nom: string): Readonly<Record<string, string>> =>
  passages.length > 0
    ? { 'Cache-Control': 'no-store', Vary: 'Accept-Encoding, Cookie' }
    : {
        ETag: `W/"${sha256(empreinte, nom)}"`,
        'Cache-Control': 'private, no-cache',
        Vary: 'Accept-Encoding, Cookie',
      }

/** The answer that a kept page makes to somebody: nothing where their browser has it already, otherwise its bytes. */
export const repondre = async (c: Context, page: PageGardee, nom: string): Promise<Response> => {
  const communs = conservationDe(page, nom)
  if (communs.ETag !== undefined && estConnue(c.req.header('If-None-Match') ?? '', communs.ETag))
    return new Response(null, { status: 304, headers: communs })
  const headers = { ...communs, 'Content-Type': 'text/html; charset=UTF-8' }
  const comprimee = assembler(page.morceaux, echapper(nom))
  if (accepteGzip(c.req.header('Accept-Encoding') ?? ''))
    return new Response(new Uint8Array(comprimee), { headers: { ...headers, 'Content-Encoding': 'gzip' } })
  return new Response(new Uint8Array(await decompresser(comprimee)), { headers })
}
