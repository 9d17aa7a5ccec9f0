import type { EtatDecision, EtatReunion } from '../../../web/agenda.ts'
import type { ReunionVue } from '../../../web/modeles/reunion.ts'
import { minuteDe } from '../../horloge.ts'
import type { DecisionGardee, ReunionGardee } from '../../state/reunions.ts'
import { etatApres } from '../machine.ts'
import { MACHINE_DECISIONS, MACHINE_REUNIONS } from './table.ts'

type Nommer = (qui: string) => string

/** Where a decision stands, from what became of it. */
export const etatDeDecision = ({ suites }: Pick<DecisionGardee, 'suites'>): EtatDecision =>
  etatApres(MACHINE_DECISIONS, 'A_FAIRE', suites)

/** Where a meeting stands, from all that was done of it. */
export const etatDeReunion = ({ actes }: Pick<ReunionGardee, 'actes'>): EtatReunion =>
  etatApres(MACHINE_REUNIONS, 'PREVUE', actes)

/** A meeting as it stands; `null` for one that was never given a day. */
export const suivreReunion = (gardee: ReunionGardee, nommer: Nommer): ReunionVue | null => {
  const dernier = (...voulus: readonly string[]) => gardee.actes.findLast(({ acte }) => voulus.includes(acte))
  const date = dernier('PROGRAMMER', 'REPORTER')
  if (date?.jour == null) return null
  const etat = etatDeReunion(gardee)
  const convocation = etat === 'PREVUE' ? undefined : dernier('CONVOQUER')
  const lieu = gardee.actes.findLast(({ lieu: dit }) => dit !== '')?.lieu ?? ''
  const parService = new Map(gardee.presences.map((presence) => [presence.service ?? presence.libelle, presence]))
  return {
    id: gardee.id,
    nature: gardee.nature,
    etat,
    prevueLe: date.jour,
    lieu,
    ordreDuJour: dernier('ORDONNER', 'PROGRAMMER')?.texte ?? '',
    convoquee: convocation?.jour == null ? null : { le: convocation.jour, a: convocation.texte },
    tenueLe: dernier('TENIR')?.jour ?? null,
    envoyeLe: dernier('ENVOYER')?.jour ?? null,
    presences: [...parService.values()]
      .map(({ service, libelle, presence, mandataire }) => ({ service, libelle, presence, mandataire }))
      .toSorted((a, b) => a.libelle.localeCompare(b.libelle, 'fr')),
    decisions: gardee.decisions.map((decision) => ({
      id: decision.id,
      texte: decision.texte,
      qui: decision.qui,
      pourLe: decision.pour_le,
      etat: etatDeDecision(decision),
      suites: decision.suites.map(({ acte, texte, par, le }) => ({ acte, texte, par: nommer(par), le: minuteDe(le) })),
    })),
    actes: gardee.actes.map(({ acte, jour, texte, par, le }) => ({
      ...{ acte, jour, texte },
      par: nommer(par),
      le: minuteDe(le),
    })),
  }
}
