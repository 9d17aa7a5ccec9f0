import { generateIdentity } from 'age-encryption'
import { describe, expect, it } from 'vitest'
import { chiffrer, dechiffrer } from '../../../server/sauvegarde/chiffrement.ts'
import type { Matiere } from '../../../server/sauvegarde/cle.ts'
import { desceller, sceller } from '../../../server/sauvegarde/flux.ts'

const MORCEAU = 65_536
const MATIERES: readonly (readonly [string, Matiere])[] = [
  ['une clé', { de: 'FICHIER', identite: await generateIdentity() }],
  ['une phrase', { de: 'PHRASE', phrase: 'une phrase que personne ne devine' }],
]
const LE = '2026-11-23 10:00:00'

/** A content without an end, that knows how much of it was asked for. */
const sansFin = () => {
  let donnes = 0
  const source = (async function* () {
    for (;;) {
      donnes += 1
      yield new Uint8Array(MORCEAU).fill(donnes)
    }
  })()
  return { source, octetsDonnes: () => donnes * MORCEAU }
}

/** Takes so many bytes, and goes away. */
const prendre = async (flux: AsyncIterable<Uint8Array>, octets: number): Promise<void> => {
  let pris = 0
  for await (const morceau of flux) {
    pris += morceau.length
    if (pris >= octets) return
  }
}

describe('une sauvegarde se fait et se lit au fil de l’eau : rien n’en est tenu que ce qui passe', () => {
  it.each(MATIERES)('chiffrée avec %s', async (_, matiere) => {
    const { source, octetsDonnes } = sansFin()
    await prendre(await chiffrer(source, matiere, LE), 100 * MORCEAU)
    expect(octetsDonnes()).toBeLessThan(110 * MORCEAU)
  })

  it.each(MATIERES)('déchiffrée avec %s', async (_, matiere) => {
    const { source, octetsDonnes } = sansFin()
    await prendre(await dechiffrer(await chiffrer(source, matiere, LE), matiere), 100 * MORCEAU)
    expect(octetsDonnes()).toBeLessThan(110 * MORCEAU)
  })

  it('en clair', async () => {
    const { source, octetsDonnes } = sansFin()
    await prendre(desceller(sceller(source)), 100 * MORCEAU)
    expect(octetsDonnes()).toBeLessThan(110 * MORCEAU)
  })
})
