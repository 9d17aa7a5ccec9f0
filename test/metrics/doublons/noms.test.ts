import { describe, expect, it } from 'vitest'
import type { Fiche } from './base.ts'
import { rapprocherDeux } from './population.ts'

const NAISSANCE = '1967-08-17'
const personne = (nom: string, prenom: string, reste: Partial<Fiche> = {}) => ({
  nom_naissance: nom,
  prenom,
  date_naissance: NAISSANCE,
  code_postal: '13004',
  ...reste,
})
/** Two other families that bear the same two first names: the base attests both. */
const portes = (...prenoms: readonly string[]): Fiche[] =>
  ['QUERRIEN', 'TRUPHEME'].flatMap((nom, famille) =>
    prenoms.map((prenom, i) => ({
      numero_unique: `F${famille}${i}`,
      nom_naissance: nom,
      prenom,
      date_naissance: `19${50 + 10 * famille + i}-03-1${i}`,
    })),
  )

describe('les noms d’une même personne', () => {
  it.each([
    ['une particule en moins', ['EL MOUSSAOUI', 'Rachid'], ['MOUSSAOUI', 'Rachid']],
    ['une particule élidée en moins', ['D’ALMEIDA', 'Kossi'], ['ALMEIDA', 'Kossi']],
    ['un nom composé dont un seul mot est écrit', ['GARCIA LOPEZ', 'Carmen'], ['GARCIA', 'Carmen']],
    ['un nom composé écrit dans l’autre ordre', ['MARTINEZ-RUIZ', 'Soledad'], ['RUIZ-MARTINEZ', 'Soledad']],
    ['le nom de l’époux écrit à la suite', ['BOUKHELIFA EP. TURPIN', 'Djamila'], ['BOUKHELIFA', 'Djamila']],
    ['le nom de naissance écrit après « née »', ['TURPIN née BOUKHELIFA', 'Djamila'], ['BOUKHELIFA', 'Djamila']],
    ['des initiales', ['ESCOFFIER', 'Jean-Philippe'], ['ESCOFFIER', 'J.-P.']],
    ['un prénom d’usage parmi plusieurs', ['TEODORESCU', 'Laura Mirabela'], ['TEODORESCU', 'Mirabela']],
    ['un mot passé du nom au prénom', ['NGUYEN THI', 'Hoa'], ['NGUYEN', 'Thi Hoa']],
    ['une lettre barrée', ['ĐẶNG', 'Văn Tuấn'], ['DANG', 'Van Tuan']],
  ] as const)('sont rapprochés malgré %s', async (_, premiers, seconds) => {
    const [x, y] = [personne(premiers[0], premiers[1]), personne(seconds[0], seconds[1], { code_postal: '13012' })]
    expect(await rapprocherDeux(x, y)).toBeDefined()
  })

  it('sont rapprochés par le nom d’usage quand le nom de naissance manque', async () => {
    const usage = (nom: string, naissance: string | null) => ({
      nom,
      nom_naissance: naissance,
      prenom: 'Soazig',
      date_naissance: NAISSANCE,
    })
    expect(await rapprocherDeux(usage('LANGLADE', 'KERGOAT'), usage('LANGLADE', null))).toBe('GRAPHIE')
  })
})

describe('les prénoms de deux personnes', () => {
  it.each([
    ['Jean-Pierre', 'Jean-Paul'],
    ['Marie-Claire', 'Marie-Laure'],
    ['Anne-Laure', 'Anne-Lise'],
    ['Hassan', 'Hussein'],
    ['Sara', 'Samira'],
    ['Louis', 'Louise'],
  ])('%s et %s, nés le même jour sous un nom et un toit, restent deux', async (un, autre) => {
    const [x, y] = [un, autre].map((prenom) => personne('ROUSSILHE', prenom, { telephone: '0631000000' })) as [
      Fiche,
      Fiche,
    ]
    expect(await rapprocherDeux(x, y, portes(un, autre))).toBeUndefined()
  })

  it('ne sont qu’un, mal écrit, quand la base ne porte pas le second', async () => {
    const [x, y] = [personne('ROUSSILHE', 'Maelenn'), personne('ROUSSILHE', 'Maelen')]
    expect(await rapprocherDeux(x, y, portes('Maelenn'))).toBe('GRAPHIE')
  })
})
