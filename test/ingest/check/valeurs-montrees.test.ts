import { beforeAll, describe, expect, it } from 'vitest'
import { charger, demande, texte } from '../fichiers-reels.ts'

const MASQUEE = '(masquée)'

/** A column, a value that refuses its row, and whether the rejects show it. */
const CAS: readonly (readonly [colonne: string, valeur: string, montree: boolean])[] = [
  ['numero_unique', '013102600000100', false],
  ['numero_unique', '0131026000001000', true],
  ['numero_unique', '01310260000010000001', true],
  ['numero_unique', '013102600000100000012', false],
  ['numero_unique', 'ABCDEFG013102600', true],
  ['numero_unique', 'ABCDEFGH01310260', false],
  ['numero_unique', '1,30926E+17', true],
  ['numero_unique', '1,3092600001E+17', true],
  ['numero_unique', '1,30926000012E+17', false],
  ['date_depot', '32/01/2026', true],
  ['date_depot', '2026.1.32', true],
  ['date_depot', '32/011/2026', false],
  ['date_depot', '32/01/20261', false],
  ['date_depot', '20261/01/32', false],
  ['date_depot', 'hier', false],
  ['date_naissance', '32/01/2026', false],
  ['statut', 'B'.repeat(40), true],
  ['statut', 'B'.repeat(41), false],
  ['statut', 'Actif 2', false],
  ['statut', '=Actives', false],
]

describe('une valeur refusée ne se montre que si elle ne peut désigner personne', () => {
  let valeurs: ReadonlyMap<number, unknown>
  beforeAll(async () => {
    const { rejets } = await charger(texte(...CAS.map(([colonne, valeur], i) => demande(i, { [colonne]: valeur }))))
    valeurs = new Map(rejets.map(({ ligne, valeur }) => [Number(ligne), valeur]))
  })

  it.each(CAS.map((cas, i) => [...cas, i + 2] as const))('%s « %s » : %s', (_colonne, valeur, montree, ligne) => {
    expect(valeurs.get(ligne)).toBe(montree ? valeur : MASQUEE)
  })
})
