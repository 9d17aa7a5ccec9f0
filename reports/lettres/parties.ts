/** The texts that a template is made of, as they are written on its page. */
export const PARTIES = {
  expediteur: { libelle: 'Expéditeur', lignes: 5 },
  lieu: { libelle: 'Lieu d’où la lettre part', lignes: 1 },
  signature: { libelle: 'Signature', lignes: 4 },
  destinataire: { libelle: 'Destinataire', lignes: 4 },
  objet: { libelle: 'Objet', lignes: 1 },
  corps: { libelle: 'Texte', lignes: 24 },
} as const

export type Partie = keyof typeof PARTIES

export type Parties = Readonly<Partial<Record<Partie, string>>>
