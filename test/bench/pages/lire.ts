import { setTimeout } from 'node:timers/promises'
import type { Lecteur } from './servir.ts'

/** One page that one reader asked for. */
export interface Lecture {
  readonly page: string
  readonly statut: number
  /** From the request to the last byte. */
  readonly ms: number
}

const UNE_SECONDE = 1000

const lire = async (adresse: string, { role, temoin }: Lecteur, page: string): Promise<Lecture> => {
  const depart = performance.now()
  const reponse = await fetch(`${adresse}${page}`, { headers: { cookie: temoin }, redirect: 'manual' })
  await reponse.arrayBuffer()
  return { page: `${role} ${page}`, statut: reponse.status, ms: performance.now() - depart }
}

/** Every reader opens a page a second, each beginning at its own instant and page, until they are told to stop. */
export const lireSansCesse = (adresse: string, lecteurs: readonly Lecteur[]) => {
  const lectures: Lecture[] = []
  let fini = false
  const tourner = async (lecteur: Lecteur, rang: number) => {
    await setTimeout((rang * UNE_SECONDE) / lecteurs.length)
    for (let tour = rang; !fini; tour++) {
      const depart = performance.now()
      const page = lecteur.pages[tour % lecteur.pages.length] ?? '/'
      lectures.push(await lire(adresse, lecteur, page))
      await setTimeout(Math.max(0, UNE_SECONDE - (performance.now() - depart)))
    }
  }
  const tous = Promise.all(lecteurs.map(tourner))
  return async (): Promise<readonly Lecture[]> => {
    fini = true
    await tous
    return lectures
  }
}
