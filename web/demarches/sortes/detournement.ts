import type { RoleDemarche } from '../mots.ts'
import { defineSorte, LONGUEUR_DES_TEXTES, NUMERO, SANS_NOM } from '../sorte.ts'

const GESTIONNAIRE_ET_ETAT: readonly RoleDemarche[] = ['gestionnaire', 'etat']

/** A use of the register that looks turned from its purpose: a suspicion, that no guichet sends or reads. */
export const detournement = defineSorte({
  code: 'DETOURNEMENT',
  famille: 'RECLAMATION',
  libelle: 'Soupçon de détournement',
  titre: 'Noter un soupçon de détournement',
  quand: 'Des consultations ou des saisies d’un guichet ne s’expliquent pas. Vu du gestionnaire et de l’État seuls.',
  suite: 'Un soupçon n’accuse personne : il se vérifie, puis s’accepte ou se refuse avec son motif.',
  champs: [
    { nom: 'guichet', libelle: 'Guichet', sorte: 'GUICHET', obligatoire: true },
    { nom: 'constate_le', libelle: 'Constaté le', sorte: 'JOUR', obligatoire: true },
    { ...NUMERO, libelle: 'Numéro unique, s’il y en a un', obligatoire: false },
    {
      nom: 'texte',
      libelle: 'Ce qui est constaté',
      aide: SANS_NOM,
      sorte: 'TEXTE',
      longueur: LONGUEUR_DES_TEXTES,
      obligatoire: true,
    },
  ],
  envoient: GESTIONNAIRE_ET_ETAT,
  voient: GESTIONNAIRE_ET_ETAT,
})
