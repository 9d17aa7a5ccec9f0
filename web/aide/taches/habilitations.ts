import type { Tache } from '../tache.ts'

/** Who has access to the national system, and the gestionnaire's own work. */
export const SUIVRE_LES_HABILITATIONS: Tache = {
  code: 'habilitations',
  titre: 'Suivre les habilitations du système national',
  autres: ['départ d’un agent', 'clore un accès', 'certificat', 'liste d’agents', 'autres organismes'],
  etapes: [
    {
      page: '/habilitations',
      texte:
        'La page [Habilitations] dit d’abord les départs qui n’ont pas été clos le jour même, puis les certificats à renouveler ; **Agents des services** les liste par état et par service.',
    },
    {
      page: '/habilitations/ouvrir',
      texte:
        'Un accès se note un par un (**Un agent**, **Un autre organisme**) ou par **Une liste** : **Voir ce qu’elle ferait** montre chaque ligne, et celles qui sont fautives, avant que rien ne soit fait.',
    },
    {
      page: '/habilitations',
      texte:
        'La page d’un agent garde toute son histoire. La clôture s’y note une fois faite dans le système national, avec le jour qu’il dit.',
    },
  ],
}

export const REVOIR_LES_HABILITATIONS: Tache = {
  code: 'revue-habilitations',
  titre: 'Mener la revue annuelle des habilitations',
  autres: ['campagne', 'relancer les services', 'confirmer les agents'],
  etapes: [
    {
      page: '/habilitations',
      texte:
        'Sous **Revue des habilitations**, **Lancer une revue** : chaque service du registre la trouve à son accueil.',
    },
    {
      page: '/habilitations',
      texte:
        'La page de la revue dit combien de services ont répondu, relance ceux qui se taisent, et garde la date de chaque relance. La lettre de chaque service attendu, puis celle de sa relance, s’y prend en PDF ou en DOCX, à l’adresse que dit sa fiche du registre. Une réponse reçue sur papier s’y recopie.',
    },
    {
      page: '/agenda',
      texte: 'Terminée, la revue est faite à cette date dans l’agenda : **Revue des habilitations**.',
    },
  ],
}

export const CONFIRMER_SES_AGENTS: Tache = {
  code: 'confirmer-agents',
  titre: 'Confirmer ses agents habilités, signaler un départ',
  autres: ['revue des habilitations', 'agent parti', 'accès au système national'],
  etapes: [
    {
      page: '/habilitations',
      texte:
        'La page [Habilitations] liste **Vos agents**. Quand l’un part, ouvrir sa ligne et signaler son départ le jour même.',
    },
    {
      page: '/habilitations',
      texte:
        'Une fois par an, une revue est demandée, ici et à l’accueil : dire de chaque agent s’il garde son accès, relire les noms, puis signer. Rien n’est coché d’avance, et rien n’est fermé sans signature.',
    },
  ],
}

export const NOTER_SON_ACTIVITE: Tache = {
  code: 'activite',
  titre: 'Tenir le journal d’activité',
  autres: ['support', 'formation', 'promotion des chartes', 'rendre compte au comité', 'article 4.1'],
  etapes: [
    {
      page: '/agenda/activite',
      texte:
        'Sur la page [Activité], **Noter une activité** : sorte, date, durée, participants. Les réunions tenues y sont d’elles-mêmes.',
    },
    {
      page: '/agenda/activite',
      texte: '**Le travail du gestionnaire, mesuré** se calcule seul : personne ne peut le modifier, le comité le lit.',
    },
  ],
}

export const DROITS_EXERCES: Tache = {
  code: 'droits',
  titre: 'Suivre une demande d’accès, de rectification ou d’effacement',
  autres: ['RGPD', 'droit d’accès', 'exercice des droits', 'ménage qui demande ses données'],
  etapes: [
    {
      page: '/agenda/activite',
      texte:
        'Sur la page [Activité], sous **Demandes d’exercice des droits**, **Noter une demande reçue** : ni nom ni numéro. Elle se répond dans le mois.',
    },
  ],
}
