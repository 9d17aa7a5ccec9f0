import type { Jour } from '../../ingest/socle/jour.ts'
import type { DepartSuivi } from '../../web/modeles/activite.ts'
import { type Situation, situationDe, suiteDuDepart } from '../gestion/habilitations/situation.ts'
import { type CampagneGardee, lireCampagnes } from '../state/campagnes.ts'
import { type HabilitationGardee, lireHabilitations } from '../state/habilitations.ts'
import type { Acces } from './acces.ts'
import { exigerTerritoire, type Lecteur } from './lecteur.ts'

/** An access to the national system that a person may read, and where it stands. */
export interface HabilitationVisible extends HabilitationGardee {
  readonly situation: Situation
}

/** Whether a person is told of the agents of a service: all for who keeps the territory, its own for a service. */
const voit = ({ role, service }: Acces, sien: string | null): boolean => {
  if (role === 'gestionnaire' || role === 'etat') return true
  return role === 'guichet' && service !== null && sien === service
}

/**
 * The accesses of a territory that a person may see, the oldest first.
 *
 * @throws AccesRefuse for a territory out of the person's reach.
 */
export const habilitationsVisibles = async (lecteur: Lecteur, territoire: string): Promise<HabilitationVisible[]> => {
  exigerTerritoire(lecteur, territoire)
  return (await lireHabilitations(lecteur.etat, territoire))
    .filter(({ service }) => voit(lecteur.acces, service))
    .map((habilitation) => ({ ...habilitation, situation: situationDe(habilitation.profil, habilitation.actes) }))
}

/**
 * The reviews of a territory with what they ask of the services that a person may see; none for who sees no service of it.
 *
 * @throws AccesRefuse for a territory out of the person's reach.
 */
export const campagnesVisibles = async (lecteur: Lecteur, territoire: string): Promise<CampagneGardee[]> => {
  exigerTerritoire(lecteur, territoire)
  const { role } = lecteur.acces
  return (await lireCampagnes(lecteur.etat, territoire))
    .map((campagne) => ({
      ...campagne,
      demandes: campagne.demandes.filter(({ service }) => voit(lecteur.acces, service)),
    }))
    .filter(({ demandes }) => role === 'gestionnaire' || role === 'etat' || demandes.length > 0)
}

/**
 * How the departures of a territory were followed, without whose: whoever reads the gestionnaire's own activity is told.
 *
 * @throws AccesRefuse for a territory out of the person's reach.
 */
export const departsSuivis = async (lecteur: Lecteur, territoire: string, aujourdhui: Jour): Promise<DepartSuivi[]> => {
  exigerTerritoire(lecteur, territoire)
  return (await lireHabilitations(lecteur.etat, territoire)).flatMap(({ profil, actes }) => {
    const situation = situationDe(profil, actes)
    const suite = suiteDuDepart(situation, aujourdhui)
    return suite === null ? [] : [{ due: suite.due, jours: suite.jours, clos: situation.closeLe !== null }]
  })
}
