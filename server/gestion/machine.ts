import type { Role } from '../acces/roles.ts'

/** Who does an act: a person by its role, or the application itself when a snapshot shows that it is done. */
export type Qui = Role | 'APPLICATION'

/** What an act needs beside the state and the role: said in words, and looked for in the facts and in what was typed. */
export interface Condition<Faits, Saisie> {
  readonly exige: string
  /** What is missing, as a sentence; null where nothing is. */
  manque(faits: Faits, saisie: Saisie): string | null
}

/** A line of a table of states: in one of `de`, `qui` may do `acte` where the condition holds, and then it is in `vers`. */
export interface Passage<Etat extends string, Acte extends string, Faits, Saisie> {
  /** Null before the thing exists. */
  readonly de: readonly (Etat | null)[]
  readonly acte: Acte
  readonly qui: readonly Qui[]
  readonly condition?: Condition<Faits, Saisie>
  /** `MEME` stays where it is; a function where the facts say it. */
  readonly vers: Etat | 'MEME' | ((faits: Faits) => Etat)
}

/** States, acts, and the whole table of what leads from one to the other: what is not in it cannot be done. */
export interface Machine<Etat extends string, Acte extends string, Faits, Saisie> {
  readonly etats: readonly Etat[]
  readonly actes: readonly Acte[]
  readonly passages: readonly Passage<Etat, Acte, Faits, Saisie>[]
}

export const defineMachine = <Etat extends string, Acte extends string, Faits, Saisie>(
  machine: Machine<Etat, Acte, Faits, Saisie>,
): Machine<Etat, Acte, Faits, Saisie> => machine

/** Why an act cannot be done: the state has not it, the role may not, or something is missing, which the sentence says. */
export interface Empechement {
  readonly raison: 'ETAT' | 'ROLE' | 'CONDITION'
  readonly phrase: string
}

const PHRASES = {
  ETAT: 'Cet acte ne se fait pas à cette étape.',
  ROLE: 'Cet acte ne revient pas à ce rôle.',
} as const

const empecher = (raison: keyof typeof PHRASES): { readonly empechement: Empechement } => ({
  empechement: { raison, phrase: PHRASES[raison] },
})

/** The line of the table for a state and an act; undefined where there is none. */
export const passageDe = <Etat extends string, Acte extends string, Faits, Saisie>(
  { passages }: Machine<Etat, Acte, Faits, Saisie>,
  etat: Etat | null,
  acte: Acte,
): Passage<Etat, Acte, Faits, Saisie> | undefined =>
  passages.find((passage) => passage.acte === acte && passage.de.includes(etat))

interface Essai<Etat, Acte, Faits, Saisie> {
  readonly etat: Etat | null
  readonly acte: Acte
  readonly role: Qui
  readonly faits: Faits
  readonly saisie: Saisie
}

/** Where an act leads, or what stands in its way. */
export const essayer = <Etat extends string, Acte extends string, Faits, Saisie>(
  machine: Machine<Etat, Acte, Faits, Saisie>,
  { etat, acte, role, faits, saisie }: Essai<Etat, Acte, Faits, Saisie>,
): { readonly vers: Etat } | { readonly empechement: Empechement } => {
  const passage = passageDe(machine, etat, acte)
  if (passage === undefined) return empecher('ETAT')
  if (!passage.qui.includes(role)) return empecher('ROLE')
  const manque = passage.condition?.manque(faits, saisie) ?? null
  if (manque !== null) return { empechement: { raison: 'CONDITION', phrase: manque } }
  const { vers } = passage
  if (typeof vers === 'function') return { vers: vers(faits) }
  // The first state is always named: what does not exist has no state to stay in.
  return vers === 'MEME' ? (etat === null ? empecher('ETAT') : { vers: etat }) : { vers }
}

/** The acts that a role has in a state, whether what they need is there or not, in the order of the table. */
export const actesDe = <Etat extends string, Acte extends string, Faits, Saisie>(
  { passages }: Machine<Etat, Acte, Faits, Saisie>,
  etat: Etat | null,
  role: Qui,
): readonly Passage<Etat, Acte, Faits, Saisie>[] =>
  passages.filter(({ de, qui }) => de.includes(etat) && qui.includes(role))

/** Where acts that were done lead, the oldest first; what the table does not know of leaves the state as it is. */
export const etatApres = <Etat extends string, Acte extends string, Faits, Saisie, Debut extends Etat | null>(
  machine: Machine<Etat, Acte, Faits, Saisie>,
  debut: Debut,
  actes: readonly { readonly acte: Acte }[],
): Etat | Debut =>
  actes.reduce<Etat | Debut>((etat, { acte }) => {
    const vers = passageDe(machine, etat, acte)?.vers
    return typeof vers !== 'string' || vers === 'MEME' ? etat : (vers as Etat)
  }, debut)
