import type { BaseEtat } from './etat.ts'
import { type CellulesDe, ecrireLigne, type LigneEtat, lireLigne } from './table.ts'
import { ANNEXES, ANNEXES_ACTES } from './table-annexes.ts'

export type ActeAnnexeRange = LigneEtat<typeof ANNEXES_ACTES>

export type NouvelActeAnnexe = Omit<ActeAnnexeRange, 'id' | 'annexe'>

/** A list joined to a line of a measure, and its history, the oldest first. */
export interface Annexe extends LigneEtat<typeof ANNEXES> {
  readonly actes: readonly ActeAnnexeRange[]
}

/** The lists joined to some measures, in the order in which they were. */
export const lireAnnexes = async (etat: BaseEtat, mesures: readonly number[]): Promise<Annexe[]> => {
  if (mesures.length === 0) return []
  const annexes = await etat.selectFrom('annexes').selectAll().where('mesure', 'in', mesures).orderBy('id').execute()
  if (annexes.length === 0) return []
  const ids = annexes.map(({ id }) => id)
  const actes = await etat.selectFrom('annexes_actes').selectAll().where('annexe', 'in', ids).orderBy('id').execute()
  return annexes.map((annexe) => ({
    ...lireLigne(ANNEXES, annexe as CellulesDe<typeof ANNEXES>),
    actes: actes
      .filter((acte) => acte.annexe === annexe.id)
      .map((acte) => lireLigne(ANNEXES_ACTES, acte as CellulesDe<typeof ANNEXES_ACTES>)),
  }))
}

/** Adds an act to the history of a list. */
export const noterActeAnnexe = async (etat: BaseEtat, annexe: number, acte: NouvelActeAnnexe): Promise<void> => {
  await etat
    .insertInto('annexes_actes')
    .values(ecrireLigne(ANNEXES_ACTES, { ...acte, annexe }))
    .execute()
}

/** Joins the list of each of some lines of a measure; a line that has one already takes the act that renews it. */
export const joindreAnnexes = async (
  etat: BaseEtat,
  mesure: number,
  lignes: readonly number[] | null,
  acte: Omit<NouvelActeAnnexe, 'acte'>,
): Promise<void> => {
  const { territoire } = await etat
    .selectFrom('mesures')
    .select('territoire')
    .where('id', '=', mesure)
    .executeTakeFirstOrThrow()
  const connues = new Map((await lireAnnexes(etat, [mesure])).map(({ ligne, id }) => [ligne, id]))
  const toutes = await etat
    .selectFrom('mesures_lignes')
    .selectAll()
    .where('mesure', '=', mesure)
    .orderBy('id')
    .execute()
  for (const ligne of toutes.filter(({ id }) => lignes?.includes(id) ?? true)) {
    const connue = connues.get(ligne.id)
    if (connue !== undefined) {
      await noterActeAnnexe(etat, connue, { ...acte, acte: 'RENOUVELER' })
      continue
    }
    const { indicateur, niveau, entite, mois, sur_douze_mois, instantane } = ligne
    const { id } = await etat
      .insertInto('annexes')
      .values({ territoire, mesure, ligne: ligne.id, indicateur, niveau, entite, mois, sur_douze_mois, instantane })
      .returning('id')
      .executeTakeFirstOrThrow()
    await noterActeAnnexe(etat, id, { ...acte, acte: 'JOINDRE' })
  }
}
