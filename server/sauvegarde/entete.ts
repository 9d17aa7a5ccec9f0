import { closeSync, openSync, readSync } from 'node:fs'
import { z } from 'zod'
import { MARQUE } from './chiffrement.ts'
import { lireSel } from './sel.ts'

/** What a backup is opened with: words, a key, nothing, or a former version of the software. */
type Forme = 'PHRASE' | 'FICHIER' | 'CLAIR' | 'ANCIENNE'

/** What a backup says of itself before its content. */
export interface Entete {
  readonly forme: Forme
  /** `AAAA-MM-JJ HH:MM:SS`, where the backup was made. */
  readonly cree_le: string
}

/** The first file of the archive within a backup. */
export const DESCRIPTION = 'infocentre-sauvegarde.json'

const BLOC_TAR = 512
const LONGUEUR_MAX = 2048

const CREE_LE = z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/)
const DESCRIPTIF = z.object({ cree_le: CREE_LE })

export const ecrireDescription = (creeLe: string): Buffer => Buffer.from(`${JSON.stringify({ cree_le: creeLe })}\n`)

const lireJson = (texte: string): string | null => {
  try {
    return DESCRIPTIF.parse(JSON.parse(texte)).cree_le
  } catch {
    return null
  }
}

/** Each form by how it begins; the instant is in the first group, or is read from it. */
const FORMES: readonly { readonly forme: Forme; readonly debut: RegExp; lire(groupe: string): string | null }[] = [
  {
    forme: 'PHRASE',
    debut: /^age-encryption\.org\/v1\n-> scrypt (\S+) \d+\n/,
    lire: (sel) => lireSel(Buffer.from(sel, 'base64')),
  },
  {
    forme: 'FICHIER',
    debut: new RegExp(`^age-encryption\\.org/v1\\n(?:-> X25519 [^\\n]+\\n[^\\n]+\\n)+-> ${MARQUE} (\\S+)\\n`),
    lire: (instant) => CREE_LE.safeParse(instant.replace('T', ' ')).data ?? null,
  },
  {
    forme: 'CLAIR',
    debut: new RegExp(`^${DESCRIPTION}\\0[^]{${BLOC_TAR - DESCRIPTION.length - 1}}(\\{[^\\n]*\\})\\n`),
    lire: lireJson,
  },
  { forme: 'ANCIENNE', debut: /^INFOCENTRE-SAUVEGARDE 1 (\{[^\n]*\})\n/, lire: lireJson },
]

/** The header of a file, or null where the file is no backup of ours. */
export const lireEntete = (chemin: string): Entete | null => {
  const bloc = Buffer.alloc(LONGUEUR_MAX)
  const fichier = openSync(chemin, 'r')
  let lus: number
  try {
    lus = readSync(fichier, bloc, 0, LONGUEUR_MAX, 0)
  } finally {
    closeSync(fichier)
  }
  const texte = bloc.subarray(0, lus).toString('latin1')
  for (const { forme, debut, lire } of FORMES) {
    const groupe = debut.exec(texte)?.[1]
    const cree_le = groupe === undefined ? null : lire(groupe)
    if (cree_le !== null) return { forme, cree_le }
  }
  return null
}
