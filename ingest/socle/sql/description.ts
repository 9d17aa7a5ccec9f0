/** What a column means, in words for who reads it elsewhere, and the unit of what is a quantity. */
export type Sens = string | { readonly sens: string; readonly unite: string }

/** What a table is, and what its columns mean: those that mean the same everywhere are said once, in `SENS_COMMUNS`. */
export interface Description<Colonne extends string = string> {
  readonly table: string
  readonly colonnes?: { readonly [Nom in Colonne]?: Sens }
}

/** Columns that mean the same wherever they stand. */
const SENS_COMMUNS: Readonly<Record<string, Sens>> = {
  id: 'numéro de la ligne dans sa table',
  territoire: 'département, sur trois caractères (013)',
  instantane: 'date de l’instantané dont il s’agit',
  mois: 'mois, AAAA-MM',
  niveau: 'GUICHET, SERVICE, CATEGORIE ou TERRITOIRE',
  entite: 'code du guichet, du service, de la catégorie ou du territoire, selon le niveau',
  indicateur: 'code de l’indicateur',
  libelle: 'nom de l’entité, tel que le registre le donnait',
  categorie: 'catégorie de l’entité ; vide si elle n’en a pas, ou plusieurs',
  registre: 'date de l’instantané qui a apporté le registre en vigueur ; vide sans registre',
  guichet: 'code du guichet',
  service: 'code du service enregistreur ; vide s’il ne s’agit d’aucun',
  version: 'version du logiciel qui a calculé',
  numero_unique: 'numéro unique de la demande, dix-huit caractères',
  par: 'qui l’a fait : l’adresse de son compte',
  le: 'instant où c’est fait',
  motif: 'pourquoi, en mots',
  texte: 'ce qui est écrit ; « n° purgé » à la place d’un numéro effacé',
  depuis: 'premier jour où la valeur vaut',
  saisi_le: 'instant de la saisie',
  saisi_par: 'qui l’a saisi : l’adresse de son compte',
  acte: 'ce qui a été fait, par son code',
  role: 'rôle de la personne : gestionnaire, etat, prefet, copil, guichet ou partenaire',
  jour: 'jour que l’acte fixe ; vide s’il n’en fixe pas',
  ic_bas: 'borne basse de l’intervalle à 95 %, dans l’unité de l’indicateur',
  ic_haut: 'borne haute de l’intervalle à 95 %, dans l’unité de l’indicateur',
  valeur: 'valeur, dans l’unité de l’indicateur : part de 0 à 1, jours ou nombre ; vide si elle n’est pas calculable',
}

/** What a column of a table means; null where nobody has said it. */
export const sensDe = (
  description: Description | null,
  colonne: string,
): { readonly sens: string; readonly unite: string | null } | null => {
  const dit = description?.colonnes?.[colonne] ?? SENS_COMMUNS[colonne]
  if (dit === undefined) return null
  return typeof dit === 'string' ? { sens: dit, unite: null } : dit
}
