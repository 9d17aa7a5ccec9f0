import { sql } from 'kysely'
import { refs } from '../../ingest/socle/sql/query.ts'
import { COLONNES_DES_FICHIERS, type Column, typeMoteur } from '../../ingest/store/colonnes.ts'
import { type ColonneLue, colonnesPour, direType, melangerSql, SORTES, type Sorte, type TableLue } from './table-lue.ts'

/** What their headings do not say of columns of the contract. */
const UNITES: Readonly<Record<string, string>> = {
  nb_personnes: 'personnes',
  ressources_mensuelles: 'euros par mois',
  revenu_fiscal_reference: 'euros par an',
  surface_logement: 'm²',
  unites_consommation: 'unités',
  personnes_a_charge: 'personnes',
}

/** What the contract says of columns: motives and nationalities are never here, nor names, which these files do not hold. */
const duContrat = (colonnes: readonly Column[]): ColonneLue[] =>
  colonnes
    .filter(({ confidentialite }) => confidentialite === undefined)
    .map(({ nom, type, libelle, codes, numero }) => ({
      nom,
      type: direType(typeMoteur(type)),
      sens: libelle,
      unite: UNITES[nom] ?? null,
      ...(codes ? { codes } : {}),
      ...(numero === undefined ? {} : { numero: true as const }),
    }))

const DATE_DEPART: ColonneLue = {
  nom: 'date_depart',
  type: 'date',
  sens: 'Début de l’ancienneté : date de dépôt, sinon d’enregistrement',
  unite: null,
}

const departSql = sql`coalesce(date_depot, date_enregistrement) AS date_depart`

const COURANTES = duContrat(COLONNES_DES_FICHIERS.courantes)
const HISTOIRE = duContrat(COLONNES_DES_FICHIERS.historique)

const nomsPour = (colonnes: readonly ColonneLue[], sorte: Sorte) =>
  refs(colonnesPour({ colonnes }, sorte).map(({ nom }) => nom))

/** The demandes of the latest snapshot. */
export const DEMANDES: TableLue = {
  nom: 'demandes',
  sens: 'une ligne par demande, telle que le dernier instantané la montre',
  sortes: SORTES,
  colonnes: [...COURANTES, DATE_DEPART],
  source: (territoire, sorte) =>
    sql`SELECT ${nomsPour(COURANTES, sorte)}, ${departSql} FROM demandes_courantes WHERE territoire = ${territoire}${melangerSql(sorte)}`,
}

const vueDes = (nom: string, sens: string, condition: string): TableLue => ({
  ...DEMANDES,
  nom,
  sens,
  source: `SELECT * FROM demandes WHERE ${condition}`,
})

export const VUES_DES_DEMANDES: readonly TableLue[] = [
  vueDes('demandes_actives', 'une ligne par demande active au dernier instantané', `statut = 'ACTIVE'`),
  vueDes('radiations', 'une ligne par demande radiée', `statut = 'RADIEE'`),
  vueDes(
    'attributions',
    'une ligne par demande radiée pour attribution d’un logement',
    `statut = 'RADIEE' AND motif_radiation = 'ATTRIBUTION'`,
  ),
]

const BORNES: readonly ColonneLue[] = [
  { nom: 'depuis', type: 'date', sens: 'premier instantané où la demande est ainsi', unite: null },
  {
    nom: 'jusqua',
    type: 'date',
    sens: 'premier instantané où elle ne l’est plus ; 31/12/9999 tant qu’elle l’est',
    unite: null,
  },
]

/** What demandes were, version by version. */
export const VERSIONS: TableLue = {
  nom: 'demandes_versions',
  sens: 'une ligne par état d’une demande, d’un instantané à un autre',
  sortes: SORTES,
  colonnes: [...BORNES, ...HISTOIRE, DATE_DEPART],
  source: (territoire, sorte) =>
    sql`SELECT depuis, jusqua, ${nomsPour(HISTOIRE, sorte)}, ${departSql} FROM demandes_versions WHERE territoire = ${territoire}${melangerSql(sorte)}`,
}

/** What demandes were at each snapshot that retention has not closed: computed from the versions, never stored. */
export const DEMANDES_PAR_MOIS: TableLue = {
  nom: 'demandes_mois',
  sens: 'une ligne par demande et par instantané ; restreindre à un mois',
  sortes: SORTES,
  colonnes: [
    { nom: 'instantane', type: 'date', sens: 'date de l’instantané', unite: null },
    { nom: 'mois', type: 'texte', sens: 'mois de l’instantané, AAAA-MM', unite: null },
    ...HISTOIRE,
    DATE_DEPART,
  ],
  source: `SELECT i.date AS instantane, strftime(i.date, '%Y-%m') AS mois, v.* EXCLUDE (depuis, jusqua)
    FROM demandes_versions v JOIN instantanes i ON NOT i.clos AND i.date >= v.depuis AND i.date < v.jusqua`,
}
