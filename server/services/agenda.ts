import { dansPhrase } from '../../ingest/socle/francais/phrase.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import {
  ACTES_DECISION,
  ACTES_REUNION,
  type ActeDecision,
  type ActeReunion,
  NATURES_REUNION,
  type NatureReunion,
  nomObligation,
  type Presence,
} from '../../web/agenda.ts'
import type { Role } from '../acces/roles.ts'
import { etatDeDecision, etatDeReunion } from '../gestion/agenda/suivre.ts'
import { MACHINE_DECISIONS, MACHINE_REUNIONS } from '../gestion/agenda/table.ts'
import { essayer } from '../gestion/machine.ts'
import type { BaseEtat } from '../state/etat.ts'
import { consigner } from '../state/journal.ts'
import { consignerObligation, type ObligationFaite } from '../state/obligations.ts'
import { retirerLigne } from '../state/retrait.ts'
import {
  ajouterActeDeReunion,
  ajouterDecision,
  ajouterPresences,
  ajouterReunion,
  ajouterSuite,
  lireReunions,
} from '../state/reunions.ts'

/** Who acts on the calendar of a territory, and when. */
export interface Acteur {
  readonly etat: BaseEtat
  readonly territoire: string
  readonly qui: string
  readonly role: Role
  readonly instant: string
  readonly aujourdhui: Jour
}

const journaliser = ({ etat, instant, qui, role, territoire }: Acteur, quoi: string, nombre: number | null = null) =>
  consigner(etat, { instant, qui, role, action: 'AGENDA', territoire, nombre, detail: { quoi } })

const auteur = ({ qui, instant }: Acteur) => ({ par: qui, le: instant })

/** What is judged and written is so at once: a second act, or a process that falls, finds all of it or nothing. */
const dUnTrait = <T>(acteur: Acteur, faire: (seul: Acteur) => Promise<T>): Promise<T> =>
  acteur.etat.transaction().execute((etat) => faire({ ...acteur, etat }))

/** Gives a meeting its day, its place and its order; gives its number. */
export const programmerReunion = async (
  acteur: Acteur,
  { nature, jour, lieu, texte }: { nature: NatureReunion; jour: Jour; lieu: string; texte: string },
): Promise<number> => {
  const id = await dUnTrait(acteur, async ({ etat, territoire }) => {
    const reunion = await ajouterReunion(etat, { territoire, nature, ...auteur(acteur) })
    await ajouterActeDeReunion(etat, { reunion, acte: 'PROGRAMMER', jour, lieu, texte, ...auteur(acteur) })
    return reunion
  })
  await journaliser(acteur, `réunion n° ${id} programmée : ${dansPhrase(NATURES_REUNION[nature])}`)
  return id
}

const trouver = async ({ etat, territoire }: Acteur, id: number) =>
  (await lireReunions(etat, territoire)).find((reunion) => reunion.id === id) ?? null

/** What is typed of an act. */
export interface Saisie {
  readonly jour: Jour | null
  readonly lieu: string
  readonly texte: string
}

const INTROUVABLE = 'Cette réunion n’existe pas.'

/** Why an act may not be done of a meeting now; null where it may. */
const empecher = async (
  acteur: Acteur,
  id: number,
  acte: ActeReunion,
  { jour, texte }: Pick<Saisie, 'jour' | 'texte'>,
): Promise<string | null> => {
  const reunion = await trouver(acteur, id)
  if (reunion === null) return INTROUVABLE
  const { role, aujourdhui } = acteur
  const tenueLe = reunion.actes.findLast(({ acte: fait }) => fait === 'TENIR')?.jour ?? null
  const faits = { aujourdhui, tenueLe }
  const issue = essayer(MACHINE_REUNIONS, { etat: etatDeReunion(reunion), acte, role, faits, saisie: { jour, texte } })
  return 'empechement' in issue ? issue.empechement.phrase : null
}

