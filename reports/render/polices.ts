import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const PAQUET = '@expo-google-fonts/source-sans-3'
const GRAISSES = ['400Regular', '600SemiBold', '700Bold']

/** The font that documents are written in, one file a weight: the machine's own decide of nothing. */
export const fichiersDePolice = (): string[] => {
  const dossier = dirname(createRequire(import.meta.url).resolve(`${PAQUET}/package.json`))
  return GRAISSES.map((graisse) => join(dossier, graisse, `SourceSans3_${graisse}.ttf`))
}
