import { formatNombre, formatPart, formatRepere } from '../../ingest/socle/francais/format.ts'
import { compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { dispersionDe, type PairsJuges } from '../../metrics/engine/pairs-juges.ts'
import type { Surdispersion } from '../../metrics/stats/overdispersion.ts'
import type { Cle } from '../components/cadre-graphique.tsx'

/** The stored peers of a figure; undefined where none were stored with its month. */
export const findPairs = (
  pairs: readonly PairsJuges[],
  {
    niveau,
    categorie,
    indicateur,
  }: { readonly niveau: string; readonly categorie: string | null; readonly indicateur: string },
): PairsJuges | undefined =>
  pairs.find((p) => p.niveau === niveau && p.categorie === categorie && p.indicateur === indicateur)

const SANS_LIMITES =
  'Sans limites : les pairs de ce mois n’ont pas été rangés avec ses chiffres, ou sont trop peu pour en donner.'

const surdispersion = ({ phi, tau2 }: Surdispersion): string =>
  tau2 > 0
    ? `Les pairs diffèrent plus que par hasard (leur dispersion est ${formatNombre(phi, 2)} fois celle du hasard) : un point hors des limites simples peut rester conforme.`
    : 'Les pairs ne diffèrent pas plus que par hasard.'

/** What a reader must know of a funnel's limits: what they count, and who they count without being drawn. */
export const notesDesLimites = (pairs: PairsJuges | undefined, dessines: number, nom: string): string[] => {
  const dispersion = pairs === undefined ? null : dispersionDe(pairs)
  if (pairs === undefined || dispersion === null) return [SANS_LIMITES]
  const absents = pairs.effectif - dessines
  return [
    surdispersion(dispersion),
    ...(absents > 0
      ? [
          `Les limites comptent aussi ${compte(absents, nom)} sans point : sans état ce mois-ci, ou hors de ce que vous voyez.`,
        ]
      : []),
  ]
}

/** The lines of a funnel, named under the drawing of a phone. */
export const clesEntonnoir = (dispersion: Surdispersion | null, seuil: number | null): Cle[] => {
  const cles: Cle[] = []
  if (dispersion) {
    cles.push({ trait: 'corrigee', texte: fr('99,8 % corrigée') })
    cles.push({ trait: 'limite998', texte: fr('limite 99,8 %') })
    cles.push({ trait: 'limite95', texte: fr('limite 95 %') })
    cles.push({ trait: 'moyenne', texte: `pairs ${formatPart(dispersion.p0)}` })
  }
  if (seuil !== null) cles.push({ trait: 'seuil', texte: `seuil ${formatRepere('part', seuil)}` })
  return cles
}
