import { type RawBuilder, sql } from 'kysely'
import { COLONNES_DES_FICHIERS } from '../../ingest/store/colonnes.ts'
import { type ColonneLue, direType, type TableLue } from './table-lue.ts'

/** Fewest demandes of a cell: one that holds fewer, or a single value, loses a column, the last first. */
export const EFFECTIF_MINIMUM = 20

const ANCIENNETES = ['moins d’un an', 'un à trois ans', 'trois à cinq ans', 'cinq ans et plus'] as const

/** What cells are made by, the most telling last. */
const CROISEMENTS = [
  { nom: 'commune_souhaitee', sens: 'commune souhaitée, code INSEE' },
  { nom: 'typologie_souhaitee', sens: 'typologie souhaitée' },
  { nom: 'anciennete', sens: 'ancienneté, par tranche', codes: ANCIENNETES },
] as const

const TU = 'vide quand la case compterait trop peu de demandes'

const ancienneteSql = sql`CASE
  WHEN coalesce(date_depot, date_enregistrement) > (SELECT max(date) FROM instantanes i WHERE i.territoire = d.territoire) - INTERVAL 1 YEAR THEN ${ANCIENNETES[0]}
  WHEN coalesce(date_depot, date_enregistrement) > (SELECT max(date) FROM instantanes i WHERE i.territoire = d.territoire) - INTERVAL 3 YEAR THEN ${ANCIENNETES[1]}
  WHEN coalesce(date_depot, date_enregistrement) > (SELECT max(date) FROM instantanes i WHERE i.territoire = d.territoire) - INTERVAL 5 YEAR THEN ${ANCIENNETES[2]}
  ELSE ${ANCIENNETES[3]} END`

const cles = (n: number) => CROISEMENTS.slice(0, n).map(({ nom }) => sql.ref(nom))

/** Rows that still share their first `n` columns with too few others. */
const etageSql = (n: number): RawBuilder<unknown> => {
  const par = n === 0 ? sql`PARTITION BY 1` : sql`PARTITION BY ${sql.join(cles(n))}`
  return sql`SELECT *, count(*) OVER (${par}) >= ${EFFECTIF_MINIMUM} AND min(sensible) OVER (${par}) <> max(sensible) OVER (${par}) AS tient`
}

/**
 * Counts of active demandes by a sensitive value and as many columns as leave each cell at least twenty demandes of two
 * values or more. What is left of each step goes on to the next one, without its last column; what is left of all is not
 * told.
 */
const comptesSql = (colonne: string, territoire: string): RawBuilder<unknown> => {
  const [trois, deux, un, zero] = [3, 2, 1, 0].map((n) => ({ n, nom: sql.ref(`etage_${n}`) }))
  if (!(trois && deux && un && zero)) return sql``
  const etages = [trois, deux, un, zero]
  const suites = etages.map(({ n, nom }, i) => {
    const avant = etages[i - 1]
    const source = avant === undefined ? sql`lues` : sql`(SELECT * EXCLUDE (tient) FROM ${avant.nom} WHERE NOT tient)`
    return sql`${nom} AS (${etageSql(n)} FROM ${source})`
  })
  const tenues = etages.map(({ n, nom }) => {
    const colonnes = CROISEMENTS.map(({ nom: une }, i) =>
      i < n ? sql.ref(une) : sql`NULL::VARCHAR AS ${sql.ref(une)}`,
    )
    return sql`SELECT sensible, ${sql.join(colonnes)} FROM ${nom} WHERE tient`
  })
  return sql`WITH lues AS (
      SELECT coalesce(${sql.ref(colonne)}, 'NON_RENSEIGNE') AS sensible, commune_souhaitee, typologie_souhaitee, ${ancienneteSql} AS anciennete
      FROM demandes_courantes d WHERE territoire = ${territoire} AND statut = 'ACTIVE'),
    ${sql.join(suites)}
    SELECT sensible AS ${sql.ref(colonne)}, ${sql.join(CROISEMENTS.map(({ nom }) => sql.ref(nom)))}, count(*) AS demandes
    FROM (${sql.join(tenues, sql` UNION ALL `)}) GROUP BY ALL ORDER BY ALL`
}

const colonneSensible = (voulue: string): ColonneLue => {
  const lue = COLONNES_DES_FICHIERS.courantes.find(({ nom }) => nom === voulue)
  return {
    nom: voulue,
    type: direType('VARCHAR'),
    sens: `${lue?.libelle ?? voulue} ; NON_RENSEIGNE sans valeur`,
    unite: null,
    ...(lue?.codes ? { codes: lue.codes } : {}),
  }
}

const tableDe = (nom: string, colonne: string, quoi: string): TableLue => ({
  nom,
  sens: `des comptes de demandes actives par ${quoi} ; ne se lit jamais avec un numéro`,
  sortes: ['SANS_NUMERO'],
  colonnes: [
    colonneSensible(colonne),
    ...CROISEMENTS.map(({ nom: une, sens, ...reste }) => ({
      nom: une,
      type: direType('VARCHAR'),
      sens: `${sens} ; ${TU}`,
      unite: null,
      ...reste,
    })),
    { nom: 'demandes', type: direType('BIGINT'), sens: 'demandes actives', unite: 'demandes' },
  ],
  source: (territoire) => comptesSql(colonne, territoire),
})

/** Motives and nationalities: counts, in cells of at least twenty demandes, in the copy that has no number. */
export const SENSIBLES: readonly TableLue[] = [
  tableDe('motifs', 'motif_demande', 'motif'),
  tableDe('nationalites', 'nationalite', 'nationalité'),
]
