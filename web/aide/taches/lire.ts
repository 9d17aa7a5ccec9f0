import type { Tache } from '../tache.ts'

/** How figures are read. */
export const SYNTHESE: Tache = {
  code: 'synthese',
  titre: 'Lire la synthèse du mois',
  autres: ['accueil', 'résumé', 'message'],
  image: 'synthese',
  etapes: [
    {
      page: '/',
      texte:
        'La [Synthèse] s’ouvre à la connexion. Son titre dit ce qui est tenu, la phrase dessous de combien le reste ne l’est pas.',
    },
    {
      page: '/',
      texte:
        'Ce titre se répète tel quel en réunion ; **Ce qui a bougé en un an** ne retient que ce qui sort de l’ordinaire.',
    },
    {
      page: '/',
      texte:
        '**Les principaux indicateurs sur le territoire** : la valeur, la norme, et si elle est tenue. Un nom ouvre son indicateur.',
    },
  ],
}

export const INDICATEUR: Tache = {
  code: 'indicateur',
  titre: 'Comprendre un indicateur',
  autres: ['définition', 'norme', 'seuil', 'objectif'],
  etapes: [
    { page: '/indicateurs', texte: 'Sur la page [Indicateurs], choisir un nom : ils sont rangés par famille.' },
    {
      page: '/indicateurs/:code',
      texte: '**Définition** dit ce qui est compté, parmi quoi, la source, le seuil et ce qu’il faut corriger.',
    },
    { page: '/indicateurs/:code', texte: 'La phrase sous le titre dit le résultat ; le titre d’un graphique aussi.' },
  ],
}

export const COURBE: Tache = {
  code: 'courbe',
  titre: 'Lire une courbe',
  autres: ['carte de contrôle', 'évolution', 'graphique', 'limites', 'étendue mobile'],
  image: 'courbe',
  etapes: [
    { page: '/guichets/:code', texte: 'Ouvrir la fiche d’un guichet, à **Évolution sur vingt-cinq mois**.' },
    {
      page: '/guichets/:code',
      texte:
        'Trait fin : la moyenne. Pointillés : les limites de ce qui est ordinaire pour ce guichet. Long tireté : le seuil.',
    },
    {
      page: '/guichets/:code',
      texte:
        'Un carré est hors des limites ; un cercle vide appartient à une suite anormale de mois. C’est un appel à regarder, pas une alerte.',
    },
    { page: '/methode', texte: 'Le calcul des limites est à la page [Méthode], **Suivre un chiffre dans le temps**.' },
  ],
}

export const TENDANCE: Tache = {
  code: 'tendance',
  titre: 'Lire une courbe du territoire',
  autres: ['évolution', 'tendance', 'graphique'],
  etapes: [
    {
      page: '/indicateurs/:code',
      texte: 'La page d’un indicateur dessine le territoire et ses catégories sur vingt-cinq mois.',
    },
    { page: '/indicateurs/:code', texte: 'Long tireté : le seuil. Un trou est un mois sans instantané, pas un zéro.' },
    { page: '/indicateurs/:code', texte: '**Voir les données** donne les mêmes nombres, le mois récent en haut.' },
  ],
}

export const ENTONNOIR: Tache = {
  code: 'entonnoir',
  titre: 'Comparer les guichets d’une catégorie',
  autres: ['entonnoir', 'pairs', 'classement', 'atypique'],
  image: 'entonnoir',
  etapes: [
    { page: '/indicateurs', texte: 'Sur la page [Indicateurs], ouvrir un indicateur.' },
    {
      page: '/indicateurs/:code',
      texte:
        'Un point est un guichet, d’autant plus à droite qu’il compte de demandes. Entre les courbes, le hasard suffit à expliquer l’écart.',
    },
    {
      page: '/indicateurs/:code',
      texte: 'Choisir **Douze mois** pour juger aussi les petits, ou un **Guichet mis en avant** pour le retrouver.',
    },
    {
      page: '/indicateurs/:code',
      texte: '**Tous les guichets** : la même chose en tableau, que l’on trie par ses en-têtes.',
    },
  ],
}

export const DOSSIERS: Tache = {
  code: 'dossiers',
  titre: 'Voir les demandes derrière un chiffre',
  autres: ['dossiers', 'numéros', 'liste', 'enregistrements'],
  etapes: [
    {
      page: '/guichets/:code',
      texte:
        'Sur la fiche d’un guichet, à **Indicateurs du mois**, l’effectif (« 6 sur 120 ») est un lien vers ses demandes.',
    },
    { page: '/dossiers', texte: '**Concernés** liste celles à corriger, **Tous ceux examinés** les autres aussi.' },
    {
      page: '/dossiers',
      texte: '**Exporter** les donne toutes. Chaque consultation de numéros est consignée au journal.',
    },
  ],
}

export const ATTRIBUTIONS: Tache = {
  code: 'attributions',
  titre: 'Lire les attributions et leurs délais',
  autres: ['baux', 'délai de saisie', 'attendues', 'provisoire'],
  etapes: [
    { page: '/attributions', texte: 'La page [Attributions] dit combien de jours passent entre un bail et sa saisie.' },
    {
      page: '/attributions',
      texte:
        'Les mois récents sont provisoires : plein, ce qui est saisi ; hachuré, ce qui est attendu, avec son intervalle.',
    },
  ],
}
