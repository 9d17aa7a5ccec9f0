import type { DuckDBConnection } from '@duckdb/node-api'
import { type Jour, moisEntiers } from '../../ingest/socle/jour.ts'
import { lireMoisCalcules } from '../../metrics/engine/mois-calcules.ts'
import {
  type Enregistrement,
  listerEnregistrements,
  type RequeteEnregistrements,
  requeteEnregistrements,
} from '../../metrics/enregistrements.ts'
import type { Composante } from '../../metrics/indicateur.ts'
import { type CodeIndicateur, indicateurDe } from '../../metrics/registry.ts'
import { colonneDemande } from './colonnes-demande.ts'
import { notesDe, notesDesInstantanes, type Provenance } from './notes.ts'
import type { ColonneTableau, Source, Tableau } from './tableau.ts'

/** Fields and rules by their names, for whoever reads; codes stay in JSON. */
const direManques = (composantes: readonly Composante[]): ColonneTableau<Enregistrement> => ({
  ...colonneDemande('manques'),
  montrer: (codes) =>
    (Array.isArray(codes) ? codes : [])
      .map((code: unknown) => composantes.find((composante) => composante.code === code)?.libelle ?? String(code))
      .join(' ; '),
})

/** The records behind a figure as a table, with the columns that explain them. */
export const tableauEnregistrements = (
  code: CodeIndicateur,
  lignes: Iterable<Enregistrement> | AsyncIterable<Enregistrement>,
  provenance: Provenance,
  instantanes: readonly Jour[] = [],
  source?: Source,
): Tableau<Enregistrement> => {
  const indicateur = indicateurDe(code)
  const noms = ['mois', ...(indicateur?.relation.colonnes(indicateur) ?? [])]
  const colonnes = noms.map((nom) =>
    nom === 'manques' ? direManques(indicateur?.composantes ?? []) : colonneDemande(nom),
  )
  return {
    titre: indicateur?.libelle ?? code,
    colonnes,
    lignes,
    notes: [...notesDe(provenance), ...notesDesInstantanes(instantanes, [code], provenance.fin)],
    ...(source ? { source } : {}),
  }
}

/** The records behind a figure, ready to be written in any form. The connection is read from until they are. */
export const tableauDesDossiers = async (
  connection: DuckDBConnection,
  voulu: RequeteEnregistrements,
  origine: Pick<Provenance, 'maintenant' | 'version'>,
): Promise<Tableau<Enregistrement>> => {
  const { territoire, debut, fin, indicateur, niveau, entite, tous } = voulu
  const requete = await requeteEnregistrements(connection, voulu)
  const mois = moisEntiers(debut, fin) ?? []
  const calcules = (await lireMoisCalcules(connection, territoire)).filter((calcule) => mois.includes(calcule.mois))
  const filtres = { niveau, entite, ...(tous ? { tous: 'oui' } : {}) }
  return tableauEnregistrements(
    indicateur,
    listerEnregistrements(connection, voulu),
    { territoire, debut, fin, ...origine, filtres },
    calcules.map(({ instantane }) => instantane),
    requete === null ? undefined : { connection, requete },
  )
}
