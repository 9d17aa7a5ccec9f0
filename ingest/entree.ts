import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type NomTable, TABLES } from './contract/tables.ts'
import { dezipper } from './read/zip.ts'
import { InstantaneRefuse } from './socle/erreur.ts'

/** The files of a snapshot, before any is read. */
export interface Entree {
  readonly nom: string
  /** `instantane.json` as it was found, or nothing. */
  readonly carte: Readonly<Record<string, unknown>>
  readonly fichiers: ReadonlyMap<NomTable, readonly string[]>
}

const EXTENSIONS = ['csv', 'parquet', 'xlsx'] as const

const lireCarte = (chemin: string): Record<string, unknown> => {
  if (!existsSync(chemin)) return {}
  try {
    const carte: unknown = JSON.parse(readFileSync(chemin, 'utf8').replace(/^\ufeff/, ''))
    if (typeof carte === 'object' && carte !== null && !Array.isArray(carte)) return carte as Record<string, unknown>
  } catch {}
  throw new InstantaneRefuse(
    'CARTE_ILLISIBLE',
    'Le fichier instantane.json n’est pas du JSON lisible : le corriger, ou le retirer et donner --territoire et --date.',
  )
}

const partsDe = (table: NomTable, noms: readonly string[]): readonly string[] => {
  const motif = new RegExp(`^${table}(-[^/]*)?\\.(${EXTENSIONS.join('|')})$`, 'i')
  const parts = noms.filter((nom) => motif.test(nom)).sort()
  const extensions = new Set(parts.map((nom) => nom.split('.').at(-1)?.toLowerCase()))
  if (extensions.size > 1)
    throw new InstantaneRefuse(
      'TABLE_EN_DOUBLE',
      `La table ${table} est donnée en plusieurs formats (${parts.join(', ')}) : n’en garder qu’un.`,
    )
  return parts
}

const lireDossier = (dossier: string, nom: string): Entree => {
  const noms = readdirSync(dossier).filter((fichier) => statSync(join(dossier, fichier)).isFile())
  const fichiers = new Map<NomTable, readonly string[]>()
  for (const { nom: table } of TABLES) {
    const parts = partsDe(table, noms)
    if (parts.length > 0)
      fichiers.set(
        table,
        parts.map((part) => join(dossier, part)),
      )
  }
  return { nom, carte: lireCarte(join(dossier, 'instantane.json')), fichiers }
}

/** The files of a snapshot given as a folder, an archive, or the single file of its demandes. */
export const ouvrirEntree = async (chemin: string, dossierTemporaire: string): Promise<Entree> => {
  if (!existsSync(chemin))
    throw new InstantaneRefuse('CHEMIN_ABSENT', `Il n’y a rien à l’adresse ${chemin} : vérifier le chemin.`)
  const nom = basename(chemin)
  if (statSync(chemin).isDirectory()) return lireDossier(chemin, nom)
  const extension = nom.split('.').at(-1)?.toLowerCase()
  if (extension === 'zip') {
    const deplie = join(dossierTemporaire, 'archive')
    mkdirSync(deplie, { recursive: true, mode: 0o700 })
    await dezipper(chemin, deplie)
    return lireDossier(deplie, nom)
  }
  if (EXTENSIONS.some((connue) => connue === extension))
    return { nom, carte: {}, fichiers: new Map([['demandes', [chemin]]]) }
  throw new InstantaneRefuse(
    'FORMAT_INCONNU',
    `Le fichier ${nom} n’est ni un dossier, ni une archive .zip, ni un fichier .csv, .xlsx ou .parquet.`,
  )
}
