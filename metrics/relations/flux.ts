import { sql } from 'kysely'
import { jourSql } from '../../ingest/socle/sql/query.ts'
import { defineLignes } from './lignes.ts'

/** The messages of private systems that S's file `flux` holds. */
export const flux = defineLignes({
  regarde: null,
  deDemandes: false,
  lignes: ({ territoire, s }) =>
    sql`(SELECT * FROM flux WHERE territoire = ${territoire} AND instantane = ${jourSql(s)}) d`,
})
