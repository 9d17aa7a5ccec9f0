import { writeFile } from 'node:fs/promises'
import type { Column } from '../contract/column.ts'
import { InstantaneRefuse } from '../socle/erreur.ts'
import { lireBout } from './bout.ts'
import { decouper } from './decouper.ts'
import type { Lecture } from './empreinte.ts'
import { compterConnus, compterSupposes, type Entete, estTotal, trouverEntete } from './entete.ts'
import { MARQUES } from './marques.ts'
import { normaliser } from './normaliser.ts'
import type { Connaissance } from './part.ts'
import { type Encodage, encodageDe, estUtf16, transcoder } from './transcode.ts'

const FINS_DE_LIGNE: readonly (number | undefined)[] = [0x0a, 0x0d]

/** A `.csv` to make ready, and where what comes of it goes. */
export interface DemandeCsv {
  readonly nom: string
  readonly chemin: string
  readonly lecture: Lecture
  /** What the names of the files made begin with. */
  readonly prefixe: string
  /** Takes what looks like headings for them where none is known, to be told what they stand for. */
  readonly supposer?: boolean
}

/** A text that the engine can read line by line, one record a line. */
export interface CsvPret {
  /** The file to read: the sender's own, or a copy in well-formed UTF-8, or its records. */
  readonly chemin: string
  readonly encodage: Encodage
  /** Bytes that were none of the encoding. */
  readonly octetsRepris: number
  readonly entete: Entete
  /** The records were read with care into lines of their own, headings left out. */
  readonly repris: boolean
  /** A file of `rang;decalage`: from the record of this rank on, so many lines more than records stand before. */
  readonly decalages: string | null
  readonly totalFinal: boolean
  /** The last line has no line end: it may be cut. */
  readonly sansFin: boolean
}

/** A heading that the contract does not know is free text, as is a column of text: a line end may stand in it. */
const admetFinDeLigne = (colonne: Column | undefined): boolean => colonne === undefined || colonne.type === 'texte'

const cellulesDe = (ligne: string, separateur: string): readonly string[] =>
  ligne.startsWith(MARQUES.enregistrement) ? ligne.slice(1).split(MARQUES.separateur) : decouper(ligne, separateur)

const refuserCeQuiNEstPasDuTexte = ({ nom, lecture }: DemandeCsv, encodage: Encodage): void => {
  if (lecture.binaire && !estUtf16(encodage))
    throw new InstantaneRefuse(
      'FICHIER_BINAIRE',
      `Le fichier ${nom} n’est pas du texte : l’enregistrer en CSV, XLSX ou Parquet avec l’extension qui convient.`,
    )
  if (lecture.demesuree)
    throw new InstantaneRefuse(
      'LIGNE_DEMESUREE',
      `Le fichier ${nom} a une ligne de plus d’un million de caractères : ce n’est pas un tableau, refaire l’extraction.`,
    )
}

const exigerEntete = (debut: string, { nom, supposer }: DemandeCsv, { estConnu }: Connaissance): Entete => {
  const texte = debut.replace(/^\ufeff+/, '')
  const connue = trouverEntete(texte, (cellules) => compterConnus(cellules, estConnu))
  const entete = connue ?? (supposer ? trouverEntete(texte, compterSupposes) : null)
  if (entete === null)
    throw new InstantaneRefuse(
      'ENTETE_ABSENT',
      `Aucun intitulé de colonne n’est reconnu dans ${nom} : vérifier que la ligne d’intitulés y est, ou dire dans un profil d’import ce que ces intitulés désignent.`,
    )
  return entete
}

/** Reads records with care into a file of their own, where the file's lines are not all its records as they stand. */
const reprendre = async (
  prefixe: string,
  chemin: string,
  { lignes, separateur, intitules }: Entete,
  { rolesDe, estEnregistrement }: Connaissance,
): Promise<{ readonly chemin: string; readonly decalages: string | null }> => {
  const repris = `${prefixe}-enregistrements.csv`
  const roles = rolesDe(intitules)
  const decalages = await normaliser(chemin, repris, lignes, {
    separateur,
    colonnes: intitules.length,
    admetFinDeLigne: (champ) => admetFinDeLigne(roles[champ]),
    estEnregistrement: (ligne) => {
      const cellules = decouper(ligne, separateur)
      return cellules.length <= intitules.length && estEnregistrement(cellules, roles)
    },
  })
  if (decalages.length === 0) return { chemin: repris, decalages: null }
  const cible = `${prefixe}-decalages.csv`
  await writeFile(cible, decalages.map((ligne) => `${ligne.join(';')}\n`).join(''), { mode: 0o600 })
  return { chemin: repris, decalages: cible }
}

/** Makes a `.csv` as French office tools write it one that the engine reads by lines, whatever its encoding and quotes. */
export const preparerCsv = async (demande: DemandeCsv, connaissance: Connaissance): Promise<CsvPret> => {
  const { lecture, prefixe } = demande
  const encodage = await encodageDe(demande.chemin, await lireBout(demande.chemin, false), lecture)
  refuserCeQuiNEstPasDuTexte(demande, encodage)
  const direct = encodage === 'utf-8' && lecture.utf8
  const utf8 = direct ? demande.chemin : `${prefixe}-utf8.csv`
  const octetsRepris = direct ? 0 : await transcoder(demande.chemin, utf8, encodage)
  const entete = exigerEntete((await lireBout(utf8, false)).toString('utf8'), demande, connaissance)
  const dernier = (await lireBout(utf8, true)).at(-1)
  const repris = lecture.irregulier || estUtf16(encodage) ? await reprendre(prefixe, utf8, entete, connaissance) : null
  const chemin = repris?.chemin ?? utf8
  const queue = (await lireBout(chemin, true)).toString('utf8').split(/\r\n|\n/)
  const cellules = queue
    .toReversed()
    .map((ligne) => cellulesDe(ligne, entete.separateur))
    .find((ligne) => ligne.some((cellule) => cellule.trim() !== ''))
  return {
    chemin,
    encodage,
    octetsRepris,
    entete,
    repris: repris !== null,
    decalages: repris?.decalages ?? null,
    totalFinal: estTotal(cellules ?? []),
    sansFin: !FINS_DE_LIGNE.includes(dernier),
  }
}
