import { enJour } from '../../../ingest/socle/jour.ts'
import { defineIndicateur } from '../../indicateur.ts'
import { demandesMarquees } from '../../relations/demandes-marquees.ts'
import { vrai } from '../../sql.ts'
import { active, COLONNES_K1 } from '../commun.ts'

/** Share of the active demandes that repeat an earlier active one of the same identity, names exchanged or not. */
export const doublonsActifs = defineIndicateur({
  code: 'doublons_actifs',
  libelle: 'Doublons actifs',
  definition: 'Part des demandes actives qui répètent une demande active plus ancienne du même demandeur.',
  famille: 'doublons',
  principal: true,
  unite: 'part',
  nature: 'stock',
  seuil: [{ depuis: enJour('2011-01-01'), valeur: 0.03 }],
  source: { texte: 'Convention, 3.2.2 b', citation: 'suppression des doublons' },
  mots: {
    numerateur:
      'demandes actives dont une autre, active et plus ancienne, porte les mêmes nom, prénom et date de naissance (nom et prénom échangés compris)',
    denominateur: 'demandes actives',
    guichet: 'celui de l’enregistrement',
  },
  pourquoi: 'Un doublon gonfle la demande et fait perdre au ménage l’ancienneté de l’autre.',
  correction:
    'Signaler les deux numéros ; garder la demande la plus ancienne, avec les informations les plus récentes.',
  relation: demandesMarquees,
  compareNoms: true,
  guichet: ({ d }) => d.guichet_enregistrement,
  population: active,
  numerateur: ({ d }) => vrai(d.doublon_actif),
  colonnes: ['statut'],
  autresColonnes: COLONNES_K1,
  liste: ['numero_anterieur', 'guichet_enregistrement', 'date_enregistrement', 'forcage_doublon'],
  remede: {
    faute: 'Cette personne a déjà une demande',
    lieu: null,
    geste: 'Dire laquelle garder : le plus souvent la plus ancienne. Le gestionnaire fait radier l’autre.',
  },
  acte: ['Enregistrée le', 'date_enregistrement'],
})
