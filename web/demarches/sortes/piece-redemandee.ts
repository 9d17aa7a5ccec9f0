import {
  defineSorte,
  GUICHET_ET_GESTIONNAIRE,
  LONGUEUR_DES_TEXTES,
  NUMERO,
  SANS_NOM,
  TOUS_LES_ROLES,
} from '../sorte.ts'

/** A document asked for again though the shared file has it: no snapshot shows its end. */
export const pieceRedemandee = defineSorte({
  code: 'PIECE_REDEMANDEE',
  famille: 'RECLAMATION',
  libelle: 'Pièce redemandée',
  titre: 'Signaler une pièce redemandée',
  quand: 'On redemande à un ménage une pièce déjà déposée dans son dossier unique.',
  suite: 'Le gestionnaire rappelle au service que la pièce est au dossier unique.',
  champs: [
    NUMERO,
    {
      nom: 'piece',
      libelle: 'Pièce',
      sorte: 'CODE',
      choix: {
        IDENTITE: 'Pièce d’identité ou titre de séjour',
        REVENUS: 'Avis d’imposition ou revenus',
        SITUATION: 'Justificatif de situation ou de logement',
        AUTRE: 'Autre pièce',
      },
      obligatoire: true,
    },
    {
      nom: 'par_qui',
      libelle: 'Qui la redemande',
      aide: 'Le guichet ou le service ; aucun nom de personne.',
      sorte: 'TEXTE',
      lignes: 1,
      longueur: 200,
      obligatoire: true,
    },
    { nom: 'redemandee_le', libelle: 'Redemandée le', sorte: 'JOUR', obligatoire: true },
    { nom: 'texte', libelle: 'Précision', aide: SANS_NOM, sorte: 'TEXTE', longueur: LONGUEUR_DES_TEXTES },
  ],
  envoient: GUICHET_ET_GESTIONNAIRE,
  voient: TOUS_LES_ROLES,
})
