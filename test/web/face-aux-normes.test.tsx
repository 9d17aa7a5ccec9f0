import { describe, expect, it } from 'vitest'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { enJour } from '../../ingest/socle/jour.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import { CeQuiABouge } from '../../web/components/ce-qui-a-bouge.tsx'
import type { FicheIndicateur } from '../../web/fiche-indicateur.ts'
import { chiffresQuiOntBouge, faceAuxNormes } from '../../web/modeles/face-aux-normes.ts'
import { messageTerritoire } from '../../web/modeles/message-territoire.ts'
import { contexteDe, departement, moisFixture } from './fixtures.ts'
import { tableauDeBord } from './pages.tsx'
import { rendre, texteDe } from './rendre.tsx'

const fiche = (code: string, seuil: number | null): FicheIndicateur =>
  ({
    code,
    libelle: code,
    unite: 'part',
    seuils: seuil === null ? [] : [{ depuis: enJour('2011-01-01'), valeur: seuil }],
  }) as unknown as FicheIndicateur
const ligne = (indicateur: string, valeur: number | null): LigneIndicateur =>
  ({ indicateur, valeur, niveau: 'TERRITOIRE', entite: '013', fin: enJour('2026-10-31') }) as LigneIndicateur

describe('le territoire face aux normes', () => {
  it('tient celles qu’il égale, dépasse les autres, la plus éloignée en multiples d’abord', () => {
    const { tenues, depassees } = faceAuxNormes(
      [fiche('a', 0.03), fiche('b', 0.03), fiche('c', 0.2), fiche('d', 0.1)],
      [ligne('a', 0.03), ligne('b', 0.0301), ligne('c', 0.5), ligne('d', 0.02)],
    )
    expect(tenues.map((t) => t.fiche.code)).toEqual(['a', 'd'])
    expect(depassees.map((t) => t.fiche.code)).toEqual(['c', 'b'])
  })

  it('ne juge ni sans norme, ni sans valeur', () => {
    const { tenues, depassees } = faceAuxNormes(
      [fiche('a', null), fiche('b', 0.1)],
      [ligne('a', 0.5), ligne('b', null)],
    )
    expect([...tenues, ...depassees]).toEqual([])
  })
})

describe('ce qui a bougé en un an', () => {
  const bouge = (valeurs: (number | null)[]) =>
    chiffresQuiOntBouge(
      [fiche('a', 0.1)],
      { mois: moisFixture.slice(-25), series: [{ niveau: 'TERRITOIRE', entite: '013', indicateur: 'a', valeurs }] },
      '013',
    )
  // Months that differ by 1 from each other: a standard deviation of 1 / 1.128, times √2 for two months, times 3: 3.761.
  const dents = (dernier: number | null, avant: number | null = 0) => [
    ...Array.from({ length: 12 }, (_, i) => i % 2),
    avant,
    ...Array.from({ length: 11 }, (_, i) => (i + 1) % 2),
    dernier,
  ]

  it('l’a fait de plus de trois écarts-types de ses mois, pas de moins', () => {
    expect(bouge(dents(4.4))).toMatchObject([{ avant: 0, maintenant: 4.4 }])
    expect(bouge(dents(2))).toEqual([])
  })

  it.each([
    ['le mois manque', dents(null)],
    ['le même mois d’avant manque', dents(9, null)],
    ['l’histoire est trop courte', [0, 1, 9]],
    ['il ne change pas d’un dixième', dents(1070, 1000).map((v, i) => (i === 12 || i === 24 ? v : 1000 + (v ?? 0)))],
    ['la série ne varie presque jamais', [...Array.from({ length: 24 }, () => 1), 2]],
  ])('ne se dit pas quand %s', (_, valeurs) => {
    expect(bouge(valeurs)).toEqual([])
  })
})

describe('le message de la synthèse', () => {
  const indicateurs = [fiche('Forçages injustifiés', 0.2), fiche('Doublons actifs', 0.03)]
  const message = (...lignes: LigneIndicateur[]) => messageTerritoire(indicateurs, lignes)

  it('nomme la plus dépassée des normes, et de combien', () => {
    expect(message(ligne('Forçages injustifiés', 0.409), ligne('Doublons actifs', 0.02))).toEqual({
      titre: fr('Le territoire tient une norme sur deux ; la seule dépassée : forçages injustifiés'),
      suite: fr('Est au-dessus : forçages injustifiés (40,9 % pour 20 %).'),
    })
  })

  it('de plus de trois normes dépassées, dit les trois qui le sont le plus', () => {
    const codes = ['A', 'B', 'C', 'D', 'E']
    const lu = messageTerritoire(
      codes.map((code) => fiche(code, 0.1)),
      codes.map((code, i) => ligne(code, i === 4 ? 0.1 : 0.2 + i / 10)),
    )
    expect(lu.titre).toBe(fr('Le territoire tient une norme sur cinq ; la plus dépassée : d'))
    expect(lu.suite).toBe(
      fr('Les plus dépassées : d (50,0 % pour 10 %), c (40,0 % pour 10 %) et b (30,0 % pour 10 %).'),
    )
  })

  it('dit qu’il n’en tient aucune', () => {
    expect(message(ligne('Forçages injustifiés', 0.4), ligne('Doublons actifs', 0.05)).titre).toBe(
      'Le territoire ne tient aucune des deux normes mesurées',
    )
    expect(message(ligne('Doublons actifs', 0.05)).titre).toBe('Le territoire ne tient pas la seule norme mesurée')
  })

  it('dit qu’il les tient toutes, une valeur égale à la norme comprise, et rien de plus', () => {
    expect(message(ligne('Forçages injustifiés', 0.2), ligne('Doublons actifs', 0.02))).toEqual({
      titre: 'Le territoire tient les deux normes mesurées',
      suite: '',
    })
  })

  it('ne dit rien d’un mois sans mesure', () => {
    expect(message().titre).toBe('Aucune norme n’est encore mesurée sur le territoire')
  })

  it('est le titre de la page de qui ne suit pas les guichets un à un, et d’elle seule', async () => {
    const titreDe = (html: string) => /<h1>(.*?)<\/h1>/.exec(html)?.[1]
    expect(titreDe(await rendre(tableauDeBord(departement(30))))).toBe('Tableau de bord')
    const { personne, ...reste } = contexteDe('/')
    const contexte = { ...reste, personne: personne && { ...personne, role: 'prefet', pages: ['/'] } }
    expect(titreDe(await rendre(tableauDeBord(departement(30), false, contexte)))).toMatch(
      /^Le territoire (?:ne )?tient /,
    )
  })

  it('dit que rien n’a bougé', async () => {
    const lu = texteDe(
      await rendre(
        <CeQuiABouge
          contexte={contexteDe('/')}
          indicateurs={indicateurs}
          lignes={[]}
          historique={{ mois: [], series: [] }}
        />,
      ),
    )
    expect(lu).toContain('Aucun chiffre ne s’est écarté, en un an, de ses variations ordinaires.')
  })
})
