import { describe, expect, it } from 'vitest'
import { formatEffectif, MASQUE, noteDuSecret } from '../../../reports/suppression/afficher.ts'
import { couvrir } from '../../../reports/suppression/derives.ts'
import { masquer } from '../../../reports/suppression/masquer.ts'

const LIGNES = [
  { commune: 'a', dalo: 3, demandes: 40, part: 3 / 40, attente: 412 },
  { commune: 'b', dalo: 30, demandes: 90, part: 30 / 90, attente: 365 },
  { commune: 'c', dalo: 0, demandes: 20, part: 0, attente: null },
] as const
type Ligne = (typeof LIGNES)[number]

const COLONNES = {
  idDe: ({ commune }: Ligne, colonne: string) =>
    colonne === 'dalo' || colonne === 'demandes' ? `${commune} ${colonne}` : null,
  derives: {
    part: ({ commune }: Ligne) => [`${commune} dalo`, `${commune} demandes`],
    attente: ({ commune }: Ligne) => [`${commune} dalo`],
  },
}

const masquees = (...ids: string[]) => couvrir(LIGNES, new Set(ids), COLONNES)

describe('ce qui se déduit d’un effectif masqué', () => {
  it('la part d’un numérateur masqué l’est aussi : multipliée par le dénominateur, elle le dirait', () => {
    expect(masquees('a dalo')[0]).toEqual({ commune: 'a', dalo: MASQUE, demandes: 40, part: MASQUE, attente: MASQUE })
  })

  it('la part d’un dénominateur masqué l’est aussi : le numérateur divisé par elle le dirait', () => {
    expect(masquees('b demandes')[1]).toEqual({
      commune: 'b',
      dalo: 30,
      demandes: MASQUE,
      part: MASQUE,
      attente: 365,
    })
  })

  it('une ligne dont rien n’est masqué reste ce qu’elle est, zéro et valeur absente compris', () => {
    expect(masquees('a dalo').slice(1)).toEqual(LIGNES.slice(1))
  })

  it('un effectif, sa part et ce qui manque à son total se masquent d’un coup', async () => {
    const reste = LIGNES.map(({ commune, dalo, demandes }) => ({ id: `${commune} autres`, valeur: demandes - dalo }))
    const effectifs = LIGNES.flatMap(({ commune, dalo, demandes }) => [
      { id: `${commune} dalo`, valeur: dalo },
      { id: `${commune} demandes`, valeur: demandes },
    ])
    const relations = LIGNES.map(({ commune }) => ({
      termes: [
        [`${commune} dalo`, 1],
        [`${commune} autres`, 1],
        [`${commune} demandes`, -1],
      ] as const,
    }))
    const choix = await masquer({ cellules: [...effectifs, ...reste], relations }, { seuil: 11 })
    const [a, b, c] = couvrir(LIGNES, choix.masquees, COLONNES)
    expect(a).toMatchObject({ dalo: MASQUE, part: MASQUE })
    expect([b, c]).toEqual(LIGNES.slice(1))
  })

  it('un masque se lit « s », avec une note qui ne dit pas lequel est petit', () => {
    expect(formatEffectif(MASQUE)).toBe('s')
    expect(formatEffectif(1234)).toBe('1\u202f234')
    expect(noteDuSecret(11)).toContain('de 1 à 11, ou masqué pour en protéger un autre')
  })
})
