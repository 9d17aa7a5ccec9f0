import type { Context } from 'hono'
import type { Jour } from '../../../ingest/socle/jour.ts'
import type { Contexte } from '../../../web/contexte.ts'
import type { ServiceVue } from '../../../web/registre-vue.ts'
import type { Lecteur } from '../../acces/lecteur.ts'
import type { Env } from '../../env.ts'
import { lireSujet } from '../contexte.ts'
import { lireServicesDuRegistre, type RegistreLu } from './lire.ts'

/** What pages of the register are about: the services that the person sees, as of a day. */
export interface SujetRegistre extends RegistreLu {
  readonly lecteur: Lecteur
  readonly contexte: Contexte
  readonly territoire: string
}

/** Null before the first snapshot. */
export const sujetDuRegistre = async (c: Context<Env>, jour: Jour): Promise<SujetRegistre | null> => {
  const { lecteur, contexte } = await lireSujet(c)
  const { territoire } = contexte
  if (territoire === null) return null
  return { lecteur, contexte, territoire, ...(await lireServicesDuRegistre(lecteur, territoire, jour)) }
}

export const serviceNomme = (
  { services }: Pick<RegistreLu, 'services'>,
  code: string | undefined,
): ServiceVue | undefined => services.find(({ service }) => service === code)
