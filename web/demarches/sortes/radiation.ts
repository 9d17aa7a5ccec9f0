import {
  defineSorte,
  GUICHET_ET_GESTIONNAIRE,
  LONGUEUR_DES_TEXTES,
  NUMERO,
  SANS_NOM,
  seuleDemande,
  TOUS_LES_ROLES,
} from '../sorte.ts'

/** A radiation that the household contests: what was seen of it, and of the notice that had to come before. */
export const radiation = defineSorte({
  code: 'RADIATION',
  famille: 'RECLAMATION',
  libelle: 'Radiation contestée',
  titre: 'Contester une radiation',
  quand: 'La demande d’un ménage a été radiée, et il dit que c’est à tort.',
  suite:
    'Le gestionnaire décide. Une demande radiée pour non-renouvellement se réactive jusqu’à six mois après son échéance, pour absence de réponse jusqu’à cinq mois après sa radiation.',
  champs: [
    NUMERO,
    {
      nom: 'motif_vu',
      libelle: 'Motif de la radiation, tel que vous le lisez',
      sorte: 'CODE',
      choix: {
        NON_RENOUVELLEMENT: 'Non-renouvellement',
        ABSENCE_REPONSE: 'Absence de réponse',
        RENONCIATION: 'Renonciation',
        IRRECEVABILITE: 'Irrecevabilité',
        ATTRIBUTION: 'Attribution d’un logement',
        FUSION: 'Fusion',
        SUPPRESSION_DOUBLON: 'Suppression d’un doublon',
        AUTRE: 'Autre motif, ou motif inconnu',
      },
      obligatoire: true,
    },
    { nom: 'date_radiation', libelle: 'Radiée le', sorte: 'JOUR', obligatoire: true },
    {
      nom: 'date_echeance',
      libelle: 'Échéance de la demande',
      aide: 'Pour un non-renouvellement : le délai de réactivation en part.',
      sorte: 'JOUR',
    },
    {
      nom: 'preavis',
      libelle: 'Préavis',
      sorte: 'CODE',
      choix: { ENVOYE: 'Envoyé', NON_ENVOYE: 'Pas envoyé', INCONNU: 'On ne sait pas' },
      obligatoire: true,
    },
    { nom: 'date_preavis', libelle: 'Préavis du', aide: 'S’il a été envoyé.', sorte: 'JOUR' },
    {
      nom: 'issue_preavis',
      libelle: 'Ce qu’il est devenu',
      sorte: 'CODE',
      choix: { RECU: 'Reçu par le ménage', REVENU: 'Revenu à l’envoyeur', SANS_SUITE: 'Sans suite connue' },
    },
    {
      nom: 'texte',
      libelle: 'Ce que dit le ménage',
      aide: SANS_NOM,
      sorte: 'TEXTE',
      longueur: LONGUEUR_DES_TEXTES,
      obligatoire: true,
    },
  ],
  envoient: GUICHET_ET_GESTIONNAIRE,
  voient: TOUS_LES_ROLES,
  verifier: ({ faits }) =>
    faits.preavis !== 'ENVOYE' && (faits.date_preavis !== undefined || faits.issue_preavis !== undefined)
      ? 'Un préavis qui n’a pas été envoyé n’a ni date ni suite.'
      : null,
  confirmee: {
    attendu: 'la demande y est de nouveau active',
    montre: (constat) =>
      seuleDemande(constat)?.active === true && constat.instantane >= (constat.faits.date_radiation ?? ''),
  },
})
