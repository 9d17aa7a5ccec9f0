import { DISCULPE, estVerdict, type Verdict } from '../../metrics/doublons/verdicts.ts'
import type { BaseEtat } from './etat.ts'

/** A verdict, with who gave it and when; the first of a list holds, the others are its history. */
export interface Qualification {
  readonly verdict: Verdict
  readonly motif: string
  readonly par: string
  readonly le: string
}

export interface Saisie {
  readonly territoire: string
  readonly verdict: Verdict
  readonly motif: string
  readonly par: string
  readonly le: string
}

export const clePaire = (x: string, y: string): string => (x < y ? `${x} ${y}` : `${y} ${x}`)

const ranger = (lignes: readonly (Omit<Qualification, 'verdict'> & { verdict: string; cle: string })[]) => {
  const parCle = new Map<string, Qualification[]>()
  for (const { cle, verdict, motif, par, le } of lignes)
    if (estVerdict(verdict)) parCle.set(cle, [...(parCle.get(cle) ?? []), { verdict, motif, par, le }])
  return parCle
}

/** Gives one verdict to several pairs. */
export const qualifierPaires = async (
  etat: BaseEtat,
  paires: readonly { readonly a: string; readonly b: string }[],
  saisie: Saisie,
): Promise<void> => {
  if (paires.length > 0)
    await etat
      .insertInto('qualifications_paires')
      .values(paires.map(({ a, b }) => ({ ...saisie, ...(a < b ? { a, b } : { a: b, b: a }) })))
      .execute()
}

/** The verdicts of a territory's pairs, by « a b », the latest first: they hold from month to month. */
export const lireQualificationsPaires = async (
  etat: BaseEtat,
  territoire: string,
): Promise<ReadonlyMap<string, readonly Qualification[]>> => {
  const lignes = await etat
    .selectFrom('qualifications_paires')
    .selectAll()
    .where('territoire', '=', territoire)
    .orderBy('id', 'desc')
    .execute()
  return ranger(lignes.map((ligne) => ({ ...ligne, cle: clePaire(ligne.a, ligne.b) })))
}

/** Of pairs with their verdicts, the latest first, those that the latest says to be two households: a homonymy or a separation. */
export const disculpeesDe = (
  lignes: readonly (Pick<Saisie, 'verdict'> & { readonly a: string; readonly b: string })[],
): { readonly a: string; readonly b: string }[] => {
  const dernieres = new Map(lignes.toReversed().map((ligne) => [clePaire(ligne.a, ligne.b), ligne]))
  return [...dernieres.values()].filter(({ verdict }) => DISCULPE.has(verdict)).map(({ a, b }) => ({ a, b }))
}

/** The pairs that a person said to be two households. */
export const lirePairesDisculpees = async (
  etat: BaseEtat,
  territoire: string,
): Promise<{ readonly a: string; readonly b: string }[]> => {
  const lignes = await etat
    .selectFrom('qualifications_paires')
    .select(['a', 'b', 'verdict'])
    .where('territoire', '=', territoire)
    .orderBy('id', 'desc')
    .execute()
  return disculpeesDe(lignes.flatMap(({ a, b, verdict }) => (estVerdict(verdict) ? [{ a, b, verdict }] : [])))
}

export const qualifierForcage = async (etat: BaseEtat, numero_unique: string, saisie: Saisie): Promise<void> => {
  await etat
    .insertInto('qualifications_forcages')
    .values({ ...saisie, numero_unique })
    .execute()
}

/** The verdicts of a territory's forced demandes, by number, the latest first. */
export const lireQualificationsForcages = async (
  etat: BaseEtat,
  territoire: string,
): Promise<ReadonlyMap<string, readonly Qualification[]>> => {
  const lignes = await etat
    .selectFrom('qualifications_forcages')
    .selectAll()
    .where('territoire', '=', territoire)
    .orderBy('id', 'desc')
    .execute()
  return ranger(lignes.map((ligne) => ({ ...ligne, cle: ligne.numero_unique })))
}
