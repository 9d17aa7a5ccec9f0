import type { Jour } from '../../ingest/socle/jour.ts'
import { decoupage } from '../../metrics/tableaux/decoupage.ts'
import type { SeuilEnVigueur } from '../../web/components/seuils-de-ressources.tsx'
import type { BaseEtat } from '../state/etat.ts'
import { listerSeuils } from '../state/seuils.ts'
import { epurerNombre } from './nombre-saisi.ts'

/** The first quartile of each EPCI of a territory as a day knows it, in the order of their names. */
export const seuilsEnVigueur = async (etat: BaseEtat, territoire: string, jour: Jour): Promise<SeuilEnVigueur[]> => {
  const { epciDuTerritoire, nomDe } = decoupage()
  const saisis = (await listerSeuils(etat, territoire))
    .filter(({ depuis }) => depuis <= jour)
    .sort((a, b) => (a.depuis === b.depuis ? a.id - b.id : a.depuis < b.depuis ? -1 : 1))
  return epciDuTerritoire(territoire)
    .map((siren) => {
      const seuil = saisis.findLast(({ epci }) => epci === siren)
      return {
        siren,
        nom: nomDe(siren),
        seuil: seuil === undefined ? null : { euros: seuil.euros, depuis: seuil.depuis, motif: seuil.motif },
      }
    })
    .sort((a, b) => a.nom.localeCompare(b.nom, 'fr'))
}

/** Bounds outside which a figure is no year's resources of a household of the first quartile. */
const [MOINDRE, PLUS_GRAND] = [1000, 100_000]

/** « 9 120,50 € » as euros; undefined where it cannot be a year's resources a unit of consumption. */
export const lireSeuil = (saisie: string): number | undefined => {
  const euros = Number(epurerNombre(saisie, /€$/))
  return Number.isFinite(euros) && euros >= MOINDRE && euros <= PLUS_GRAND ? euros : undefined
}
