import { setImmediate } from 'node:timers/promises'
import { debutMois, finMois, moisEntre } from '../../ingest/socle/jour.ts'
import type { Base } from '../../ingest/store/base.ts'
import { lireDoublonsDAvance } from '../acces/porte/doublons.ts'
import { lireForcagesDAvance } from '../acces/porte/forcages.ts'
import { lireAttributionsDAvance } from './attributions/commun.ts'
import { lireChiffresDAvance } from './chiffres.ts'
import { lireChargements } from './imports.ts'
import { guichetsDuTerritoire, lireEtat, lireTerritoires } from './territoires.ts'

/** Reads ahead what the pages of a territory's latest month show, letting those asked for meanwhile through. */
const lireTerritoireDAvance = async (base: Base, territoire: string): Promise<void> => {
  const { calcules } = await lireEtat(base, { territoire })
  await lireChargements(base, { territoire })
  await lireDoublonsDAvance(base, territoire)
  const [premier] = calcules
  const calcule = calcules.at(-1)
  if (premier === undefined || calcule === undefined) return
  const { mois } = calcule
  await guichetsDuTerritoire(base, { territoire, calcule })
  await lireChiffresDAvance(base, { territoire, calcule }, moisEntre(premier.mois, mois))
  await setImmediate()
  await lireForcagesDAvance(base, { territoire, debut: debutMois(mois), fin: finMois(mois) })
  await lireAttributionsDAvance(base, { territoire, calcule })
}

/** The same for every territory. */
export const lireDAvance = async (base: Base): Promise<void> => {
  for (const territoire of await lireTerritoires(base, {})) {
    await lireTerritoireDAvance(base, territoire)
    await setImmediate()
  }
}
