import type { Jour } from '../../ingest/socle/jour.ts'
import type { Enregistrement, RequeteEnregistrements } from '../../metrics/enregistrements.ts'
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

/** Records behind a figure as they are given: what was asked, the rows, the snapshots that they come from. */
export interface Dossiers {
  readonly demande: RequeteEnregistrements
  readonly lignes: AsyncIterable<Enregistrement>
  readonly instantanes: readonly Jour[]
  /** The same rows as the engine holds them; null where there are none. */
  readonly source: Source | null
}

/** The records behind a figure, ready to be written in any form: its rows are read as it is. */
export const tableauDesDossiers = (
  { demande, lignes, instantanes, source }: Dossiers,
  origine: Pick<Provenance, 'maintenant' | 'version'>,
): Tableau<Enregistrement> => {
  const { territoire, debut, fin, indicateur, niveau, entite, tous } = demande
  const filtres = { niveau, entite, ...(tous ? { tous: 'oui' } : {}) }
  const provenance = { territoire, debut, fin, ...origine, filtres }
  return tableauEnregistrements(indicateur, lignes, provenance, instantanes, source ?? undefined)
}
