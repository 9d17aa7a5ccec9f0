import { createHash } from 'node:crypto'
import { preparerDepartement } from '../acces/departement.ts'
import { adresse, creerApplication, type Personne, poster } from '../aide.ts'

const TABLES = ['rapports_actes', 'rapports_saisies', 'rapports_references'] as const

/** The comité's file of the semester under way: September and October 2026 have a snapshot; it is 23 November. */
export const DOSSIER = '/rapports/copil/2026-S2'

export const sha256 = (octets: ArrayBuffer): string => createHash('sha256').update(Buffer.from(octets)).digest('hex')

/** The application with a person of each role that works on reports. */
export const preparerRapports = () => {
  const departement = preparerDepartement()
  return async (reste: Parameters<typeof creerApplication>[2] = {}) => {
    const { base } = departement()
    const ouvrir = async (personne: Personne) => {
      const { app, etat } = await creerApplication(base, personne, reste)
      const lire = async (chemin: string) => app.request(adresse(chemin))
      const envoyer = (chemin: string, champs: Record<string, string>) => app.request(adresse(chemin), poster(champs))
      return { app, etat, lire, envoyer }
    }
    const gestionnaire = await ouvrir({ role: 'gestionnaire' })
    for (const table of TABLES) await gestionnaire.etat.deleteFrom(table).execute()
    return { base, guichet: departement().sien, ouvrir, gestionnaire }
  }
}

/** The documents that a page offers, in its order. */
export const documentsDe = (html: string): string[] =>
  [...html.matchAll(/href="(\/documents\/\d+)[^"]*"/g)].map(([, chemin = '']) => chemin)
