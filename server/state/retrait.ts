import type { BaseEtat } from './etat.ts'

/** Withdraws a row that stands, which is kept with who and when; false where there is none such. */
export const retirerLigne = async (
  etat: BaseEtat,
  table: 'activites' | 'obligations_faites' | 'rapports_references' | 'diffusion_destinataires',
  { territoire, id }: { readonly territoire: string; readonly id: number },
  par: string,
  le: string,
): Promise<boolean> => {
  const { numUpdatedRows } = await etat
    .updateTable(table)
    .set({ retire_par: par, retire_le: le })
    .where('id', '=', id)
    .where('territoire', '=', territoire)
    .where('retire_le', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}
