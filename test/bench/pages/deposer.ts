import { openAsBlob } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** How often what a deposit is busy with is looked at. */
const REGARD = 500

/**
 * Sends files as the page does, waits for their examination, loads them, and gives what became of them: « chargé », or the
 * first words of the refusal.
 */
export const deposer = async (adresse: string, temoin: string, chemins: readonly string[]): Promise<string> => {
  const headers = { cookie: temoin, origin: adresse }
  const demander = (chemin: string, init: RequestInit = {}) =>
    fetch(`${adresse}${chemin}`, { redirect: 'manual', ...init, headers })
  const poster = (chemin: string, champs: Record<string, string>) =>
    demander(chemin, { method: 'POST', body: new URLSearchParams(champs) })
  const attendre = async (chemin: string): Promise<Response> => {
    for (;;) {
      const reponse = await demander(chemin)
      if (reponse.status !== 200 || !(await reponse.clone().text()).includes('data-suivi')) return reponse
      await reponse.arrayBuffer()
      await setTimeout(REGARD)
    }
  }
  const dire = async (reponse: Response): Promise<string> => {
    const texte = (await reponse.text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
    return `${reponse.status} ${texte.match(/[^.]*Rien n’a été chargé/)?.[0].slice(-120) ?? texte.slice(0, 80)}`
  }
  const corps = new FormData()
  for (const chemin of chemins) corps.append('fichier', await openAsBlob(chemin), basename(chemin))
  const envoi = await demander('/imports', { method: 'POST', body: corps })
  const depot = envoi.headers.get('location')
  if (depot === null) return dire(envoi)
  const examen = await attendre(depot)
  if (examen.status !== 200) {
    await poster(`${depot}/abandon`, {})
    return `à l’examen : ${await dire(examen)}`
  }
  await poster(`${depot}/charger`, { remplacer: '1' })
  const fin = await attendre(depot)
  if (fin.headers.get('location')?.includes('fait=')) return 'chargé'
  await poster(`${depot}/abandon`, {})
  return `au chargement : ${await dire(fin)}`
}
