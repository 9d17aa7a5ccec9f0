import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enJour, enMois } from '../../../ingest/socle/jour.ts'
import { juger } from '../../../metrics/engine/juger.ts'
import type { Mesure } from '../../../metrics/engine/ligne.ts'
import type { Normes } from '../../../metrics/engine/norme.ts'
import { dispersionDe } from '../../../metrics/engine/pairs-juges.ts'
import { lirePairs } from '../../../metrics/engine/pairs-stockes.ts'
import { lirePairsDe } from '../../../metrics/lire.ts'
import { limiteEn } from '../../../web/charts/limites.ts'
import { ouvrirEssai } from '../aide.ts'
import type { Demande } from '../instantane.ts'
import { part } from './etats.ts'

const NORMES: Normes = { forcages: { objectif: null, seuil: 0.03, minimum: 30 } }
const Z_998 = 3.090232306167813

const jugerParts = (mesures: readonly Mesure[]) => juger(mesures, NORMES, enJour('2026-10-01'))

describe('les pairs d’un chiffre', () => {
  it('comptent le guichet fermé : douze à 3 % et lui à 28,2 % font ensemble 6,6 %', () => {
    const douze = Array.from({ length: 12 }, (_, i) => part(`p${i}`, 30, 1000))
    const { lignes, pairs } = jugerParts([...douze, part('fermé', 564, 2000, { date_fermeture: enJour('2026-09-30') })])
    expect(lignes.at(-1)?.statut).toBe('SANS_OBJET')
    // (12 × 30 + 564) / (12 × 1000 + 2000)
    expect(pairs).toEqual([expect.objectContaining({ categorie: 'COMMUNE', p0: 0.066, effectif: 13 })])
    expect(lignes.map(({ reference }) => reference)).toEqual(Array.from({ length: 13 }, () => 0.066))
  })

  it('ne comptent ni qui n’a rien à compter, ni qui n’a pas de catégorie, et à moins de trois n’ont pas de surdispersion', () => {
    const { pairs } = jugerParts([
      part('a', 1, 10),
      part('b', 3, 10),
      part('c', 0, 0),
      part('d', 9, 10, { categorie: null }),
    ])
    expect(pairs).toEqual([expect.objectContaining({ p0: 0.2, phi: null, tau2: null, effectif: 2 })])
  })

  it('un point hors des limites dessinées est un point que son écart rangé dit dehors', () => {
    const parts = fc.array(
      fc.integer({ min: 1, max: 3000 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n))),
      { minLength: 3, maxLength: 30 },
    )
    fc.assert(
      fc.property(parts, (tires) => {
        const { lignes, pairs } = jugerParts(tires.map(([k, n], i) => part(`p${i}`, k, n)))
        const dispersion = pairs[0] === undefined ? null : dispersionDe(pairs[0])
        if (dispersion === null) throw new Error('pas de surdispersion')
        for (const { valeur, denominateur, z_ajuste } of lignes) {
          const { basCorrige, hautCorrige } = limiteEn(dispersion, denominateur ?? 0)
          if ((valeur ?? 0) > hautCorrige) expect(z_ajuste).toBeGreaterThan(Z_998 - 1e-9)
          if ((valeur ?? 0) < basCorrige) expect(z_ajuste).toBeLessThan(-Z_998 + 1e-9)
        }
      }),
    )
  })

  it.each([
    // p0 = ½ : ½ ± z·½/√n and ½ ± ½·sin(z/√n), the narrower of the two at every n.
    ['à petit effectif, la limite simple est la plus large', 0.5, 20, 0, 0.5 + (Z_998 * 0.5) / Math.sqrt(20)],
    // p0 = 1 % : sin²(asin √p0 + z/(2√n)) beyond p0 + z·√(p0(1 − p0)/n).
    [
      'à petite part, la limite ajustée l’est',
      0.01,
      30,
      0,
      Math.sin(Math.asin(0.1) + Z_998 / (2 * Math.sqrt(30))) ** 2,
    ],
    [
      'surdispersée, elle l’est aussi',
      0.5,
      2000,
      0.04,
      Math.sin(Math.PI / 4 + Z_998 * Math.sqrt(1 / 8000 + 0.04)) ** 2,
    ],
  ])('%s', (_, p0, n, tau2, haut) => {
    const { hautCorrige, haut998 } = limiteEn({ p0, phi: 1, tau2 }, n)
    expect(hautCorrige).toBeCloseTo(haut, 12)
    expect(hautCorrige).toBeGreaterThanOrEqual(haut998)
  })
})

