import { situationSql } from '../../ingest/store/versions.ts'
import { populationSql } from '../engine/population.ts'
import { AUCUNE_LIGNE, avecAvant } from './avec-avant.ts'
import { defineLignes } from './lignes.ts'

/** The persons' demandes of S that S⁻ had, beside what it showed of them. */
export const demandesSMoins = defineLignes({
  regarde: 'sMoins',
  deDemandes: true,
  lignes: (lu) =>
    lu.sMoins === null
      ? AUCUNE_LIGNE
      : avecAvant(populationSql(lu), situationSql(lu.territoire, lu.sMoins, lu.dernier), 's_moins'),
})
