import type { Jour } from '../../ingest/socle/jour.ts'
import type { BaseEtat } from './etat.ts'
import { type CellulesDe, ecrireLigne, type LigneEtat, lireLigne } from './table.ts'
import { type ACTES_CORRECTION, CORRECTIONS_DECLAREES, type ISSUES_CORRECTION } from './table-corrections.ts'

export type ActeCorrection = (typeof ACTES_CORRECTION)[number]

/** What a guichet said of a fault of a demande, and what became of it. */
export type Declaration = LigneEtat<typeof CORRECTIONS_DECLAREES>

/** What is said of one fault. */
export interface Faute {
  readonly numero_unique: string
  readonly indicateur: string
  readonly regle: string
}

export const cleDeLaFaute = ({ numero_unique, indicateur, regle }: Faute): string =>
  `${numero_unique} ${indicateur} ${regle}`

export const declarerCorrections = async (
  etat: BaseEtat,
  fautes: readonly Faute[],
  commun: Pick<Declaration, 'territoire' | 'service' | 'acte' | 'par' | 'le' | 'instantane'>,
): Promise<void> => {
  if (fautes.length === 0) return
  await etat
    .insertInto('corrections_declarees')
    .values(fautes.map((faute) => ecrireLigne(CORRECTIONS_DECLAREES, { ...commun, ...faute })))
    .execute()
}

/** What a service last said of each fault, the oldest first; what it took back is said of nothing. */
export const lireDeclarations = async (
  etat: BaseEtat,
  territoire: string,
  service: string,
): Promise<readonly Declaration[]> => {
  const lignes = await etat
    .selectFrom('corrections_declarees')
    .selectAll()
    .where('territoire', '=', territoire)
    .where('service', '=', service)
    .orderBy('id')
    .execute()
  const dernieres = new Map<string, Declaration>()
  for (const ligne of lignes) {
    const declaration = lireLigne(CORRECTIONS_DECLAREES, ligne as CellulesDe<typeof CORRECTIONS_DECLAREES>)
    dernieres.delete(cleDeLaFaute(declaration))
    if (declaration.acte !== 'ANNULE') dernieres.set(cleDeLaFaute(declaration), declaration)
  }
  return [...dernieres.values()]
}

/** Notes what a snapshot shows of what was said: put right, or still to be. */
export const constaterCorrections = async (
  etat: BaseEtat,
  ids: readonly number[],
  issue: (typeof ISSUES_CORRECTION)[number],
  vueAu: Jour,
): Promise<void> => {
  if (ids.length === 0) return
  await etat
    .updateTable('corrections_declarees')
    .set({ issue, vue_au: vueAu })
    .where('id', 'in', ids)
    .where('issue', 'is', null)
    .execute()
}