/** Writes what an act brings where the act may be done; gives why not, and nothing is written. */
const siPermis = (
  acteur: Acteur,
  id: number,
  acte: ActeReunion,
  saisie: Pick<Saisie, 'jour' | 'texte'>,
  ecrire: (etat: BaseEtat) => Promise<void>,
): Promise<string | null> =>
  dUnTrait(acteur, async (seul) => {
    const refus = await empecher(seul, id, acte, saisie)
    if (refus === null) await ecrire(seul.etat)
    return refus
  })

const SANS_SAISIE = { jour: null, texte: '' } as const

/** Does an act of a meeting; gives why not, as a sentence, or null. */
export const agirSurReunion = async (
  acteur: Acteur,
  id: number,
  acte: ActeReunion,
  saisie: Saisie,
): Promise<string | null> => {
  const refus = await siPermis(acteur, id, acte, saisie, (etat) =>
    ajouterActeDeReunion(etat, { reunion: id, acte, ...saisie, ...auteur(acteur) }),
  )
  if (refus !== null) return refus
  await journaliser(acteur, `réunion n° ${id} : ${dansPhrase(ACTES_REUNION[acte])}`)
  return null
}

/** A service, or another body, and whether it came. */
export interface Pointage {
  readonly service: string | null
  readonly libelle: string
  readonly presence: Presence
  readonly mandataire: string | null
}

export const pointerPresences = async (
  acteur: Acteur,
  id: number,
  pointages: readonly Pointage[],
): Promise<string | null> => {
  const refus = await siPermis(acteur, id, 'POINTER', SANS_SAISIE, (etat) =>
    ajouterPresences(
      etat,
      pointages.map((pointage) => ({ ...pointage, reunion: id, ...auteur(acteur) })),
    ),
  )
  if (refus !== null) return refus
  await journaliser(acteur, `réunion n° ${id} : présences notées`, pointages.length)
  return null
}

export const releverDecision = async (
  acteur: Acteur,
  id: number,
  decision: { readonly texte: string; readonly qui: string; readonly pour_le: Jour | null },
): Promise<string | null> => {
  const refus = await siPermis(acteur, id, 'DECIDER', SANS_SAISIE, (etat) =>
    ajouterDecision(etat, { reunion: id, ...decision, ...auteur(acteur) }),
  )
  if (refus !== null) return refus
  await journaliser(acteur, `réunion n° ${id} : décision relevée`)
  return null
}

/** Follows a decision to its end; gives why not, as a sentence, or null. */
export const suivreDecision = async (
  acteur: Acteur,
  { reunion: id, decision: rang }: { readonly reunion: number; readonly decision: number },
  acte: ActeDecision,
  texte: string,
): Promise<string | null> => {
  const refus = await dUnTrait(acteur, async (seul) => {
    const decision = (await trouver(seul, id))?.decisions.find((une) => une.id === rang)
    if (decision === undefined) return 'Cette décision n’existe pas.'
    const essai = { etat: etatDeDecision(decision), acte, role: seul.role, faits: null, saisie: { texte } }
    const issue = essayer(MACHINE_DECISIONS, essai)
    if ('empechement' in issue) return issue.empechement.phrase
    await ajouterSuite(seul.etat, { decision: rang, acte, texte, ...auteur(seul) })
    return null
  })
  if (refus !== null) return refus
  await journaliser(acteur, `réunion n° ${id}, décision ${rang} : ${dansPhrase(ACTES_DECISION[acte])}`)
  return null
}

export const consignerFait = async (
  acteur: Acteur,
  fait: Pick<ObligationFaite, 'obligation' | 'periode' | 'service' | 'fait_le' | 'texte'>,
): Promise<void> => {
  await consignerObligation(acteur.etat, { ...fait, territoire: acteur.territoire, ...auteur(acteur) })
  await journaliser(acteur, `obligation faite : ${dansPhrase(nomObligation(fait.obligation))}, ${fait.periode}`)
}

/** Withdraws a fact; false where there is none such. */
export const retirerFait = async (acteur: Acteur, id: number): Promise<boolean> => {
  const { etat, territoire, qui, instant } = acteur
  const retire = await retirerLigne(etat, 'obligations_faites', { territoire, id }, qui, instant)
  if (retire) await journaliser(acteur, `obligation retirée n° ${id}`)
  return retire
}
