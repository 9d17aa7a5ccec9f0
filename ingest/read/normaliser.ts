import { type FileHandle, open } from 'node:fs/promises'
import { lecteurEnregistrements, type ReglesEnregistrement } from './enregistrements.ts'
import { OCTETS_DES_MARQUES } from './marques.ts'

const BLOC = 4 << 20
const LF = 0x0a
const CR = 0x0d
const ESPACE = 0x20

/** Makes a lone carriage return a line feed and a control character that marks records a space, in place. */
const egaliser = (octets: Buffer, debut: number, dernier: boolean): void => {
  for (let i = octets.indexOf(CR, debut); i >= 0; i = octets.indexOf(CR, i + 1))
    if (i + 1 < octets.length ? octets[i + 1] !== LF : dernier) octets[i] = LF
  for (const marque of OCTETS_DES_MARQUES)
    for (let i = octets.indexOf(marque, debut); i >= 0; i = octets.indexOf(marque, i + 1)) octets[i] = ESPACE
}

const apresLignes = (octets: Buffer, lignes: number): number => {
  let i = 0
  for (let n = 0; n < lignes && i < octets.length; n++) {
    const fin = octets.indexOf(LF, i)
    i = fin < 0 ? octets.length : fin + 1
  }
  return i
}

const lireBloc = async (fichier: FileHandle): Promise<Buffer> => {
  const { buffer, bytesRead } = await fichier.read(Buffer.allocUnsafe(BLOC), 0, BLOC)
  return buffer.subarray(0, bytesRead)
}

/**
 * Writes the records of a UTF-8 file, one a line, without the lines of its headings: a record that has quotes is marked and
 * its quotes are taken off, others stay as they are. Gives from which record on lines and records differ, and by how many.
 */
export const normaliser = async (
  source: string,
  cible: string,
  entete: number,
  regles: ReglesEnregistrement,
): Promise<readonly (readonly [number, number])[]> => {
  const entree = await open(source)
  const sortie = await open(cible, 'w', 0o600)
  const lecteur = lecteurEnregistrements(regles)
  try {
    let reste = Buffer.alloc(0)
    let aSauter = entete
    for (let dernier = false; !dernier; ) {
      const bloc = await lireBloc(entree)
      dernier = bloc.length === 0
      const octets = Buffer.concat([reste, bloc])
      // A carriage return that ended the block before was left as it is.
      egaliser(octets, Math.max(0, reste.length - 1), dernier)
      const debut = apresLignes(octets, aSauter)
      aSauter = 0
      const { sortie: lues, lus } = lecteur.lire(octets.subarray(debut), dernier)
      await sortie.writeFile(lues)
      reste = Buffer.from(octets.subarray(debut + lus))
    }
  } finally {
    await entree.close()
    await sortie.close()
  }
  return lecteur.decalages
}
