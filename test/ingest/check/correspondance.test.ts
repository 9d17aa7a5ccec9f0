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

describe('une ligne d’intitulés qui a perdu sa fin', () => {
  const [colonnes, valeurs] = [
    ['numero_unique', 'date_enregistrement', 'statut', 'NIR', 'Couleur'],
    [numero_unique, date_enregistrement, statut, '184127503412345', 'bleu'],
  ]
  const suite = `${demande(2).numero_unique};${date_enregistrement};${statut};;\n`

  it('et tient un numéro fait refuser le fichier, d’une phrase qui ne dit rien de ce numéro', async () => {
    const refus = await charger(`${colonnes.join(';')}${valeurs.join(';')}\n${suite}`).catch((cause: unknown) => cause)
    expect(refus).toMatchObject({ code: 'INTITULES_MELES', message: expect.stringMatching(/tient aussi un numéro/) })
    expect(JSON.stringify(refus) + (refus as Error).message).not.toMatch(/184127503412345|013\d{10}/)
  })

  it.each([
    ['un jour', '12/10/2026'],
    ['un montant', '734,21'],
  ])('et tient %s ne garde aucun de ses mots : ses colonnes sont dites par leur rang', async (_, valeur) => {
    const { rapport } = await charger(`numero_unique;date_enregistrement;statut;Secret de famille;${valeur}\n${suite}`)
    expect(rapport.colonnes_ignorees).toEqual(['colonne 4', 'colonne 5'])
  })

  it.each(['2024', 'Situation au 31/10/2026', 'Zone 12 345', 'Couleur'])(
    'n’est pas celle où une colonne s’appelle « %s »',
    async (intitule) => {
      const { rapport } = await charger(`numero_unique;date_enregistrement;statut;${intitule};Taille\n${suite}`)
      expect(rapport.colonnes_ignorees).toEqual([intitule, 'Taille'])
    },
  )
})
