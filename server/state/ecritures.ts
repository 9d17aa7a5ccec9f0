import type { BaseEtat } from './etat.ts'

/** A number that is another as soon as anything that pages show was written in the application's database. */
export const compterEcritures = async (etat: BaseEtat): Promise<number> =>
  (await etat.selectFrom('ecritures').select('nombre').executeTakeFirstOrThrow()).nombre
