import { compte } from '../../../ingest/socle/francais/phrase.ts'
import { grouperPar } from '../../../ingest/socle/grouper-par.ts'
import type { Jour, Mois } from '../../../ingest/socle/jour.ts'
import type { RegistreRange } from '../../state/registre.ts'
import type { Arrivee } from '../agenda/dues.ts'
import { type Due, type FaitConsigne, nParAn } from '../agenda/echeances.ts'
import { attendusEn, campagneDe } from './campagne.ts'
import { situationConvention } from './situation.ts'

/** When each service of the register first adhered to the chartes, by its code; without those that never did. */
export const adhesionsDe = ({ fiches, conventions }: RegistreRange): ReadonlyMap<string, Arrivee> => {
  const noms = new Map(fiches.map(({ service, libelle }) => [service, libelle]))
  return new Map(
    [...grouperPar(conventions, ({ service }) => service)].flatMap(([service, actes]) => {
      const le = situationConvention(actes).premiereAdhesion
      return le === null ? [] : [[service, { service, libelle: noms.get(service) ?? service, le }] as const]
    }),
  )
}

/** The landlords of the register that owe a report; null where the register is empty, and a snapshot's is to be read. */
export const bailleursDe = (registre: RegistreRange, aujourdhui: Jour): string[] | null => {
  if (registre.fiches.length === 0) return null
  const categories = new Map(registre.fiches.map(({ service, categorie }) => [service, categorie]))
  return attendusEn(registre, aujourdhui).filter((service) => categories.get(service) === 'BAILLEUR')
}

interface Annees {
  readonly depuis: Mois
  readonly jusqua: number
  readonly aujourdhui: Jour
}

/**
 * The yearly confirmation of the register: done once every service has confirmed its sheet, or on the day that the
 * gestionnaire says; until then, how many have.
 */
export const confirmationsDuRegistre = (
  registre: RegistreRange,
  faits: readonly FaitConsigne[],
  { depuis, jusqua, aujourdhui }: Annees,
): Due[] =>
  nParAn(
    'REGISTRE',
    1,
    depuis,
    jusqua,
    faits
      .filter(({ obligation }) => obligation === 'REGISTRE')
      .map(({ fait_le: le, periode: annee }) => ({ le, annee, reunion: null })),
  ).map((due) => {
    const { attendus, confirmes, faiteLe } = campagneDe(registre, Number(due.periode), aujourdhui)
    return {
      ...due,
      faiteLe: due.faiteLe ?? faiteLe,
      precision: attendus === 0 ? '' : `${compte(confirmes, 'confirmée')} sur ${attendus}`,
    }
  })
