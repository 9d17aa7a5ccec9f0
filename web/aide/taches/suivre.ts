import type { Tache } from '../tache.ts'

/** Following guichets month after month. */
export const CHANGEMENT: Tache = {
  code: 'changement',
  titre: 'Voir ce qui a changé depuis le mois dernier',
  autres: ['nouvelles alertes', 'aggravées', 'sorties'],
  image: 'changement',
  etapes: [
    {
      page: '/changement',
      texte:
        'La page [Ce qui a changé] part du nombre d’alertes d’avant, ajoute les entrées, ôte les sorties, et les nomme.',
    },
    {
      page: '/changement',
      texte: '**D’où vient le changement du territoire** partage l’écart entre les guichets ; leur somme est exacte.',
    },
  ],
}

export const SUIVI: Tache = {
  code: 'suivi',
  titre: 'Trouver les guichets qui demandent une action',
  autres: ['matrice', 'alertes', 'suivi des guichets'],
  image: 'suivi',
  etapes: [
    {
      page: '/guichets',
      texte: 'La page [Guichets] croise guichets et indicateurs. Seules les cases signalées sont colorées.',
    },
    {
      page: '/guichets',
      texte: '**Trier par** gravité, cocher **Masquer les guichets sans signalement**, puis **Appliquer**.',
    },
    {
      page: '/guichets/:code',
      texte: 'Un nom ouvre la fiche du guichet : **Indicateurs du mois**, puis ce qui est à corriger.',
    },
  ],
}

export const QUALIFIER: Tache = {
  code: 'qualifier',
  titre: 'Qualifier un groupe de doublons',
  autres: ['homonymie', 'séparation', 'doublon avéré'],
  image: 'qualifier',
  etapes: [
    { page: '/doublons', texte: 'Sur la page [Doublons], **Groupes** va du plus probable au moins probable.' },
    {
      page: '/doublons/:groupe',
      texte:
        '**Les demandes côte à côte** : ce qui diffère est surligné. Dessous, ce qui pèse pour et contre le doublon.',
    },
    {
      page: '/doublons/:groupe',
      texte:
        'Choisir, dire pourquoi dans **Motif**, puis **Enregistrer la qualification**. Rien ne change dans le système national.',
    },
  ],
}

export const FORCAGE: Tache = {
  code: 'forcage',
  titre: 'Qualifier un forçage',
  autres: ['alerte de doublon', 'forcer', 'injustifié'],
  etapes: [
    {
      page: '/forcages',
      texte: 'La page [Forçages] compte, **Par guichet**, les demandes enregistrées malgré l’alerte.',
    },
    {
      page: '/forcages',
      texte:
        '**Demandes à qualifier** montre les deux demandes et ce qui fait douter. Un signal n’est pas une preuve : une personne décide.',
    },
  ],
}

export const REPONDRE: Tache = {
  code: 'repondre',
  titre: 'Répondre à un guichet',
  autres: ['signalement reçu', 'réclamation', 'question', 'accepter', 'refuser', 'transmettre'],
  etapes: [
    {
      page: '/demarches',
      texte:
        'Sur la page [Démarches], **Démarches reçues** va de celle qui attend depuis le plus longtemps aux autres.',
    },
    {
      page: '/demarches/:id',
      texte:
        '**Ce qui est demandé**, puis **Ce que montre l’instantané** de ses numéros. Accepter ou refuser avec un motif, puis dire que c’est fait ; l’instantané suivant le confirme.',
    },
    {
      page: '/demarches',
      texte:
        '**Questions** réunit celles des guichets, avec le délai pour transmettre au support national et pour répondre.',
    },
  ],
}

export const VOIR_DOUBLONS: Tache = {
  code: 'voir-doublons',
  titre: 'Suivre les doublons et les forçages',
  autres: ['doublon', 'forçage'],
  etapes: [
    {
      page: '/doublons',
      texte: 'La page [Doublons] liste les **Groupes** probables et ce que le gestionnaire en a dit.',
    },
    { page: '/forcages', texte: 'La page [Forçages] compare les guichets, puis liste les **Demandes à qualifier**.' },
  ],
}
