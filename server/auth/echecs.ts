import { addMinutes } from 'date-fns'
import { sql } from 'kysely'
import { instantDe } from '../horloge.ts'
import { type Compte, changerCompte } from '../state/comptes.ts'
import type { BaseEtat } from '../state/etat.ts'
import { consigner } from '../state/journal.ts'

const ECHECS_PERMIS = 5
const VERROU_MINUTES = 15

export const estVerrouille = ({ verrouille_jusqu_a }: Compte, maintenant: Date): boolean =>
  verrouille_jusqu_a !== null && verrouille_jusqu_a > instantDe(maintenant)

/** A password or a code about to be checked, counted as wrong until it is found right. */
export interface Essai {
  /** Ends an attempt that failed: the one that locked the account is logged. */
  rater(): Promise<void>
  /** Ends an attempt that was right, and was one step only: as if it had not been made. */
  rendre(): Promise<void>
  /** Ends an attempt that was right: no failure is left. */
  reussir(): Promise<void>
}

/**
 * Takes one of the attempts that an account allows, before anything is checked: attempts made at once are counted as one
 * after the other. Every fifth wrong one locks the account for a quarter of an hour; null while it is.
 */
export const prendreEssai = async (etat: BaseEtat, compte: Compte, maintenant: Date): Promise<Essai | null> => {
  const instant = instantDe(maintenant)
  const verrou = instantDe(addMinutes(maintenant, VERROU_MINUTES))
  const pris = await etat
    .updateTable('comptes')
    .set({
      echecs: sql`echecs + 1`,
      verrouille_jusqu_a: sql`CASE WHEN (echecs + 1) % ${ECHECS_PERMIS} = 0 THEN ${verrou} END`,
    })
    .where('id', '=', compte.id)
    .where((ou) => ou.or([ou('verrouille_jusqu_a', 'is', null), ou('verrouille_jusqu_a', '<=', instant)]))
    .returning('verrouille_jusqu_a as jusqu_a')
    .executeTakeFirst()
  if (pris === undefined) return null
  const { jusqu_a } = pris
  return {
    async rater() {
      if (jusqu_a !== null)
        await consigner(etat, {
          instant,
          qui: compte.courriel,
          role: compte.role,
          action: 'VERROUILLAGE',
          detail: { jusqu_a },
        })
    },
    async rendre() {
      await etat
        .updateTable('comptes')
        .set({ echecs: sql`max(echecs - 1, 0)`, ...(jusqu_a === null ? {} : { verrouille_jusqu_a: null }) })
        .where('id', '=', compte.id)
        .execute()
    },
    reussir: () => changerCompte(etat, compte.id, { echecs: 0, verrouille_jusqu_a: null }),
  }
}
