import { describe, expect, it } from 'vitest'
import { enJour, enMois, finMois, jourDuNumero, moisEntre, numeroDuJour } from '../../../ingest/socle/jour.ts'
import type { Estimation } from '../../../metrics/attributions/dire.ts'
import { estimer } from '../../../metrics/attributions/estimer.ts'
import { fenetreDe } from '../../../metrics/attributions/fenetre.ts'
import type { Saisie } from '../../../metrics/attributions/saisie.ts'
import { DOUZE, FENETRE, FIN, regulieres, saisie, vuesLe } from './saisies.ts'

/** Six leases a day, two for each guichet, recorded within forty days: 186 or 180 a month, 168 in February. */
const BASE = ['AAAAA', 'BBBBB', 'CCCCC'].flatMap((guichet, i) => regulieres(DOUZE, [1 + i, 20 + 10 * i], 1, guichet))

const le = (jour: string): number => numeroDuJour(enJour(jour))

const irreguliere = (estimations: readonly Estimation[], mois: string) => {
  const ligne = estimations.find((e) => e.mois === mois)
  if (ligne === undefined) throw new Error(mois)
  return ligne
}

const tient = ({ ic_bas, ic_haut }: Estimation, venues: number): boolean =>
  ic_bas !== null && ic_haut !== null && ic_bas <= venues && venues <= ic_haut

/** Sixty leases of six months, recorded on 20 October by one guichet. */
const RATTRAPAGE: readonly Saisie[] = Array.from({ length: 60 }, (_, i) => {
  const bail = le('2026-10-20') - 70 - 2 * i
  return saisie(jourDuNumero(bail), le('2026-10-20') - bail, 1, 'BBBBB')
})

describe('un rattrapage', () => {
  const { estimations } = estimer([...vuesLe(enJour(FIN), BASE), ...RATTRAPAGE], FENETRE)
  const touches = [...new Set(RATTRAPAGE.map(({ mois }) => mois))]

  it('est nommé, avec son jour et son nombre, sur les mois qu’il touche et sur eux seuls', () => {
    expect(touches.length).toBeGreaterThan(3)
    for (const { mois, irregularites } of estimations)
      expect(irregularites).toEqual(
        touches.includes(mois) ? [{ sorte: 'RATTRAPAGE', date: '2026-10-20', nombre: 60 }] : [],
      )
  })

  it('ne gonfle pas les autres mois, et l’intervalle des siens n’est pas un point', () => {
    expect(tient(irreguliere(estimations, '2026-10'), 186)).toBe(true)
    expect(tient(irreguliere(estimations, '2026-09'), 180)).toBe(true)
    for (const mois of touches) {
      const ligne = irreguliere(estimations, mois)
      expect(ligne.provisoire).toBe(true)
      expect(tient(ligne, ligne.enregistrees)).toBe(true)
      expect((ligne.ic_haut ?? 0) - (ligne.ic_bas ?? 0)).toBeGreaterThan(1)
    }
  })

  it('laisse ses mois provisoires jusqu’à l’instantané suivant, et pas au-delà', () => {
    const vu = estimer([...vuesLe(enJour(FIN), BASE), ...RATTRAPAGE], fenetreDe(FIN, FIN, enJour('2026-10-25')))
    const ancien = touches[0] ?? ''
    expect(irreguliere(vu.estimations, ancien)).toMatchObject({
      provisoire: false,
      irregularites: [{ sorte: 'RATTRAPAGE', date: '2026-10-20', nombre: 60 }],
    })
  })

  it('de plusieurs guichets le même jour est dit une fois', () => {
    const partage = RATTRAPAGE.map((ligne, i) => ({ ...ligne, guichet: ['AAAAA', 'BBBBB', 'CCCCC'][i % 3] ?? null }))
    const dites = estimer([...vuesLe(enJour(FIN), BASE), ...partage], FENETRE).estimations
    expect(irreguliere(dites, touches[0] ?? '').irregularites).toEqual([
      { sorte: 'RATTRAPAGE', date: '2026-10-20', nombre: 60 },
    ])
  })

  it('n’est pas l’habitude de qui saisit une fois par mois', () => {
    const parMois = regulieres(DOUZE, [0], 2, 'DDDDD').map((ligne) => {
      const delai = numeroDuJour(finMois(ligne.mois)) - ligne.bail
      return saisie(jourDuNumero(ligne.bail), delai, 2, 'DDDDD')
    })
    expect(
      estimer(vuesLe(enJour(FIN), [...BASE, ...parMois]), FENETRE).estimations.flatMap((e) => e.irregularites),
    ).toEqual([])
  })
})

describe('une reprise de données', () => {
  const reprises = (jour: string) =>
    vuesLe(enJour(FIN), BASE).map((ligne) => ({ ...ligne, saisie: Math.max(ligne.saisie ?? 0, le(jour)) }))

  it('ne laisse rien à apprendre : ni estimation, ni intervalle, et tout est provisoire', () => {
    const { estimations } = estimer(reprises('2026-10-20'), FENETRE)
    for (const e of estimations)
      expect(e).toMatchObject({ estimees: null, ic_bas: null, ic_haut: null, part_enregistree: null, provisoire: true })
    expect(irreguliere(estimations, '2026-03').irregularites).toMatchObject([{ sorte: 'REPRISE', date: '2026-10-20' }])
    expect(irreguliere(estimations, '2026-03').enregistrees).toBe(186)
  })

  it('plus ancienne, les mois signés depuis suffisent', () => {
    const { estimations } = estimer(reprises('2026-04-20'), FENETRE)
    expect(tient(irreguliere(estimations, '2026-10'), 186)).toBe(true)
    expect(tient(irreguliere(estimations, '2026-03'), 186)).toBe(true)
    expect(irreguliere(estimations, '2026-09').irregularites).toEqual([])
  })
})

