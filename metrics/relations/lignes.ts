import { type RawBuilder, sql } from 'kysely'
import { type Expressions, expressionsDe } from '../engine/condition.ts'
import type { Lacunes } from '../engine/lacunes.ts'
import { type MoisLu, periodeDe } from '../engine/mois-lu.ts'
import { passesDe } from '../engine/passes.ts'
import { contexteDe } from '../engine/population.ts'
import type { Indicateur } from '../indicateur.ts'
import type { Motif } from '../resultat.ts'
import { colonne, constante, et, selon } from '../sql.ts'
import { CLES_GUICHET, parmiCles } from './cles.ts'
import type { Choix, Liste, Relation } from './relation.ts'

/** Rows that an indicator's expressions speak of, one by one. */
interface Lignes extends Pick<Relation<Indicateur>, 'regarde' | 'deDemandes' | 'preparer'> {
  /** Its rows as `d`, with S0's as `s0` or S⁻'s as `s_moins` where it looks at them. */
  readonly lignes: (lu: MoisLu, indicateur: Indicateur) => RawBuilder<unknown>
  /** The same rows, with what only a list of them shows; `lignes` unless said. */
  readonly listees?: (lu: MoisLu, indicateur: Indicateur) => RawBuilder<unknown>
}

const ABSENCES = { s0: 'S0_ABSENT', sMoins: 'S_MOINS_ABSENT' } as const

/** Names are compared within S, or with S0's. */
const secretAbsent = (regarde: Relation<Indicateur>['regarde'], { cles, clesS0 }: Lacunes): boolean =>
  !(cles && (clesS0 || regarde !== 's0'))

const motifDe = (regarde: Relation<Indicateur>['regarde'], indicateur: Indicateur, lacunes: Lacunes): Motif | null => {
  if (regarde !== null && !lacunes[regarde]) return ABSENCES[regarde]
  return indicateur.compareNoms && secretAbsent(regarde, lacunes) ? 'SECRET_ABSENT' : null
}

/** The rules or fields that a record breaks, as codes. */
const manquesSql = ({ composantes }: Expressions): RawBuilder<unknown> =>
  sql`list_filter([${sql.join(composantes.map(({ code, condition }) => selon([[condition, constante(code)]], sql`NULL`)))}], lambda regle: regle IS NOT NULL)`

const listerLignes = (
  { lignes, listees = lignes, deDemandes }: Lignes,
  indicateur: Indicateur,
  lu: MoisLu,
  { cles, tous, periode = periodeDe(lu), autres = [] }: Choix,
): Liste => {
  const expressions = expressionsDe(indicateur, contexteDe(lu), lu.lacunes, periode)
  const { denominateur, numerateur, guichet, jours } = expressions
  const manques = expressions.composantes.length > 0
  const colonnes = [
    ...(deDemandes ? [colonne('d.numero_unique')] : []),
    ...[...indicateur.liste, ...autres].map((nom) => colonne(`d.${nom}`)),
    ...(jours ? [sql`${jours} AS jours`] : []),
    ...(manques ? [sql`${manquesSql(expressions)} AS manques`] : []),
  ]
  const conditions = [
    denominateur,
    ...(numerateur && !tous ? [numerateur] : []),
    ...(guichet && cles ? [parmiCles(guichet, cles)] : []),
  ]
  const ordre = deDemandes ? sql`d.numero_unique` : sql`ALL`
  return {
    manques,
    requete: sql`SELECT ${sql.join(colonnes)} FROM ${listees(lu, indicateur)} WHERE ${et(...conditions)} ORDER BY ${ordre}`,
  }
}

/** A relation whose rows an indicator's expressions count by guichet. */
export const defineLignes = (declaration: Lignes): Relation<Indicateur> => {
  const { lignes, regarde, deDemandes, preparer } = declaration
  return {
    regarde,
    cles: CLES_GUICHET,
    deDemandes,
    ...(preparer ? { preparer } : {}),
    motif: (indicateur, lacunes) => motifDe(regarde, indicateur, lacunes),
    passes: (indicateurs, lu) => passesDe(indicateurs, lu, lignes),
    lister: (indicateur, lu, choix) => listerLignes(declaration, indicateur, lu, choix),
    colonnes: (indicateur) => [
      ...(deDemandes ? ['numero_unique'] : []),
      ...indicateur.liste,
      ...(indicateur.jours ? ['jours'] : []),
      ...(indicateur.composantes ? ['manques'] : []),
    ],
  }
}
