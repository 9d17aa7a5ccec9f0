import { describe, expect, it } from 'vitest'
import { adresse, creerApplication, poster } from './aide.ts'
import { DEMANDES, demande, preparer } from './doublons.ts'

/** A second pair: the same Louis Garcia, born the same day. */
const DEUX_GROUPES = [
  ...DEMANDES,
  demande(9, 'BBBBB', { nom: 'GARCIA', prenom: 'Louis', date_naissance: DEMANDES[2]?.date_naissance ?? '' }),
]

const LEURS = [DEUX_GROUPES[2], DEUX_GROUPES.at(-1)].map((d) => d?.numero_unique).join(' ')

const voisin = (html: string, sens: 'prev' | 'next'): string | undefined =>
  new RegExp(`rel="${sens}" href="/doublons/(\\d+)`).exec(html)?.[1]

describe('d’un groupe de doublons à l’autre', () => {
  it('se suivent ceux qui restent à qualifier, et celui que l’on regarde, qualifié ou non', async () => {
    const { base } = await preparer('2026-10-31', DEUX_GROUPES)
    const { app } = await creerApplication(base)
    const voisins = async (rang: number) => {
      const html = await (await app.request(adresse(`/doublons/${rang}`))).text()
      return [voisin(html, 'prev'), voisin(html, 'next')]
    }
    expect([await voisins(1), await voisins(2)]).toEqual([
      [undefined, '2'],
      ['1', undefined],
    ])
    await app.request(
      adresse('/doublons/2'),
      poster({ verdict: 'HOMONYMIE', motif: 'deux pièces vues', numeros: LEURS }),
    )
    expect([await voisins(1), await voisins(2)]).toEqual([
      [undefined, undefined],
      ['1', undefined],
    ])
  })

  /** Whole, however their groups stand apart. */
  const numerosDe = (html: string): string[] =>
    (html.replace(/<[^>]+>/g, '').match(/013\s?1026\s?00000\d\s?[A-Z]{5}/g) ?? []).map((dit) =>
      dit.replace(/[^0-9A-Z]/g, ''),
    )

  it('une paire d’un groupe de trois ne montre et ne consigne que ses deux numéros', async () => {
    const troisieme = demande(9, 'AAAAA', { nom: 'LEFÈVRE', prenom: 'Anaëlle', date_naissance: '29/02/1984' })
    const { base } = await preparer('2026-10-31', [...DEMANDES, troisieme])
    const { app, etat } = await creerApplication(base)
    const montres = async (chemin: string) => {
      const html = await (await app.request(adresse(chemin))).text()
      const { nombre } = await etat
        .selectFrom('journal')
        .select('nombre')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow()
      return [nombre, new Set(numerosDe(html)).size]
    }
    expect(await montres('/doublons/1')).toEqual([3, 3])
    expect(await montres('/doublons/1?paire=1')).toEqual([2, 2])
  })

  it('la liste consigne combien de numéros elle a montrés', async () => {
    const { base } = await preparer('2026-10-31', DEUX_GROUPES)
    const { app, etat } = await creerApplication(base)
    await app.request(adresse('/doublons'))
    await app.request(adresse('/doublons?etat=HOMONYMIE'))
    const lignes = await etat.selectFrom('journal').select('nombre').where('action', '=', 'CONSULTATION').execute()
    expect(lignes.map(({ nombre }) => nombre)).toEqual([4, 0])
  })
})
