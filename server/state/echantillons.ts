import type { BaseEtat } from './etat.ts'
import { ecrireLigne, type LigneEtat } from './table.ts'
import {
  ECHANTILLONS,
  ECHANTILLONS_ACTES,
  ECHANTILLONS_FICHES,
  ECHANTILLONS_REPONSES,
  ECHANTILLONS_STRATES,
} from './table-echantillons.ts'

export type StrateGardee = Omit<LigneEtat<typeof ECHANTILLONS_STRATES>, 'id' | 'echantillon'>

export type ActeGarde = LigneEtat<typeof ECHANTILLONS_ACTES>

export type ReponseGardee = LigneEtat<typeof ECHANTILLONS_REPONSES>

type LigneFiche = LigneEtat<typeof ECHANTILLONS_FICHES>

/** A demande drawn, without its number, and what was last found of it. */
export interface FicheGardee extends Omit<LigneFiche, 'echantillon' | 'numero_unique'> {
  readonly reponse: ReponseGardee | null
}

/** A sample, its strata, its forms in their order and its acts, the oldest first; no number. */
export interface Echantillon extends LigneEtat<typeof ECHANTILLONS> {
  readonly strates: readonly StrateGardee[]
  readonly fiches: readonly FicheGardee[]
  readonly actes: readonly ActeGarde[]
}

export type NouvelActe = Omit<ActeGarde, 'id' | 'echantillon'>

export type NouvelleReponse = Omit<ReponseGardee, 'id' | 'fiche'>

/** What is kept of a draw. */
export interface NouvelEchantillon {
  readonly echantillon: Omit<LigneEtat<typeof ECHANTILLONS>, 'id' | 'reference'>
  readonly strates: readonly StrateGardee[]
  readonly fiches: readonly Omit<LigneFiche, 'id' | 'echantillon' | 'rang'>[]
  readonly acte: NouvelActe
}

/** SQLite takes so many values in a statement; a row of these tables has eight at most. */
const LIGNES_PAR_ENVOI = 500

const parLots = <T>(lignes: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(lignes.length / LIGNES_PAR_ENVOI) }, (_, i) =>
    lignes.slice(i * LIGNES_PAR_ENVOI, (i + 1) * LIGNES_PAR_ENVOI),
  )

const ajouterActe = async (etat: BaseEtat, echantillon: number, acte: NouvelActe): Promise<void> => {
  await etat
    .insertInto('echantillons_actes')
    .values(ecrireLigne(ECHANTILLONS_ACTES, { ...acte, echantillon }))
    .execute()
}

/** Keeps a draw; gives its number and its reference: ranks in a month are never given twice, for nothing is deleted. */
export const garderEchantillon = (
  etat: BaseEtat,
  { echantillon, strates, fiches, acte }: NouvelEchantillon,
): Promise<Pick<Echantillon, 'id' | 'reference'>> =>
  etat.transaction().execute(async (transaction) => {
    const { n } = await transaction
      .selectFrom('echantillons')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('territoire', '=', echantillon.territoire)
      .where('mois', '=', echantillon.mois)
      .executeTakeFirstOrThrow()
    const reference = `${echantillon.mois}-${Number(n) + 1}`
    const { id } = await transaction
      .insertInto('echantillons')
      .values(ecrireLigne(ECHANTILLONS, { ...echantillon, reference }))
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const lot of parLots(strates))
      await transaction
        .insertInto('echantillons_strates')
        .values(lot.map((strate) => ecrireLigne(ECHANTILLONS_STRATES, { ...strate, echantillon: id })))
        .execute()
    for (const lot of parLots(fiches.map((fiche, i) => ({ ...fiche, rang: i + 1 }))))
      await transaction
        .insertInto('echantillons_fiches')
        .values(lot.map((fiche) => ecrireLigne(ECHANTILLONS_FICHES, { ...fiche, echantillon: id })))
        .execute()
    await ajouterActe(transaction, id, acte)
    return { id, reference }
  })

/** Adds an act after the one that was last when it was judged; false where another came between. */
const apresLeDernier = async (
  etat: BaseEtat,
  { id, actes }: Pick<Echantillon, 'id' | 'actes'>,
  faire: () => Promise<void>,
): Promise<boolean> => {
  const dernier = await etat
    .selectFrom('echantillons_actes')
    .select('id')
    .where('echantillon', '=', id)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (dernier?.id !== actes.at(-1)?.id) return false
  await faire()
  return true
}

export const ajouterActeDEchantillon = (
  etat: BaseEtat,
  echantillon: Pick<Echantillon, 'id' | 'actes'>,
  acte: NouvelActe,
): Promise<boolean> =>
  etat
    .transaction()
    .execute((transaction) =>
      apresLeDernier(transaction, echantillon, () => ajouterActe(transaction, echantillon.id, acte)),
    )

/** Keeps what was found of a demande, and the act that it is where it changes where the sample stands. */
export const garderReponse = (
  etat: BaseEtat,
  echantillon: Pick<Echantillon, 'id' | 'actes'>,
  fiche: number,
  reponse: NouvelleReponse,
  acte: NouvelActe | null,
): Promise<boolean> =>
  etat.transaction().execute((transaction) =>
    apresLeDernier(transaction, echantillon, async () => {
      await transaction
        .insertInto('echantillons_reponses')
        .values(ecrireLigne(ECHANTILLONS_REPONSES, { ...reponse, fiche }))
        .execute()
      if (acte !== null) await ajouterActe(transaction, echantillon.id, acte)
    }),
  )
