import type { Mois } from '../../../ingest/socle/jour.ts'
import type { Base } from '../../../ingest/store/base.ts'
import { lireCalcules } from '../../../metrics/tableaux/calcules.ts'
import { champsDe } from '../../../metrics/tableaux/champs.ts'
import { choisirInstantanes } from '../../../metrics/tableaux/choisir.ts'
import { lireTableau } from '../../../metrics/tableaux/lire.ts'
import { SANS_FILTRE } from '../../../metrics/tableaux/lire-cellules.ts'
import { type CodeTableau, tableauDe } from '../../../metrics/tableaux/registry.ts'
import type { TableauStandard } from '../../../metrics/tableaux/tableau.ts'
import type { TableauLu } from '../../../web/modeles/tableaux.ts'

/** The standard tables that semester reports tell, in their order. */
const CITES: readonly CodeTableau[] = [
  'TAB01-01',
  'TAB02-01',
  'TAB03-01',
  'TAB03-13',
  'TAB04-02',
  'TAB04-03',
  'TAB04-07',
]

/** A table over some months: what happened is summed, what stands is that of the last one. By EPCI where it is by place. */
const lireUn = async (
  { connection }: Base,
  { territoire, mois }: { readonly territoire: string; readonly mois: readonly Mois[] },
  code: CodeTableau,
): Promise<TableauLu | null> => {
  const declare = tableauDe(code)
  if (declare === undefined) return null
  const { sommable, axes }: TableauStandard = declare
  const sur = choisirInstantanes(declare, await lireCalcules(connection, territoire), {
    instantane: null,
    mois: sommable ? mois : mois.slice(-1),
  })
  if (typeof sur === 'string') return null
  const reponse = await lireTableau(connection, { territoire, tableau: declare, sur, vue: SANS_FILTRE, par: 'EPCI' })
  if (reponse === null) return null
  const par = axes.some(({ communes }) => communes) ? ('EPCI' as const) : null
  return { declare, reponse, champs: champsDe(declare, reponse.lignes), choix: [], vue: '', par }
}

/** Those that could be counted, by code. */
export const lireTableauxDuSemestre = async (
  base: Base,
  periode: { readonly territoire: string; readonly mois: readonly Mois[] },
): Promise<ReadonlyMap<CodeTableau, TableauLu>> => {
  const lus = new Map<CodeTableau, TableauLu>()
  for (const code of CITES) {
    const lu = await lireUn(base, periode, code)
    if (lu !== null) lus.set(code, lu)
  }
  return lus
}
