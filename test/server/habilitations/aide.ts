import { onTestFinished } from 'vitest'
import { ouvrirSession } from '../../../server/auth/sessions.ts'
import { compteDuCourriel } from '../../../server/state/comptes.ts'
import { texteDe } from '../../web/rendre.tsx'
import { preparerDepartement } from '../acces/departement.ts'
import { adresse, creerServeur, ouvrirPour, poster } from '../aide.ts'

const TABLES = [
  ...(['campagnes_lignes', 'campagnes_reponses', 'campagnes_services', 'campagnes_actes', 'campagnes'] as const),
  ...(['habilitations_actes', 'habilitations'] as const),
] as const

let rang = 0

/** The application on a base of two months and several services; its day is set, and anybody asks. */
export const preparerHabilitations = () => {
  const departement = preparerDepartement()
  return async () => {
    const { base, sien, autre } = departement()
    let maintenant = new Date('2026-11-23T10:00:00')
    const { app, etat, fermer, journal } = await creerServeur(base, { maintenant: () => maintenant })
    onTestFinished(() => fermer())
    for (const table of TABLES) await etat.deleteFrom(table).execute()
    const signer = async (role: 'gestionnaire' | 'etat' | 'copil' | 'guichet', service: string | null = null) => {
      rang += 1
      const personne = { role, territoires: ['013'], service, courriel: `${role}-${rang}@exemple.fr` }
      const cookie = await ouvrirPour(etat, personne)
      const compte = await compteDuCourriel(etat, personne.courriel)
      /** A session of the day: days pass between two requests. */
      const temoin = async () =>
        `session=${await ouvrirSession(etat, compte?.id ?? 0, 'OUVERTE', 'MOT_DE_PASSE', maintenant)}`
      const demander = async (chemin: string, champs?: Record<string, string>) => {
        const init = champs === undefined ? {} : poster(champs)
        return app.request(adresse(chemin), {
          ...init,
          headers: { ...(init.headers as object), cookie: await temoin() },
        })
      }
      /** A form with a field said several times. */
      const envoyer = async (chemin: string, corps: URLSearchParams) => {
        const { headers, ...init } = poster({})
        return app.request(adresse(chemin), {
          ...init,
          body: corps,
          headers: { ...(headers as object), cookie: await temoin() },
        })
      }
      const lire = async (chemin: string) => texteDe(await (await demander(chemin)).text())
      return { cookie, demander, envoyer, lire }
    }
    const gestionnaire = await signer('gestionnaire')
    /** Notes an agent's access; gives its number. */
    const habiliter = async (nom: string, service: string, reste: Record<string, string> = {}): Promise<number> => {
      const champs = { sorte: 'AGENT', nom, service, profil: 'Consultation', ouverte_le: '2025-01-06', ...reste }
      const reponse = await gestionnaire.demander('/habilitations', champs)
      const id = /habilitations\/(\d+)/.exec(reponse.headers.get('location') ?? '')?.[1]
      if (id === undefined) throw new Error(`${reponse.status} ${texteDe(await reponse.text()).slice(0, 1500)}`)
      return Number(id)
    }
    const au = (jour: string) => {
      maintenant = new Date(`${jour}T10:00:00`)
    }
    return { app, base, etat, journal, gestionnaire, signer, habiliter, au, sien, autre }
  }
}
