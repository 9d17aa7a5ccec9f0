import { defineIndicateur } from '../../indicateur.ts'
import { demandesSMoins } from '../../relations/demandes-s-moins.ts'
import { auPlusTard, connu, constante, different, egal, et, inconnu, non, ou, superieur } from '../../sql.ts'

/**
 * Share of the demandes whose validity, as S⁻ shows it, ends in the period, that were not renewed in time. The territory's
 * only: it measures households. Null without S⁻.
 */
export const echeancesNonRenouvelees = defineIndicateur({
  code: 'echeances_non_renouvelees',
  libelle: 'Échéances non renouvelées',
  definition: 'Part des demandes arrivées à échéance qui n’ont pas été renouvelées à temps.',
  famille: 'renouvellement',
  unite: 'part',
  niveaux: ['TERRITOIRE'],
  source: { texte: 'CCH, R441-2-7 (49 % renouvelées après un an en 2024)', citation: 'renouvellement annuel' },
  mots: {
    numerateur: 'demandes non renouvelées entre l’instantané d’origine et l’échéance',
    denominateur:
      'demandes actives trois à cinq mois plus tôt, dont l’échéance tombe dans la période et qui n’ont pas été radiées pour un autre motif',
    guichet: 'aucun : la part du territoire seul',
  },
  pourquoi: 'Un ménage qui ne renouvelle pas perd sa demande et son ancienneté.',
  correction: 'Vérifier que les préavis partent et que les coordonnées des ménages sont à jour.',
  relation: demandesSMoins,
  guichet: null,
  date: ({ sMoins }) => sMoins.date_echeance,
  population: ({ d, sMoins }) =>
    et(
      egal(sMoins.statut, constante('ACTIVE')),
      non(
        et(
          egal(d.statut, constante('RADIEE')),
          ou(inconnu(d.motif_radiation), different(d.motif_radiation, constante('NON_RENOUVELLEMENT'))),
        ),
      ),
    ),
  numerateur: ({ d, sMoins, dateSMoins }) =>
    non(
      et(
        connu(d.date_renouvellement),
        superieur(d.date_renouvellement, dateSMoins),
        auPlusTard(d.date_renouvellement, sMoins.date_echeance),
      ),
    ),
  colonnes: ['s_moins.date_echeance', 'motif_radiation', 'date_renouvellement'],
  liste: ['guichet_enregistrement', 'date_echeance', 'date_renouvellement', 'motif_radiation'],
})
