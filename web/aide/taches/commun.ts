import type { Tache } from '../tache.ts'

/** What every role does. */
export const CHERCHER: Tache = {
  code: 'chercher',
  titre: 'Chercher un guichet, un indicateur ou un mot',
  autres: ['recherche', 'retrouver', 'loupe'],
  etapes: [
    {
      page: '/recherche',
      texte: 'Ouvrir la loupe du bandeau, ou la touche « / », écrire deux ou trois mots, puis **Rechercher**.',
    },
    {
      page: '/recherche',
      texte:
        'Accents, majuscules et fins de mots ne comptent pas. « NUD », « ZUS » ou « radiation abusive » trouvent aussi.',
    },
  ],
}

export const CHANGER_DE_MOIS: Tache = {
  code: 'periode',
  titre: 'Changer de mois ou de territoire',
  autres: ['période', 'mois précédent', 'comparer deux mois'],
  etapes: [
    {
      page: '/indicateurs',
      texte: 'Sous le bandeau, choisir la **Période**, puis **Afficher**. Les flèches vont au mois d’avant ou d’après.',
    },
    {
      page: '/indicateurs',
      texte: 'L’adresse garde le mois et le territoire : un collègue qui la suit voit la même chose, dans ses droits.',
    },
  ],
}

export const EMPORTER: Tache = {
  code: 'emporter',
  titre: 'Emporter un tableau ou un graphique',
  autres: ['exporter', 'Excel', 'CSV', 'télécharger', 'image', 'imprimer'],
  etapes: [
    {
      page: '/indicateurs/:code',
      texte: 'En haut de la page, **Exporter** donne les nombres pour un tableur (CSV, XLSX, ODS).',
    },
    {
      page: '/indicateurs/:code',
      texte:
        'Sous un graphique, **Voir les données** ouvre son tableau ; à côté, le dessin s’emporte en PNG ou en SVG.',
    },
    { page: '/indicateurs/:code', texte: 'Le navigateur imprime toute page sans menus ni boutons.' },
  ],
}

export const COMPTE: Tache = {
  code: 'compte',
  titre: 'Protéger son compte',
  autres: ['mot de passe', 'second facteur', 'se connecter'],
  etapes: [
    {
      page: '/compte',
      texte: 'Sur la page [Mon compte], **Changer de mot de passe** demande l’ancien, puis deux fois le nouveau.',
    },
    {
      page: '/compte',
      texte:
        '**Ajouter un second facteur** : lire la clé avec une application de codes, puis écrire le code qu’elle donne.',
    },
  ],
}

export const METHODE: Tache = {
  code: 'methode',
  titre: 'Savoir comment un chiffre est calculé',
  autres: ['définition', 'formule', 'calcul', 'seuil', 'intervalle'],
  etapes: [
    {
      page: '/methode',
      texte:
        'La page [Méthode] dit comment un chiffre est compté et jugé : **Les états**, **Les petits effectifs**, **L’intervalle autour d’un chiffre**.',
    },
    {
      page: '/methode',
      texte: 'Elle donne ensuite chaque indicateur : ce qu’il compte, parmi quoi, sa source, que faire.',
    },
  ],
}
