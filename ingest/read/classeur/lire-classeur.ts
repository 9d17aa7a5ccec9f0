import { posix } from 'node:path'
import type { Entry } from 'yauzl'
import { nomEntree } from '../archive/nom-entree.ts'
import { type Archive, ouvrirArchive } from '../archive/ouvrir.ts'
import { RefusLecture } from '../refus-lecture.ts'
import type { Contexte } from './cellule.ts'
import { Chaines, lireChaines } from './chaines.ts'
import { exigerClasseur } from './coffre.ts'
import { EcritureFeuille } from './ecrire-feuille.ts'
import type { SigneEntete } from './entete-feuille.ts'
import { lireFeuille } from './feuille.ts'
import { lirePlan, lireRelations, type Relation } from './plan.ts'
import { lireStyles } from './styles.ts'

const FRANCHISE = 256 * 2 ** 20
/** A row takes at most a few times in the file it is handed over by what it took in its sheet. */
const RAPPORT_ECRIT = 8

/** A sheet once read: its headings, and the file of its rows. */
export interface FeuilleLue {
  readonly nom: string
  readonly ligne: number
  readonly intitules: readonly string[]
  readonly chemin: string
}

export interface ClasseurLu {
  readonly lues: readonly FeuilleLue[]
  /** Hidden sheets, and those where no heading is known. */
  readonly ecartees: readonly string[]
}

export interface DemandeClasseur {
  readonly chemin: string
  readonly nom: string
  /** Where to write: the beginning of the files' names. */
  readonly prefixe: string
  /** Known headings, normalised. */
  readonly connus: readonly string[]
  /** Takes what looks like headings for them, whether they are known or not. */
  readonly supposer?: boolean
}

const chercheur = ({ entrees }: Archive) => {
  const parNom = new Map(entrees.map((entree) => [nomEntree(entree).toLowerCase(), entree]))
  return (nom: string): Entry | undefined => parNom.get(nom.toLowerCase())
}

const relationsDe = (dossier: string, fichier: string) => posix.join(dossier, '_rels', `${fichier}.rels`)

/** Reads every visible sheet of a workbook, one row at a time, into files of text. */
export const lireClasseur = async ({
  chemin,
  nom,
  prefixe,
  connus,
  supposer = false,
}: DemandeClasseur): Promise<ClasseurLu> => {
  await exigerClasseur(chemin, nom)
  const quoi = `Le classeur ${nom}`
  const archive = await ouvrirArchive(chemin, {
    code: 'XLSX_ILLISIBLE',
    quoi,
    accord: '',
    franchise: FRANCHISE,
    epurer: 'refaire l’archive à partir des seuls fichiers de l’instantané.',
    remede: 'le rouvrir dans un tableur et l’enregistrer de nouveau en .xlsx.',
  })
  const trouver = chercheur(archive)
  const { lire } = archive
  const exiger = (cherche: string | undefined, pourquoi: string): Entry => {
    const entree = cherche === undefined ? undefined : trouver(cherche)
    if (entree === undefined) throw new RefusLecture('XLSX_ILLISIBLE', `Le fichier ${nom} ${pourquoi}`)
    return entree
  }
  const relations = async (entree: Entry | undefined, depart: string): Promise<readonly Relation[]> =>
    entree === undefined ? [] : lireRelations(await lire(entree), quoi, depart)
  let chaines: Chaines | null = null
  try {
    if (trouver('xl/workbook.bin') !== undefined)
      exiger(undefined, 'est un classeur binaire .xlsb : l’ouvrir dans un tableur et l’enregistrer en .xlsx.')
    const racine = await relations(trouver('_rels/.rels'), '')
    const principal = racine.find(({ sorte }) => sorte === 'officeDocument')?.cible ?? 'xl/workbook.xml'
    const classeur = exiger(
      principal,
      'n’est pas un classeur XLSX lisible : le rouvrir dans un tableur et l’enregistrer de nouveau en .xlsx.',
    )
    const dossier = posix.dirname(principal)
    const plan = await lirePlan(await lire(classeur), quoi)
    const liens = await relations(trouver(relationsDe(dossier, posix.basename(principal))), dossier)
    const partDe = (sorte: string, quelle: string) => {
      const lien = liens.find((candidat) => candidat.sorte === sorte)
      return (
        lien &&
        exiger(lien.cible, `n’a pas ses ${quelle} : le rouvrir dans un tableur et l’enregistrer de nouveau en .xlsx.`)
      )
    }
    const partages = partDe('sharedStrings', 'textes partagés')
    if (partages !== undefined) {
      chaines = new Chaines(`${prefixe}-chaines`)
      await lireChaines(await lire(partages), quoi, chaines)
    }
    const styles = partDe('styles', 'formats de cellules')
    const contexte: Contexte = {
      chaines,
      styles: styles === undefined ? [] : await lireStyles(await lire(styles), quoi),
      depuis1904: plan.depuis1904,
    }
    const lues: FeuilleLue[] = []
    const ecartees: string[] = []
    for (const [rang, feuille] of plan.feuilles.entries()) {
      const lien = liens.find(({ id }) => id === feuille.relation)
      if (!feuille.visible || (lien !== undefined && lien.sorte !== 'worksheet')) {
        ecartees.push(feuille.nom)
        continue
      }
      const entree = exiger(lien?.cible, `n’a pas sa feuille « ${feuille.nom} » : l’enregistrer de nouveau en .xlsx.`)
      const lue = await lireUneFeuille(entree, lire, contexte, {
        quoi: `La feuille « ${feuille.nom} » de ${nom}`,
        chemin: `${prefixe}-${rang}.ndjson`,
        signe: { connus: new Set(connus), supposer },
      })
      if (lue === null) ecartees.push(feuille.nom)
      else lues.push({ nom: feuille.nom, ...lue })
    }
    return { lues, ecartees }
  } finally {
    chaines?.close()
    archive.fermer()
  }
}

/** One reading, or two where cells are merged over several rows: which they are is only known at the sheet's end. */
const lireUneFeuille = async (
  entree: Entry,
  lire: (entree: Entry) => ReturnType<Archive['lire']>,
  contexte: Contexte,
  { quoi, chemin, signe }: { readonly quoi: string; readonly chemin: string; readonly signe: SigneEntete },
): Promise<Omit<FeuilleLue, 'nom'> | null> => {
  const options = { quoi, signe, octetsMax: Math.max(FRANCHISE, entree.uncompressedSize * RAPPORT_ECRIT) }
  const parcourir = async (fusions: Parameters<typeof EcritureFeuille.open>[2]) => {
    const ecriture = await EcritureFeuille.open(chemin, options, fusions)
    try {
      const trouvees = await lireFeuille(await lire(entree), quoi, contexte, ecriture)
      return { trouvees, entete: await ecriture.finish() }
    } finally {
      await ecriture.close()
    }
  }
  let { trouvees, entete } = await parcourir([])
  const premiere = entete?.ligne ?? Number.POSITIVE_INFINITY
  const fusions = trouvees.filter((fusion) => fusion.premiere > premiere)
  if (fusions.length > 0) ({ trouvees, entete } = await parcourir(fusions))
  return entete === null ? null : { ligne: entete.ligne, intitules: entete.intitules, chemin }
}
