import type { Tache } from '../tache.ts'

/** Keeping a territory: its data, its settings, its people. */
export const CHARGER: Tache = {
  code: 'charger',
  titre: 'Charger l’extraction du mois',
  autres: ['importer', 'instantané', 'déposer un fichier', 'examiner', 'profil'],
  image: 'charger',
  etapes: [
    {
      page: '/imports',
      texte:
        'Sur la page [Données], choisir les **Fichiers de l’instantané** : l’archive .zip, ou ses tables telles qu’elles ont été extraites.',
    },
    { page: '/imports', texte: '**Examiner** : rien n’est encore enregistré.' },
    {
      page: '/imports/depots/:id',
      texte:
        'Lire ce qui serait rejeté et ce qui sera mesurable. Dire à quoi répond un intitulé inconnu, puis **Examiner de nouveau** : c’est gardé pour les mois suivants.',
    },
    { page: '/imports/depots/:id', texte: '**Charger**. Les pages se mettent à jour d’elles-mêmes.' },
    { page: '/imports', texte: '**Instantanés chargés** garde chaque rapport, avec les lignes rejetées.' },
  ],
}

export const RAPPORT: Tache = {
  code: 'rapport',
  titre: 'Vérifier le dernier chargement',
  autres: ['import', 'rejets', 'instantané'],
  etapes: [
    {
      page: '/imports',
      texte: 'Sur la page [Données], **Instantanés chargés** dit, pour chacun, les lignes lues, rejetées et signalées.',
    },
  ],
}

export const NOTER: Tache = {
  code: 'noter',
  titre: 'Noter un événement sur une courbe',
  autres: ['annotation', 'changement de logiciel', 'formation', 'recalculer les limites'],
  etapes: [
    {
      page: '/guichets/:code',
      texte:
        'Sur la fiche d’un guichet, sous ses courbes, **Ajouter une note datée** : ce qui a changé, et depuis quand.',
    },
    {
      page: '/guichets/:code',
      texte:
        '**Limites de contrôle** : les laisser, ou les recalculer à partir de ce mois. Puis **Enregistrer la note**.',
    },
  ],
}

export const REQUETE: Tache = {
  code: 'requete',
  titre: 'Interroger la base librement',
  autres: ['requête', 'SQL', 'tri croisé', 'extraire une liste', 'tuile', 'épingler'],
  etapes: [
    {
      page: '/requetes',
      texte:
        'Sur la page [Requêtes], partir d’un des **Exemples à copier**, ou écrire une requête avec les tables de **Ce qu’on peut lire**. Choisir le mois et le guichet, puis **Exécuter**.',
    },
    {
      page: '/requetes',
      texte:
        'Le résultat se trie, se dessine et s’exporte. **Enregistrer cette requête** lui donne un titre et la partage ; partagée, le gestionnaire peut l’épingler au tableau de bord.',
    },
  ],
}

export const TABLEAUX: Tache = {
  code: 'tableaux',
  titre: 'Sortir un tableau standard',
  autres: ['statistiques', 'stock', 'TAB01', 'tableau national'],
  image: 'tableau',
  etapes: [
    { page: '/tableaux', texte: 'Sur la page [Tableaux], choisir un titre.' },
    {
      page: '/tableaux/:code',
      texte:
        '**Demandes comptées** restreint à une catégorie ou à une commune ; **Fiche du tableau** dit ce qui est compté. **Exporter** l’emporte.',
    },
  ],
}

export const SEUIL: Tache = {
  code: 'seuil',
  titre: 'Changer un seuil ou un réglage',
  autres: ['norme', 'objectif', 'paramètres', 'comité nominatif'],
  etapes: [
    { page: '/parametres', texte: 'Sur la page [Paramètres], **Normes en vigueur** dit d’où vient chaque seuil.' },
    {
      page: '/parametres',
      texte:
        '**Changer une norme**, puis **Voir ce que cela changerait** : rien n’est enregistré avant d’avoir été confirmé, et aucun état passé n’est réécrit.',
    },
  ],
}

export const COMPTES: Tache = {
  code: 'comptes',
  titre: 'Ouvrir, fermer et revoir les comptes',
  autres: ['utilisateurs', 'habilitations', 'départ', 'revue'],
  etapes: [
    { page: '/comptes', texte: 'Sur la page [Comptes], **Ouvrir un compte** : un par personne, jamais par service.' },
    {
      page: '/comptes',
      texte: 'Un nom ouvre son compte, pour changer son rôle, son mot de passe, ou le fermer aussitôt.',
    },
    { page: '/comptes', texte: '**Relire avant de signer** redit, nom par nom, ce que la revue gardera et fermera.' },
  ],
}

export const JOURNAL: Tache = {
  code: 'journal',
  titre: 'Savoir qui a vu ou changé quoi',
  autres: ['traces', 'audit', 'consultation'],
  etapes: [
    { page: '/journal', texte: 'Sur la page [Journal], choisir un acte, une personne ou des dates, puis **Filtrer**.' },
    { page: '/journal', texte: 'Il ne contient aucun nom de demandeur. **Exporter** l’emporte.' },
  ],
}

export const JETON: Tache = {
  code: 'jeton',
  titre: 'Donner les chiffres à un programme',
  autres: ['API', 'jeton', 'observatoire', 'tableur connecté'],
  etapes: [
    {
      page: '/jetons',
      texte:
        'Sur la page [Jetons d’API], **Créer un jeton** : un nom, un rôle, un dernier jour. Il n’est montré qu’une fois.',
    },
    { page: '/api', texte: 'La page [API] nomme chaque adresse et ses paramètres.' },
  ],
}

export const PUBLIER_UN_RAPPORT: Tache = {
  code: 'publier-rapport',
  titre: 'Rédiger et publier un rapport de semestre',
  autres: ['compte rendu au préfet', 'bilan aux partenaires', 'dossier du comité', 'version corrective', 'brouillon'],
  etapes: [
    {
      page: '/rapports',
      texte:
        'La page [Rapports] dit, semestre par semestre, où en est chacun. Ouvrir celui à faire, puis le rédiger : ce que proposent les chiffres est à côté de chaque texte.',
    },
    {
      page: '/rapports',
      texte:
        'Le soumettre : la direction départementale le valide, ou le renvoie avec des remarques. Une fois relu, le publier ; il ne change plus, et une erreur se corrige par une nouvelle version.',
    },
  ],
}

export const RELIRE_UN_RAPPORT: Tache = {
  code: 'relire-rapport',
  titre: 'Relire un rapport de semestre',
  autres: ['valider un rapport', 'renvoyer', 'remarques', 'relecture'],
  etapes: [
    {
      page: '/rapports',
      texte:
        'Sur la page [Rapports], ouvrir celui à relire et prendre son projet en PDF. Le valider, ou le renvoyer en disant pourquoi.',
    },
  ],
}

export const LIRE_LES_RAPPORTS: Tache = {
  code: 'lire-rapports',
  titre: 'Lire les rapports publiés',
  autres: ['compte rendu', 'dossier du comité', 'bilan'],
  etapes: [
    {
      page: '/rapports',
      texte:
        'La page [Rapports] donne chaque rapport publié, dans toutes ses formes, et ce qui a changé depuis le précédent.',
    },
  ],
}

export const BILANS: Tache = {
  code: 'bilans',
  titre: 'Lire un bilan publié',
  autres: ['rapport', 'bilan annuel'],
  etapes: [
    {
      page: '/',
      texte: 'La page [Bilans publiés] s’ouvre à la connexion. Le gestionnaire y met les bilans une fois publiés.',
    },
  ],
}
