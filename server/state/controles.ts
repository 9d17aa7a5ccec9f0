import type { Mois } from '../../ingest/socle/jour.ts'
import type { ActeFait } from '../gestion/controles/suivre.ts'
import type { BaseEtat } from './etat.ts'
import { ecrireLigne, type LigneEtat, lireLigne } from './table.ts'
import { CONTROLES_ACTES, CONTROLES_SIGNATURES } from './table-controles.ts'

/** An act, with its number and the month it is of. */
export type ActeDeControle = LigneEtat<typeof CONTROLES_ACTES>

export type SignatureGardee = LigneEtat<typeof CONTROLES_SIGNATURES>

/** A signature, and when it was given. */
export interface Signature extends Omit<SignatureGardee, 'acte' | 'document'> {
  readonly mois: string
  readonly par: string
  readonly le: string
}

/** What was done of the controls of a territory, or of one month's, the oldest first. */
export const lireActesDeControle = async (
  etat: BaseEtat,
  territoire: string,
  mois?: Mois,
): Promise<ActeDeControle[]> => {
  const tous = etat.selectFrom('controles_actes').selectAll().where('territoire', '=', territoire).orderBy('id')
  const lignes = await (mois === undefined ? tous : tous.where('mois', '=', mois)).execute()
  return lignes.map((ligne) => lireLigne(CONTROLES_ACTES, ligne))
}

/** The signatures of a territory's controls, the oldest first: those of a control that was reopened are all kept. */
export const lireSignatures = async (etat: BaseEtat, territoire: string): Promise<Signature[]> =>
  etat
    .selectFrom('controles_signatures')
    .innerJoin('controles_actes', 'controles_actes.id', 'controles_signatures.acte')
    .select([
      'controles_signatures.id',
      'controles_signatures.nom',
      'controles_signatures.faits',
      'controles_signatures.empreinte',
      'controles_actes.mois',
      'controles_actes.par',
      'controles_actes.le',
    ])
    .where('controles_actes.territoire', '=', territoire)
    .orderBy('controles_signatures.id')
    .execute()

/** The report kept with a signature, as its text; null for what was signed before reports were kept. */
export const lireRapportSigne = async (etat: BaseEtat, signature: number): Promise<string | null> => {
  const ligne = await etat
    .selectFrom('controles_signatures')
    .select('document')
    .where('id', '=', signature)
    .executeTakeFirst()
  return ligne?.document ?? null
}

/** What the acts asked come to: nothing, for a reason said as a sentence; or themselves, with what a signature froze. */
export type Verification =
  | { readonly refus: string }
  | { readonly signature: Omit<SignatureGardee, 'id' | 'acte'> | null }

/** Adds acts to a control, and what a signature among them froze, as `verifier` says where it stands; gives its refusal. */
export const ajouterActes = (
  etat: BaseEtat,
  { territoire, mois }: { readonly territoire: string; readonly mois: Mois },
  actes: readonly ActeFait[],
  verifier: (avant: readonly ActeFait[]) => Verification,
): Promise<string | null> =>
  etat.transaction().execute(async (transaction) => {
    const verifie = verifier(await lireActesDeControle(transaction, territoire, mois))
    if ('refus' in verifie) return verifie.refus
    let dernier = 0
    for (const acte of actes) {
      const { id } = await transaction
        .insertInto('controles_actes')
        .values(ecrireLigne(CONTROLES_ACTES, { ...acte, territoire, mois }))
        .returning('id')
        .executeTakeFirstOrThrow()
      dernier = id
    }
    if (verifie.signature !== null)
      await transaction
        .insertInto('controles_signatures')
        .values(ecrireLigne(CONTROLES_SIGNATURES, { ...verifie.signature, acte: dernier }))
        .execute()
    return null
  })
