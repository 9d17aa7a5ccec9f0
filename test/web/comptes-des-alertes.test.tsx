import { describe, expect, it } from 'vitest'
import { contexteDe, departement } from './fixtures.ts'
import { guichets, tableauDeBord } from './pages.tsx'
import { rendre, texteDe } from './rendre.tsx'

const d = departement(60)

const ouvrir = async (requete: Readonly<Record<string, string>>): Promise<string> => rendre(guichets(d, requete))

const requeteDe = (href: string): Record<string, string> =>
  Object.fromEntries(new URL(href.replaceAll('&amp;', '&'), 'http://localhost').searchParams)

/** What a page of guichets says in its sentence, and what its matrix shows. */
const dite = (html: string) => {
  const [, alertes = '0'] = /pour (\d+) alertes?/.exec(texteDe(html)) ?? []
  const [, enAlerte = '0'] = /(\d+) guichets?(?: d[eu] [^»]*»)* en alerte/.exec(texteDe(html)) ?? []
  return { alertes: Number(alertes), enAlerte: Number(enAlerte) }
}
const montree = (html: string) => {
  const rangees = html.split('<tr role="row">').slice(1)
  const cellules = (html.match(/<td role="cell" class="s-ALERTE/g) ?? []).length
  return { alertes: cellules, enAlerte: rangees.filter((r) => r.includes('class="s-ALERTE')).length }
}

describe('ce qu’une page compte est ce qu’elle montre', () => {
  const service = d.guichets.find(({ categorie }) => categorie === 'BAILLEUR')?.service_code ?? ''
  it.each([
    {},
    { indicateurs: 'tous' },
    { indicateurs: 'doublons' },
    { signales: '1' },
    { categorie: 'COMMUNE' },
    { categorie: 'BAILLEUR', indicateurs: 'tous', signales: '1' },
    { categorie: 'EPCI' },
    { service },
  ])('le suivi des guichets, filtré par %o', async (filtres) => {
    const html = await ouvrir(filtres)
    expect(dite(html)).toEqual(montree(html))
    expect(Number(/Alerte<b>(\d+)/.exec(html)?.[1])).toBe(dite(html).alertes)
  })

  it.each(['toString', 'constructor', 'inconnue'])(
    'un choix d’indicateurs qui n’existe pas (%s) en dit les principaux',
    async (indicateurs) => {
      const lu = texteDe(await ouvrir({ indicateurs }))
      expect(lu).toContain('sur les quinze indicateurs principaux')
      expect(lu).not.toContain('function')
    },
  )

  it('des filtres que rien ne passe ne comptent rien', async () => {
    expect(texteDe(await ouvrir({ categorie: 'EPCI', service: 'B000X' }))).toContain('Aucun guichet à montrer.')
  })

  it('les filtres ne changent pas tous le compte pour rien : il y a des alertes à compter', async () => {
    expect(dite(await ouvrir({})).alertes).toBeGreaterThan(0)
  })

  it('le lien qui annonce les alertes de tous les indicateurs en ouvre autant', async () => {
    const html = await ouvrir({ indicateurs: 'coherence' })
    const [, href = '', annonce] = /<a href="([^"]*)">(\d+)\u00a0alertes? sur tous les indicateurs/.exec(html) ?? []
    const ouverte = await ouvrir(requeteDe(href))
    expect(dite(ouverte).alertes).toBe(Number(annonce))
  })

  it('le lien du tableau de bord vers les alertes en ouvre autant', async () => {
    const html = await rendre(tableauDeBord(d))
    const [, href = '', annonce] = /<a href="([^"]*)">Voir les (\d+)\u00a0alertes/.exec(html) ?? []
    const ouverte = await rendre(tableauDeBord(d, false, contexteDe('/', requeteDe(href))))
    const lignes = ouverte.slice(ouverte.indexOf('<table class="data stack-n al"')).split('</table>')[0] ?? ''
    expect(lignes.match(/<th scope="row"/g)).toHaveLength(Number(annonce))
    expect(texteDe(html)).toContain(`${annonce} alertes à traiter`)
    expect(ouverte).not.toMatch(/Voir les \d+\u00a0alertes/)
  })
})
