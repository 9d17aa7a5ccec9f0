import { describe, expect, it } from 'vitest'
import { charger, demande } from '../fichiers-reels.ts'

const { numero_unique = '', statut = '', date_enregistrement = '' } = demande(1)

const lire = (...colonnes: readonly (readonly [string, string])[]) => {
  const toutes = [['numero_unique', numero_unique], ['date_enregistrement', date_enregistrement], ...colonnes]
  return charger(
    `${toutes.map((cellules) => cellules[0]).join(';')}\n${toutes.map((cellules) => cellules[1]).join(';')}\n`,
  )
}

describe('deux intitulés d’une même colonne', () => {
  it('qui n’en font qu’un font refuser le fichier, qui nomme les deux', async () => {
    await expect(lire(['Statut', statut], ['STATUT', 'RADIEE'])).rejects.toMatchObject({
      code: 'INTITULE_REPETE',
      message: expect.stringContaining('deux colonnes donnent « statut » (« Statut » et « STATUT »)'),
    })
  })

  it('dont l’un est le nom de la colonne : c’est lui qui est lu, où qu’il soit', async () => {
    const premier = await lire(['statut', statut], ['Statut de la demande', 'RADIEE'])
    const second = await lire(['Statut de la demande', 'RADIEE'], ['statut', statut])
    for (const { rapport, contenu } of [premier, second]) {
      expect(rapport.rejetees).toBe(0)
      expect(contenu.courantes).toMatchObject([{ statut: 'ACTIVE' }])
    }
  })
})
