import type { Demande } from '../colonnes.ts'
import { nomNaissance, nomNaissanceConjoint, prenom, prenomConjoint } from '../contexte.ts'
import { plusMois } from '../jours.ts'

/** A rule of coherence: `colonnes` are those without which nothing can break it (one of a group is enough). */
export interface Regle {
  readonly code: string
  readonly colonnes: readonly (readonly string[])[]
  readonly enfreinte: (d: Demande, date: string) => boolean
}

const apres = (a: string | null, b: string | null): boolean => a !== null && b !== null && a > b

const moisAnnee = (jour: string): string => `${jour.slice(5, 7)}${jour.slice(2, 4)}`

/** Whole years at a date, by `naissance + 12n mois`. */
const aNAns = (naissance: string, n: number, date: string): boolean => plusMois(naissance, 12 * n) <= date

const toutesEgales = (paires: readonly (readonly [string | null, string | null])[]): boolean =>
  paires.every(([a, b]) => a !== null && a === b)

export const REGLES: readonly Regle[] = [
  {
    code: 'C01',
    colonnes: [['date_depot']],
    enfreinte: (d) => apres(d.date_depot, d.date_enregistrement),
  },
  {
    code: 'C03',
    colonnes: [['date_naissance']],
    enfreinte: (d, date) =>
      d.date_naissance === null || !aNAns(d.date_naissance, 16, date) || aNAns(d.date_naissance, 111, date),
  },
  {
    code: 'C04',
    colonnes: [['nb_personnes']],
    enfreinte: (d) => d.nb_personnes !== null && (d.nb_personnes < 1 || d.nb_personnes > 20),
  },
  {
    code: 'C05',
    colonnes: [['revenu_fiscal_reference', 'ressources_mensuelles']],
    enfreinte: (d) => {
      const [rfr, ressources] = [d.revenu_fiscal_reference ?? 0, d.ressources_mensuelles ?? 0]
      return rfr < 0 || ressources < 0 || ressources > 50_000
    },
  },
  {
    code: 'C06',
    colonnes: [['date_renouvellement']],
    enfreinte: (d) => apres(d.date_enregistrement, d.date_renouvellement),
  },
  {
    code: 'C07',
    colonnes: [['date_echeance']],
    enfreinte: (d, date) => d.date_echeance === null || d.date_echeance > plusMois(date, 13),
  },
  {
    code: 'C08',
    colonnes: [['motif_radiation', 'date_radiation']],
    enfreinte: (d) => d.motif_radiation !== null || d.date_radiation !== null,
  },
  {
    code: 'C10',
    colonnes: [['date_depot']],
    enfreinte: (d) => {
      const inscrit = d.numero_unique.slice(3, 7)
      const depot = d.date_depot === null ? null : moisAnnee(d.date_depot)
      return inscrit !== moisAnnee(d.date_enregistrement) && inscrit !== depot
    },
  },
  {
    code: 'C11',
    colonnes: [
      ['conjoint_nom_naissance'],
      ['conjoint_prenom'],
      ['conjoint_date_naissance'],
      ['nom_naissance', 'nom'],
      ['prenom'],
      ['date_naissance'],
    ],
    enfreinte: (d) =>
      toutesEgales([
        [nomNaissanceConjoint(d), nomNaissance(d)],
        [prenomConjoint(d), prenom(d)],
        [d.conjoint_date_naissance, d.date_naissance],
      ]),
  },
]

/** Shown among the details, never in the numerator. */
export const C09: Regle = {
  code: 'C09',
  colonnes: [['nb_personnes'], ['typologie_souhaitee']],
  enfreinte: (d) => {
    const [n, type] = [d.nb_personnes, d.typologie_souhaitee]
    if (n === null || type === null) return false
    return (n === 1 && ['T5', 'T6'].includes(type)) || (n >= 6 && ['CHAMBRE', 'T1'].includes(type))
  },
}
