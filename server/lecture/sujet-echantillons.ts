import type { Context } from 'hono'
import type { Contexte } from '../../web/contexte.ts'
import type { Lecteur } from '../acces/lecteur.ts'
import type { Env } from '../env.ts'
import { lireSujet } from './contexte.ts'
import { type EchantillonLu, lireEchantillonsVus } from './echantillons.ts'
import type { EtatTerritoire } from './territoires.ts'

/** What pages of samples are about: the territory, and the samples that the person sees. */
export interface SujetEchantillons {
  readonly lecteur: Lecteur
  readonly contexte: Contexte
  readonly territoire: string
  readonly etat: EtatTerritoire
  readonly lus: readonly EchantillonLu[]
}

/** Null before the first snapshot. */
export const sujetDesEchantillons = async (c: Context<Env>): Promise<SujetEchantillons | null> => {
  const { lecteur, contexte, etat } = await lireSujet(c)
  const { territoire } = contexte
  if (territoire === null || etat === null) return null
  return { lecteur, contexte, territoire, etat, lus: await lireEchantillonsVus(lecteur, territoire) }
}
