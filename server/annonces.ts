import { randomUUID } from 'node:crypto'

/** What an act has to say to the person who did it, on the page that follows. */
export interface Annonce {
  readonly fait?: string
  /** What a démarche is to begin with: numbers stay out of addresses. */
  readonly demarche?: Readonly<Record<string, string>>
  /** A password just drawn: it is shown once. */
  readonly remis?: { readonly courriel: string; readonly motDePasse: string }
  /** The address of a calendar just opened: it is shown once. */
  readonly calendrier?: string
  /** A token just made: it is shown once. */
  readonly jeton?: { readonly nom: string; readonly clair: string }
}

/** Announcements on their way from the form that was sent to the page that it leads to. */
export interface Annonces {
  /** Keeps one for an account; gives the word by which its next page asks for it. */
  deposer(compte: number, annonce: Annonce, maintenant: Date): string
  /** Gives it, once, to the account that it is for, within five minutes; null otherwise. */
  prendre(compte: number, mot: string, maintenant: Date): Annonce | null
}

const DUREE = 5 * 60_000

const GARDEES = 1000

export const createAnnonces = (): Annonces => {
  const gardees = new Map<string, { compte: number; annonce: Annonce; jusqua: number }>()
  return {
    deposer(compte, annonce, maintenant) {
      const mot = randomUUID()
      gardees.set(mot, { compte, annonce, jusqua: maintenant.getTime() + DUREE })
      for (const ancienne of [...gardees.keys()].slice(0, -GARDEES)) gardees.delete(ancienne)
      return mot
    },
    prendre(compte, mot, maintenant) {
      const gardee = gardees.get(mot)
      if (gardee?.compte !== compte) return null
      gardees.delete(mot)
      return maintenant.getTime() <= gardee.jusqua ? gardee.annonce : null
    },
  }
}
