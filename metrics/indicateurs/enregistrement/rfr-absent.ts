import { defineIndicateur } from '../../indicateur.ts'
import { demandes } from '../../relations/demandes.ts'
import { inconnu } from '../../sql.ts'

/** Share of registrations without a reference tax income. */
export const rfrAbsent = defineIndicateur({
  code: 'rfr_absent',
  libelle: 'RFR absent',
  definition: 'Part des demandes enregistrées sans revenu fiscal de référence.',
  famille: 'enregistrement',
  principal: true,
  unite: 'part',
  source: { texte: 'Cour des comptes, 2020', citation: '35 % en ligne, 56 % aux guichets' },
  mots: {
    numerateur: 'demandes sans revenu fiscal de référence',
    denominateur: 'demandes enregistrées dans la période',
    guichet: 'celui de l’enregistrement',
  },
  pourquoi: 'Sans lui, on ne sait ni si le ménage est sous les plafonds, ni s’il relève du premier quartile.',
  correction: 'Reporter le revenu fiscal de référence de l’avis d’imposition (onglet « Ressources »).',
  relation: demandes,
  guichet: ({ d }) => d.guichet_enregistrement,
  date: ({ d }) => d.date_enregistrement,
  numerateur: ({ d }) => inconnu(d.revenu_fiscal_reference),
  colonnes: ['date_enregistrement', 'revenu_fiscal_reference'],
  liste: ['guichet_enregistrement', 'canal', 'date_enregistrement'],
  consolidable: true,
})
