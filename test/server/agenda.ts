import { texteDe } from '../web/rendre.tsx'
import { preparerDepartement } from './acces/departement.ts'
import { adresse, creerApplication, poster } from './aide.ts'

const TABLES = [
  'documents_contenus',
  'documents',
  'reunions_suites',
  'reunions_decisions',
  'reunions_presences',
  'reunions_actes',
  'reunions',
  'obligations_faites',
  'calendriers',
] as const

/** The application on a base where September and October 2026 have a snapshot; it is 23 November. */
export const preparerAgenda = () => {
  const departement = preparerDepartement()
  return async (personne: Parameters<typeof creerApplication>[1] = {}) => {
    const application = await creerApplication(departement().base, personne)
    const { app, etat } = application
    for (const table of TABLES) await etat.deleteFrom(table).execute()
    const lire = async (chemin: string) => texteDe(await (await app.request(adresse(chemin))).text())
    const envoyer = (chemin: string, champs: Record<string, string>) => app.request(adresse(chemin), poster(champs))
    /** Programs a meeting; gives its number. */
    const programmer = async (champs: Record<string, string> = {}): Promise<number> => {
      const reunion = {
        nature: 'SERVICES',
        jour: '2026-11-12',
        lieu: '14 h, salle du 2e',
        texte: 'Forçages',
        ...champs,
      }
      const reponse = await envoyer('/agenda/reunions', reunion)
      return Number(/reunions\/(\d+)/.exec(reponse.headers.get('location') ?? '')?.[1])
    }
    return { ...application, lire, envoyer, programmer }
  }
}
