import { enJour, type Jour, type Mois } from '../../../ingest/socle/jour.ts'
import type { Base } from '../../../ingest/store/base.ts'
import { lireCalcules } from '../../../metrics/tableaux/calcules.ts'
import { choisirInstantanes } from '../../../metrics/tableaux/choisir.ts'
import type { Par } from '../../../metrics/tableaux/formes/cles.ts'
import { lireTableau } from '../../../metrics/tableaux/lire.ts'
import { SANS_FILTRE, type Vue } from '../../../metrics/tableaux/lire-cellules.ts'
import { type CodeTableau, tableauDe } from '../../../metrics/tableaux/registry.ts'
import type { LigneTableau, ReponseTableau } from '../../../metrics/tableaux/reponse.ts'

export interface Ou {
  readonly instantane?: string
  readonly mois?: readonly Mois[]
  readonly vue?: Vue
  readonly par?: Par
}

/** A table as the command line answers it. */
export const lireStandard = async (
  { connection }: Pick<Base, 'connection'>,
  code: CodeTableau,
  { instantane, mois, vue = SANS_FILTRE, par = 'COMMUNE' }: Ou = {},
  territoire = '013',
): Promise<ReponseTableau> => {
  const tableau = tableauDe(code)
  if (tableau === undefined) throw new Error(code)
  const jour: Jour | null = instantane === undefined ? null : enJour(instantane)
  const sur = choisirInstantanes(tableau, await lireCalcules(connection, territoire), {
    instantane: jour,
    mois: mois ?? null,
  })
  if (typeof sur === 'string') throw new Error(`${code} : ${sur}`)
  const lue = await lireTableau(connection, { territoire, tableau, sur, vue, par })
  if (lue === null) throw new Error(code)
  return lue
}

/** The rows that count something, as `valeur valeur` → effectif. */
export const comptesDe = (lignes: readonly LigneTableau[]): Record<string, number> =>
  Object.fromEntries(
    lignes.flatMap(({ effectif, part, ...cles }) =>
      effectif === 0
        ? []
        : [
            [
              Object.values(cles)
                .map((cle) => cle ?? '')
                .join(' '),
              Number(effectif),
            ],
          ],
    ),
  )
