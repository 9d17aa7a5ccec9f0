import type { Tache } from '../tache.ts'

/** What a guichet does. */
export const CORRIGER: Tache = {
  code: 'corriger',
  titre: 'Corriger une demande',
  autres: ['à corriger', 'erreur', 'c’est fait', 'compléter'],
  image: 'corriger',
  etapes: [
    { page: '/', texte: 'La page [À corriger] s’ouvre à la connexion, une demande après l’autre.' },
    {
      page: '/',
      texte:
        'Ouvrir la demande dans le système national. **Où** dit l’onglet et le champ, **Quoi** ce qu’il faut y écrire.',
    },
    {
      page: '/',
      texte:
        'Revenir ici et choisir **C’est fait**. L’instantané suivant confirme la correction, ou ramène la demande.',
    },
    {
      page: '/',
      texte: 'Personne au bout du fil ? **Le ménage ne répond pas** : la demande reviendra le mois suivant.',
    },
  ],
}

export const SIGNALER: Tache = {
  code: 'signaler',
  titre: 'Signaler des demandes en double',
  autres: ['doublon', 'même ménage', 'fusion'],
  etapes: [
    {
      page: '/signalements',
      texte:
        'Sur la page [Signalements], **Signaler des demandes en double** : les **Numéros uniques**, séparés par des espaces.',
    },
    {
      page: '/signalements',
      texte:
        '**Numéro à garder** : le plus souvent le plus ancien, pour que le ménage garde son ancienneté. Dire la **Raison**, sans écrire de nom, puis **Signaler**.',
    },
    { page: '/signalements', texte: '**Signalements déposés** montre chaque étape et sa date.' },
  ],
}

export const MES_CHIFFRES: Tache = {
  code: 'mes-chiffres',
  titre: 'Lire ses chiffres',
  autres: ['indicateurs', 'mes résultats', 'état'],
  etapes: [
    { page: '/guichets', texte: 'La page [Mes chiffres] donne une ligne par guichet de votre service.' },
    { page: '/guichets/:code', texte: 'Un nom ouvre sa fiche. **Indicateurs du mois** : la valeur, le seuil, l’état.' },
    {
      page: '/guichets/:code',
      texte: '**Parmi les pairs** vous situe parmi les guichets de votre catégorie, sans les nommer.',
    },
  ],
}
