import { describe, expect, it } from 'vitest'
import { motifNonMesurable, verifiables } from '../../../metrics/engine/mesurable.ts'
import { INDICATEURS, indicateurDe } from '../../../metrics/registry.ts'

/** The columns that each indicator cannot do without, as the contract's definitions read them; `a|b`, one of the two. */
const COLONNES: Readonly<Record<string, readonly string[]>> = {
  demandes_actives: ['statut'],
  enregistrements: ['date_enregistrement'],
  renouvellements: ['date_renouvellement'],
  modifications: ['date_modification'],
  radiations: ['date_saisie_radiation'],
  attributions: ['motif_radiation', 'date_saisie_radiation'],
  reactivations: ['statut'],
  delai_enregistrement: ['date_enregistrement', 'date_depot'],
  attestations_hors_delai: ['date_depot', 'date_attestation'],
  depots_retroactifs: ['date_enregistrement', 'date_depot'],
  dossiers_incomplets: ['statut'],
  rfr_absent: ['date_enregistrement', 'revenu_fiscal_reference'],
  pieces_identite_absentes: ['date_enregistrement', 'date_piece_identite'],
  forcages: ['date_enregistrement', 'forcage_doublon'],
  forcages_injustifies: ['forcage_doublon', 'date_radiation', 'prenom', 'date_naissance', 'nom_naissance|nom'],
  doublons_actifs: ['statut', 'prenom', 'date_naissance', 'nom_naissance|nom'],
  renouvellements_anticipes: ['date_renouvellement', 's0.date_echeance'],
  renouvellements_sans_mise_a_jour: ['date_renouvellement'],
  echeances_non_renouvelees: ['s_moins.date_echeance', 'motif_radiation', 'date_renouvellement'],
  demandes_perimees: ['statut', 'date_echeance'],
  radiations_sans_preavis: ['motif_radiation', 'date_radiation', 'date_preavis', 'date_echeance'],
  delai_attribution: ['date_signature_bail', 'date_saisie_radiation', 'motif_radiation'],
  attributions_hors_delai: ['date_signature_bail', 'motif_radiation', 'date_saisie_radiation'],
  attributions_incompletes: ['motif_radiation', 'date_saisie_radiation'],
  reservataires_absents: ['reservataire', 'motif_radiation', 'date_saisie_radiation'],
  attributions_sans_actualisation: [
    'date_signature_bail',
    'date_modification',
    'motif_radiation',
    'date_saisie_radiation',
  ],
  baux_avant_enregistrement: ['date_signature_bail', 'motif_radiation', 'date_saisie_radiation'],
  attributions_manquantes: ['baux', 'siren_bailleur', 'date_signature_bail', 'motif_radiation'],
  incoherences: ['statut'],
  mouvements_civilite: ['date_modification', 'nom_naissance|nom', 'prenom', 's0.nom_naissance|s0.nom', 's0.prenom'],
  rejets_interface: ['flux'],
}

const A_S0 = (colonne: string): readonly [string, readonly string[]] => [colonne, [colonne, `s0.${colonne}`]]
const SEULE = (colonne: string): readonly [string, readonly string[]] => [colonne, [colonne]]

/** What each field or rule of a list is checked on: without one of these, it is left out and the others stay. */
const CHAMPS: Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>> = {
  dossiers_incomplets: [
    ...['situation_familiale', 'nationalite', 'situation_professionnelle', 'nb_personnes', 'ressources_mensuelles'],
    ...['logement_actuel', 'motif_demande', 'typologie_souhaitee', 'commune_souhaitee'],
  ].map(SEULE),
  renouvellements_sans_mise_a_jour: [
    ...['situation_familiale', 'situation_professionnelle', 'nb_personnes', 'ressources_mensuelles'],
    ...['revenu_fiscal_reference', 'logement_actuel', 'typologie_souhaitee', 'commune_souhaitee'],
  ].map(A_S0),
  attributions_incompletes: [
    ...['date_signature_bail', 'siren_bailleur', 'reservataire', 'dalo'].map(SEULE),
    ['logement', ['numero_rpls', 'adresse_logement', 'typologie_logement', 'surface_logement', 'en_qpv']],
  ],
  incoherences: [
    ['C01', ['date_depot']],
    ['C03', ['date_naissance']],
    ['C04', ['nb_personnes']],
    ['C05', ['revenu_fiscal_reference|ressources_mensuelles']],
    ['C06', ['date_renouvellement']],
    ['C07', ['date_echeance']],
    ['C08', ['motif_radiation|date_radiation']],
    ['C09', ['nb_personnes', 'typologie_souhaitee']],
    ['C10', ['date_depot']],
    [
      'C11',
      [
        ...['conjoint_nom_naissance', 'conjoint_prenom', 'conjoint_date_naissance'],
        ...['nom_naissance|nom', 'prenom', 'date_naissance'],
      ],
    ],
  ],
}

const sans = (colonne: string) => ({
  vides: new Set(colonne.split('|')),
  s0: true,
  sMoins: true,
  cles: true,
  clesS0: true,
})

describe('une colonne que l’extraction ne porte pas', () => {
  it.each([...new Set(Object.values(COLONNES).flat())])(
    '%s prive de valeur ces indicateurs, et nul autre',
    (colonne) => {
      const prives = INDICATEURS.filter((indicateur) => motifNonMesurable(indicateur, sans(colonne)) !== null)
      expect(prives.map(({ code }) => code)).toEqual(
        INDICATEURS.map(({ code }) => code).filter((code) => COLONNES[code]?.includes(colonne)),
      )
    },
  )

  it.each(Object.entries(CHAMPS))('ôte de %s les champs ou les règles qui la lisent, et nul autre', (code, champs) => {
    const indicateur = indicateurDe(code)
    const listes = indicateur?.composantes ?? indicateur?.aucuneDe ?? []
    for (const colonne of new Set(champs.flatMap(([, siennes]) => siennes)))
      expect([colonne, verifiables(listes, sans(colonne)).map((champ) => champ.code)]).toEqual([
        colonne,
        champs.filter(([, siennes]) => !siennes.includes(colonne)).map(([champ]) => champ),
      ])
  })
})
