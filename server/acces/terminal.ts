import type { Jour } from '../../ingest/socle/jour.ts'
import type { Base } from '../../ingest/store/base.ts'
import { avecEtat } from '../state/etat.ts'
import { lireReglages } from '../state/reglages.ts'
import type { Acces } from './acces.ts'
import type { Lecteur } from './lecteur.ts'

/** Runs with what the command line reads, and logs, for the person who types. */
export const avecLecteur = <T>(
  base: Base,
  acces: Acces,
  aujourdhui: Jour,
  fonction: (lecteur: Lecteur) => Promise<T>,
): Promise<T> =>
  avecEtat(base.dossier, async (etat) =>
    fonction({ base, etat, acces, reglages: await lireReglages(etat, aujourdhui) }),
  )
