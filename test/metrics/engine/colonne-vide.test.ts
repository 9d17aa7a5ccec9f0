import { expect, it } from 'vitest'
import { DEMANDES } from '../../../ingest/contract/tables.ts'
import { HISTOIRE } from '../../../ingest/store/colonnes.ts'
import { motifNonMesurable } from '../../../metrics/engine/mesurable.ts'
import { type CodeIndicateur, indicateurDe } from '../../../metrics/registry.ts'

const NOMS = [...HISTOIRE, ...DEMANDES.colonnes].map(({ nom }) => nom)

/** Why an indicator has no value where every column is empty but some. */
const motifDe = (code: CodeIndicateur, remplies: readonly string[]): string | null => {
  const indicateur = indicateurDe(code)
  if (indicateur === undefined) throw new RangeError(code)
  const vides = new Set(NOMS.filter((nom) => !remplies.includes(nom)).flatMap((nom) => [nom, `s0.${nom}`]))
  return motifNonMesurable(indicateur, { vides, s0: true, sMoins: true, cles: true, clesS0: true })
}

it.each([
  ['dossiers_incomplets', [], 'statut'],
  ['dossiers_incomplets', ['statut'], 'situation_familiale'],
  ['incoherences', [], 'statut'],
  ['incoherences', ['statut'], 'date_depot'],
  ['delai_enregistrement', [], 'date_enregistrement'],
  ['delai_enregistrement', ['date_enregistrement'], 'date_depot'],
  ['doublons_actifs', [], 'statut'],
  ['doublons_actifs', ['statut'], 'prenom'],
  ['doublons_actifs', ['statut', 'prenom', 'date_naissance'], 'nom_naissance'],
  ['mouvements_civilite', ['date_modification'], 'nom_naissance'],
  ['renouvellements_sans_mise_a_jour', [], 'date_renouvellement'],
  ['renouvellements_sans_mise_a_jour', ['date_renouvellement'], 'situation_familiale'],
  ['attributions_incompletes', ['statut'], 'date_signature_bail'],
  ['attributions_incompletes', ['statut', 'dalo'], 'motif_radiation'],
  ['attributions_incompletes', ['statut', 'dalo', 'motif_radiation'], 'date_saisie_radiation'],
  ['reservataires_absents', ['statut'], 'reservataire'],
  ['reservataires_absents', ['statut', 'reservataire'], 'motif_radiation'],
] as const)(
  'la colonne vide nommée est celle du dénominateur, puis du numérateur, puis des autres : %s, remplies %j, nomme %s',
  (code, remplies, colonne) => expect(motifDe(code, remplies)).toBe(`COLONNE_VIDE ${colonne}`),
)
