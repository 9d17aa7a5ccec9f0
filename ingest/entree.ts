import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type NomTable, TABLES } from './contract/tables.ts'
import { estAccessoire } from './read/archive/nom-entree.ts'
import { type Confier, confier } from './read/enfant/confier.ts'
import { EXTENSIONS, extensionDe, formeNonLue } from './read/formes.ts'
import { InstantaneRefuse } from './socle/erreur.ts'

/** The files of a snapshot, before any is read. */
export interface Entree {
  readonly nom: string
  /** `instantane.json` as it was found, or nothing. */
  readonly carte: Readonly<Record<string, unknown>>
  readonly fichiers: ReadonlyMap<NomTable, readonly string[]>
}

const CARTE = 'instantane.json'
const CARTE_MAX = 2 ** 20

const lireCarte = (chemin: string): Record<string, unknown> => {
  try {
    if (statSync(chemin).size <= CARTE_MAX) {
      const carte: unknown = JSON.parse(readFileSync(chemin, 'utf8').replace(/^\ufeff/, ''))
      if (typeof carte === 'object' && carte !== null && !Array.isArray(carte)) return carte as Record<string, unknown>
    }
  } catch {}
  throw new InstantaneRefuse(
    'CARTE_ILLISIBLE',
    'Le fichier instantane.json n’est pas du JSON lisible : le corriger, ou le retirer et donner le territoire et la date.',
  )
}

/** Refuses files of a same table that say the same thing twice: in two forms, or whole and in parts. */
const partsDe = (table: NomTable, noms: readonly string[]): readonly string[] => {
  const parts = noms
    .filter((nom) => new RegExp(`^${table}(-[^/]*)?\\.(${EXTENSIONS.join('|')})$`, 'i').test(nom))
    .toSorted()
  const refuser = (pourquoi: string) =>
    new InstantaneRefuse(
      'TABLE_EN_DOUBLE',
      `La table ${table} est donnée ${pourquoi} (${parts.join(', ')}) : n’en garder qu’un fichier, ou des parties qui se suivent (${table}-1, ${table}-2).`,
    )
  if (new Set(parts.map(extensionDe)).size > 1) throw refuser('en plusieurs formats')
  if (new Set(parts.map((nom) => nom.toLowerCase())).size < parts.length) throw refuser('par deux fichiers du même nom')
  if (parts.length > 1 && parts.some((nom) => !nom.slice(table.length).startsWith('-')))
    throw refuser('à la fois entière et en parties')
  return parts
}

/** A table's file in a form that is not read would be missing without a word. */
const refuserFormes = (table: NomTable, noms: readonly string[]): void => {
  for (const nom of noms) {
    const phrase = new RegExp(`^${table}(-[^/]*)?\\.`, 'i').test(nom) ? formeNonLue(nom) : null
    if (phrase !== null) throw new InstantaneRefuse('FORME_NON_LUE', phrase)
  }
}

const lireDossier = (dossier: string, nom: string): Entree => {
  const noms = readdirSync(dossier).filter(
    (fichier) => !estAccessoire(fichier) && statSync(join(dossier, fichier)).isFile(),
  )
  const fichiers = new Map<NomTable, readonly string[]>()
  for (const { nom: table } of TABLES) {
    const parts = partsDe(table, noms)
    refuserFormes(table, noms)
    if (parts.length > 0)
      fichiers.set(
        table,
        parts.map((part) => join(dossier, part)),
      )
  }
  const cartes = noms.filter((fichier) => fichier.toLowerCase() === CARTE)
  if (cartes.length > 1)
    throw new InstantaneRefuse(
      'CARTE_EN_DOUBLE',
      `${nom} a deux fichiers du même nom (${cartes.join(', ')}) : n’en garder qu’un.`,
    )
  const [carte] = cartes
  return { nom, carte: carte === undefined ? {} : lireCarte(join(dossier, carte)), fichiers }
}

/** The files of a snapshot given as a folder, an archive, or the single file of its demandes; `ouvrir` unpacks. */
export const ouvrirEntree = async (
  chemin: string,
  dossierTemporaire: string,
  ouvrir: Confier = confier,
): Promise<Entree> => {
  if (!existsSync(chemin))
    throw new InstantaneRefuse('CHEMIN_ABSENT', `Il n’y a rien à l’adresse ${chemin} : vérifier le chemin.`)
  const nom = basename(chemin)
  if (statSync(chemin).isDirectory()) return lireDossier(chemin, nom)
  const extension = extensionDe(nom)
  if (extension === 'zip') {
    const deplie = join(dossierTemporaire, 'archive')
    mkdirSync(deplie, { recursive: true, mode: 0o700 })
    await ouvrir({ sorte: 'archive', nom, chemin, cible: deplie })
    return lireDossier(deplie, nom)
  }
  if (EXTENSIONS.some((connue) => connue === extension))
    return { nom, carte: {}, fichiers: new Map([['demandes', [chemin]]]) }
  const phrase = formeNonLue(nom)
  if (phrase !== null) throw new InstantaneRefuse('FORME_NON_LUE', phrase)
  throw new InstantaneRefuse(
    'FORMAT_INCONNU',
    `Le fichier ${nom} n’est ni un dossier, ni une archive .zip, ni un fichier .csv, .xlsx ou .parquet.`,
  )
}
