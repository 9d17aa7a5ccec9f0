import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Entetes } from '../../web/components/entetes.tsx'
import { TableJumelle } from '../../web/components/jumeau.tsx'
import { type Colonne, demandeDe, lireTri, trier } from '../../web/modeles/tri.ts'
import { contexteDe } from './fixtures.ts'
import { rendre } from './rendre.tsx'

interface Rangee {
  readonly nom: string
  readonly n: number | null
}

const COLONNES: readonly Colonne<Rangee>[] = [
  { cle: 'nom', libelle: 'Nom', valeur: ({ nom }) => nom },
  { cle: 'n', libelle: 'Combien', nombre: true, valeur: ({ n }) => n },
  { cle: 'dessin', libelle: 'Treize mois' },
]
const RANGEES: readonly Rangee[] = [
  { nom: 'Étoile', n: 2 },
  { nom: 'abri', n: null },
  { nom: 'Zénith', n: 10 },
  { nom: 'abri 10', n: 2 },
  { nom: 'abri 9', n: 1 },
]
const noms = (demande: string | undefined) => trier(RANGEES, COLONNES, lireTri(demande, COLONNES)).map(({ nom }) => nom)

describe('une table triée par ses intitulés', () => {
  it('donne d’abord le plus grand d’un nombre, le premier de l’alphabet d’un mot, puis l’inverse', () => {
    expect(noms('nom')).toEqual(['abri', 'abri 9', 'abri 10', 'Étoile', 'Zénith'])
    expect(noms('-nom')).toEqual(['Zénith', 'Étoile', 'abri 10', 'abri 9', 'abri'])
    expect(noms('n')).toEqual(['Zénith', 'Étoile', 'abri 10', 'abri 9', 'abri'])
  })

  it('met à la fin, dans les deux sens, ce qui n’a pas de valeur', () => {
    expect([noms('n').at(-1), noms('-n').at(-1)]).toEqual(['abri', 'abri'])
  })

  it('garde son ordre propre quand l’adresse ne demande rien, ou rien de connu', () => {
    for (const demande of [undefined, '', 'inconnu', '-', '--n'])
      expect(noms(demande)).toEqual(RANGEES.map(({ nom }) => nom))
  })

  it('ne perd ni ne double une ligne, et garde l’ordre des égales', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ nom: fc.string(), n: fc.option(fc.integer({ min: 0, max: 3 })) })),
        (rangees) => {
          const triees = trier(rangees, COLONNES, { cle: 'n', descend: true })
          expect(new Set(triees)).toEqual(new Set(rangees))
          for (const n of [0, 1, 2, 3, null])
            expect(triees.filter((r) => r.n === n)).toEqual(rangees.filter((r) => r.n === n))
        },
      ),
    )
  })

  it('offre à chaque intitulé un lien qui garde l’adresse, et l’inverse à celui qui trie déjà', async () => {
    const html = await rendre(
      <table>
        <Entetes
          contexte={contexteDe('/guichets', { tri: 'n', page: '3', etat: 'TOUS' })}
          colonnes={COLONNES}
          section="liste"
        />
      </table>,
    )
    expect(html).toContain('aria-sort="descending"')
    const liens = [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
    expect(liens).toHaveLength(2)
    for (const lien of liens) {
      expect(lien).toMatch(/^\/guichets\?.*#liste$/)
      expect(lien).toContain('etat=TOUS')
      expect(lien).toContain('territoire=099')
      expect(lien).not.toContain('page=')
    }
    expect(liens.map((lien) => lien.match(/tri=([^&#]+)/)?.[1])).toEqual(['nom', '-n'])
  })

  it('revient à l’ordre premier au troisième clic', () => {
    const nombre = COLONNES[1] as Colonne<Rangee>
    const [un, deux] = [demandeDe(nombre, null), demandeDe(nombre, lireTri('n', COLONNES))]
    expect([un, deux, demandeDe(nombre, lireTri('-n', COLONNES))]).toEqual(['n', '-n', 'n'])
  })
})

it('la table d’un graphique se trie par ses nombres, et reste ouverte', async () => {
  const contexte = contexteDe('/changement', { tri_essai: '2' })
  const html = await rendre(
    <TableJumelle
      jumeau={{
        legende: 'Essai',
        entetes: ['Qui', 'Part'],
        lignes: [
          ['A', '9,5\u00a0%'],
          ['B', '–'],
          ['C', '1\u202f200,0\u00a0%'],
          ['D', '−3,0\u00a0%'],
        ],
        tri: { contexte, table: 'essai' },
      }}
    />,
  )
  expect([...html.matchAll(/scope="row">(.)/g)].map(([, nom]) => nom)).toEqual(['C', 'A', 'D', 'B'])
  expect(html).toMatch(/<details [^>]*open/)
})

it.each(['2', '-2'])(
  'le total d’un tableau reste sous ses lignes, dans quelque ordre qu’on les trie (%s)',
  async (tri) => {
    const html = await rendre(
      <TableJumelle
        jumeau={{
          legende: 'Contributions',
          entetes: ['Qui', 'Combien'],
          lignes: [
            ['A', '3'],
            ['B', '1'],
          ],
          total: ['Territoire', '2'],
          tri: { contexte: contexteDe('/changement', { tri_contributions: tri }), table: 'contributions' },
        }}
      />,
    )
    const rangs = [...html.matchAll(/<th scope="row"[^>]*>([^<]*)/g)].map(([, nom]) => nom)
    expect(rangs).toEqual(tri === '2' ? ['A', 'B', 'Territoire'] : ['B', 'A', 'Territoire'])
    expect(html).toMatch(/<tfoot[^>]*><tr[^>]*><th scope="row"[^>]*>Territoire/)
  },
)
