import { creerHasard, type Hasard } from '../oracle/fabrique/hasard.ts'
import { tirerAnnexes } from './annexes.ts'
import { tirerArchive, tirerCarte } from './archive/generer.ts'
import type { Cas } from './cas.ts'
import { tirerXlsx } from './classeur/generer.ts'
import { ecrireModeles, tirerParquet } from './parquet.ts'
import { tirerTexte, tirerTexteAbime, tirerUtf16Abime } from './texte/generer.ts'

/** Gives the file of each rank: the same seed, the same files. */
export const creerGenerateur = async (graine: number): Promise<(rang: number) => Cas> => {
  const modeles = await ecrireModeles()
  const sources: readonly (readonly [poids: number, tirer: (hasard: Hasard) => Cas])[] = [
    [34, tirerTexte],
    [4, tirerUtf16Abime],
    [4, tirerAnnexes],
    [30, tirerTexteAbime],
    [18, tirerXlsx],
    [8, tirerArchive],
    [2, tirerCarte],
    [6, (hasard) => tirerParquet(hasard, modeles)],
  ]
  const total = sources.reduce((somme, [poids]) => somme + poids, 0)
  return (rang) => {
    const hasard = creerHasard(graine * 1_000_003 + rang)
    let tire = hasard.entier(1, total)
    for (const [poids, tirer] of sources) {
      tire -= poids
      if (tire <= 0) return tirer(hasard)
    }
    throw new Error('les poids ne font pas leur somme')
  }
}
