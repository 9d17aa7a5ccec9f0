import { type DocumentGarde, lireDocuments } from './documents.ts'
import type { BaseEtat } from './etat.ts'
import { type CellulesDe, ecrireLigne, type LigneEtat, lireLigne } from './table.ts'
import { MESURES, MESURES_ACTES, MESURES_LIGNES } from './table-mesures.ts'

/** A line of a measure, frozen. */
export type LigneFigee = LigneEtat<typeof MESURES_LIGNES>

export type NouvelleLigne = Omit<LigneFigee, 'id' | 'mesure' | 'le'>

export type ActeMesureRange = LigneEtat<typeof MESURES_ACTES>

export type NouvelActe = Omit<ActeMesureRange, 'id' | 'mesure'>

/** A measure, its lines and its history, the oldest first. */
export interface Mesure extends LigneEtat<typeof MESURES> {
  readonly lignes: readonly LigneFigee[]
  readonly actes: readonly ActeMesureRange[]
  /** The letters and the files joined, the oldest first, without their bytes. */
  readonly documents: readonly DocumentGarde[]
}

const figer = async (
  etat: BaseEtat,
  mesure: number,
  lignes: readonly NouvelleLigne[],
  { le }: NouvelActe,
): Promise<void> => {
  if (lignes.length > 0)
    await etat
      .insertInto('mesures_lignes')
      .values(lignes.map((ligne) => ecrireLigne(MESURES_LIGNES, { ...ligne, mesure, le })))
      .execute()
}

const noter = async (etat: BaseEtat, mesure: number, acte: NouvelActe): Promise<number> => {
  const { id } = await etat
    .insertInto('mesures_actes')
    .values(ecrireLigne(MESURES_ACTES, { ...acte, mesure }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The next reference of a territory in the year of an instant: ranks are never given twice, for nothing is deleted. */
const referenceSuivante = async (etat: BaseEtat, territoire: string, le: string): Promise<string> => {
  const annee = le.slice(0, 4)
  const { n } = await etat
    .selectFrom('mesures')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('territoire', '=', territoire)
    .where('reference', 'like', `${annee}-%`)
    .executeTakeFirstOrThrow()
  return `${annee}-${String(Number(n) + 1).padStart(2, '0')}`
}

/** What goes with an act, in the same transaction: where it throws, nothing was done. */
type Suite<Faite> = (transaction: BaseEtat, faite: Faite) => Promise<void>

const SANS_SUITE = () => Promise.resolve()

type Ouverte = Pick<Mesure, 'id' | 'reference'>

/** Opens a measure with its evidence; gives its number and its reference. */
export const ouvrirMesure = (
  etat: BaseEtat,
  mesure: Pick<Mesure, 'territoire' | 'service' | 'service_libelle'>,
  lignes: readonly NouvelleLigne[],
  acte: NouvelActe,
  suite: Suite<Ouverte & { readonly acte: number }> = SANS_SUITE,
): Promise<Ouverte> =>
  etat.transaction().execute(async (transaction) => {
    const reference = await referenceSuivante(transaction, mesure.territoire, acte.le)
    const { id } = await transaction
      .insertInto('mesures')
      .values(ecrireLigne(MESURES, { ...mesure, reference }))
      .returning('id')
      .executeTakeFirstOrThrow()
    await figer(transaction, id, lignes, acte)
    await suite(transaction, { id, reference, acte: await noter(transaction, id, acte) })
    return { id, reference }
  })

/** Adds an act, and the lines that it brings, after the one that was last when it was judged; false where another came between. */
export const ajouterActe = (
  etat: BaseEtat,
  { id, actes }: Pick<Mesure, 'id' | 'actes'>,
  acte: NouvelActe,
  lignes: readonly NouvelleLigne[] = [],
  suite: Suite<number> = SANS_SUITE,
): Promise<boolean> =>
  etat.transaction().execute(async (transaction) => {
    const dernier = await transaction
      .selectFrom('mesures_actes')
      .select('id')
      .where('mesure', '=', id)
      .orderBy('id', 'desc')
      .executeTakeFirst()
    if (dernier?.id !== actes.at(-1)?.id) return false
    await figer(transaction, id, lignes, acte)
    await suite(transaction, await noter(transaction, id, acte))
    return true
  })

/** Every measure of a territory, the oldest first, whoever may see it: `acces/mesures.ts` says who does. */
export const lireMesures = async (etat: BaseEtat, territoire: string): Promise<Mesure[]> => {
  const mesures = await etat
    .selectFrom('mesures')
    .selectAll()
    .where('territoire', '=', territoire)
    .orderBy('id')
    .execute()
  if (mesures.length === 0) return []
  const ids = mesures.map(({ id }) => id)
  const lignes = await etat.selectFrom('mesures_lignes').selectAll().where('mesure', 'in', ids).orderBy('id').execute()
  const actes = await etat.selectFrom('mesures_actes').selectAll().where('mesure', 'in', ids).orderBy('id').execute()
  const documents = await lireDocuments(etat, { sujet: 'mesure', ids })
  return mesures.map((mesure) => ({
    ...lireLigne(MESURES, mesure),
    lignes: lignes
      .filter((ligne) => ligne.mesure === mesure.id)
      .map((ligne) => lireLigne(MESURES_LIGNES, ligne as CellulesDe<typeof MESURES_LIGNES>)),
    actes: actes
      .filter((acte) => acte.mesure === mesure.id)
      .map((acte) => lireLigne(MESURES_ACTES, acte as CellulesDe<typeof MESURES_ACTES>)),
    documents: documents.filter((document) => document.mesure === mesure.id),
  }))
}
