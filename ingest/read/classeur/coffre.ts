import { open } from 'node:fs/promises'
import { RefusLecture } from '../refus-lecture.ts'

const EXAMINES = 2 ** 20
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const CHIFFRE = Buffer.from('EncryptedPackage', 'utf16le')

/** Refuses what is no `.xlsx` in spite of its name, saying what it is: an old `.xls`, a workbook under a password, a page or a text. */
export const exigerClasseur = async (chemin: string, nom: string): Promise<void> => {
  const fichier = await open(chemin)
  try {
    const { buffer, bytesRead } = await fichier.read(Buffer.alloc(EXAMINES), 0, EXAMINES, 0)
    const tete = buffer.subarray(0, bytesRead)
    const refuser = (pourquoi: string) => new RefusLecture('XLSX_ILLISIBLE', `Le fichier ${nom} ${pourquoi}`)
    if (tete.subarray(0, OLE.length).equals(OLE))
      throw tete.includes(CHIFFRE)
        ? refuser('est protégé par un mot de passe : l’ouvrir dans un tableur et l’enregistrer sans mot de passe.')
        : refuser('est un ancien classeur .xls : l’ouvrir dans un tableur et l’enregistrer en .xlsx.')
    if (!tete.subarray(0, 2).equals(Buffer.from('PK')))
      throw refuser(
        'n’est pas un classeur XLSX lisible : le rouvrir dans un tableur et l’enregistrer de nouveau en .xlsx.',
      )
  } finally {
    await fichier.close()
  }
}
