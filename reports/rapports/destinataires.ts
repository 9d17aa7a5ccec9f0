/** Whom a semester report is for. */
export const DESTINATAIRES = ['prefet', 'partenaires', 'copil'] as const

export type Destinataire = (typeof DESTINATAIRES)[number]
