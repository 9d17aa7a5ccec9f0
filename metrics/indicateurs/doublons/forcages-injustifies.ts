import { enJour } from '../../../ingest/socle/jour.ts'
import { JOURS_DE_CLOTURE } from '../../../ingest/socle/regles/forcages.ts'
import { defineIndicateur } from '../../indicateur.ts'
import { demandesMarquees } from '../../relations/demandes-marquees.ts'
import { joursApres, vrai } from '../../sql.ts'
import { COLONNES_K1 } from '../commun.ts'

/** Share of the forced demandes whose earlier twin was still there thirty days later. Null when none was forced. */
export const forcagesInjustifies = defineIndicateur({
  code: 'forcages_injustifies',
  libelle: 'Forçages injustifiés',
  definition: 'Part des demandes forcées dont le doublon plus ancien existait encore trente jours après.',
  famille: 'doublons',
  principal: true,
  unite: 'part',
  seuil: [{ depuis: enJour('2011-01-01'), valeur: 0.2 }],
  minimum: 10,
  source: { texte: 'Convention, 3.2.2 b', citation: 'traitement des doublons' },
  mots: {
    numerateur:
      'demandes forcées dont une demande antérieure de même identité est active, ou n’a été radiée que plus de trente jours après',
    denominateur: 'demandes forcées depuis trente jours dans la période',
    guichet: 'celui de l’enregistrement',
  },
  pourquoi: 'Un forçage justifié se clôt en quelques jours ; l’autre laisse deux demandes pour un ménage.',
  correction: 'Faire radier ou fusionner la demande en trop, en gardant la plus ancienne.',
  relation: demandesMarquees,
  compareNoms: true,
  guichet: ({ d }) => d.guichet_enregistrement,
  date: ({ d }) => joursApres(d.date_enregistrement, JOURS_DE_CLOTURE),
  population: ({ d }) => vrai(d.forcage_doublon),
  numerateur: ({ d }) => vrai(d.forcage_injustifie),
  colonnes: ['forcage_doublon', 'date_radiation'],
  autresColonnes: COLONNES_K1,
  liste: [
    'numero_anterieur',
    'guichet_enregistrement',
    'date_enregistrement',
    'motif_forcage',
    'numero_unique_rapproche',
  ],
})