const guichets = ['A', 'B', 'C', 'D'].map((lettre) => ({
  code: `AAAA${lettre}`,
  service_code: 'AAAAA',
  service_libelle: 'Service',
}))

const demandesDe = (mois: string, comptes: readonly (readonly [forces: number, tous: number])[]): Demande[] =>
  comptes.flatMap(([forces, tous], g) =>
    Array.from({ length: tous }, (_, i) => ({
      numero_unique: `013${mois.slice(5)}${mois.slice(2, 4)}${String(g * 100 + i).padStart(6, '0')}AAAA${'ABCD'[g]}`,
      guichet_enregistrement: guichets[g]?.code ?? null,
      date_enregistrement: `${mois}-15`,
      forcage_doublon: i < forces ? 'O' : 'N',
    })),
  )

describe('les pairs rangés', () => {
  const seul = { territoire: '013', mois: enMois('2026-10'), duree: 1 } as const
  const annee = { territoire: '013', mois: enMois('2026-10'), duree: 12 } as const
  const COMMUNES = { niveau: 'GUICHET', categorie: 'COMMUNE', indicateur: 'forcages' }

  it('le sont avec les chiffres, pour le mois, pour douze, et pour plusieurs à la lecture', async () => {
    const { base, importer } = await ouvrirEssai()
    const [septembre, octobre] = [
      demandesDe('2026-09', [
        [1, 10],
        [2, 10],
        [3, 20],
        [0, 0],
      ]),
      demandesDe('2026-10', [
        [4, 10],
        [2, 10],
        [0, 10],
        [0, 0],
      ]),
    ]
    await importer({ date: enJour('2026-09-30'), guichets, demandes: septembre })
    await importer({ date: enJour('2026-10-31'), guichets, demandes: [...septembre, ...octobre] })
    const communes = (pairs: readonly unknown[]) =>
      pairs.filter((p) => expect.objectContaining(COMMUNES).asymmetricMatch(p))
    const lus = await Promise.all([lirePairs(base.connection, seul), lirePairs(base.connection, annee)])
    const deux = await lirePairsDe(base.connection, {
      territoire: '013',
      debut: enJour('2026-09-01'),
      fin: enJour('2026-10-31'),
    })
    const [mois, douze] = lus.map(communes)
    expect(mois).toEqual([expect.objectContaining({ ...COMMUNES, p0: 6 / 30, effectif: 3 })])
    expect(douze).toEqual([expect.objectContaining({ ...COMMUNES, p0: 12 / 70, effectif: 3 })])
    expect(communes(deux)).toEqual(douze)
    expect(
      await lirePairsDe(base.connection, { territoire: '013', debut: enJour('2026-10-01'), fin: enJour('2026-10-31') }),
    ).toEqual(lus[0])
  })

  it('reviennent avec un nouveau calcul, et ne se recalculent pas à la lecture', async () => {
    const { base, importer } = await ouvrirEssai()
    const avecForces = (forces: number) =>
      demandesDe('2026-10', [
        [forces, 10],
        [2, 10],
        [0, 10],
        [0, 0],
      ])
    const lireP0 = async () =>
      (await lirePairs(base.connection, seul)).find((p) => p.niveau === 'GUICHET' && p.indicateur === 'forcages')?.p0
    await importer({ date: enJour('2026-10-31'), guichets, demandes: avecForces(4) })
    expect(await lireP0()).toBe(6 / 30)
    await base.connection.run('DELETE FROM pairs_juges')
    expect(await lirePairs(base.connection, seul)).toEqual([])
    await importer({ date: enJour('2026-10-31'), guichets, demandes: avecForces(7) }, { remplacer: true })
    expect(await lireP0()).toBe(9 / 30)
  })
})
