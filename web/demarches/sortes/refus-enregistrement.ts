import {
  defineSorte,
  GUICHET_ET_GESTIONNAIRE,
  LONGUEUR_DES_TEXTES,
  NUMERO,
  SANS_NOM,
  TOUS_LES_ROLES,
} from '../sorte.ts'

/** A demande that a guichet refused to register (CCH, R441-2-3). */
export const refusEnregistrement = defineSorte({
  code: 'REFUS_ENREGISTREMENT',
  famille: 'RECLAMATION',
  libelle: 'Refus d’enregistrement',
  titre: 'Signaler un refus d’enregistrement',
  quand: 'Un ménage dit qu’un guichet a refusé d’enregistrer sa demande.',
  suite: 'Aucun guichet ne peut refuser une demande complète : le préfet peut la faire enregistrer (article R441-2-3).',
  champs: [
    {
      nom: 'qui',
      libelle: 'Qui a refusé',
      aide: 'Le guichet ou le service ; aucun nom de personne.',
      sorte: 'TEXTE',
      lignes: 1,
      longueur: 200,
      obligatoire: true,
    },
    { nom: 'refuse_le', libelle: 'Refusée le', sorte: 'JOUR', obligatoire: true },
    {
      nom: 'texte',
      libelle: 'Raison donnée',
      aide: `Les mots du guichet, s’ils sont connus. ${SANS_NOM}`,
      sorte: 'TEXTE',
      longueur: LONGUEUR_DES_TEXTES,
      obligatoire: true,
    },
    {
      ...NUMERO,
      libelle: 'Numéro unique, s’il y en a un depuis',
      aide: 'Vide tant que la demande n’est pas enregistrée.',
      obligatoire: false,
    },
  ],
  envoient: GUICHET_ET_GESTIONNAIRE,
  voient: TOUS_LES_ROLES,
  numeroEnFin: true,
  confirmee: {
    attendu: 'le numéro unique de la demande y paraît (le noter en disant que c’est fait)',
    montre: ({ demandes }) => demandes.length > 0,
  },
})
