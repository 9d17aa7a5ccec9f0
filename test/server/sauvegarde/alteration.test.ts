import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { openInstallation } from '../../../server/installation.ts'
import { chiffrer, dechiffrer } from '../../../server/sauvegarde/chiffrement.ts'
import { desceller, sceller } from '../../../server/sauvegarde/flux.ts'
import { chargerInstantane } from '../../../server/services/charger.ts'
import { OPTIONS } from '../../base.ts'
import { ecrireDossier } from '../../ingest/instantane.ts'
import { demande, instantaneDu } from '../purge/scene.ts'
import { CLE, restaurer, sauvegarder } from './scene.ts'

const ESSAIS = { numRuns: 40 }

const lire = async (flux: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const morceaux: Uint8Array[] = []
  for await (const morceau of flux) morceaux.push(morceau)
  return Buffer.concat(morceaux)
}

/** A content as it comes from a disk: in pieces of any size. */
const enMorceaux = (octets: Buffer, taille: number) =>
  Readable.from(
    (function* () {
      for (let i = 0; i < octets.length; i += taille) yield octets.subarray(i, i + taille)
    })(),
  )

type Flux = AsyncIterable<Uint8Array>
const FORMES = [
  ['chiffrée', (s: Flux) => chiffrer(s, CLE, '2026-11-23 10:00:00'), (s: Flux) => dechiffrer(s, CLE)],
  ['en clair', async (s: Flux) => sceller(s), async (s: Flux) => desceller(s)],
] as const

const contenus = fc.tuple(fc.nat({ max: 200_000 }), fc.integer({ min: 1, max: 100_000 }), fc.nat({ max: 255 }))

describe.each(FORMES)('le flux d’une sauvegarde %s', (_, fermer, ouvrir) => {
  it('rend ce qu’il a reçu, quels que soient la taille et les morceaux', () =>
    fc.assert(
      fc.asyncProperty(contenus, async ([taille, morceau, octet]) => {
        const contenu = Buffer.alloc(taille, octet)
        const ferme = await lire(await fermer(enMorceaux(contenu, morceau)))
        expect((await lire(await ouvrir(enMorceaux(ferme, morceau)))).equals(contenu)).toBe(true)
      }),
      ESSAIS,
    ))

  it('ne s’ouvre plus si un bit change, où que ce soit, ou si la fin manque', () =>
    fc.assert(
      fc.asyncProperty(
        contenus,
        fc.double({ min: 0, max: 0.999999, noNaN: true }),
        fc.nat({ max: 7 }),
        async ([taille, morceau, octet], ou, bit) => {
          const ferme = await lire(await fermer(enMorceaux(Buffer.alloc(taille, octet), morceau)))
          const place = Math.floor(ou * ferme.length)
          const change = Buffer.from(ferme)
          change[place] = (change[place] ?? 0) ^ (1 << bit)
          for (const altere of [change, ferme.subarray(0, place)])
            await expect(async () => lire(await ouvrir(enMorceaux(altere, morceau)))).rejects.toThrow()
        },
      ),
      ESSAIS,
    ))
})

it('des morceaux chiffrés échangés, répétés ou ôtés ne s’ouvrent pas', async () => {
  const TAILLE = 64 * 1024 + 16
  const ferme = await lire(await chiffrer(enMorceaux(Buffer.alloc(200_000, 5), 70_000), CLE, '2026-11-23 10:00:00'))
  // The header ends with its own line of authentication, which 16 bytes of chance follow.
  const corps = ferme.indexOf('\n', ferme.indexOf('\n---') + 1) + 1 + 16
  const [a, b, c, d] = [0, 1, 2, 3].map((i) => ferme.subarray(corps + i * TAILLE, corps + (i + 1) * TAILLE)) as [
    Buffer,
    Buffer,
    Buffer,
    Buffer,
  ]
  const ouvrir = async (...morceaux: readonly Buffer[]) =>
    lire(await dechiffrer(enMorceaux(Buffer.concat([ferme.subarray(0, corps), ...morceaux]), 50_000), CLE))
  expect((await ouvrir(a, b, c, d)).length).toBe(200_000)
  for (const morceaux of [
    [b, a, c, d],
    [a, a, b, c, d],
    [a, c, d],
    [a, b, c],
    [a, b, d],
  ])
    await expect(ouvrir(...morceaux)).rejects.toThrow()
})

describe('une sauvegarde dont un octet a changé', () => {
  const dossier = ecrireDossier({})
  const fichiers = { chiffree: join(dossier, 'chiffree'), clair: join(dossier, 'clair') }

  beforeAll(async () => {
    const base = await openInstallation(join(dossier, 'base'))
    await chargerInstantane(base, instantaneDu('2026-10-31', [demande(1), demande(2)]), OPTIONS)
    await sauvegarder(base, fichiers.chiffree, CLE)
    await sauvegarder(base, fichiers.clair, null)
    base.close()
  }, 60_000)

  it.each(['chiffree', 'clair'] as const)('n’est pas restaurée, et rien ne change (%s)', (forme) =>
    fc.assert(
      fc.asyncProperty(fc.double({ min: 0, max: 0.999999, noNaN: true }), fc.nat({ max: 7 }), async (ou, bit) => {
        const octets = readFileSync(fichiers[forme])
        const place = Math.floor(ou * octets.length)
        octets[place] = (octets[place] ?? 0) ^ (1 << bit)
        const altere = join(dossier, `${forme}.altere`)
        writeFileSync(altere, octets)
        const racine = join(dossier, 'cible')
        await expect(restaurer(altere, racine)).rejects.toThrow(/rien n’a été restauré/i)
        truncateSync(altere, place)
        await expect(restaurer(altere, racine)).rejects.toThrow(/rien n’a été restauré/i)
        expect(existsSync(racine)).toBe(false)
      }),
      { numRuns: 25 },
    ),
  )

  it('l’en-tête compris, octet par octet', async () => {
    const octets = readFileSync(fichiers.chiffree)
    const altere = join(dossier, 'entete.altere')
    for (let place = 0; place <= octets.indexOf('\n', octets.indexOf('\n---') + 1); place += 7) {
      const copie = Buffer.from(octets)
      copie[place] = (copie[place] ?? 0) ^ 1
      writeFileSync(altere, copie)
      await expect(restaurer(altere, join(dossier, 'cible'), { malgreLAge: true })).rejects.toThrow(
        /rien n’a été restauré/i,
      )
    }
  })
})
