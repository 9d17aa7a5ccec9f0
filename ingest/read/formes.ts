/** What a table may be given as. */
export const EXTENSIONS = ['csv', 'parquet', 'xlsx'] as const

const TABLEUR = 'l’ouvrir dans un tableur et l’enregistrer en .xlsx ou en .csv.'
const DEPLIER = 'le déplier, puis donner le fichier qu’il contient, ou une archive .zip.'

/** Forms that tables come in and that are not read: what they are, and what to do. */
const NON_LUES: Readonly<Record<string, readonly [quoi: string, remede: string]>> = {
  xls: ['un ancien classeur .xls', TABLEUR],
  xlsb: ['un classeur binaire .xlsb', TABLEUR],
  xlsm: ['un classeur à macros .xlsm', TABLEUR],
  ods: ['un classeur .ods', TABLEUR],
  gz: ['comprimé en .gz', DEPLIER],
  tgz: ['comprimé en .tgz', DEPLIER],
  bz2: ['comprimé en .bz2', DEPLIER],
  xz: ['comprimé en .xz', DEPLIER],
  zst: ['comprimé en .zst', DEPLIER],
  rar: ['une archive .rar', DEPLIER],
  '7z': ['une archive .7z', DEPLIER],
  tar: ['une archive .tar', DEPLIER],
  txt: ['un texte .txt', 'si c’est un tableau, lui donner l’extension .csv.'],
  json: ['du JSON', 'le donner en .csv, .xlsx ou .parquet.'],
}

export const extensionDe = (nom: string): string => nom.slice(nom.lastIndexOf('.') + 1).toLowerCase()

/** Why a file of this name is not read, and what to do; null for a form that is unknown, or read. */
export const formeNonLue = (nom: string): string | null => {
  const [quoi, remede] = NON_LUES[extensionDe(nom)] ?? []
  return quoi === undefined || remede === undefined
    ? null
    : `Le fichier ${nom} est ${quoi}, qui ne se lit pas ici : ${remede}`
}
