import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { contentType, writeTableau } from '../../reports/tableau/formats.ts'
import type { Env } from '../env.ts'
import { FORMES, type Forme, formeVoulue, MEDIAS } from './forme.ts'
import { DemandeImpossible } from './probleme.ts'
import type { Reponse, Ressource } from './ressource.ts'
import { liensDesPages } from './tranche.ts'

/** The form that a request wants. */
const formeDe = (c: Context): Forme => {
  const forme = formeVoulue(c.req.header('accept'))
  if (forme === null)
    throw new DemandeImpossible(
      'forme-refusee',
      `Demander par « Accept » l’une des formes ${FORMES.map((une) => MEDIAS[une]).join(', ')}.`,
    )
  return forme
}

/** The parameters of an address; one said twice is a mistake. */
const requeteDe = (c: Context): Record<string, string> =>
  Object.fromEntries(
    Object.entries(c.req.queries()).map(([nom, [valeur = '', autre]]) => {
      if (autre !== undefined)
        throw new DemandeImpossible('parametre-invalide', `Le paramètre « ${nom} » est dit deux fois.`)
      return [nom, valeur]
    }),
  )

const ecrire = async ({ titre }: Ressource, { colonnes, lignes }: Reponse, forme: Forme): Promise<Buffer> => {
  const morceaux: Buffer[] = []
  for await (const morceau of writeTableau({ titre, colonnes, lignes }, forme)) morceaux.push(Buffer.from(morceau))
  return Buffer.concat(morceaux)
}

/** The same bytes have the same tag: an answer has no time of its own in it. */
const etiquetteDe = (corps: Buffer): string => `"${createHash('sha256').update(corps).digest('base64url')}"`

/** Compression makes a tag weak: what is compared is what it names (RFC 9110, 13.1.2). */
const correspond = (entete: string | undefined, etiquette: string): boolean =>
  (entete ?? '')
    .split(',')
    .map((une) => une.trim().replace(/^W\//, ''))
    .some((une) => une === '*' || une === etiquette)

/** Answers a page of a resource, in the form that is wanted. */
export const repondreRessource = async (c: Context<Env>, ressource: Ressource, maintenant: Date): Promise<Response> => {
  const forme = formeDe(c)
  const requete = requeteDe(c)
  const reponse = await ressource.lire({ lecteur: c.get('lecteur'), forme, maintenant }, requete)
  try {
    const corps = await ecrire(ressource, reponse, forme)
    const etiquette = etiquetteDe(corps)
    c.header('ETag', etiquette)
    c.header('Cache-Control', ressource.nominative ? 'no-store' : 'private, no-cache')
    c.header('Link', liensDesPages(new URL(c.req.url), reponse.tranche, reponse.total))
    if (correspond(c.req.header('if-none-match'), etiquette)) return c.body(null, 304)
    c.header('Content-Type', contentType(forme))
    return c.body(new Uint8Array(corps))
  } finally {
    reponse.fermer?.()
  }
}
