import { type DemandeSuivie, lireDemandesSuivies } from '../../../metrics/demarches/montrer.ts'
import { SORTES } from '../../../web/demarches/registre.ts'
import type { ResumeDemarche } from '../../../web/demarches/vue.ts'
import { numerosDe, type SituationDemarche, situationDemarche } from '../../gestion/demarches/situation.ts'
import { type Demarche, lireDemarches } from '../../state/demarches.ts'
import { codesDuService } from '../codes.ts'
import { type Lecteur, servicesDe } from '../lecteur.ts'
import { LIBELLES_ROLES } from '../roles.ts'

/** A démarche with where it stands, as a person reads it. */
export interface DemarcheLue extends ResumeDemarche, Pick<Demarche, 'territoire' | 'faits' | 'actes'> {
  readonly codeService: string | null
  readonly situation: SituationDemarche
}

const enLue = (demarche: Demarche, noms: ReadonlyMap<string, string>): DemarcheLue => {
  const { id, territoire, sorte, service, faits, actes } = demarche
  const situation = situationDemarche(actes)
  const { etat, recueLe, transmiseLe, traiteeLe, confirmeeLe } = situation
  return {
    ...{ id, territoire, sorte, faits, actes, situation, etat, recueLe, transmiseLe, traiteeLe, confirmeeLe },
    numeros: numerosDe(demarche),
    codeService: service,
    service: service === null ? LIBELLES_ROLES[actes[0]?.role ?? 'gestionnaire'] : (noms.get(service) ?? service),
  }
}

/** The démarches of a territory that a person may read, the oldest first: a guichet, those of its own service alone. */
export const lireLesSiennes = async (lecteur: Lecteur, territoire: string): Promise<DemarcheLue[]> => {
  const { role, service } = lecteur.acces
  const voit = (d: Demarche): boolean =>
    (SORTES[d.sorte].voient as readonly string[]).includes(role) &&
    (role !== 'guichet' || (service !== null && d.service === service))
  const siennes = (await lireDemarches(lecteur.etat, territoire)).filter(voit)
  const noms = new Map(siennes.length === 0 ? [] : await servicesDe(lecteur))
  return siennes.map((demarche) => enLue(demarche, noms))
}

/** What the latest snapshot shows of a person's own demandes: a guichet's, those that its service registered. */
export const lireVisibles = async (
  lecteur: Lecteur,
  territoire: string,
  numeros: readonly string[],
): Promise<DemandeSuivie[]> => {
  const demandes = await lireDemandesSuivies(lecteur.base, territoire, numeros)
  if (lecteur.acces.role !== 'guichet') return demandes
  const siens = await codesDuService(lecteur)
  return demandes.filter(({ guichet_enregistrement: g }) => g !== null && siens.has(g))
}
