import type { Tache } from '../tache.ts'

/** What is asked of a service, from the alert to the comité. */
export const OUVRIR_MESURE: Tache = {
  code: 'mesure',
  titre: 'Demander à un service de corriger',
  autres: [
    'mesure corrective',
    'plan d’actions',
    'échéance',
    'escalade',
    'signaler un service',
    'annexe',
    'liste jointe',
  ],
  etapes: [
    {
      page: '/mesures',
      texte:
        'Sur la page [Mesures], deux alertes en trois mois proposent une mesure. Pour une autre raison, en ouvrir une pour un service.',
    },
    {
      page: '/mesures/ouvrir',
      texte:
        'Choisir le service, puis **Voir ses lignes** : cocher celles à suivre et relire le message. La preuve est figée à l’ouverture.',
    },
    {
      page: '/mesures',
      texte:
        'La page de la mesure dit l’acte proposé, sa raison, et ce qui manque aux autres. Rien ne monte au comité sans que le service ait pu répondre.',
    },
    {
      page: '/mesures/ouvrir',
      texte:
        'Laisser cochée la case **Joindre la liste des demandes** : le service la lit dans l’application quatre-vingt-dix jours, sans qu’aucun numéro parte par lettre. Elle se renouvelle ou se retire sur la page de la mesure.',
    },
  ],
}

export const ECRIRE_UNE_LETTRE: Tache = {
  code: 'lettre',
  titre: 'Envoyer une lettre, et changer son texte',
  autres: ['courrier', 'modèle de lettre', 'convocation', 'compte rendu de réunion', 'joindre un document'],
  etapes: [
    {
      page: '/mesures',
      texte:
        'L’ouverture d’une mesure, la demande formalisée et le signalement font chacun leur lettre, en PDF et en DOCX. Sur la page de la mesure, la relire en projet avant l’acte ; elle est gardée ensuite telle qu’elle a été faite.',
    },
    {
      page: '/parametres/modeles',
      texte:
        'Sur la page [Modèles de lettres], ouvrir un modèle : changer son texte, dire pourquoi. Les versions d’avant restent à lire, et le texte du logiciel se reprend.',
    },
  ],
}

export const REPONDRE_A_UNE_MESURE: Tache = {
  code: 'repondre-mesure',
  titre: 'Répondre à une mesure',
  autres: ['observations', 'plan d’actions', 'demande formalisée', 'contester un chiffre'],
  etapes: [
    {
      page: '/mesures',
      texte: 'Sur la page [Mesures], ouvrir la mesure : elle dit ce qui est constaté, et pour quand répondre.',
    },
    {
      page: '/mesures',
      texte:
        'Écrire des observations, un plan d’actions ou les deux. Ils restent avec la mesure, mot pour mot, jusqu’au comité si elle y va.',
    },
  ],
}

export const MESURES_SIGNALEES: Tache = {
  code: 'mesures-signalees',
  titre: 'Lire une mesure signalée',
  autres: ['mesure corrective', 'observations du service', 'signalement'],
  etapes: [
    {
      page: '/mesures',
      texte:
        'La page [Mesures signalées] les liste. Chacune montre côte à côte ce que le gestionnaire constate et ce que le service répond, puis les chiffres mois par mois.',
    },
  ],
}

export const EXPLIQUER_UNE_ALERTE: Tache = {
  code: 'expliquer-alerte',
  titre: 'Expliquer une alerte',
  autres: ['alerte expliquée', 'justifier', 'qualifier une alerte'],
  etapes: [
    {
      page: '/alertes',
      texte:
        'Sur la page [Alertes], expliquer celle qui n’appelle pas de mesure : une raison, un texte, et le dernier mois qu’elle explique.',
    },
    {
      page: '/alertes',
      texte:
        'Elle revient à traiter passé ce mois, ou dès que sa valeur dépasse l’intervalle qu’elle avait. Le tableau de bord compte les expliquées.',
    },
  ],
}
