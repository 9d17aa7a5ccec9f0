import type { Jour } from '../../ingest/socle/jour.ts'
import { ACTES_DROIT, SORTES_ACTIVITE } from '../../web/activite.ts'
import type { DroitVu, EntreeDActivite } from '../../web/activite-vue.ts'
import { NATURES_REUNION } from '../../web/agenda.ts'
import type { Traitements } from '../../web/modeles/activite.ts'
import type { ReunionVue } from '../../web/modeles/reunion.ts'
import { departsSuivis } from '../acces/habilitations.ts'
import { exigerTerritoire, type Lecteur } from '../acces/lecteur.ts'
import { masquerNoms } from '../acces/masquer-noms.ts'
import { lireDelaisDesDemarches } from '../acces/porte/suivre-demarches.ts'
import { situationDuDroit } from '../gestion/droits/situation.ts'
import { MACHINE_DROITS } from '../gestion/droits/table.ts'
import { actesDe } from '../gestion/machine.ts'
import { minuteDe } from '../horloge.ts'
import { lireActivites, lireDroits } from '../state/activites.ts'
import { nommerAuteurs } from './auteurs.ts'
import { guichetsDuTerritoire, lireEtat } from './territoires.ts'

/** What the records of a territory give of the work, besides the calendar: delays, and nobody's name. */
export const lireTraitements = async (lecteur: Lecteur, territoire: string, aujourdhui: Jour): Promise<Traitements> => {
  const droits = (await lireDroits(lecteur.etat, territoire)).map(({ sorte, actes }) => ({
    sorte,
    ...situationDuDroit(actes),
  }))
  const demarches = await lireDelaisDesDemarches(lecteur, territoire)
  return {
    doublons: demarches.filter(({ famille }) => famille === 'DOUBLON'),
    reclamations: demarches.filter(({ famille }) => famille === 'RECLAMATION'),
    questions: demarches.filter(({ famille }) => famille === 'QUESTION'),
    acces: droits.flatMap(({ sorte, recueLe, repondueLe }) =>
      sorte === 'ACCES' && repondueLe !== null ? [{ recue: recueLe, traitee: repondueLe }] : [],
    ),
    departs: await departsSuivis(lecteur, territoire, aujourdhui),
  }
}

/** The words by which the services of the latest register could be told, where the comité is not told of them. */
const nomsATaire = async ({ base, acces, reglages }: Lecteur, territoire: string): Promise<string[]> => {
  if (acces.role !== 'copil' || reglages.pour(territoire).copil_nominatif) return []
  const calcule = (await lireEtat(base, { territoire })).calcules.at(-1)
  if (calcule === undefined) return []
  return (await guichetsDuTerritoire(base, { territoire, calcule })).flatMap(
    ({ code, libelle, service_code, service_libelle }) => [code, libelle, service_code ?? '', service_libelle ?? ''],
  )
}

/** A meeting held, as the journal tells it: how many came, and nobody's name. */
const deReunion = ({ id, nature, tenueLe, lieu, presences }: ReunionVue): EntreeDActivite[] =>
  tenueLe === null
    ? []
    : [
        {
          cle: `reunion-${id}`,
          id: null,
          reunion: id,
          sorte: nature === 'FORMATION' ? 'Formation' : 'Réunion',
          jour: tenueLe,
          titre: NATURES_REUNION[nature],
          texte: lieu,
          minutes: null,
          participants: presences.filter(({ presence }) => presence === 'PRESENT' || presence === 'REPRESENTE').length,
          par: null,
          retiree: null,
        },
      ]

/** The journal of activity of a territory, with the meetings that were held, the latest first. */
export const lireJournalDActivite = async (
  lecteur: Lecteur,
  territoire: string,
  reunions: readonly ReunionVue[],
): Promise<EntreeDActivite[]> => {
  exigerTerritoire(lecteur, territoire)
  const nommer = await nommerAuteurs(lecteur)
  const tus = await nomsATaire(lecteur, territoire)
  const taire = (dit: string): string => (tus.length === 0 ? dit : masquerNoms(dit, tus))
  const auComite = lecteur.acces.role === 'copil'
  const ecrites = (await lireActivites(lecteur.etat, territoire))
    .filter(({ retire_le }) => retire_le === null || !auComite)
    .map(
      (entree): EntreeDActivite => ({
        cle: `entree-${entree.id}`,
        id: entree.id,
        reunion: null,
        sorte: SORTES_ACTIVITE[entree.sorte],
        jour: entree.jour,
        titre: taire(entree.titre),
        texte: taire(entree.texte),
        minutes: entree.minutes,
        participants: entree.participants,
        par: nommer(entree.par),
        retiree:
          entree.retire_par === null || entree.retire_le === null
            ? null
            : { par: nommer(entree.retire_par), le: minuteDe(entree.retire_le) },
      }),
    )
  const tenues = reunions.flatMap(deReunion).map((entree) => ({ ...entree, texte: taire(entree.texte) }))
  return [...ecrites, ...tenues].toSorted((a, b) => (a.jour < b.jour ? 1 : a.jour > b.jour ? -1 : 0))
}

/** The requests to exercise a right, the latest first; none for who does not keep nor watch the territory. */
export const lireDroitsVus = async (lecteur: Lecteur, territoire: string, aujourdhui: Jour): Promise<DroitVu[]> => {
  exigerTerritoire(lecteur, territoire)
  const { role } = lecteur.acces
  if (role !== 'gestionnaire' && role !== 'etat') return []
  const nommer = await nommerAuteurs(lecteur)
  return (await lireDroits(lecteur.etat, territoire)).toReversed().map(({ id, sorte, actes }): DroitVu => {
    const situation = situationDuDroit(actes)
    const attend = situation.etat === 'RECUE' || situation.etat === 'PROLONGEE'
    return {
      id,
      sorte,
      ...situation,
      enRetard: attend && aujourdhui > situation.echeance,
      possibles: actesDe(MACHINE_DROITS, situation.etat, role).flatMap(({ acte }) =>
        acte === 'RECEVOIR' ? [] : [acte],
      ),
      actes: actes.map(({ acte, texte, par, le }) => ({
        libelle: ACTES_DROIT[acte],
        precision: '',
        texte,
        par: nommer(par),
        le: minuteDe(le),
      })),
    }
  })
}
