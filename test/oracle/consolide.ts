import type { Definition } from './definition.ts'
import { finDuMois, moisPlus } from './jours.ts'
import type { InstantaneLu } from './lire-instantane.ts'
import { type MoisCalcule, sommer } from './mois.ts'
import { additionner, valeurDe } from './periode.ts'

const CONSOLIDES = new Set([
  'enregistrements',
  'delai_enregistrement',
  'depots_retroactifs',
  'rfr_absent',
  'pieces_identite_absentes',
  'forcages',
  'attributions',
  'delai_attribution',
  'attributions_hors_delai',
  'attributions_incompletes',
  'reservataires_absents',
])

/**
 * What the territory's latest snapshot knows of past months, by entity; nothing where one of them is more than 11 months
 * behind it, or where it lacks a column.
 */
export const consolider = (
  definition: Definition,
  instantanes: readonly InstantaneLu[],
  mois: readonly MoisCalcule[],
): ((cle: string) => number | null) => {
  const s = [...instantanes].sort((a, b) => (a.date < b.date ? 1 : -1))[0]
  if (s === undefined || !CONSOLIDES.has(definition.code)) return () => null
  const population = s.demandes.filter((d) => d.type_demandeur === 'PERSONNE')
  const contextes = mois.map((m) => {
    const c = { debut: `${m.mois}-01`, fin: finDuMois(m.mois), s, s0: null, sMoins: null, population }
    return { m, c }
  })
  const connu = contextes.every(
    ({ m, c }) => m.mois >= moisPlus(s.date.slice(0, 7), -11) && definition.vide(c) === null,
  )
  if (!connu) return () => null
  const sommes = contextes.map(({ m, c }) => sommer(definition, c, m.registre))
  return (cle) => valeurDe(definition, additionner(sommes.flatMap((cumuls) => cumuls.get(cle) ?? [])))
}
