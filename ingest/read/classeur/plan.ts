import { posix } from 'node:path'
import type { Readable } from 'node:stream'
import { lireXml, sansPrefixe } from './xml.ts'

const FEUILLES_MAX = 1000

/** A sheet as the workbook lists it. */
export interface FeuilleDuPlan {
  readonly nom: string
  readonly relation: string
  readonly visible: boolean
}

export interface Plan {
  readonly feuilles: readonly FeuilleDuPlan[]
  readonly depuis1904: boolean
}

/** Where the parts that one part names stand in the archive. */
export interface Relation {
  readonly id: string
  readonly sorte: string
  readonly cible: string
}

export const lirePlan = async (flux: Readable, quoi: string): Promise<Plan> => {
  const feuilles: FeuilleDuPlan[] = []
  let depuis1904 = false
  await lireXml(flux, quoi, {
    ouvre: (nom, attributs) => {
      if (nom === 'workbookPr') depuis1904 = /^(1|true|on)$/i.test(attributs.date1904 ?? '')
      if (nom !== 'sheet' || feuilles.length >= FEUILLES_MAX) return
      const relation = Object.entries(attributs).find(([cle]) => cle.includes(':') && sansPrefixe(cle) === 'id')
      feuilles.push({
        nom: attributs.name ?? '',
        relation: relation?.[1] ?? '',
        visible: !/^(hidden|veryHidden)$/i.test(attributs.state ?? ''),
      })
    },
  })
  return { feuilles, depuis1904 }
}

/** `depart`: the folder of the part whose relations these are. */
export const lireRelations = async (flux: Readable, quoi: string, depart: string): Promise<readonly Relation[]> => {
  const relations: Relation[] = []
  await lireXml(flux, quoi, {
    ouvre: (nom, { Id = '', Type = '', Target = '', TargetMode }) => {
      if (nom !== 'Relationship' || TargetMode === 'External' || relations.length >= FEUILLES_MAX * 10) return
      const cible = Target.startsWith('/') ? Target.slice(1) : posix.join(depart, Target)
      relations.push({ id: Id, sorte: Type.slice(Type.lastIndexOf('/') + 1), cible })
    },
  })
  return relations
}
