import { grouperPar } from '../../ingest/socle/grouper-par.ts'
import { type Connue, effectifDe } from './saisie.ts'

/** A take-over holds most of what was recorded until its day, of several months, and no other day comes near it. */
const PART_REPRISE = 0.6
const EFFECTIF_REPRIS = 30
const MOIS_REPRIS = 3
const AUTRE_JOUR = 1 / 3

/** The day on which a whole base was recorded at once, if there is one. */
export const chercherReprise = (lignes: readonly Connue[]): number | null => {
  const jours = [...grouperPar(lignes, ({ saisie }) => saisie)]
    .map(([jour, siennes]) => ({ jour, siennes, n: effectifDe(siennes) }))
    .sort((a, b) => b.n - a.n || a.jour - b.jour)
  const [plein, second] = jours
  if (plein === undefined || plein.n < EFFECTIF_REPRIS || (second?.n ?? 0) > AUTRE_JOUR * plein.n) return null
  if (new Set(plein.siennes.map(({ mois }) => mois)).size < MOIS_REPRIS) return null
  const jusque = effectifDe(lignes.filter(({ saisie }) => saisie <= plein.jour))
  return plein.n >= PART_REPRISE * jusque ? plein.jour : null
}
