import type { Tache } from '../tache.ts'

/** The gestionnaire's own work, month after month. */
export const CONTROLER: Tache = {
  code: 'controle',
  titre: 'Faire et signer le contrôle mensuel',
  autres: ['contrôle du mois', 'douze points', 'signer', 'rouvrir', 'sans instantané', 'article 3.2.2 b'],
  etapes: [
    {
      page: '/controles',
      texte:
        'Dans [Gestion], **Contrôle mensuel** liste **Tous les mois** : à faire, signés, en retard, sans instantané.',
    },
    {
      page: '/controles/:mois',
      texte:
        'Suivre **Les douze points** dans l’ordre : lire ce que l’application sait, agir par le lien, **Ajouter une note** au besoin, puis **Vu**.',
    },
    {
      page: '/controles/:mois',
      texte:
        '**Signer le contrôle**, les douze points vus : les faits sont figés sous leur empreinte. Un contrôle signé se rouvre avec un motif, et les deux versions restent.',
    },
  ],
}

export const TENIR_L_AGENDA: Tache = {
  code: 'agenda',
  titre: 'Tenir l’agenda des obligations et des réunions',
  autres: ['échéances', 'calendrier', 'comité de pilotage', 'réunion des services', 'compte rendu', 'iCalendar'],
  etapes: [
    {
      page: '/agenda',
      texte:
        'Sur [Agenda], **À faire maintenant** met d’abord ce qui est en retard, puis ce qui est dû dans les deux mois.',
    },
    {
      page: '/agenda',
      texte:
        '**Programmer une réunion**, puis, sur sa page, dire les convocations, les présences, les décisions et l’envoi du compte rendu.',
    },
    {
      page: '/agenda',
      texte:
        '**Consigner ce qui est fait** : une publication, une formation, un bilan reçu. **S’abonner au calendrier** donne une adresse à un logiciel d’agenda.',
    },
  ],
}

export const LIRE_LA_GESTION: Tache = {
  code: 'gestion',
  titre: 'Lire les contrôles et l’agenda du gestionnaire',
  autres: ['contrôle mensuel', 'obligations', 'réunions', 'échéances'],
  etapes: [
    { page: '/controles', texte: 'Dans [Gestion], **Contrôle mensuel** dit qui a signé chaque mois, et quand.' },
    { page: '/agenda', texte: 'Sur [Agenda], **À faire maintenant**, puis l’année et le travail mesuré.' },
  ],
}
