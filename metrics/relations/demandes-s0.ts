import { sql } from 'kysely'
import { situationSql } from '../../ingest/store/versions.ts'
import { populationSql } from '../engine/population.ts'
import { ACTES, ACTES_S0, estDActes, extraireActes } from './actes.ts'
import { AUCUNE_LIGNE, avecAvant } from './avec-avant.ts'
import { defineLignes } from './lignes.ts'

/** The persons' demandes of S that S0 had, beside what it showed of them. */
export const demandesS0 = defineLignes({
  regarde: 's0',
  deDemandes: true,
  preparer: extraireActes,
  lignes: (lu, indicateur) => {
    if (lu.s0 === null) return AUCUNE_LIGNE
    return lu.extrait && estDActes(indicateur)
      ? avecAvant(sql`${ACTES} d`, ACTES_S0, 's0')
      : avecAvant(populationSql(lu), situationSql(lu.territoire, lu.s0, lu.dernier), 's0')
  },
})
