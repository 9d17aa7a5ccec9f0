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

describe('les octets d’un UTF-16 qui ne sont aucun caractère se comptent', () => {
  const source = texte(demande(1, { prenom: 'aXb' }), demande(2, { prenom: 'x\u{1f600}y' }))
  const enOctets = (ordre: 'utf-16le' | 'utf-16be', contenu: string): Buffer => {
    const octets = Buffer.from(`\ufeff${contenu}`, 'utf16le')
    return ordre === 'utf-16le' ? octets : octets.swap16()
  }

  it.each(['utf-16le', 'utf-16be'] as const)('une moitié de caractère, deux octets : %s', async (ordre) => {
    const { rapport, contenu } = await charger(enOctets(ordre, source.replace('X', '\ud83d')))
    expect(rapport).toMatchObject({ lignes: 2, acceptees: 2, octets_repris: 2 })
    expect(contenu.identites).toMatchObject([{ prenom: 'a\ufffdb' }, { prenom: 'x\u{1f600}y' }])
  })

  it.each(['utf-16le', 'utf-16be'] as const)('un dernier octet seul, et la ligne qu’il coupe : %s', async (ordre) => {
    const coupe = Buffer.concat([enOctets(ordre, source.slice(0, -12)), Buffer.from([0x0a])])
    const { rapport } = await charger(coupe)
    expect(rapport).toMatchObject({ lignes: 2, octets_repris: 1, rejets: { COLONNES: 1 } })
  })
})

describe('les intitulés', () => {
  const lignes = ['0131026000001AAAAA;ACTIVE;10/10/2026;A;x', '0131026000002AAAAA;ACTIVE;10/10/2026;B;5"']

  it.each([
    ['jamais fermé', '"prenom'],
    ['jamais fermé, d’une colonne inconnue', '"Couleur'],
    ['sur deux lignes', '"Date\nde dépôt"'],
    ['sur deux lignes, d’une colonne inconnue', '"Cou\nleur"'],
  ])('dont le dernier a un guillemet %s ne prennent aucune ligne de la table', async (_, dernier) => {
    const source = `numero_unique;statut;date_enregistrement;nom;${dernier}\n${lignes.join('\n')}\n`
    const { rapport } = await charger(source)
    expect(rapport.lignes).toBe(2)
  })
})
