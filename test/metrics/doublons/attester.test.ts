import { describe, expect, it } from 'vitest'
import { chercher, type Fiche } from './base.ts'
import { population } from './population.ts'

const NOMS =
  'ABRIBAT,BRUGIROUX,CHAUVIGNE,DESPLANQUES,ESCUDIER,FLORIMOND,GUILLEMAUT,HAUTECOEUR,IRIGOYEN,JOUFFRIAU'.split(',')

/** Ten families, each with a Maelenn of its own. */
const MAELENN = NOMS.map(
  (nom_naissance, i): Fiche => ({
    numero_unique: `M${i}`,
    nom_naissance,
    prenom: 'Maelenn',
    date_naissance: `19${60 + i}-04-1${i}`,
  }),
)

const ecrite = (rang: number, prenom: string): Fiche => ({
  ...(MAELENN[rang] as Fiche),
  numero_unique: `X${rang}`,
  prenom,
})

const rapprochee = async (autres: readonly Fiche[]): Promise<boolean> => {
  const { paires } = await chercher([...population(600), ...MAELENN, ...autres])
  return paires.some(({ a, b }) => a === 'M0' && b === 'X0')
}

describe('une graphie que deux demandes portent', () => {
  it('est un prénom quand l’une des deux n’a personne à côté d’elle', async () => {
    const ailleurs = { numero_unique: 'S1', nom_naissance: 'TRUPHEME', prenom: 'Maelen', date_naissance: '1999-09-09' }
    expect(await rapprochee([ecrite(0, 'Maelen'), ailleurs])).toBe(false)
    expect(await rapprochee([ecrite(0, 'Maelen'), { ...ailleurs, date_naissance: null }])).toBe(false)
  })

  it('en est un aussi pour deux familles de jumeaux, dans une base qui n’écorche pas ce prénom', async () => {
    expect(await rapprochee([ecrite(0, 'Maelen'), ecrite(1, 'Maelen')])).toBe(false)
  })

  it('est une faute quand toutes deux copient une demande, et que le prénom est écorché autrement encore', async () => {
    expect(await rapprochee([ecrite(0, 'Maelen'), ecrite(1, 'Maelen'), ecrite(2, 'Malenn')])).toBe(true)
  })
})
