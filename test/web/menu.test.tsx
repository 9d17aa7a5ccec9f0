import { describe, expect, it } from 'vitest'
import type { Role } from '../../server/acces/roles.ts'
import { TABLE } from '../../server/acces/table.ts'
import { Page } from '../../web/components/page.tsx'
import type { Contexte } from '../../web/contexte.ts'
import { menuDe } from '../../web/modeles/menu.ts'
import { listTrouvables } from '../../web/recherche/trouvables.ts'
import { contexteDe } from './fixtures.ts'
import { rendre } from './rendre.tsx'

/** A person of this role, with the pages that the table of access gives it. */
const de = (role: Role, chemin = '/', territoires = 1): Contexte => ({
  ...contexteDe(chemin),
  territoires: Array.from({ length: territoires }, (_, i) => ({ code: `09${i}`, libelle: `Territoire ${i}` })),
  personne: {
    nom: 'Camille Martin',
    role,
    libelleRole: role,
    pages: Object.entries(TABLE).flatMap(([route, regle]) =>
      route.startsWith('GET ') && regle.includes(role) ? [route.slice(4)] : [],
    ),
  },
})

const rubriques = (contexte: Contexte): string[] => menuDe(contexte).map(({ libelle }) => libelle)
const onglets = (contexte: Contexte, rubrique: string): string[] | undefined =>
  menuDe(contexte)
    .find(({ libelle }) => libelle === rubrique)
    ?.onglets.map(({ libelle }) => libelle)

const TENUES = [
  ...[
    'Tableau de bord',
    'Guichets',
    'Indicateurs',
    'Doublons',
    'Attributions',
    'Tableaux',
    'Gestion',
    'Rapports',
    'Données',
  ],
]

describe('le menu d’une personne', () => {
  it.each([
    ['gestionnaire', TENUES],
    ['etat', TENUES],
    ['prefet', ['Synthèse', 'Indicateurs', 'Mesures signalées', 'Rapports', 'Chartes']],
    ['copil', ['Synthèse', 'Indicateurs', 'Mesures signalées', 'Rapports', 'Obligations', 'Chartes']],
    ['guichet', ['À corriger', 'Mes chiffres', 'Démarches', 'Mesures', 'Notre fiche', 'Charte', 'Habilitations']],
    ['partenaire', ['Bilans publiés', 'Chartes']],
  ] as const)('%s', (role, attendues) => {
    expect(rubriques(de(role))).toEqual(attendues)
  })

  it('range forçages sous les doublons, démarches sous la gestion, et le mois comparé sous le tableau de bord', () => {
    expect(onglets(de('gestionnaire'), 'Doublons')).toEqual(['Doublons', 'Forçages'])
    expect(onglets(de('gestionnaire'), 'Gestion')).toContain('Démarches')
    expect(onglets(de('gestionnaire'), 'Tableau de bord')).toEqual(['Tableau de bord', 'Ce qui a changé'])
    expect(onglets(de('gestionnaire'), 'Gestion')).toContain('Échantillons')
    expect(onglets(de('guichet'), 'Mesures')).toEqual(['Mesures', 'Échantillons'])
    expect(onglets(de('guichet'), 'Mes chiffres')).toEqual(['Mes chiffres', 'Indicateurs', 'Attributions'])
  })

  it('n’offre de comparer des territoires qu’à qui en tient plusieurs', () => {
    expect(onglets(de('gestionnaire', '/', 2), 'Tableau de bord')).toContain('Territoires')
  })

  it('laisse trouver par la recherche ce qui est sous une rubrique', () => {
    const trouvees = listTrouvables(de('gestionnaire'), [], []).map(({ libelle }) => libelle)
    expect(trouvees).toEqual(expect.arrayContaining(['Forçages', 'Démarches', 'Ce qui a changé', 'Mesures', 'Journal']))
  })
})

it('une page sous une rubrique montre ses onglets, et la rubrique reste la courante', async () => {
  const html = await rendre(<Page contexte={de('gestionnaire', '/forcages')} titre="Forçages" />)
  expect(html).toMatch(/<nav class="tabs".*>Doublons<.*aria-current="page">Forçages<.*?<\/nav>/)
  expect(html.match(/<nav class="nav".*?<\/nav>/)?.[0]).toMatch(/aria-current="page">Doublons</)
  expect(html.match(/<nav class="crumbs".*?<\/nav>/)?.[0]).toMatch(
    />Accueil<.*>Doublons<.*aria-current="page">Forçages/,
  )
})
