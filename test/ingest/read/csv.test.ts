import { describe, expect, it } from 'vitest'
import { charger, demande, texte } from '../fichiers-reels.ts'

describe('un caractère qui ne s’écrit pas', () => {
  it.each(['\x01', '\x1c', '\x1d', '\x1e', '\x1f'])(
    '%j vaut un espace et ne coupe pas sa cellule',
    async (caractere) => {
      const { rapport, contenu } = await charger(
        texte(demande(1, { prenom: `a${caractere}b`, telephone: '04' }), demande(2, { prenom: `c${caractere}` })),
      )
      expect(rapport).toMatchObject({ lignes: 2, acceptees: 2, completees: 0 })
      expect(contenu.identites).toMatchObject([{ prenom: 'a b', telephone: '04' }, { prenom: 'c' }])
    },
  )
})

describe('une dernière ligne qui commence par « Total »', () => {
  it.each(["'Total", '"=""Total"""', '="Total général"'])('n’est aucune ligne sous une garde : %s', async (total) => {
    const { rapport } = await charger(`${texte(demande(1))}${total};1;;\n`)
    expect(rapport).toMatchObject({ lignes: 1, lignes_de_total: 1, rejetees: 0 })
  })
})
