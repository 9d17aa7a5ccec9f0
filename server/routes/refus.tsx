import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { AccesRefusePage } from '../../web/pages/refus.tsx'
import { AccesRefuse } from '../acces/refus.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe } from '../horloge.ts'
import { adresseReseau } from '../hote.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { consigner } from '../state/journal.ts'

/** The reference that a page shows and a log keeps. */
export const tirerReference = (): string => randomUUID().slice(0, 8).toUpperCase()

/** What is kept of a text that an address holds, in characters. */
const LONGUEUR = 200

const abreger = (detail: AccesRefuse['detail']) =>
  Object.fromEntries(
    Object.entries(detail).map(([nom, valeur]) => [
      nom,
      typeof valeur === 'string' ? valeur.slice(0, LONGUEUR) : valeur,
    ]),
  )

/** Logs what a person may not have, and gives the reference that they are told. */
export const consignerRefus = async (
  { etat, maintenant }: Deps,
  c: Context<Env>,
  refus: AccesRefuse,
): Promise<string> => {
  const reference = tirerReference()
  const { qui, role } = c.get('acces')
  await consigner(etat, {
    instant: instantDe(maintenant()),
    qui,
    role,
    action: 'REFUS',
    detail: { motif: refus.motif, ...abreger(refus.detail), page: c.req.path.slice(0, LONGUEUR), reference },
  })
  return reference
}

/** Answers what a person may not have: logged with its reference, told in a page that says no more. */
export const repondreRefus = async (deps: Deps, c: Context<Env>, refus: AccesRefuse): Promise<Response> => {
  const reference = await consignerRefus(deps, c, refus)
  const sujet = await lireSujet(c).catch((cause: unknown) => {
    if (cause instanceof AccesRefuse) return null
    throw cause
  })
  return c.html(<AccesRefusePage contexte={sujet?.contexte ?? null} reference={reference} />, 403)
}

/**
 * Logs a request turned away before anybody was recognised. Past a number of them from one address, they are only
 * counted: a log that anyone can fill is no log.
 */
export const consignerRejet = async (
  { etat, tentatives, site, maintenant }: Deps,
  c: Context<Env>,
  motif: string,
): Promise<void> => {
  const adresse = adresseReseau(site, c)
  if (!tentatives.tenter(`rejets de ${adresse}`, maintenant())) return
  await consigner(etat, {
    instant: instantDe(maintenant()),
    qui: c.get('acces')?.qui ?? 'anonyme',
    action: 'REFUS',
    detail: { motif, page: c.req.path.slice(0, LONGUEUR), adresse },
  })
}
