import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'
import { decoupage } from '../../metrics/tableaux/decoupage.ts'
import type { LigneTableau, ReponseTableau } from '../../metrics/tableaux/reponse.ts'
import { INCONNU } from '../../metrics/tableaux/tableau.ts'
import { couvrir } from './derives.ts'
import { masquer, type Reglages, type Suppression } from './masquer.ts'
import type { Cellule, Publication, Relation } from './publication.ts'

/** A field of a row that its households share. */
type Critere = readonly [axe: string, valeur: string]

const MESURES: ReadonlySet<string> = new Set(['effectif', 'part'])

/** Households of a date told by some fields: the same count has the same id in every table that shows it. */
const idDe = ({ instantane, champ }: ReponseTableau, criteres: readonly Critere[]): string =>
  JSON.stringify([champ, instantane, ...criteres.map(([axe, valeur]) => `${axe} ${valeur}`).sort()])

const criteresDe = (ligne: LigneTableau): readonly Critere[] =>
  Object.entries(ligne).flatMap(([axe, valeur]) => (MESURES.has(axe) ? [] : [[axe, String(valeur)] as const]))

const effectifDe = ({ table }: ReponseTableau, { effectif }: LigneTableau): number => {
  if (typeof effectif === 'number') return effectif
  throw new ErreurInfocentre('suppression.forme', `Le tableau ${table} n’est pas fait d’effectifs et de parts.`)
}

/** What a count is a part of: the same without one of its fields; and, of a commune, the same of its EPCI. */
const toutsDe = (criteres: readonly Critere[]): { readonly par: string; readonly criteres: readonly Critere[] }[] =>
  criteres.flatMap(([axe, valeur], rang) => {
    const tout = { par: axe, criteres: criteres.toSpliced(rang, 1) }
    if (!axe.startsWith('commune')) return [tout]
    const epci: Critere = ['epci', valeur === INCONNU ? INCONNU : (decoupage().epciDe(valeur) ?? INCONNU)]
    return [tout, { par: `${axe} epci`, criteres: criteres.toSpliced(rang, 1, epci) }]
  })

/**
 * The cells of standard tables that count and share, with what they add up to: margins that another table shows. Tables
 * that do not add up to the same are refused.
 */
export const publierStandards = (reponses: readonly ReponseTableau[]): Publication => {
  const valeurs = new Map<string, number>()
  const parts = new Map<string, Map<string, number>>()
  const poser = (reponse: ReponseTableau, criteres: readonly Critere[], effectif: number): void => {
    const id = idDe(reponse, criteres)
    if (valeurs.has(id)) return
    valeurs.set(id, effectif)
    for (const { par, criteres: de } of toutsDe(criteres)) {
      const somme = JSON.stringify([idDe(reponse, de), par])
      parts.set(somme, (parts.get(somme) ?? new Map()).set(id, effectif))
    }
  }
  const rangees = (reponse: ReponseTableau) =>
    reponse.lignes.map((ligne) => ({ reponse, criteres: criteresDe(ligne), effectif: effectifDe(reponse, ligne) }))
  for (const { reponse, criteres, effectif } of reponses.flatMap(rangees)) poser(reponse, criteres, effectif)
  const relations: Relation[] = []
  // Sums of sums are met as they are made: a Map gives what is added to it while it is gone through.
  for (const [somme, siennes] of parts) {
    const [id] = JSON.parse(somme) as [string, string]
    const total = [...siennes.values()].reduce((a, b) => a + b, 0)
    if (!valeurs.has(id)) {
      const [champ = '', instantane = '', ...criteres] = JSON.parse(id) as string[]
      poser(
        { champ, instantane } as ReponseTableau,
        criteres.map((critere) => [critere.slice(0, critere.indexOf(' ')), critere.slice(critere.indexOf(' ') + 1)]),
        total,
      )
    }
    relations.push({ termes: [[id, -1], ...[...siennes.keys()].map((part) => [part, 1] as const)] })
  }
  const cellules = [...valeurs].map(([id, valeur]): Cellule => ({ id, valeur }))
  return { cellules, relations }
}

/** Standard tables that are published together, without what they must not tell: their rows, hidden numbers marked. */
export const masquerStandards = async (
  reponses: readonly ReponseTableau[],
  reglages: Reglages,
): Promise<{ readonly lignes: readonly (readonly LigneTableau[])[] } & Suppression> => {
  const choix = await masquer(publierStandards(reponses), reglages)
  const lignes = reponses.map((reponse) =>
    couvrir(reponse.lignes, choix.masquees, {
      idDe: (ligne, colonne) => (colonne === 'effectif' ? idDe(reponse, criteresDe(ligne)) : null),
      derives: { part: (ligne) => [idDe(reponse, criteresDe(ligne)), idDe(reponse, [])] },
    }),
  )
  return { lignes, ...choix }
}
