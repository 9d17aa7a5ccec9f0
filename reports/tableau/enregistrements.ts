import type { Jour } from '../../ingest/socle/jour.ts'
import type { DemandeEnregistrements, Enregistrement } from '../../metrics/enregistrements.ts'
import type { Composante } from '../../metrics/indicateur.ts'
import { type CodeIndicateur, indicateurDe } from '../../metrics/registry.ts'
import { notesDe, notesDesInstantanes, type Provenance } from './notes.ts'
import type { ColonneTableau, Source, Tableau, TypeColonne } from './tableau.ts'

/** What the columns of records are called; those not listed keep their name with its first letter raised. */
const INTITULES: Readonly<Record<string, string>> = {
  mois: 'Mois',
  numero_unique: 'Numéro unique',
  date_depot: 'Déposée le',
  date_attestation: 'Attestée le',
  date_piece_identite: 'Pièce d’identité le',
  date_enregistrement: 'Enregistrée le',
  date_echeance: 'Échéance',
  date_renouvellement: 'Renouvelée le',
  date_modification: 'Modifiée le',
  date_preavis: 'Préavis le',
  date_radiation: 'Radiée le',
  date_saisie_radiation: 'Radiation saisie le',
  date_signature_bail: 'Bail signé le',
  date_maj: 'Dernier acte le',
  date_dossier: 'Enregistrée ou renouvelée le',
  guichet_enregistrement: 'Guichet d’enregistrement',
  guichet_renouvellement: 'Guichet du renouvellement',
  guichet_modification: 'Guichet de la modification',
  guichet_radiation: 'Guichet de la radiation',
  guichet_maj: 'Guichet du dernier acte',
  guichet_dossier: 'Guichet',
  motif_radiation: 'Motif de radiation',
  motif_forcage: 'Motif du forçage',
  numero_unique_rapproche: 'Numéro rapproché',
  forcage_doublon: 'Doublon forcé',
  siren_bailleur: 'SIREN du bailleur',
  reservataire: 'Réservataire',
  dalo: 'DALO',
  nb_personnes: 'Personnes à loger',
  typologie_souhaitee: 'Typologie souhaitée',
  type_message: 'Type de message',
  code_retour: 'Code de retour',
  baux_signes: 'Baux signés',
  jours: 'Jours',
  manques: 'Ce qui manque ou se contredit',
}

const ENTIERS = new Set(['nb_personnes', 'jours', 'baux_signes', 'attributions', 'manquantes'])
const BOOLEENS = new Set(['forcage_doublon', 'dalo'])

const typeDe = (nom: string): TypeColonne => {
  if (nom === 'date' || nom.startsWith('date_')) return 'jour'
  if (ENTIERS.has(nom)) return 'entier'
  return BOOLEENS.has(nom) ? 'booleen' : 'texte'
}

/** Fields and rules by their names, for whoever reads; codes stay in JSON. */
const direManques = (composantes: readonly Composante[]): ColonneTableau<Enregistrement> => ({
  ...colonne('manques'),
  montrer: (codes) =>
    (Array.isArray(codes) ? codes : [])
      .map((code: unknown) => composantes.find((composante) => composante.code === code)?.libelle ?? String(code))
      .join(' ; '),
})

const colonne = (nom: string): ColonneTableau<Enregistrement> => ({
  nom,
  intitule: INTITULES[nom] ?? `${nom.charAt(0).toUpperCase()}${nom.slice(1)}`,
  type: typeDe(nom),
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
  const deDemandes = indicateur?.relation !== 'flux' && indicateur?.relation !== 'baux'
  const noms = [
    'mois',
    ...(deDemandes ? ['numero_unique'] : []),
    ...(indicateur?.liste ?? []),
    ...(indicateur?.jours ? ['jours'] : []),
  ]
  const colonnes = [...noms.map(colonne), ...(indicateur?.composantes ? [direManques(indicateur.composantes)] : [])]
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
  readonly demande: DemandeEnregistrements
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
