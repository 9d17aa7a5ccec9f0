import { defineSorte, GUICHET_ET_GESTIONNAIRE, LONGUEUR_DES_TEXTES, SANS_NOM, TOUS_LES_ROLES } from '../sorte.ts'

/** A question: the gestionnaire answers it, or passes it to the national desk and gives its answer. */
export const question = defineSorte({
  code: 'QUESTION',
  famille: 'QUESTION',
  libelle: 'Question',
  titre: 'Poser une question',
  quand: 'Vous hésitez sur une règle, une saisie, l’outil national.',
  suite: 'Le gestionnaire répond, ou transmet au support national et vous donne sa réponse.',
  champs: [
    {
      nom: 'objet',
      libelle: 'Sujet',
      sorte: 'CODE',
      choix: {
        REGLE: 'Une règle de la demande',
        SAISIE: 'Une saisie, un champ',
        OUTIL: 'L’outil national, un accès',
        ATTRIBUTION: 'Une attribution, une radiation',
        AUTRE: 'Autre sujet',
      },
      obligatoire: true,
    },
    {
      nom: 'texte',
      libelle: 'Question',
      aide: SANS_NOM,
      sorte: 'TEXTE',
      longueur: LONGUEUR_DES_TEXTES,
      obligatoire: true,
    },
  ],
  envoient: GUICHET_ET_GESTIONNAIRE,
  voient: TOUS_LES_ROLES,
  question: true,
})
