import { dansP } from '../contexte.ts'
import type { Definition } from '../definition.ts'

export const FLUX: readonly Definition[] = [
  {
    code: 'rejets_interface',
    nature: 'part',
    detaille: true,
    seuil: 0.05,
    vide: (c) => (c.s.flux === null ? 'flux' : null),
    observer: (c) =>
      (c.s.flux ?? [])
        .filter((m) => dansP(c, m.date))
        .map((m) => {
          const rejete = m.statut === 'REJETE'
          const details = rejete && m.code_retour !== null ? [m.code_retour] : []
          return { guichet: m.guichet, denominateur: 1, numerateur: rejete ? 1 : 0, details }
        }),
  },
]
