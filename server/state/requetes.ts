import type { ResultatRequete } from '../../web/requetes.ts'
import type { BaseEtat } from './etat.ts'
import { type CellulesDe, ecrireLigne, type LigneEtat, lireLigne } from './table.ts'
import { REQUETES, REQUETES_TUILES, REQUETES_VERSIONS } from './table-requetes.ts'

export type VersionRequete = LigneEtat<typeof REQUETES_VERSIONS>

export type NouvelleVersion = Omit<VersionRequete, 'id' | 'requete'>

/** A kept query, its versions the oldest first: the last one holds. */
export interface RequeteGardee extends LigneEtat<typeof REQUETES> {
  readonly versions: readonly VersionRequete[]
  readonly derniere: VersionRequete
}

export type Tuile = LigneEtat<typeof REQUETES_TUILES>

const ecrireVersion = (etat: BaseEtat, requete: number, version: NouvelleVersion) =>
  etat
    .insertInto('requetes_versions')
    .values(ecrireLigne(REQUETES_VERSIONS, { ...version, requete }))
    .execute()

/** Keeps a query; gives its number. */
export const garderRequete = (
  etat: BaseEtat,
  requete: Pick<RequeteGardee, 'territoire' | 'role'>,
  version: NouvelleVersion,
): Promise<number> =>
  etat.transaction().execute(async (transaction) => {
    const { id } = await transaction
      .insertInto('requetes')
      .values(ecrireLigne(REQUETES, { ...requete, par: version.par, le: version.le }))
      .returning('id')
      .executeTakeFirstOrThrow()
    await ecrireVersion(transaction, id, version)
    return id
  })

export const ajouterVersion = async (etat: BaseEtat, id: number, version: NouvelleVersion): Promise<void> => {
  await ecrireVersion(etat, id, version)
}

/** Every query kept of a territory, whoever may see it, put away or not. */
export const lireRequetesGardees = async (etat: BaseEtat, territoire: string): Promise<RequeteGardee[]> => {
  const requetes = await etat
    .selectFrom('requetes')
    .selectAll()
    .where('territoire', '=', territoire)
    .orderBy('id')
    .execute()
  if (requetes.length === 0) return []
  const ids = requetes.map(({ id }) => id)
  const lues = await etat
    .selectFrom('requetes_versions')
    .selectAll()
    .where('requete', 'in', ids)
    .orderBy('id')
    .execute()
  const versions = lues.map((ligne) => lireLigne(REQUETES_VERSIONS, ligne as CellulesDe<typeof REQUETES_VERSIONS>))
  return requetes.flatMap((requete) => {
    const siennes = versions.filter((version) => version.requete === requete.id)
    const derniere = siennes.at(-1)
    return derniere === undefined
      ? []
      : [{ ...lireLigne(REQUETES, requete as CellulesDe<typeof REQUETES>), versions: siennes, derniere }]
  })
}

/** The tiles of a territory, in the order they were pinned. */
export const lireTuiles = async (etat: BaseEtat, territoire: string): Promise<Tuile[]> => {
  const lues = await etat
    .selectFrom('requetes_tuiles')
    .selectAll()
    .where('territoire', '=', territoire)
    .orderBy('id')
    .execute()
  return lues.map((ligne) => lireLigne(REQUETES_TUILES, ligne as CellulesDe<typeof REQUETES_TUILES>))
}

/** The territories that have tiles. */
export const territoiresDesTuiles = async (etat: BaseEtat): Promise<string[]> =>
  (await etat.selectFrom('requetes_tuiles').select('territoire').distinct().orderBy('territoire').execute()).map(
    ({ territoire }) => territoire,
  )

export const poserTuile = async (etat: BaseEtat, tuile: Omit<Tuile, 'id'>): Promise<void> => {
  await etat.insertInto('requetes_tuiles').values(ecrireLigne(REQUETES_TUILES, tuile)).execute()
}

/** What a tile shows, once it was computed anew. */
export const ecrireTuile = async (
  etat: BaseEtat,
  id: number,
  calcul: Pick<Tuile, 'refus' | 'etat_base' | 'calculee_le'> & { readonly resultat: ResultatRequete | null },
): Promise<void> => {
  await etat.updateTable('requetes_tuiles').set(ecrireLigne(REQUETES_TUILES, calcul)).where('id', '=', id).execute()
}

/** Takes the tile of a query away. */
export const oterTuile = async (etat: BaseEtat, requete: number): Promise<void> => {
  await etat.deleteFrom('requetes_tuiles').where('requete', '=', requete).execute()
}
