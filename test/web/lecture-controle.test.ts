import { describe, expect, it } from 'vitest'
import { enMois, moisPlus } from '../../ingest/socle/jour.ts'
import { ecarterLimitesTrompeuses } from '../../metrics/stats/limites-trompeuses.ts'
import { serie } from '../../metrics/stats/serie.ts'
import type { LigneAffichee } from '../../web/affichee.ts'
import { controleMini } from '../../web/charts/controle-mini.ts'
import { courbe } from '../../web/charts/courbe.ts'
import type { FicheIndicateur } from '../../web/fiche-indicateur.ts'
import { direSansLimites, titreControle } from '../../web/modeles/lecture-controle.ts'

const FICHE = {
  code: 'forcages_injustifies',
  libelle: 'Forçages injustifiés',
  unite: 'part',
  nature: 'flux',
} as FicheIndicateur

const ligne = (plus: Partial<LigneAffichee>): LigneAffichee =>
  ({ fin: '2026-10-31', surDouzeMois: false, valeur: 0.24, numerateur: 6, denominateur: 25, ...plus }) as LigneAffichee

const points = (valeurs: readonly (number | null)[], fiche = FICHE) =>
  serie(
    valeurs.map((valeur, i) => ({ mois: moisPlus(enMois('2026-01'), i), valeur, n: 40, en_cours: false })),
    fiche.unite,
    fiche.nature,
  )

const sansInsecables = (texte: string): string => texte.replace(/[\u00a0\u202f]/g, ' ')

describe('le titre d’une carte', () => {
  const ordinaires = points([0.1, 0.2, 0.1, 0.2, 0.1])

  it('dit le chiffre qui a été jugé et son effectif, celui de l’année où c’est l’année', () => {
    expect(sansInsecables(titreControle(FICHE, ligne({ surDouzeMois: true }), ordinaires, 0.2))).toBe(
      'Forçages injustifiés : 24,0 % sur douze mois (6 sur 25), au-dessus du seuil de 20 %',
    )
    expect(sansInsecables(titreControle(FICHE, ligne({}), ordinaires, null))).toBe(
      'Forçages injustifiés : 24,0 % en octobre (6 sur 25)',
    )
  })

  it('un délai dit ses actes, un nombre n’a pas d’effectif', () => {
    const delai = { ...FICHE, libelle: 'Délai', unite: 'jours' } as FicheIndicateur
    expect(
      sansInsecables(titreControle(delai, ligne({ valeur: 12, numerateur: null, denominateur: 34 }), [], null)),
    ).toMatch(/en octobre \(34 actes\)$/)
    const nombre = { ...FICHE, libelle: 'Radiations', unite: 'nombre' } as FicheIndicateur
    expect(
      sansInsecables(titreControle(nombre, ligne({ valeur: 12, numerateur: null, denominateur: null }), [], null)),
    ).toMatch(/en octobre$/)
  })
})

describe('une carte sans limites dit pourquoi', () => {
  it.each([
    ['part', 'flux', [0, 0, 0, 0, 0.5], 'trop peu de cas pour juger une variation'],
    ['jours', 'flux', [3, 3, 3, 3, 4], 'valeur presque constante : pas de limites'],
    ['part', 'stock', [0.1, 0.2, 0.3], 'un stock bouge lentement : pas de limites'],
    ['part', 'flux', [0.1, 0.2, 0.1], null],
    ['part', 'flux', [0.1, null, 0.1], null],
  ] as const)('%s, %s', (unite, nature, valeurs, attendu) => {
    const fiche = { ...FICHE, unite, nature } as FicheIndicateur
    const dit = direSansLimites(fiche, points(valeurs, fiche))
    expect(dit === null ? null : sansInsecables(dit)).toBe(attendu)
  })

  it('une valeur seule qui écarte la moyenne est dite, avec son mois et son effectif', () => {
    const fiche = { ...FICHE, unite: 'jours' } as FicheIndicateur
    const lus = ecarterLimitesTrompeuses(points([1, 0.5, 1, 2, 183, 1, 0, 2, 1, 0.5], fiche), 'jours')
    expect(sansInsecables(direSansLimites(fiche, lus) ?? '')).toBe(
      '183 j en mai 2026 (40 actes) écarte la moyenne des autres mois : pas de limites',
    )
  })

  it('un stock montre l’intervalle de chaque mois', () => {
    const fiche = { ...FICHE, nature: 'stock' } as FicheIndicateur
    const mois = points([0.1, 0.2, 0.3], fiche).map((p) => ({
      ...p,
      ic_bas: (p.valeur ?? 0) - 0.02,
      ic_haut: (p.valeur ?? 0) + 0.02,
    }))
    const traits = (ps: typeof mois) =>
      controleMini({ points: ps, seuil: null, tick: String, alt: '' }).match(/V[\d.]+" stroke="var\(--c-limit\)"/g)
    expect(traits(mois)).toHaveLength(3)
  })
})

describe('un mois isolé par des trous', () => {
  it('est dessiné, sur la petite carte et sur la courbe', () => {
    const cercles = (svg: string) => svg.match(/<circle/g)?.length ?? 0
    const svg = (valeurs: readonly (number | null)[]) =>
      controleMini({ points: points(valeurs), seuil: null, tick: String, alt: '' })
    expect(cercles(svg([0.1, null, 0.3, null, 0.2, 0.1]))).toBe(cercles(svg([0.1, 0.2, 0.3, 0.2, 0.2, 0.1])) + 2)
    expect(cercles(courbe([1, 2, null, 5, null, 2, null], { largeur: 100, hauteur: 30 }))).toBe(2)
  })
})
