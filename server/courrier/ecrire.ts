import MailComposer from 'nodemailer/lib/mail-composer'
import type { Message } from './courrier.ts'

/** A message, as the library that writes it takes it. */
export const versLettre = (
  { reference, nom, courriel, objet, texte, pieces, date }: Message,
  expediteur: string | null,
) => ({
  ...(expediteur === null ? {} : { from: expediteur }),
  to: { name: nom, address: courriel },
  subject: objet,
  text: texte,
  messageId: reference,
  date,
  // No machine answers it.
  headers: {
    'Auto-Submitted': 'auto-generated',
    'Content-Language': 'fr',
    ...(expediteur === null ? { 'X-Unsent': '1' } : {}),
  },
  attachments: pieces.map((piece) => ({ filename: piece.nom, content: Buffer.from(piece.contenu) })),
  disableFileAccess: true,
  disableUrlAccess: true,
})

/** A message as a file that any mail program opens (RFC 5322); from whoever opens it where nobody is named. */
export const ecrireMessage = (message: Message, expediteur: string | null): Promise<Buffer> =>
  new MailComposer(versLettre(message, expediteur)).compile().build()
