import { open } from 'node:fs/promises'

const BOUT = 262_144

/** The first bytes of a file, or its last ones. */
export const lireBout = async (chemin: string, fin: boolean): Promise<Buffer> => {
  const fichier = await open(chemin)
  try {
    const { size } = await fichier.stat()
    const taille = Math.min(BOUT, size)
    const { buffer } = await fichier.read(Buffer.alloc(taille), 0, taille, fin ? size - taille : 0)
    return buffer
  } finally {
    await fichier.close()
  }
}
