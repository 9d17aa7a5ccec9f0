import { enJour } from '../../../ingest/socle/jour.ts'
import { defineIndicateur } from '../../indicateur.ts'
import { demandes } from '../../relations/demandes.ts'
import { inconnu, non, vrai } from '../../sql.ts'
import { active, champManquant, completer } from '../commun.ts'

/** Share of the active demandes registered or renewed in the period that miss one field or more. */
export const dossiersIncomplets = defineIndicateur({
  code: 'dossiers_incomplets',
  libelle: 'Dossiers incomplets',
  definition: 'Part des demandes enregistrées ou renouvelées auxquelles il manque au moins une information.',
  famille: 'enregistrement',
  principal: true,
  unite: 'part',
  seuil: [{ depuis: enJour('2011-01-01'), valeur: 0.2 }],
  source: { texte: 'Convention, 3.2.2 a', citation: 'tous les onglets' },
  mots: {
    numerateur: 'demandes où une ou plusieurs des neuf informations demandées manquent',
    denominateur: 'demandes actives enregistrées ou renouvelées dans la période',
    guichet: 'celui de l’enregistrement ou du renouvellement, le plus récent des deux',
  },
  pourquoi: 'Un dossier incomplet est écarté des recherches de candidats : le ménage attend pour rien.',
  correction: 'Compléter tous les onglets de la demande avec le ménage.',
  relation: demandes,
  guichet: ({ d }) => d.guichet_dossier,
  date: ({ d }) => d.date_dossier,
  population: active,
  detaille: true,
  composantes: [
    champManquant('situation_familiale', 'Situation familiale', ({ d }) => inconnu(d.situation_familiale), {
      remede: completer('Demandeur', 'Situation familiale', 'La situation familiale manque'),
    }),
    champManquant('nationalite', 'Nationalité', ({ d }) => non(vrai(d.nationalite_connue)), {
      remede: completer('Demandeur', 'Nationalité', 'La nationalité manque'),
    }),
    champManquant(
      'situation_professionnelle',
      'Situation professionnelle',
      ({ d }) => inconnu(d.situation_professionnelle),
      {
        remede: completer(
          'Situation professionnelle',
          'Situation professionnelle',
          'La situation professionnelle manque',
        ),
      },
    ),
    champManquant('nb_personnes', 'Nombre de personnes à loger', ({ d }) => inconnu(d.nb_personnes), {
      remede: completer('Foyer', 'Nombre de personnes à loger', 'Le nombre de personnes à loger manque'),
    }),
    champManquant('ressources_mensuelles', 'Ressources mensuelles', ({ d }) => inconnu(d.ressources_mensuelles), {
      remede: completer('Ressources', 'Ressources mensuelles', 'Les ressources mensuelles manquent'),
    }),
    champManquant('logement_actuel', 'Logement actuel', ({ d }) => inconnu(d.logement_actuel), {
      remede: completer('Logement actuel', 'Logement actuel', 'Le logement actuel manque'),
    }),
    champManquant('motif_demande', 'Motif de la demande', ({ d }) => non(vrai(d.motif_demande_connu)), {
      remede: completer('Motifs', 'Motif de la demande', 'Le motif de la demande manque'),
    }),
    champManquant('typologie_souhaitee', 'Typologie souhaitée', ({ d }) => inconnu(d.typologie_souhaitee), {
      remede: completer('Logement recherché', 'Typologie souhaitée', 'Le type de logement souhaité manque'),
    }),
    champManquant('commune_souhaitee', 'Commune souhaitée', ({ d }) => inconnu(d.commune_souhaitee), {
      remede: completer('Logement recherché', 'Commune souhaitée', 'La commune souhaitée manque'),
    }),
  ],
  colonnes: ['statut'],
  liste: ['guichet_dossier', 'date_dossier'],
  acte: ['Enregistrée ou renouvelée le', 'date_dossier'],
})