describe('un silence', () => {
  const sans = (debut: string, fin: string, guichet?: string) =>
    vuesLe(enJour(FIN), BASE).filter(
      (ligne) =>
        (guichet !== undefined && ligne.guichet !== guichet) ||
        (ligne.saisie ?? 0) < le(debut) ||
        (ligne.saisie ?? 0) > le(fin),
    )

  it('jusqu’à l’instantané : le mois n’est pas définitif, et ce qui manque est attendu', () => {
    const { estimations } = estimer(sans('2026-10-08', FIN), FENETRE)
    const septembre = irreguliere(estimations, '2026-09')
    expect(septembre.irregularites).toEqual([{ sorte: 'SILENCE', date: '2026-10-08', nombre: 24 }])
    expect(septembre.provisoire).toBe(true)
    expect(tient(septembre, 180)).toBe(true)
    expect(irreguliere(estimations, '2026-10').estimees).toBeNull()
  })

  it('d’un mois qui n’a pas été exporté : les mois touchés attendent ce qu’il cache', () => {
    const { estimations } = estimer(sans('2026-08-01', '2026-08-31'), FENETRE)
    for (const [mois, venues] of [
      ['2026-07', 186],
      ['2026-08', 186],
    ] as const) {
      const ligne = irreguliere(estimations, mois)
      expect(ligne.irregularites).toEqual([{ sorte: 'SILENCE', date: '2026-08-01', nombre: 31 }])
      expect(ligne.enregistrees).toBeLessThan(0.8 * venues)
      expect(tient(ligne, venues)).toBe(true)
    }
  })

  it('d’un grand guichet est vu, celui d’une semaine ne l’est pas', () => {
    expect(
      estimer(sans('2026-09-20', FIN, 'AAAAA'), FENETRE).estimations.flatMap((e) => e.irregularites),
    ).toContainEqual({ sorte: 'SILENCE', date: '2026-09-20', nombre: 42 })
    expect(estimer(sans('2026-09-20', '2026-09-26'), FENETRE).estimations.flatMap((e) => e.irregularites)).toEqual([])
  })
})

describe('une histoire courte', () => {
  const depuis = (mois: string) => vuesLe(enJour(FIN), BASE).filter((ligne) => ligne.mois >= enMois(mois))
  const largeur = ({ ic_bas, ic_haut }: Estimation) => (ic_haut ?? 0) - (ic_bas ?? 0)
  const douze = estimer(vuesLe(enJour(FIN), BASE), FENETRE).estimations

  it.each(['2026-10', '2026-09'])('de moins de trois mois complets : rien n’est estimé, depuis %s', (mois) => {
    for (const e of estimer(depuis(mois), FENETRE).estimations)
      expect(e).toMatchObject({ estimees: null, ic_bas: null, ic_haut: null, provisoire: true })
  })

  it.each(['2026-08', '2026-07', '2026-06'])(
    'de moins de six : l’intervalle est au moins deux fois plus large, depuis %s',
    (mois) => {
      const octobre = irreguliere(estimer(depuis(mois), FENETRE).estimations, '2026-10')
      expect(tient(octobre, 186)).toBe(true)
      expect(largeur(octobre)).toBeGreaterThanOrEqual(2 * largeur(irreguliere(douze, '2026-10')))
    },
  )

  it('ne dit rien des mois d’avant', () => {
    const { estimations } = estimer(depuis('2026-05'), FENETRE)
    expect(irreguliere(estimations, '2026-04')).toMatchObject({ estimees: null, provisoire: true })
    expect(irreguliere(estimations, '2026-05')).toMatchObject({ enregistrees: 186, provisoire: false })
  })
})

describe('une extraction faite après sa date', () => {
  it('ne compte pas deux fois ce qui a été saisi entre les deux', () => {
    const huitJoursApres = enJour('2026-11-08')
    const octobre = irreguliere(
      estimer(vuesLe(huitJoursApres, BASE), fenetreDe(FIN, huitJoursApres)).estimations,
      '2026-10',
    )
    expect(octobre.enregistrees).toBeGreaterThan(
      irreguliere(estimer(vuesLe(enJour(FIN), BASE), FENETRE).estimations, '2026-10').enregistrees,
    )
    expect(Math.abs((octobre.estimees ?? 0) - 186)).toBeLessThan(5)
  })
})

describe('le volume n’est pas constant', () => {
  it('une hausse que les douze mois montrent se prolonge dans ce qui est à venir', () => {
    const hausse = moisEntre(enMois('2025-11'), enMois('2026-10')).flatMap((mois, i) =>
      regulieres([mois], [2, 25, 35, 45], 4 + i),
    )
    const octobre = irreguliere(estimer(vuesLe(enJour(FIN), hausse), FENETRE).estimations, '2026-10')
    // 4 leases × 15 a day: 1860; at the mean of the twelve months, 1178.
    expect(Math.abs((octobre.estimees ?? 0) - 1860)).toBeLessThan(100)
    expect(tient(octobre, 1860)).toBe(true)
  })
})
