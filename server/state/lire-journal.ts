import { type RawBuilder, sql } from 'kysely'
import { ACTIONS } from './actions.ts'
import type { BaseEtat } from './etat.ts'
import type { LigneJournal } from './journal.ts'

/** What is looked for in the audit log; empty texts look for everything. */
export interface FiltreJournal {
  readonly action: string
  readonly qui: string
  readonly depuis: string
  readonly jusqua: string
}

/** Whose entries may be read. */
export interface RessortJournal {
  /** Those of these territories; null for all. */
  readonly territoires: readonly string[] | null
  /** Of the entries that are of no territory, whether all may be, or those of `qui` alone. */
  readonly installation: boolean
  readonly qui: string
}

const duRessort = (etat: BaseEtat, { territoires, installation, qui }: RessortJournal) => {
  const requete = etat.selectFrom('journal')
  if (territoires === null) return requete
  return requete.where((eb) => {
    const sansTerritoire = eb('territoire', 'is', null)
    return eb.or([
      eb('territoire', 'in', territoires),
      installation ? sansTerritoire : eb.and([sansTerritoire, eb('qui', '=', qui)]),
    ])
  })
}

const filtrer = (etat: BaseEtat, { action, qui, depuis, jusqua }: FiltreJournal, ressort: RessortJournal) => {
  let requete = duRessort(etat, ressort)
  if (action !== '') requete = requete.where('action', '=', action)
  if (qui !== '') requete = requete.where('qui', 'like', `%${qui.replace(/[%_]/g, '')}%`)
  if (depuis !== '') requete = requete.where('instant', '>=', depuis)
  if (jusqua !== '') requete = requete.where('instant', '<=', `${jusqua} 99`)
  return requete
}

export const compterJournal = async (
  etat: BaseEtat,
  filtre: FiltreJournal,
  ressort: RessortJournal,
): Promise<number> => {
  const { n } = await filtrer(etat, filtre, ressort)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** An order of the entries. */
export interface OrdreJournal {
  readonly par: 'id' | 'qui' | 'action' | 'nombre'
  readonly descend: boolean
}

/** The place of an act among all, by its words. */
const RANGS_ACTIONS = Object.entries(ACTIONS)
  .toSorted(([, a], [, b]) => a.localeCompare(b, 'fr'))
  .map(([code]) => code)

const rangDe = ({ par }: OrdreJournal): RawBuilder<unknown> =>
  par === 'action'
    ? sql`CASE action ${sql.join(
        RANGS_ACTIONS.map((code, rang) => sql`WHEN ${code} THEN ${rang}`),
        sql` `,
      )} END`
    : par === 'qui'
      ? sql`lower(qui)`
      : sql.ref(par)

/** Entries in an order, those that have nothing to be sorted by last, then the latest first. */
export const lireJournal = (
  etat: BaseEtat,
  filtre: FiltreJournal,
  ressort: RessortJournal,
  { limite, depart, ordre }: { readonly limite: number; readonly depart: number; readonly ordre: OrdreJournal },
): Promise<LigneJournal[]> =>
  filtrer(etat, filtre, ressort)
    .selectAll()
    .orderBy(rangDe(ordre), (sens) => (ordre.descend ? sens.desc() : sens.asc()).nullsLast())
    .orderBy('id', 'desc')
    .limit(limite)
    .offset(depart)
    .execute()

const LOT = 1000

/** Every entry, from the oldest, a few at a time. */
export async function* parcourirJournal(
  etat: BaseEtat,
  filtre: FiltreJournal,
  ressort: RessortJournal,
): AsyncGenerator<LigneJournal> {
  let apres = 0
  for (;;) {
    const lot = await filtrer(etat, filtre, ressort)
      .selectAll()
      .where('id', '>', apres)
      .orderBy('id')
      .limit(LOT)
      .execute()
    yield* lot
    const dernier = lot.at(-1)
    if (lot.length < LOT || dernier === undefined) return
    apres = dernier.id
  }
}
