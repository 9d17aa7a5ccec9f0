import { grouperPar } from '../../ingest/socle/grouper-par.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import type { BaseEtat } from './etat.ts'
import { type CellulesDe, ecrireLigne, type LigneEtat, lireLigne } from './table.ts'
import { DEMARCHES, DEMARCHES_ACTES } from './table-demarches.ts'

export type ActeDemarcheRange = LigneEtat<typeof DEMARCHES_ACTES>

export type NouvelActeDemarche = Omit<ActeDemarcheRange, 'id' | 'demarche'>

/** A démarche and its history, its sending first. */
export interface Demarche extends LigneEtat<typeof DEMARCHES> {
  readonly actes: readonly ActeDemarcheRange[]
}

export type NouvelleDemarche = Omit<Demarche, 'id' | 'actes'>

const noter = async (etat: BaseEtat, demarche: number, acte: NouvelActeDemarche): Promise<void> => {
  await etat
    .insertInto('demarches_actes')
    .values(ecrireLigne(DEMARCHES_ACTES, { ...acte, demarche }))
    .execute()
}

/** Keeps a démarche with its sending; gives its number. */
export const deposerDemarche = (
  etat: BaseEtat,
  demarche: NouvelleDemarche,
  envoi: NouvelActeDemarche,
): Promise<number> =>
  etat.transaction().execute(async (transaction) => {
    const { id } = await transaction
      .insertInto('demarches')
      .values(ecrireLigne(DEMARCHES, demarche))
      .returning('id')
      .executeTakeFirstOrThrow()
    await noter(transaction, id, envoi)
    return id
  })

/** Adds an act to a démarche that has had no other since it was read; false where it has. */
export const ajouterActeDemarche = (
  etat: BaseEtat,
  { id, actes }: Pick<Demarche, 'id' | 'actes'>,
  acte: NouvelActeDemarche,
): Promise<boolean> =>
  etat.transaction().execute(async (transaction) => {
    const dernier = await transaction
      .selectFrom('demarches_actes')
      .select('id')
      .where('demarche', '=', id)
      .orderBy('id', 'desc')
      .executeTakeFirst()
    if (dernier?.id !== actes.at(-1)?.id) return false
    await noter(transaction, id, acte)
    return true
  })

/** How many démarches an account has tried to send on a day, as the audit log says. */
export const compterEssais = async (etat: BaseEtat, qui: string, jour: Jour): Promise<number> => {
  const { n } = await etat
    .selectFrom('journal')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('action', '=', 'DEMARCHE')
    .where('qui', '=', qui)
    .where('instant', 'like', `${jour} %`)
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** The démarches of a territory, the oldest first, whoever may read them: the door says who does. */
export const lireDemarches = async (etat: BaseEtat, territoire: string): Promise<Demarche[]> => {
  const lignes = await etat
    .selectFrom('demarches')
    .selectAll()
    .where('territoire', '=', territoire)
    .orderBy('id')
    .execute()
  const actes = await etat
    .selectFrom('demarches_actes as a')
    .innerJoin('demarches as d', 'd.id', 'a.demarche')
    .selectAll('a')
    .where('d.territoire', '=', territoire)
    .orderBy('a.id')
    .execute()
  const siens = grouperPar(
    actes.map((acte) => lireLigne(DEMARCHES_ACTES, acte as CellulesDe<typeof DEMARCHES_ACTES>)),
    ({ demarche }) => demarche,
  )
  return lignes.map((ligne) => ({
    ...lireLigne(DEMARCHES, ligne as CellulesDe<typeof DEMARCHES>),
    actes: siens.get(ligne.id) ?? [],
  }))
}
