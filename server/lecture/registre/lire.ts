import { grouperPar } from '../../../ingest/socle/grouper-par.ts'
import { type Jour, jourDeLInstant } from '../../../ingest/socle/jour.ts'
import type { ServiceVue } from '../../../web/registre-vue.ts'
import type { Lecteur } from '../../acces/lecteur.ts'
import { registreVisible } from '../../acces/registre.ts'
import { type FaitConsigne, premierFait } from '../../gestion/agenda/echeances.ts'
import { formesEnSession } from '../../gestion/agenda/formations.ts'
import { suivreReunion } from '../../gestion/agenda/suivre.ts'
import { attendusEn, suivreConfirmation } from '../../gestion/registre/campagne.ts'
import { ficheDe, versionAu } from '../../gestion/registre/fiche.ts'
import { alerteConvention, estConventionne, situationConvention } from '../../gestion/registre/situation.ts'
import { lireObligationsFaites } from '../../state/obligations.ts'
import type { RegistreRange } from '../../state/registre.ts'
import { lireReunions } from '../../state/reunions.ts'

/** The services that were trained, in a session or as it was said, each the first time. */
const lireFormations = async ({ etat }: Lecteur, territoire: string): Promise<readonly FaitConsigne[]> => [
  ...(await lireObligationsFaites(etat, territoire)).filter(({ retire_le }) => retire_le === null),
  ...formesEnSession((await lireReunions(etat, territoire)).flatMap((gardee) => suivreReunion(gardee, String) ?? [])),
]

/** The register as a person reads it on a day. */
export interface RegistreLu {
  readonly services: readonly ServiceVue[]
  readonly range: RegistreRange
}

/** The services of the register as they stood at the end of a day, by name; the year of the confirmations is that day's. */
export const servicesAu = (range: RegistreRange, formations: readonly FaitConsigne[], jour: Jour): ServiceVue[] => {
  const annee = Number(jour.slice(0, 4))
  const attendus = new Set(attendusEn(range, jour))
  const conventions = grouperPar(range.conventions, ({ service }) => service)
  const confirmations = grouperPar(
    range.confirmations.filter((acte) => acte.annee === annee && jourDeLInstant(acte.le) <= jour),
    ({ service }) => service,
  )
  return [...grouperPar(range.fiches, ({ service }) => service)]
    .flatMap(([service, versions]): ServiceVue[] => {
      const version = versionAu(versions, jour)
      if (version === undefined) return []
      const fiche = ficheDe(version)
      const convention = situationConvention((conventions.get(service) ?? []).filter((acte) => acte.jour <= jour))
      const parti = (version.cesse_le !== null && version.cesse_le <= jour) || convention.etat === 'RETIREE'
      return [
        {
          service,
          fiche,
          actif: !parti,
          inscritLe: jourDeLInstant(versions[0]?.le ?? version.le),
          convention,
          alerte: parti || !estConventionne(fiche) ? { sorte: 'AUCUNE' } : alerteConvention(convention, jour),
          confirmation: suivreConfirmation(annee, confirmations.get(service) ?? []),
          attendu: attendus.has(service),
          formeLe: premierFait(formations, 'FORMATION_SERVICE', service),
        },
      ]
    })
    .toSorted((a, b) => a.fiche.libelle.localeCompare(b.fiche.libelle, 'fr'))
}

export const lireServicesDuRegistre = async (lecteur: Lecteur, territoire: string, jour: Jour): Promise<RegistreLu> => {
  const range = await registreVisible(lecteur, territoire)
  return { range, services: servicesAu(range, await lireFormations(lecteur, territoire), jour) }
}
