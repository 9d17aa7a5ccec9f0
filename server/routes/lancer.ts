import type { Deps } from '../deps.ts'

/** Begins to send: a folder is written at once; a mail server takes its time, and nobody waits for it. */
export const lancer = async ({ expedition }: Pick<Deps, 'expedition'>): Promise<void> => {
  const passe = expedition.passer()
  if (expedition.sansRisque) await passe
}
