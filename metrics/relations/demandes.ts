import { populationSql } from '../engine/population.ts'
import { defineLignes } from './lignes.ts'

/** The persons' demandes of S. */
export const demandes = defineLignes({ regarde: null, deDemandes: true, lignes: populationSql })
