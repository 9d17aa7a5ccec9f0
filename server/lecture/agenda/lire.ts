import type { Jour, Mois } from '../../../ingest/socle/jour.ts'
import { CODES_OBLIGATIONS, type Echeance, type NatureReunion } from '../../../web/agenda.ts'
import type { MoisVu } from '../../../web/modeles/mois-controle.ts'
import type { ReunionVue } from '../../../web/modeles/reunion.ts'
import type { Lecteur } from '../../acces/lecteur.ts'
import {
  type Arrivee,
  bilansDesBailleurs,
  comites,
  compteRendu,
  controlesDus,
  formationDuService,
  reunionsDesServices,
} from '../../gestion/agenda/dues.ts'
import { type Due, type FaitConsigne, nParAn, semestriels, situer, type Tenue } from '../../gestion/agenda/echeances.ts'
import { formesEnSession } from '../../gestion/agenda/formations.ts'
import { suivreReunion } from '../../gestion/agenda/suivre.ts'
import { adhesionsDe, bailleursDe, confirmationsDuRegistre } from '../../gestion/registre/obligations.ts'
import { lireObligationsFaites } from '../../state/obligations.ts'
import { listerPublies } from '../../state/rapports.ts'
import { lireRegistre, type RegistreRange } from '../../state/registre.ts'
import { lireReunions } from '../../state/reunions.ts'
import { nommerAuteurs } from '../auteurs.ts'
import { lireControles } from '../controles/lire.ts'
import { lireRevues, type RevueDesHabilitations } from '../habilitations/revues.ts'
import { rapportsPublies } from '../rapports/publications.ts'
import { lireEtat } from '../territoires.ts'
import { lireArrivees, lireServices, type ServiceConnu } from './services.ts'

/** What the calendar of a territory is made from. */
interface Matiere {
  readonly depuis: Mois
  readonly jusqua: number
  readonly controles: readonly MoisVu[]
  readonly reunions: readonly ReunionVue[]
  readonly faits: readonly FaitConsigne[]
  /** Semester reports published: they are done by that alone. */
  readonly rapports: readonly FaitConsigne[]
  readonly services: readonly ServiceConnu[]
  readonly arrivees: readonly Arrivee[]
  readonly revues: readonly RevueDesHabilitations[]
  readonly registre: RegistreRange
  readonly aujourdhui: Jour
  /** Months after a semester at whose end its reports are due. */
  readonly moisApres: number
}

const tenuesDe = (reunions: readonly ReunionVue[], nature: NatureReunion): Tenue[] =>
  reunions.flatMap(({ id, nature: sienne, tenueLe }) =>
    sienne === nature && tenueLe !== null ? [{ le: tenueLe, reunion: id }] : [],
  )

const faitsDe = (faits: readonly FaitConsigne[], obligation: FaitConsigne['obligation']): Tenue[] =>
  faits
    .filter((fait) => fait.obligation === obligation)
    .map(({ fait_le: le, periode: annee }) => ({ le, annee, reunion: null }))

/** A review ended is what closes the year's obligation, on its day; one under way says how far it is. */
const revuesDues = (
  depuis: Mois,
  jusqua: number,
  revues: readonly RevueDesHabilitations[],
  faits: readonly FaitConsigne[],
): Due[] => {
  const terminees = revues.flatMap(({ annee, termineeLe }) =>
    termineeLe === null ? [] : [{ le: termineeLe, annee: String(annee), reunion: null }],
  )
  return nParAn('HABILITATIONS', 1, depuis, jusqua, [...terminees, ...faitsDe(faits, 'HABILITATIONS')]).map((due) => ({
    ...due,
    precision:
      revues.find(({ annee, termineeLe }) => termineeLe === null && String(annee) === due.periode)?.avancement ?? '',
  }))
}

const MINUTES: ReadonlySet<NatureReunion> = new Set(['COMITE', 'SERVICES'])

