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
      page: '/demarches',
      texte: 'Sur la page [Démarches], **Nouvelle démarche**, choisir **Signaler des demandes en double**.',
    },
    {
      page: '/demarches/nouvelle/:sorte',
      texte:
        'Les **Numéros uniques**, séparés par des espaces. **Numéro à garder** : le plus souvent le plus ancien, pour que le ménage garde son ancienneté. Dire la **Raison**, sans écrire de nom, puis **Envoyer**.',
    },
    { page: '/demarches', texte: '**Vos démarches** montre où en est chacune.' },
  ],
}

export const DEMANDER: Tache = {
  code: 'demander',
  titre: 'Demander une correction, réclamer, poser une question',
  autres: ['réclamation', 'radiation contestée', 'correction d’identité', 'attestation', 'horaires', 'support'],
  etapes: [
    {
      page: '/demarches',
      texte:
        'Sur la page [Démarches], **Nouvelle démarche** dit, sorte par sorte, quand s’en servir. D’une liste de dossiers ou de [À corriger], le numéro est déjà rempli.',
    },
    {
      page: '/demarches/nouvelle/:sorte',
      texte:
        'Remplir, sans écrire de nom, puis **Envoyer**. Un numéro ne s’écrit que dans son champ, jamais dans un texte.',
    },
    {
      page: '/demarches/:id',
      texte:
        'La démarche s’ouvre. **Histoire** donne chaque étape et sa date ; tant que personne ne l’a prise, son auteur peut la retirer.',
    },
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
