import { pino } from 'pino'
import type { Base } from '../../ingest/store/base.ts'
import { createApp } from '../../server/app.tsx'
import { createChargements } from '../../server/services/chargements.ts'

/** The application on an open base, without a port, and what it wrote in its journal. */
export const creerApplication = (base: Base) => {
  const journal: string[] = []
  const app = createApp({
    base,
    secret: { valeur: 'secret d’essai', fichier: '/nulle/part' },
    version: 'essai',
    journal: pino({ level: 'info' }, { write: (ligne: string) => void journal.push(ligne) }),
    chargements: createChargements((reference, cause) => void journal.push(`${reference} ${String(cause)}`)),
    maintenant: () => new Date('2026-11-23T10:00:00'),
  })
  return { app, journal }
}

const ADRESSE = 'http://127.0.0.1:3000'

/** A form sent by the application's own page. */
export const envoyer = (
  fichiers: Readonly<Record<string, Uint8Array | string>>,
  champs: Readonly<Record<string, string>> = {},
): RequestInit => {
  const corps = new FormData()
  for (const [nom, contenu] of Object.entries(fichiers)) corps.append('fichier', new File([contenu as BlobPart], nom))
  for (const [nom, valeur] of Object.entries(champs)) corps.append(nom, valeur)
  return { method: 'POST', body: corps, headers: { origin: ADRESSE } }
}

export const adresse = (chemin: string): string => `${ADRESSE}${chemin}`
