import type { BaseEtat } from './etat.ts'
import { ecrireLigne, lireLigne } from './table.ts'
import { SIGNALEMENTS } from './table-doublons.ts'

/** Steps of a report, in words. */
export const ETAPES_SIGNALEMENT = {
  DEPOSE: 'Déposé',
  ACCEPTE: 'Accepté',
  REFUSE: 'Refusé',
  FAIT: 'Fait dans le système national',
  CONFIRME: 'Confirmé par un instantané',
} as const

export type EtapeSignalement = keyof typeof ETAPES_SIGNALEMENT

/** What may follow each step. */
export const SUITES: Readonly<Record<EtapeSignalement, readonly EtapeSignalement[]>> = {
  DEPOSE: ['ACCEPTE', 'REFUSE'],
  ACCEPTE: ['FAIT', 'REFUSE'],
  REFUSE: [],
  FAIT: [],
  CONFIRME: [],
}

export interface Etape {
  readonly etape: EtapeSignalement
  readonly motif: string
  readonly par: string
  readonly le: string
}

export interface Signalement {
  readonly id: number
  readonly territoire: string
  readonly service: string | null
  readonly numeros: readonly string[]
  readonly garde: string
  /** Which number each piece of information is taken from, where it is not the one kept. */
  readonly reprises: Readonly<Record<string, string>>
  readonly motif: string
  /** From the first, DEPOSE, to the one it stands at. */
  readonly etapes: readonly Etape[]
}

const estEtape = (code: string): code is EtapeSignalement => Object.hasOwn(ETAPES_SIGNALEMENT, code)

export const deposerSignalement = async (
  etat: BaseEtat,
  signalement: Omit<Signalement, 'id' | 'etapes'> & { readonly par: string; readonly le: string },
): Promise<number> => {
  const { id } = await etat
    .insertInto('signalements')
    .values(ecrireLigne(SIGNALEMENTS, signalement))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The reports of a territory, a service's alone where one is given, the latest first. */
export const lireSignalements = async (
  etat: BaseEtat,
  territoire: string,
  service: string | null,
): Promise<Signalement[]> => {
  const lignes = await etat
    .selectFrom('signalements')
    .selectAll()
    .where('territoire', '=', territoire)
    .orderBy('id', 'desc')
    .execute()
  const etapes = await etat.selectFrom('signalements_etapes').selectAll().orderBy('id').execute()
  return lignes
    .filter((ligne) => service === null || ligne.service === service)
    .map((ligne) => lireLigne(SIGNALEMENTS, ligne))
    .map(({ par, le, ...ligne }) => ({
      ...ligne,
      etapes: [
        { etape: 'DEPOSE' as const, motif: ligne.motif, par, le },
        ...etapes.flatMap((e) =>
          e.signalement === ligne.id && estEtape(e.etape)
            ? [{ etape: e.etape, motif: e.motif, par: e.par, le: e.le }]
            : [],
        ),
      ],
    }))
}

export const avancerSignalement = async (etat: BaseEtat, signalement: number, etape: Etape): Promise<void> => {
  await etat
    .insertInto('signalements_etapes')
    .values({ signalement, ...etape })
    .execute()
}
