import { formatJour } from '../../ingest/socle/francais/format.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import type { Irregularite } from '../../metrics/attributions/irregularite.ts'
import type { LigneAttributions, LigneDelais } from '../../metrics/attributions/lire.ts'
import type { LigneRetro } from '../../metrics/attributions/retro.ts'
import { NATURES, type Nature } from '../../metrics/attributions/signalees.ts'
import { colonneDemande } from './colonnes-demande.ts'
import { notesDe, type Provenance } from './notes.ts'
import type { ColonneTableau, Note, Tableau } from './tableau.ts'

/** « RATTRAPAGE 2026-08-25 (60) », one after the other. */
const montrerIrregularites = (valeur: unknown): string =>
  (valeur as readonly Irregularite[]).map(({ sorte, date, nombre }) => `${sorte} ${date} (${nombre})`).join(', ')

export const COLONNES_ATTRIBUTIONS: readonly ColonneTableau<LigneAttributions>[] = [
  { nom: 'mois', intitule: 'Mois de signature', type: 'texte' },
  { nom: 'enregistrees', intitule: 'Saisies', type: 'entier' },
  { nom: 'part_enregistree', intitule: 'Part saisie', type: 'part' },
  { nom: 'estimees', intitule: 'Attendues', type: 'nombre' },
  { nom: 'ic_bas', intitule: 'Intervalle à 90 %, bas', type: 'nombre' },
  { nom: 'ic_haut', intitule: 'Intervalle à 90 %, haut', type: 'nombre' },
  { nom: 'provisoire', intitule: 'Provisoire', type: 'booleen' },
  { nom: 'delai_median', intitule: 'Délai médian (jours)', type: 'jours' },
  { nom: 'delai_p90', intitule: 'Neuvième décile (jours)', type: 'jours' },
  { nom: 'irregularites', intitule: 'Saisies irrégulières', type: 'texte', montrer: montrerIrregularites },
]

const noteInstantane = (instantane: Jour): Note => ['Instantané', formatJour(instantane)]

/** Attributions by month of signature: recorded, and estimated once all are. */
export const tableauAttributions = (
  lignes: readonly LigneAttributions[],
  instantane: Jour | null,
  provenance: Provenance,
): Tableau<LigneAttributions> => ({
  titre: 'Attributions par mois de signature',
  colonnes: COLONNES_ATTRIBUTIONS,
  lignes,
  notes: [
    ...notesDe(provenance),
    ...(instantane === null ? [] : [noteInstantane(instantane)]),
    ['Saisies', 'Vide pour un mois signé avant la première attribution saisie : inconnu, et non nul.'],
    [
      'Attendues',
      'Le nombre final estimé ; vide tant que moins d’un quart est saisi, ou sans trois mois complets de saisies.',
    ],
    [
      'Provisoire',
      'Moins de 95 % des attributions attendues sont saisies, ou une saisie irrégulière vient d’être vue.',
    ],
    [
      'Saisies irrégulières',
      'Un rattrapage ou une reprise, avec son jour et son nombre d’attributions ; un silence, avec son premier jour et son nombre de jours.',
    ],
    ['Délais', 'Sur les attributions déjà saisies : ceux d’un mois provisoire sont encore trop courts.'],
  ],
})

/** A lag of an entity as it is written: without its distribution. */
type LigneDelaisEcrite = Omit<LigneDelais, 'distribution'>

export const COLONNES_DELAIS: readonly ColonneTableau<LigneDelaisEcrite>[] = [
  { nom: 'niveau', intitule: 'Niveau', type: 'texte' },
  { nom: 'entite', intitule: 'Entité', type: 'texte' },
  { nom: 'libelle', intitule: 'Libellé', type: 'texte' },
  { nom: 'categorie', intitule: 'Catégorie', type: 'texte' },
  { nom: 'mois', intitule: 'Mois de signature', type: 'texte' },
  { nom: 'enregistrees', intitule: 'Saisies', type: 'entier' },
  { nom: 'n', intitule: 'De délai connu', type: 'entier' },
  { nom: 'anterieures', intitule: 'Saisies avant signature', type: 'entier' },
  { nom: 'mediane', intitule: 'Délai médian (jours)', type: 'jours' },
  { nom: 'p90', intitule: 'Neuvième décile (jours)', type: 'jours' },
  { nom: 'plus_7', intitule: 'Après 7 jours', type: 'entier' },
  { nom: 'plus_30', intitule: 'Après 30 jours', type: 'entier' },
  { nom: 'plus_90', intitule: 'Après 90 jours', type: 'entier' },
]

/** Lags by entity and month of signature. */
export const tableauDelais = (
  lignes: readonly LigneDelais[],
  instantane: Jour,
  provenance: Provenance,
): Tableau<LigneDelaisEcrite> => ({
  titre: 'Délais de saisie des attributions',
  colonnes: COLONNES_DELAIS,
  lignes: lignes.map(({ distribution: _, ...ligne }) => ligne),
  notes: [...notesDe(provenance), noteInstantane(instantane)],
})

export const COLONNES_RETRO: readonly ColonneTableau<LigneRetro>[] = [
  { nom: 'instantane', intitule: 'Instantané', type: 'jour' },
  { nom: 'mois', intitule: 'Mois de signature', type: 'texte' },
  { nom: 'enregistrees', intitule: 'Saisies alors', type: 'entier' },
  { nom: 'estimees', intitule: 'Attendues alors', type: 'nombre' },
  { nom: 'ic_bas', intitule: 'Intervalle à 90 %, bas', type: 'nombre' },
  { nom: 'ic_haut', intitule: 'Intervalle à 90 %, haut', type: 'nombre' },
  { nom: 'chaine', intitule: 'Chain ladder', type: 'nombre' },
  { nom: 'constatees', intitule: 'Venues depuis', type: 'entier' },
  { nom: 'dans_intervalle', intitule: 'Dans l’intervalle', type: 'booleen' },
]

/** Past estimates beside what came. */
export const tableauRetro = (lignes: readonly LigneRetro[], provenance: Provenance): Tableau<LigneRetro> => ({
  titre: 'Estimations passées et attributions venues',
  colonnes: COLONNES_RETRO,
  lignes,
  notes: notesDe(provenance),
})

/** A radiation that asks to be looked at. */
export interface LigneSignalee {
  readonly numero_unique: string
  readonly guichet_radiation: string | null
  readonly date_signature_bail: Jour | null
  readonly date_saisie_radiation: Jour | null
  readonly siren_bailleur: string | null
  /** What the snapshot before showed. */
  readonly date_signature_bail_avant: Jour | null
}

export const COLONNES_SIGNALEES: readonly ColonneTableau<LigneSignalee>[] = [
  colonneDemande('numero_unique'),
  colonneDemande('guichet_radiation'),
  colonneDemande('date_signature_bail'),
  colonneDemande('date_saisie_radiation'),
  colonneDemande('siren_bailleur'),
  colonneDemande('date_signature_bail_avant'),
]

/** The radiations behind what asks to be looked at. */
export const tableauSignalees = (
  nature: Nature,
  lignes: AsyncIterable<LigneSignalee>,
  provenance: Provenance,
): Tableau<LigneSignalee> => ({
  titre: NATURES[nature].libelle,
  colonnes: COLONNES_SIGNALEES,
  lignes,
  notes: [...notesDe(provenance), ['Champ', NATURES[nature].definition]],
})
