import {
  type DemandeMontree,
  defineSorte,
  GUICHET_ET_GESTIONNAIRE,
  NUMERO,
  seuleDemande,
  TOUS_LES_ROLES,
} from '../sorte.ts'

/** What shows that each field was put right; those that no snapshot compares show nothing. */
const CHANGES: Readonly<Record<string, readonly (keyof DemandeMontree['change'])[]>> = {
  NOM_NAISSANCE: ['nom', 'k1'],
  PRENOM: ['prenom', 'k1'],
  DATE_NAISSANCE: ['k1'],
  SITUATION_FAMILIALE: ['situation'],
}

/** A field of identity to be corrected: which one and which proof was seen, never what it holds. */
export const identite = defineSorte({
  code: 'IDENTITE',
  famille: 'CORRECTION',
  libelle: 'Correction d’identité',
  titre: 'Demander une correction d’identité',
  quand: 'Un nom, un prénom ou une date de naissance est faux, et le guichet ne peut pas le corriger.',
  suite:
    'Aucun nom n’est écrit ici : le gestionnaire corrige dans le système national d’après la pièce que vous avez vue.',
  champs: [
    NUMERO,
    {
      nom: 'champ',
      libelle: 'Ce qui est faux',
      sorte: 'CODE',
      choix: {
        NOM_NAISSANCE: 'Le nom de naissance',
        NOM_USAGE: 'Le nom d’usage',
        PRENOM: 'Le prénom',
        DATE_NAISSANCE: 'La date de naissance',
        CONJOINT: 'L’identité du conjoint',
        SITUATION_FAMILIALE: 'La situation de famille',
      },
      obligatoire: true,
    },
    {
      nom: 'preuve',
      libelle: 'Pièce que vous avez vue',
      sorte: 'CODE',
      choix: {
        CARTE: 'Carte d’identité ou passeport',
        TITRE_SEJOUR: 'Titre de séjour',
        ACTE_NAISSANCE: 'Extrait d’acte de naissance',
        LIVRET: 'Livret de famille',
        JUGEMENT: 'Jugement ou acte de mariage',
      },
      obligatoire: true,
    },
    { nom: 'vue_le', libelle: 'Vue le', sorte: 'JOUR', obligatoire: true },
  ],
  envoient: GUICHET_ET_GESTIONNAIRE,
  voient: TOUS_LES_ROLES,
  confirmee: {
    attendu:
      'ce qui était faux n’y est plus le même, s’il le montre (le nom d’usage et le conjoint ne s’y comparent pas)',
    montre: (constat) =>
      (CHANGES[constat.faits.champ ?? ''] ?? []).some((quoi) => seuleDemande(constat)?.change[quoi] === true),
  },
})
