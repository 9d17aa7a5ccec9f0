import { expect } from 'vitest'
import { CODES_POINTS } from '../../web/controles.ts'
import { texteDe } from '../web/rendre.tsx'
import { preparerDepartement } from './acces/departement.ts'
import { adresse, creerApplication, poster } from './aide.ts'

/** The application on a base where September and October 2026 have a snapshot; it is 23 November unless said otherwise. */
export const preparerControles = () => {
  const departement = preparerDepartement()
  return async (personne: Parameters<typeof creerApplication>[1] = {}, maintenant?: string) => {
    const application = await creerApplication(
      departement().base,
      personne,
      maintenant === undefined ? {} : { maintenant: () => new Date(maintenant) },
    )
    const { app, etat } = application
    if (maintenant !== undefined) {
      const vue_le = maintenant.replace('T', ' ')
      await etat.updateTable('sessions').set({ ouverte_le: vue_le, vue_le }).execute()
    }
    await etat.deleteFrom('controles_signatures').execute()
    await etat.deleteFrom('controles_actes').execute()
    const lire = async (chemin: string) => texteDe(await (await app.request(adresse(chemin))).text())
    const envoyer = (chemin: string, champs: Record<string, string>) => app.request(adresse(chemin), poster(champs))
    const cocher = async (mois: string) => {
      for (const point of CODES_POINTS)
        expect(
          (await envoyer(`/controles/${mois}/points?mois=${mois}`, { point, acte: 'COCHER', note: '' })).status,
        ).toBe(303)
    }
    return { ...application, lire, envoyer, cocher }
  }
}
