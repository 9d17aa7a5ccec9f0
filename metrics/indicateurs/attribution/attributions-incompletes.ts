import { enJour } from '../../../ingest/socle/jour.ts'
import { defineIndicateur } from '../../indicateur.ts'
import { demandes } from '../../relations/demandes.ts'
import { connu, estSiren, et, inconnu, non, ou, vrai } from '../../sql.ts'
import { attribuee, COLONNES_ATTRIBUTION, champManquant, completer } from '../commun.ts'

/** Share of the attributions that miss the lease's date, the landlord, the reservataire, the DALO answer or the dwelling. */
export const attributionsIncompletes = defineIndicateur({
  code: 'attributions_incompletes',
  libelle: 'Attributions incomplètes',
  definition:
    'Part des attributions auxquelles il manque le bail, le bailleur, le réservataire, le DALO ou le logement.',
  famille: 'attribution',
  principal: true,
  unite: 'part',
  seuil: [{ depuis: enJour('2011-01-01'), valeur: 0.1 }],
  source: { texte: 'Convention, 2.1 ; CCH, R441-2-9', citation: 'informations relatives à l’attribution' },
  mots: {
    numerateur: 'attributions où une ou plusieurs de ces informations manquent',
    denominateur: 'attributions saisies dans la période',
    guichet: 'celui de la radiation',
  },
  pourquoi: 'Ces informations servent à vérifier les engagements d’attribution du territoire.',
  correction: 'Compléter l’attribution : bail, bailleur, réservataire, DALO, numéro RPLS (onglet « Attribution »).',
  relation: demandes,
  guichet: ({ d }) => d.guichet_radiation,
  date: ({ d }) => d.date_saisie_radiation,
  population: attribuee,
  composantes: [
    champManquant('date_signature_bail', 'Date de signature du bail', ({ d }) => inconnu(d.date_signature_bail), {
      remede: completer('Attribution', 'Date de signature du bail', 'La date de signature du bail manque', 'le bail'),
    }),
    champManquant('siren_bailleur', 'SIREN du bailleur', ({ d }) => non(estSiren(d.siren_bailleur)), {
      remede: completer(
        'Attribution',
        'SIREN du bailleur',
        'Le numéro SIREN du bailleur manque ou n’a pas neuf chiffres',
        'le bail',
      ),
    }),
    champManquant('reservataire', 'Réservataire', ({ d }) => inconnu(d.reservataire), {
      remede: completer('Attribution', 'Réservataire', 'Le réservataire manque', 'le bail'),
    }),
    champManquant('dalo', 'DALO', ({ d }) => inconnu(d.dalo), {
      remede: completer('Attribution', 'DALO', 'On ne sait pas si le ménage est reconnu au titre du DALO', 'le bail'),
    }),
    champManquant(
      'logement',
      'Logement',
      ({ d }) =>
        non(
          ou(
            vrai(d.numero_rpls_connu),
            et(
              vrai(d.adresse_logement_connue),
              connu(d.typologie_logement),
              connu(d.surface_logement),
              connu(d.en_qpv),
            ),
          ),
        ),
      {
        colonnes: ['numero_rpls', 'adresse_logement', 'typologie_logement', 'surface_logement', 'en_qpv'],
        remede: completer(
          'Attribution',
          'Numéro RPLS du logement',
          'Le logement attribué n’est pas désigné',
          'le bail',
        ),
      },
    ),
  ],
  colonnes: [],
  autresColonnes: COLONNES_ATTRIBUTION,
  liste: [
    'guichet_radiation',
    'date_saisie_radiation',
    'date_signature_bail',
    'siren_bailleur',
    'reservataire',
    'dalo',
  ],
  acte: ['Attribution saisie le', 'date_saisie_radiation'],
  consolidable: true,
})
