/** Something that a template names between braces, and that a letter says in its place. */
export interface Champ {
  /** What it is, in words: how a sentence names it where it is empty. */
  readonly libelle: string
  /** A table, a list or whole paragraphs: it stands alone on its line. */
  readonly bloc?: true
  /** Where it is empty, its paragraph is left out; any other stops the letter. */
  readonly facultatif?: true
  /** Where to write it, once it is missing. */
  readonly remede?: string
}

const definir = <const C extends Readonly<Record<string, Champ>>>(champs: C): C => champs

/** Every field that templates may name. */
export const CHAMPS = definir({
  territoire: { libelle: 'nom du département' },
  date: { libelle: 'date de la lettre' },
  auteur: { libelle: 'nom de qui la fait' },

  service: { libelle: 'nom du service' },
  adresse: {
    libelle: 'adresse du service',
    remede: 'l’écrire dans la fiche du service, au registre, ou avec l’acte de la mesure',
  },
  reference: { libelle: 'référence de la mesure' },
  indicateurs: { libelle: 'indicateurs en cause' },
  articles: { libelle: 'articles qui s’appliquent', facultatif: true },
  constat: { libelle: 'texte écrit à l’ouverture de la mesure', bloc: true, facultatif: true },
  faits: { libelle: 'tableau des faits', bloc: true },
  listes: { libelle: 'où se lit la liste des demandes, et jusqu’à quand', facultatif: true },
  conseils: { libelle: 'conseils des indicateurs', bloc: true },
  echeance: { libelle: 'échéance' },
  ouverte_le: { libelle: 'jour de l’ouverture' },
  formalisee_le: { libelle: 'jour de la demande formalisée' },
  rappel: { libelle: 'ce qui a précédé la demande', facultatif: true },
  motif: { libelle: 'motif de la demande formalisée', facultatif: true },
  sanction: { libelle: 'sanction encourue, pour les attributions seules', facultatif: true },
  chronologie: { libelle: 'chronologie', bloc: true },
  observations: { libelle: 'observations du service, en entier', bloc: true },
  demande: { libelle: 'ce qui est demandé au comité et au préfet', bloc: true, facultatif: true },

  reunion: { libelle: 'sorte de réunion' },
  jour: { libelle: 'jour de la réunion' },
  lieu: { libelle: 'lieu de la réunion', remede: 'l’écrire en programmant la réunion, ou en la reportant' },
  ordre_du_jour: { libelle: 'ordre du jour', bloc: true, remede: 'l’écrire sur la page de la réunion' },
  destinataires: { libelle: 'à qui la convocation s’adresse' },
  convoquee_le: { libelle: 'phrase de la convocation', facultatif: true },
  presences: { libelle: 'présences', bloc: true, remede: 'les noter sur la page de la réunion' },
  mandats: { libelle: 'mandats', bloc: true, facultatif: true },
  decisions: { libelle: 'décisions', bloc: true },

  annee: { libelle: 'année de la campagne' },
  envoyee_le: { libelle: 'jour du premier envoi' },
  agents: { libelle: 'agents habilités du service', bloc: true },
  fiche: { libelle: 'fiche du service au registre', bloc: true },

  demandeur: { libelle: 'nom du demandeur' },
  recue_le: { libelle: 'date de sa demande' },
  contact_dpo: { libelle: 'coordonnées du délégué à la protection des données' },
})

export type NomDeChamp = keyof typeof CHAMPS

export const estChamp = (nom: string): nom is NomDeChamp => Object.hasOwn(CHAMPS, nom)

/** A field, whichever it is. */
export const champDe = (nom: NomDeChamp): Champ => CHAMPS[nom]
