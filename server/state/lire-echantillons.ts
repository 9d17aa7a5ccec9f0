import { grouperPar } from '../../ingest/socle/grouper-par.ts'
import type { Echantillon, FicheGardee, ReponseGardee } from './echantillons.ts'
import type { BaseEtat } from './etat.ts'
import { type CellulesDe, lireLigne } from './table.ts'
import {
  ECHANTILLONS,
  ECHANTILLONS_ACTES,
  ECHANTILLONS_FICHES,
  ECHANTILLONS_REPONSES,
  ECHANTILLONS_STRATES,
} from './table-echantillons.ts'

/** What was last found of each demande drawn, by the number of its form. */
const lireReponses = async (etat: BaseEtat, ids: readonly number[]): Promise<ReadonlyMap<number, ReponseGardee>> => {
  const lignes = await etat
    .selectFrom('echantillons_reponses')
    .innerJoin('echantillons_fiches', 'echantillons_fiches.id', 'echantillons_reponses.fiche')
    .selectAll('echantillons_reponses')
    .where('echantillons_fiches.echantillon', 'in', ids)
    .orderBy('echantillons_reponses.id')
    .execute()
  const reponses = lignes.map((ligne) =>
    lireLigne(ECHANTILLONS_REPONSES, ligne as CellulesDe<typeof ECHANTILLONS_REPONSES>),
  )
  return new Map(reponses.map((reponse) => [reponse.fiche, reponse]))
}

/** The forms of some samples in their order, by sample, without the numbers. */
const lireFiches = async (
  etat: BaseEtat,
  ids: readonly number[],
): Promise<ReadonlyMap<number, (FicheGardee & { readonly echantillon: number })[]>> => {
  const reponses = await lireReponses(etat, ids)
  const lignes = await etat
    .selectFrom('echantillons_fiches')
    .select(['id', 'echantillon', 'rang', 'strate', 'guichet', 'libelle', 'service'])
    .where('echantillon', 'in', ids)
    .orderBy('rang')
    .execute()
  return grouperPar(
    lignes.map((fiche) => ({ ...fiche, reponse: reponses.get(fiche.id) ?? null })),
    ({ echantillon }) => echantillon,
  )
}

/** Every sample of a territory, the oldest first, whoever may see it: `acces/echantillons.ts` says who does. */
export const lireEchantillons = async (etat: BaseEtat, territoire: string): Promise<Echantillon[]> => {
  const tous = await etat
    .selectFrom('echantillons')
    .selectAll()
    .where('territoire', '=', territoire)
    .orderBy('id')
    .execute()
  if (tous.length === 0) return []
  const ids = tous.map(({ id }) => id)
  const de = (table: 'echantillons_strates' | 'echantillons_actes') =>
    etat.selectFrom(table).selectAll().where('echantillon', 'in', ids).orderBy('id').execute()
  const strates = (await de('echantillons_strates')).map((ligne) =>
    lireLigne(ECHANTILLONS_STRATES, ligne as CellulesDe<typeof ECHANTILLONS_STRATES>),
  )
  const actes = (await de('echantillons_actes')).map((ligne) =>
    lireLigne(ECHANTILLONS_ACTES, ligne as CellulesDe<typeof ECHANTILLONS_ACTES>),
  )
  const fiches = await lireFiches(etat, ids)
  return tous.map((ligne) => ({
    ...lireLigne(ECHANTILLONS, ligne as CellulesDe<typeof ECHANTILLONS>),
    strates: strates.filter(({ echantillon }) => echantillon === ligne.id),
    actes: actes.filter(({ echantillon }) => echantillon === ligne.id),
    fiches: fiches.get(ligne.id) ?? [],
  }))
}

/** The numbers of the demandes of a sample, by the number of their form; « n° purgé » where retention has passed. */
export const lireNumerosTires = async (etat: BaseEtat, echantillon: number): Promise<ReadonlyMap<number, string>> => {
  const lignes = await etat
    .selectFrom('echantillons_fiches')
    .select(['id', 'numero_unique'])
    .where('echantillon', '=', echantillon)
    .execute()
  return new Map(
    lignes.map(({ id, numero_unique }) => [id, ECHANTILLONS_FICHES.colonnes.numero_unique.lire(numero_unique)]),
  )
}
