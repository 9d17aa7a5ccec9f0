import { NUMERO_PURGE } from '../../ingest/store/lieux-des-numeros.ts'
import type { MouvementVu } from '../../web/echantillon-vue.ts'
import { minuteDe } from '../horloge.ts'
import type { MouvementGarde } from '../state/civilites.ts'

/** Movements of civility as their page shows them, authors named. */
export const mouvementsVus = (mouvements: readonly MouvementGarde[], nommer: (qui: string) => string): MouvementVu[] =>
  mouvements.map(({ id, mois, numero_unique, libelle, date_modification, constats }) => ({
    ...{ id, mois, libelle },
    numero: numero_unique,
    efface: numero_unique === NUMERO_PURGE,
    date: date_modification,
    constats: constats.map(({ constat, note, par, le }) => ({ constat, note, par: nommer(par), le: minuteDe(le) })),
  }))