const toutesDues = (matiere: Matiere): Due[] => {
  const {
    depuis,
    jusqua,
    controles,
    reunions,
    faits,
    rapports,
    services,
    arrivees,
    revues,
    registre,
    aujourdhui,
    moisApres,
  } = matiere
  const formations = [...faits, ...formesEnSession(reunions)]
  const bailleurs = services.filter(({ bailleur }) => bailleur).map(({ code }) => code)
  return [
    ...controlesDus(controles),
    ...semestriels('COMPTE_RENDU_PREFET', depuis, jusqua, [...faits, ...rapports], moisApres),
    ...semestriels('BILAN_PARTENAIRES', depuis, jusqua, [...faits, ...rapports], moisApres),
    ...comites(depuis, jusqua, tenuesDe(reunions, 'COMITE')),
    ...reunionsDesServices(depuis, jusqua, tenuesDe(reunions, 'SERVICES')),
    ...reunions.flatMap(({ id, nature, tenueLe, envoyeLe }) =>
      tenueLe === null || !MINUTES.has(nature) ? [] : [compteRendu({ id, nature, tenueLe, envoyeLe })],
    ),
    ...nParAn('FORMATION', 1, depuis, jusqua, [...tenuesDe(reunions, 'FORMATION'), ...faitsDe(faits, 'FORMATION')]),
    ...arrivees.map((arrivee) => formationDuService(arrivee, formations)),
    ...revuesDues(depuis, jusqua, revues, faits),
    ...confirmationsDuRegistre(registre, faits, { depuis, jusqua, aujourdhui }),
    // That of the year under way falls due in the next.
    ...bilansDesBailleurs(depuis, jusqua + 1, bailleurs, faits),
    ...nParAn('PLENIERE', 1, depuis, jusqua, [...tenuesDe(reunions, 'PLENIERE'), ...faitsDe(faits, 'PLENIERE')]),
  ]
}

const parDate = (a: Echeance, b: Echeance): number =>
  a.echeance === b.echeance
    ? CODES_OBLIGATIONS.indexOf(a.obligation) - CODES_OBLIGATIONS.indexOf(b.obligation)
    : a.echeance < b.echeance
      ? -1
      : 1

/** The calendar of a territory as it stands on a day; nothing before the first month that has a snapshot. */
export const lireAgenda = async (lecteur: Lecteur, territoire: string, aujourdhui: Jour) => {
  const { base, etat, reglages } = lecteur
  const controles = await lireControles(lecteur, territoire, aujourdhui)
  const { calcules } = await lireEtat(base, { territoire })
  const nommer = await nommerAuteurs(lecteur)
  const reunions = (await lireReunions(etat, territoire)).flatMap((gardee) => suivreReunion(gardee, nommer) ?? [])
  const tous = await lireObligationsFaites(etat, territoire)
  const faits = tous.filter(({ retire_le }) => retire_le === null)
  const [premier, dernier] = [calcules[0], calcules.at(-1)]
  if (premier === undefined || dernier === undefined)
    return { depuis: null, echeances: [], reunions, services: [], faits: tous, controles }
  const registre = await lireRegistre(etat, territoire)
  const deuxRegistres = await lireServices(base, { territoire, calcule: dernier })
  const bailleurs = bailleursDe(registre, aujourdhui)
  const services = deuxRegistres.map((service) =>
    bailleurs === null ? service : { ...service, bailleur: bailleurs.includes(service.code) },
  )
  const depuis = premier.mois
  const arrivees = await lireArrivees(base, territoire, depuis, adhesionsDe(registre))
  const { mois_du_semestriel: moisApres } = reglages.pour(territoire)
  const jusqua = Number(aujourdhui.slice(0, 4))
  const revues = await lireRevues(lecteur, territoire)
  const rapports = rapportsPublies(await listerPublies(etat, territoire))
  const dues = toutesDues({
    ...{
      depuis,
      jusqua,
      controles,
      reunions,
      faits,
      rapports,
      services,
      arrivees,
      revues,
      registre,
      aujourdhui,
      moisApres,
    },
  })
  const echeances = dues.map((due) => situer(due, territoire, aujourdhui)).toSorted(parDate)
  return { depuis, echeances, reunions, services, faits: tous, controles }
}

export type Agenda = Awaited<ReturnType<typeof lireAgenda>>
