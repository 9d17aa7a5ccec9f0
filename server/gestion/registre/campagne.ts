import { grouperPar } from '../../../ingest/socle/grouper-par.ts'
import { enJour, type Jour, jourDeLInstant } from '../../../ingest/socle/jour.ts'
import type { ConfirmationVue } from '../../../web/registre-vue.ts'
import type { ActeDeConfirmation, RegistreRange } from '../../state/registre.ts'
import { etatConfirmation } from './confirmation.ts'
import { ficheDe, versionAu } from './fiche.ts'
import { estConventionne, situationConvention } from './situation.ts'

const RIEN: readonly ActeDeConfirmation[] = []

/** Where the confirmation of a year stands, from what was done of it in that year, the oldest first. */
export const suivreConfirmation = (annee: number, actes: readonly ActeDeConfirmation[]): ConfirmationVue => {
  const etat = etatConfirmation(actes)
  const dernier = actes.at(-1)
  const proposition = etat === 'PROPOSEE' ? actes.findLast(({ acte }) => acte === 'PROPOSER') : undefined
  return {
    annee,
    etat,
    le: etat === 'CONFIRMEE' && dernier !== undefined ? jourDeLInstant(dernier.le) : null,
    propose: proposition?.propose ?? {},
    texte: proposition?.texte ?? '',
    relanceLe: dernier?.acte === 'RELANCER' ? jourDeLInstant(dernier.le) : null,
    refus: dernier?.acte === 'REFUSER' ? dernier.texte : '',
  }
}

/** The services whose sheet is to be confirmed in a year: inscribed by its end, and neither ceased nor withdrawn then. */
export const attendusEn = ({ fiches, conventions }: RegistreRange, jour: Jour): string[] =>
  [...grouperPar(fiches, ({ service }) => service)].flatMap(([service, versions]) => {
    const version = versionAu(versions, jour)
    if (version === undefined) return []
    const { cesse_le } = version
    const { etat, retireeLe } = situationConvention(
      conventions.filter((acte) => acte.service === service && acte.jour <= jour),
    )
    const parti = (cesse_le !== null && cesse_le <= jour) || (etat === 'RETIREE' && retireeLe !== null)
    return parti || !estConventionne(ficheDe(version)) ? [] : [service]
  })

/** How far the confirmation of the sheets of a year has come. */
export interface Campagne {
  readonly attendus: number
  readonly confirmes: number
  /** The day of the last confirmation, once every one is there. */
  readonly faiteLe: Jour | null
}

/** The campaign of a year, as it stands today or as it stood at its end. */
export const campagneDe = (registre: RegistreRange, annee: number, aujourdhui: Jour): Campagne => {
  const fin = enJour(`${annee}-12-31`)
  const attendus = attendusEn(registre, fin < aujourdhui ? fin : aujourdhui)
  const actes = grouperPar(
    registre.confirmations.filter((acte) => acte.annee === annee),
    ({ service }) => service,
  )
  const jours = attendus.flatMap((service) => suivreConfirmation(annee, actes.get(service) ?? RIEN).le ?? [])
  const tous = attendus.length > 0 && jours.length === attendus.length
  return {
    attendus: attendus.length,
    confirmes: jours.length,
    faiteLe: tous ? (jours.toSorted().at(-1) ?? null) : null,
  }
}
