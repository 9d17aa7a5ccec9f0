import { describe, expect, it } from 'vitest'
import { enJour, enMois, jourDuNumero, moisEntre } from '../../../ingest/socle/jour.ts'
import type { Estimation } from '../../../metrics/attributions/dire.ts'
import { estimer } from '../../../metrics/attributions/estimer.ts'
import { fenetreDe } from '../../../metrics/attributions/fenetre.ts'
import { DOUZE, FENETRE, FIN, regulieres, saisie, vuesLe } from './saisies.ts'

const ligneDe = (estimations: readonly Estimation[], mois: string): Estimation => {
  const ligne = estimations.find((e) => e.mois === mois)
  if (ligne === undefined) throw new Error(mois)
  return ligne
}

describe('chaque cas a sa règle', () => {
  const BAILLEURS = regulieres(DOUZE, [1, 5, 9, 20, 40, 70], 2)

  it('un mois récent est estimé près de ce qui viendra, un mois ancien l’est exactement', () => {
    const { estimations } = estimer(vuesLe(enJour(FIN), BAILLEURS), FENETRE)
    for (const mois of ['2026-08', '2026-09', '2026-10']) {
      const { estimees, ic_bas, ic_haut, provisoire } = ligneDe(estimations, mois)
      const venues = 12 * (mois === '2026-09' ? 30 : 31)
      expect(provisoire).toBe(true)
      expect(Math.abs((estimees ?? 0) - venues)).toBeLessThan(0.06 * venues)
      expect(ic_bas).toBeLessThan(venues)
      expect(ic_haut).toBeGreaterThan(venues)
    }
    expect(ligneDe(estimations, '2026-03')).toMatchObject({ enregistrees: 372, provisoire: false })
  })

  it('moins d’un quart saisi : ni estimation, ni intervalle', () => {
    const lentes = regulieres(DOUZE, [25, 40, 60, 90, 120], 4)
    const octobre = ligneDe(estimer(vuesLe(enJour(FIN), lentes), FENETRE).estimations, '2026-10')
    expect(octobre.part_enregistree).toBeLessThan(0.25)
    expect(octobre).toMatchObject({ estimees: null, ic_bas: null, ic_haut: null, provisoire: true })
  })

  it('un bailleur qui saisit par lots : ce qui suit son dernier lot est attendu, le reste ne l’est plus', () => {
    const finDeTrimestre: Record<string, string> = { '1': '03-31', '2': '06-30', '3': '09-30', '4': '12-31' }
    const parLots = regulieres(moisEntre(enMois('2025-10'), enMois('2026-10')), [0], 2, 'LOTS0').map((ligne) => {
      const [annee = '', m = ''] = ligne.mois.split('-')
      const fin = `${annee}-${finDeTrimestre[String(Math.ceil(Number(m) / 3))]}`
      return saisie(
        jourDuNumero(ligne.bail),
        (Date.parse(fin) - Date.parse(jourDuNumero(ligne.bail))) / 86_400_000,
        2,
        'LOTS0',
      )
    })
    const autres = regulieres(DOUZE, [0, 3], 2)
    const lire = (instantane: string) =>
      estimer(
        vuesLe(enJour(instantane), [...parLots, ...autres]).filter(
          (s) => s.mois >= (fenetreDe(enJour(instantane)).mois[0] ?? ''),
        ),
        fenetreDe(enJour(instantane)),
      ).estimations
    // At the end of a quarter all is recorded; a month later, that month of the batch recorder is still to come.
    expect(ligneDe(lire('2026-09-30'), '2026-09').part_enregistree).toBeGreaterThan(0.9)
    const octobre = ligneDe(lire('2026-10-31'), '2026-10')
    expect(Math.abs((octobre.estimees ?? 0) - 186)).toBeLessThan(10)
    const aout = ligneDe(lire('2026-08-31'), '2026-07')
    expect(Math.abs((aout.estimees ?? 0) - 186)).toBeLessThan(10)
  })

  it('un bailleur qui change d’habitude : les mois récents l’emportent, et l’intervalle s’ouvre', () => {
    const avant = regulieres(moisEntre(enMois('2025-11'), enMois('2026-05')), [1, 4, 8, 12], 4)
    const apres = regulieres(moisEntre(enMois('2026-06'), enMois('2026-10')), [20, 35, 50, 65], 4)
    const { estimations, achevement } = estimer(vuesLe(enJour(FIN), [...avant, ...apres]), FENETRE)
    expect(achevement.demiVie).toBeLessThan(4)
    const stable = estimer(vuesLe(enJour(FIN), regulieres(DOUZE, [1, 4, 8, 12], 4)), FENETRE)
    expect(stable.achevement.demiVie).toBe(Number.POSITIVE_INFINITY)
    const septembre = ligneDe(estimations, '2026-09')
    // 480 are to come; those who forget nothing would read what is recorded as almost all.
    expect(Math.abs((septembre.estimees ?? septembre.ic_haut ?? 0) - 480)).toBeLessThan(150)
    expect(septembre.ic_haut).toBeGreaterThan(400)
  })

  it('un mois deux fois plus petit est estimé plus petit, non ramené à la moyenne', () => {
    const baisse = [
      ...regulieres(moisEntre(enMois('2025-11'), enMois('2026-08')), [1, 9, 20, 40], 4),
      ...regulieres([enMois('2026-09'), enMois('2026-10')], [1, 9, 20, 40], 2),
    ]
    const septembre = ligneDe(estimer(vuesLe(enJour(FIN), baisse), FENETRE).estimations, '2026-09')
    expect(Math.abs((septembre.estimees ?? 0) - 240)).toBeLessThan(30)
  })

  it('peu d’attributions : l’achèvement est celui de l’ensemble, le nombre reste le leur', () => {
    const repli = estimer(vuesLe(enJour(FIN), BAILLEURS), FENETRE)
    const peu = vuesLe(
      enJour(FIN),
      DOUZE.map((mois) => saisie(enJour(`${mois}-03`), 4, 2, 'PETIT')),
    )
    const { achevement, estimations } = estimer(peu, FENETRE, repli)
    expect(achevement).toBe(repli.achevement)
    const octobre = ligneDe(estimations, '2026-10')
    expect(octobre.estimees).toBeLessThan(8)
    expect(octobre.enregistrees).toBe(2)
  })

  it('une saisie antérieure à la signature compte, mais n’a pas de délai et n’attend rien', () => {
    const saisies = [...vuesLe(enJour(FIN), BAILLEURS), saisie(enJour('2026-10-20'), -4, 3)]
    const [avec, sans] = [saisies, saisies.slice(0, -1)].map((s) => ligneDe(estimer(s, FENETRE).estimations, '2026-10'))
    expect((avec?.enregistrees ?? 0) - (sans?.enregistrees ?? 0)).toBe(3)
    expect((avec?.estimees ?? 0) - (sans?.estimees ?? 0)).toBeCloseTo(3, 9)
    expect(avec?.delai_median).toBe(sans?.delai_median)
  })

  it('sans aucune attribution, rien n’est attendu et tout est provisoire', () => {
    expect(estimer([], FENETRE).estimations[11]).toMatchObject({
      enregistrees: 0,
      part_enregistree: null,
      estimees: null,
      ic_bas: null,
      ic_haut: null,
      provisoire: true,
    })
  })
})
