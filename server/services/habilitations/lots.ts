import { randomUUID } from 'node:crypto'
import type { ListeLue } from './lire-fichier.ts'

/** A list that a person has sent, between its preview and its load. */
export interface Lot {
  readonly id: string
  /** Who sent it, and may alone go on with it. */
  readonly qui: string
  readonly territoire: string
  readonly fichier: string
  /** The service whose own list it is; null where each row says its own. */
  readonly service: string | null
  readonly lue: ListeLue
  /** What was last shown of what it would do. */
  readonly marque: string
}

/** Lists waiting for a person to read their preview: in memory alone, for half an hour, one a person. */
export interface Lots {
  deposer(lot: Omit<Lot, 'id' | 'marque'>, maintenant: Date): string
  trouver(id: string, qui: string, maintenant: Date): Lot | null
  /** Keeps what was shown of it. */
  montrer(id: string, marque: string): void
  oter(id: string): void
}

const DUREE = 30 * 60_000

export const createLots = (): Lots => {
  const gardes = new Map<string, { lot: Lot; jusqua: number }>()
  const oublier = (maintenant: Date) => {
    for (const [id, { jusqua }] of gardes) if (maintenant.getTime() > jusqua) gardes.delete(id)
  }
  return {
    deposer(lot, maintenant) {
      oublier(maintenant)
      for (const [id, { lot: autre }] of gardes) if (autre.qui === lot.qui) gardes.delete(id)
      const id = randomUUID()
      gardes.set(id, { lot: { ...lot, id, marque: '' }, jusqua: maintenant.getTime() + DUREE })
      return id
    },
    trouver(id, qui, maintenant) {
      oublier(maintenant)
      const garde = gardes.get(id)
      return garde?.lot.qui === qui ? garde.lot : null
    },
    montrer(id, marque) {
      const garde = gardes.get(id)
      if (garde !== undefined) gardes.set(id, { ...garde, lot: { ...garde.lot, marque } })
    },
    oter(id) {
      gardes.delete(id)
    },
  }
}
