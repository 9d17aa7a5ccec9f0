import { sql } from 'kysely'
import { INSTANTANES } from '../../ingest/store/tables.ts'
import { BAUX, FLUX, REGISTRES } from '../../ingest/store/tables-annexes.ts'
import { ATTRIBUTIONS_DELAIS, ATTRIBUTIONS_ESTIMEES, ATTRIBUTIONS_TRIANGLES } from '../attributions/tables.ts'
import { ATTRIBUTIONS_SIGNALEES } from '../attributions/tables-signalees.ts'
import { DOUBLONS_PAIRES } from '../doublons/tables.ts'
import { RESULTATS } from '../engine/tables.ts'
import { FORCAGES } from '../forcages/tables.ts'
import { TABLEAUX } from '../tableaux/registry.ts'
import { TABLEAUX_CELLULES } from '../tableaux/tables.ts'
import { estSensible, SORTES, type Sorte, type TableLue, tableRangee } from './table-lue.ts'

/** Standard tables of a motive or a nationality: counts of the whole territory alone are told, and never beside a number. */
const SENSIBLES = TABLEAUX.filter(({ axes }) => axes.some(({ colonnes }) => colonnes.some(estSensible))).map(
  ({ code }) => code,
)

const tableauxLusSql = (sorte: Sorte) =>
  sorte === 'AVEC_NUMEROS'
    ? sql`tableau NOT IN (${sql.join(SENSIBLES)})`
    : sql`(tableau NOT IN (${sql.join(SENSIBLES)}) OR filtre = '')`

/** What the base stores beside demandes, as its own declarations describe it. */
export const CHIFFRES: readonly TableLue[] = [
  tableRangee(RESULTATS, 'indicateurs', [
    ...(['mois', 'duree', 'niveau', 'entite', 'libelle', 'categorie', 'indicateur'] as const),
    ...(['valeur', 'numerateur', 'denominateur', 'p90', 'ic_bas', 'ic_haut', 'reference'] as const),
    ...(['statut', 'statut_12_mois', 'statut_affiche', 'motif', 'consolide', 'objectif', 'seuil', 'minimum'] as const),
  ]),
  tableRangee(REGISTRES, 'guichets', [
    ...(['instantane', 'code', 'libelle', 'categorie', 'service_code', 'service_libelle', 'siren', 'mode'] as const),
    ...(['date_ouverture', 'date_fermeture', 'successeur', 'mandants'] as const),
    ...(['adresse', 'code_postal', 'commune', 'telephone', 'courriel', 'horaires'] as const),
  ]),
  tableRangee(INSTANTANES, 'instantanes', ['date', 'demandes', 'synthetique', 'clos']),
  tableRangee(FORCAGES, 'forcages', [
    ...(['numero_unique', 'guichet', 'date_enregistrement', 'motif_forcage', 'numero_unique_rapproche'] as const),
    ...(['active', 'jours_de_cloture', 'signaux'] as const),
  ]),
  tableRangee(DOUBLONS_PAIRES, 'doublons', ['instantane', 'a', 'b', 'probabilite', 'cle', 'deduite']),
  tableRangee(ATTRIBUTIONS_DELAIS, 'attributions_delais', [
    ...(['instantane', 'mois', 'niveau', 'entite', 'libelle', 'categorie', 'enregistrees', 'n'] as const),
    ...(['anterieures', 'mediane', 'p90', 'plus_7', 'plus_30', 'plus_90'] as const),
  ]),
  tableRangee(ATTRIBUTIONS_TRIANGLES, 'attributions_triangles', [
    ...(['instantane', 'mois', 'niveau', 'entite', 'retard', 'n'] as const),
  ]),
  tableRangee(ATTRIBUTIONS_ESTIMEES, 'attributions_estimees', [
    ...(['instantane', 'mois', 'niveau', 'entite', 'enregistrees', 'part_enregistree', 'estimees'] as const),
    ...(['ic_bas', 'ic_haut', 'provisoire', 'delai_median', 'delai_p90'] as const),
  ]),
  tableRangee(ATTRIBUTIONS_SIGNALEES, 'attributions_signalees', ['instantane', 'nature', 'guichet', 'n']),
  tableRangee(
    TABLEAUX_CELLULES,
    'tableaux',
    ['instantane', 'tableau', 'filtre', 'valeur', 'cle', 'croisee', 'mesure', 'quantite', 'effectif'],
    tableauxLusSql,
  ),
  tableRangee(FLUX, 'messages', ['instantane', 'date', 'guichet', 'type_message', 'statut', 'code_retour']),
  tableRangee(BAUX, 'baux', ['instantane', 'siren_bailleur', 'mois', 'baux_signes']),
]

/** The names of the communes that demandes name, and their EPCI: filled apart, from the official division. */
export const COMMUNES: TableLue = {
  nom: 'communes',
  sens: 'une ligne par commune que des demandes nomment',
  sortes: SORTES,
  colonnes: [
    { nom: 'code', type: 'texte', sens: 'code INSEE', unite: null },
    { nom: 'nom', type: 'texte', sens: 'nom de la commune', unite: null },
    { nom: 'epci', type: 'texte', sens: 'SIREN de son EPCI', unite: null },
    { nom: 'epci_nom', type: 'texte', sens: 'nom de son EPCI', unite: null },
  ],
  source: (territoire) =>
    sql`SELECT DISTINCT code, NULL::VARCHAR AS nom, NULL::VARCHAR AS epci, NULL::VARCHAR AS epci_nom FROM
      (SELECT commune_souhaitee AS code FROM demandes_courantes WHERE territoire = ${territoire}
       UNION SELECT commune_logement FROM demandes_courantes WHERE territoire = ${territoire}) WHERE code IS NOT NULL`,
}
