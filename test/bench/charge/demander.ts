import { Agent, get } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { hasard } from '../../web/fixtures/hasard.ts'
import type { Lecteur } from './lecteurs.ts'

/** What one request got. */
export interface Reponse {
  /** Role and kind of page. */
  readonly page: string
  readonly statut: number
  /** From the request to the last byte. */
  readonly ms: number
}

interface Rythme {
  /** Milliseconds between two pages of one person; 0 asks for the next as soon as one is there. */
  readonly pause: number
  readonly secondes: number
  readonly graine: number
}

/** Asks as a browser does, compressed, on connections that are kept; nothing is read of the answer. */
const demander = (url: string, cookie: string, agent: Agent): Promise<number> =>
  new Promise((recu, echoue) => {
    const headers = { cookie, 'accept-encoding': 'gzip, deflate, br' }
    get(url, { agent, headers }, (reponse) => {
      reponse.once('end', () => recu(reponse.statusCode ?? 0))
      reponse.once('error', echoue)
      reponse.resume()
    }).once('error', echoue)
  })

const sorteDe = (page: string): string => page.replace(/\?.*/, '').replace(/^\/(guichets|indicateurs)\/.+/, '/$1/…')

/** Everybody opens pages of their menu, each as likely as the others, for so many seconds. */
export const demanderSansCesse = async (
  adresse: string,
  lecteurs: readonly Lecteur[],
  { pause, secondes, graine }: Rythme,
): Promise<readonly Reponse[]> => {
  const agent = new Agent({ keepAlive: true, maxSockets: lecteurs.length })
  const reponses: Reponse[] = []
  const fin = performance.now() + secondes * 1000
  const tourner = async ({ role, temoin, menu }: Lecteur, rang: number) => {
    const u = hasard(graine * 1000 + rang)
    const choisir = <T>(liste: readonly T[]): T | undefined => liste[Math.floor(u() * liste.length)]
    await setTimeout((rang * pause) / lecteurs.length)
    while (performance.now() < fin) {
      const page = choisir(choisir(menu) ?? []) ?? '/'
      const depart = performance.now()
      const statut = await demander(`${adresse}${page}`, temoin, agent).catch(() => 0)
      const ms = performance.now() - depart
      reponses.push({ page: `${role} ${sorteDe(page)}`, statut, ms })
      if (pause > 0) await setTimeout(Math.max(0, pause - ms))
    }
  }
  await Promise.all(lecteurs.map(tourner))
  agent.destroy()
  return reponses
}
