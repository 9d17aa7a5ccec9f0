import type { Demande } from '../colonnes.ts'
import { type Contexte, dansP, estActive, nomNaissance, prenom } from '../contexte.ts'
import { besoins, type Definition, NOM_NAISSANCE, parts, premiereVide } from '../definition.ts'
import { plusMois } from '../jours.ts'
import type { InstantaneLu } from '../lire-instantane.ts'

/** Pairs of a demande in S and the same in an earlier snapshot, for those of S that `retenue` keeps. */
const suivies = (c: Contexte, avant: InstantaneLu | null, retenue: (d: Demande) => boolean) => {
  const parNumero = new Map((avant?.demandes ?? []).map((d) => [d.numero_unique, d]))
  return c.population.filter(retenue).flatMap((d) => {
    const a = parNumero.get(d.numero_unique)
    return a === undefined ? [] : [{ d, avant: a }]
  })
}

const ACTUALISES = [
  'situation_familiale',
  'situation_professionnelle',
  'nb_personnes',
  'ressources_mensuelles',
  'revenu_fiscal_reference',
  'logement_actuel',
  'typologie_souhaitee',
  'commune_souhaitee',
] as const

/** The fields that both snapshots fill. */
const comparables = (c: Contexte) =>
  ACTUALISES.filter((champ) => !c.s.vides.has(champ) && c.s0?.vides.has(champ) !== true)

const CIVILITE = [NOM_NAISSANCE, 'prenom'] as const

const differe = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b

export const RENOUVELLEMENTS: readonly Definition[] = [
  {
    code: 'renouvellements_anticipes',
    nature: 'part',
    exige: 's0',
    seuil: 0.1,
    vide: (c) => premiereVide(c.s, ['date_renouvellement']) ?? premiereVide(c.s0, ['date_echeance']),
    observer: (c) =>
      parts(
        suivies(c, c.s0, (d) => dansP(c, d.date_renouvellement)).filter(({ avant }) => avant.date_echeance !== null),
        ({ d }) => d.guichet_renouvellement,
        ({ d, avant }) => (d.date_renouvellement ?? '') < plusMois(avant.date_echeance ?? '', -2),
      ),
  },
  {
    code: 'renouvellements_sans_mise_a_jour',
    nature: 'part',
    exige: 's0',
    vide: (c) => premiereVide(c.s, ['date_renouvellement']) ?? (comparables(c).length === 0 ? ACTUALISES[0] : null),
    observer: (c) => {
      const champs = comparables(c)
      return parts(
        suivies(c, c.s0, (d) => dansP(c, d.date_renouvellement)),
        ({ d }) => d.guichet_renouvellement,
        ({ d, avant }) => champs.every((champ) => d[champ] === avant[champ]),
      )
    },
  },
  {
    code: 'mouvements_civilite',
    nature: 'part',
    exige: 's0',
    vide: (c) => premiereVide(c.s, ['date_modification', ...CIVILITE]) ?? premiereVide(c.s0, CIVILITE),
    observer: (c) =>
      parts(
        suivies(c, c.s0, (d) => dansP(c, d.date_modification)),
        ({ d }) => d.guichet_modification,
        ({ d, avant }) => {
          const [n, p, n0, p0] = [nomNaissance(d), prenom(d), nomNaissance(avant), prenom(avant)]
          const echange = n !== null && p !== null && n === p0 && p === n0
          return (differe(n, n0) || differe(p, p0)) && !echange
        },
      ),
  },
  {
    code: 'echeances_non_renouvelees',
    nature: 'part',
    territoireSeul: true,
    exige: 'sMoins',
    vide: (c) =>
      premiereVide(c.sMoins, ['date_echeance']) ?? premiereVide(c.s, ['motif_radiation', 'date_renouvellement']),
    observer: (c) =>
      parts(
        suivies(c, c.sMoins, (d) => d.statut !== 'RADIEE' || d.motif_radiation === 'NON_RENOUVELLEMENT').filter(
          ({ avant }) => estActive(avant) && dansP(c, avant.date_echeance),
        ),
        () => null,
        ({ d, avant }) => {
          const le = d.date_renouvellement
          return !(le !== null && le > (c.sMoins?.date ?? '') && le <= (avant.date_echeance ?? ''))
        },
      ),
  },
  {
    code: 'demandes_perimees',
    nature: 'part',
    stock: true,
    territoireSeul: true,
    seuil: 0.01,
    vide: besoins('date_echeance'),
    observer: (c) =>
      parts(
        c.population.filter(estActive),
        () => null,
        (d) => d.date_echeance !== null && d.date_echeance < plusMois(c.s.date, -1),
      ),
  },
  {
    code: 'radiations_sans_preavis',
    nature: 'part',
    territoireSeul: true,
    seuil: 0.01,
    vide: besoins('motif_radiation', 'date_radiation', 'date_preavis', 'date_echeance'),
    observer: (c) =>
      parts(
        c.population.filter(
          (d) => d.statut === 'RADIEE' && d.motif_radiation === 'NON_RENOUVELLEMENT' && dansP(c, d.date_radiation),
        ),
        () => null,
        (d) => d.date_preavis === null || (d.date_echeance !== null && d.date_preavis > plusMois(d.date_echeance, -1)),
      ),
  },
]
