import type { Jour } from '../../ingest/socle/jour.ts'
import type { AdhesionsVues, ArticleDIndicateur, VersionVue } from '../../web/charte-vue.ts'
import { CHARTES, CHARTES_A_ADHESION, CODES_CHARTES, type CodeCharte } from '../../web/chartes.ts'
import type { ServiceVue } from '../../web/registre-vue.ts'
import { exigerTerritoire, type Lecteur } from '../acces/lecteur.ts'
import { versionEnVigueur, versionsDe } from '../gestion/chartes/suivre.ts'
import { estConventionne } from '../gestion/registre/situation.ts'
import { lireActesDesChartes } from '../state/chartes.ts'
import { lireRegistre } from '../state/registre.ts'
import { nommerAuteurs } from './auteurs.ts'
import { servicesAu } from './registre/lire.ts'

/** A charte with its versions: drafts for who writes them, those validated for the others. */
export interface CharteLue {
  readonly code: CodeCharte
  readonly versions: readonly VersionVue[]
  readonly enVigueur: VersionVue | null
}

/** The chartes of a territory, as a person reads them on a day. */
export const lireChartes = async (lecteur: Lecteur, territoire: string, jour: Jour): Promise<CharteLue[]> => {
  exigerTerritoire(lecteur, territoire)
  const { role } = lecteur.acces
  const actes = await lireActesDesChartes(lecteur.etat, territoire)
  const nommer = await nommerAuteurs(lecteur)
  return CODES_CHARTES.map((code) => {
    const versions = versionsDe(actes, code, nommer).filter(
      ({ etat }) => etat === 'VALIDEE' || role === 'gestionnaire' || role === 'etat',
    )
    return { code, versions, enVigueur: versionEnVigueur(versions, jour) ?? null }
  })
}

const enAdhesion = (service: ServiceVue, versions: readonly VersionVue[]) => {
  const le = service.convention.adhesion
  return {
    nom: service.fiche.libelle,
    le,
    version: le === null ? null : (versionEnVigueur(versions, le)?.version ?? null),
  }
}

/**
 * How many services adhered to a charte, and which: by name for who keeps the territory, for the State, and for the comité
 * where it has decided that services are named to it; a service is told of itself.
 */
export const lireAdhesions = async (
  lecteur: Lecteur,
  territoire: string,
  { code, versions }: CharteLue,
  jour: Jour,
): Promise<AdhesionsVues | null> => {
  exigerTerritoire(lecteur, territoire)
  const { acces, etat, reglages } = lecteur
  if (!CHARTES_A_ADHESION.includes(code) || acces.role === 'partenaire') return null
  const services = servicesAu(await lireRegistre(etat, territoire), [], jour).filter(
    ({ actif, fiche }) => actif && estConventionne(fiche),
  )
  const nomme =
    ['gestionnaire', 'etat'].includes(acces.role) ||
    (acces.role === 'copil' && reglages.pour(territoire).copil_nominatif)
  const lui = services.filter(({ service }) => acces.role === 'guichet' && service === acces.service)
  const dits = nomme ? services : lui
  return {
    adherents: services.filter(({ convention }) => convention.adhesion !== null).length,
    attendus: services.length,
    services: dits.length === 0 ? null : dits.map((service) => enAdhesion(service, versions)),
  }
}

/** The articles in force that an indicator shows, with where to read them. */
export const articlesDe = (chartes: readonly CharteLue[], indicateur: string): ArticleDIndicateur[] =>
  chartes.flatMap(({ code, enVigueur }) =>
    (enVigueur?.articles ?? []).flatMap(({ titre, indicateurs }, i) =>
      indicateurs.includes(indicateur) ? [{ charte: code, libelle: CHARTES[code].court, numero: i + 1, titre }] : [],
    ),
  )
