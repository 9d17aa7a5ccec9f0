import type { Context } from 'hono'
import type { Jour } from '../../ingest/socle/jour.ts'
import type { Contexte } from '../../web/contexte.ts'
import type { Env } from '../env.ts'
import { lireSujet } from './contexte.ts'
import { lireMesuresJugees, type MesureJugee } from './mesures.ts'
import { type DernierMois, dernierMoisDe } from './preuves.ts'

/** What pages of measures are about: the territory's latest month, and the measures that the person sees. */
export interface SujetMesures {
  readonly contexte: Contexte & { readonly territoire: string }
  /** Null where no month has figures. */
  readonly dernier: DernierMois | null
  readonly jugees: readonly MesureJugee[]
}

/** Measures are read as of today, whatever the month that the address shows; null before the first snapshot. */
export const sujetDesMesures = async (c: Context<Env>, aujourdhui: Jour): Promise<SujetMesures | null> => {
  const { lecteur, contexte } = await lireSujet(c)
  const { territoire } = contexte
  if (territoire === null) return null
  const dernier = await dernierMoisDe(lecteur, territoire)
  const portee = dernier?.portee ?? null
  return {
    contexte: { ...contexte, territoire },
    dernier,
    jugees: await lireMesuresJugees({ lecteur, territoire, portee, aujourdhui }),
  }
}
