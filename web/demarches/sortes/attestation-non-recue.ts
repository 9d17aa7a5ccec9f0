import {
  defineSorte,
  GUICHET_ET_GESTIONNAIRE,
  LONGUEUR_DES_TEXTES,
  NUMERO,
  SANS_NOM,
  seuleDemande,
  TOUS_LES_ROLES,
} from '../sorte.ts'

/** The attestation of registration that a household never had. */
export const attestationNonRecue = defineSorte({
  code: 'ATTESTATION_NON_RECUE',
  famille: 'RECLAMATION',
  libelle: 'Attestation non reçue',
  titre: 'Signaler une attestation non reçue',
  quand: 'Un ménage n’a pas reçu l’attestation de sa demande, due dans le mois du dépôt.',
  suite: 'Le gestionnaire demande au guichet d’enregistrement de l’envoyer.',
  champs: [
    NUMERO,
    { nom: 'deposee_le', libelle: 'Demande déposée le', sorte: 'JOUR', obligatoire: true },
    { nom: 'texte', libelle: 'Précision', aide: SANS_NOM, sorte: 'TEXTE', longueur: LONGUEUR_DES_TEXTES },
  ],
  envoient: GUICHET_ET_GESTIONNAIRE,
  voient: TOUS_LES_ROLES,
  confirmee: {
    attendu: 'l’attestation y a une date qu’elle n’avait pas',
    montre: (constat) => {
      const demande = seuleDemande(constat)
      return demande?.attestee === true && demande.change.attestation === true
    },
  },
})
