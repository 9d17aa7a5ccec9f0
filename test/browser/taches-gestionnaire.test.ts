import { describe, expect, it } from 'vitest'
import { ouvrirPour } from '../server/aide.ts'
import { servirDemonstration } from './demonstration.ts'
import { LARGE, MAINS } from './mains.ts'

const { ouvrir, etat } = servirDemonstration()

describe('le gestionnaire', () => {
  it.each(MAINS)(
    'voit ce qu’un seuil changerait, et n’a rien changé tant qu’il ne confirme pas : %s',
    async (_, prendre) => {
      const { page, fermer } = await ouvrir('gestionnaire', '/parametres', LARGE)
      const main = prendre(page)
      const avant = await page.locator('#normes').innerText()
      await main.ecrire(page.locator('#no-valeur'), '50')
      await main.ecrire(page.locator('#no-motif'), 'comité du 12 février')
      await main.agir(page.getByRole('button', { name: 'Voir ce que cela changerait' }))
      await page.getByRole('heading', { name: 'États qui changeraient' }).waitFor()
      await main.agir(page.getByRole('link', { name: 'Ne rien changer' }))
      await page.locator('#normes').waitFor()
      expect(await page.locator('#normes').innerText()).toBe(avant)
      await fermer()
    },
  )

  it.each(MAINS)(
    'relit les comptes sans en fermer un par mégarde, un oubli empêchant de signer : %s',
    async (hasard, prendre) => {
      const [depart, reste] = ['depart', 'reste'].map((nom) => `${nom}.${hasard.length}@exemple.fr`) as [string, string]
      for (const courriel of [depart, reste]) await ouvrirPour(etat(), { role: 'etat', territoires: ['013'], courriel })
      const { page, fermer } = await ouvrir('gestionnaire', '/comptes', LARGE)
      const main = prendre(page)
      const choix = (courriel: string, mot: string) =>
        page.locator('tr', { hasText: courriel }).getByRole('radio', { name: mot })
      await main.agir(choix(depart, 'Fermer'))
      expect(await choix(depart, 'Fermer').isChecked()).toBe(true)
      await main.agir(page.getByRole('link', { name: 'Rôle', exact: true }))
      await page.waitForURL(/tri=role/)
      expect(await choix(depart, 'Fermer').isChecked()).toBe(true)
      expect(await choix(reste, 'Fermer').isChecked()).toBe(false)
      await main.agir(page.getByRole('button', { name: 'Relire avant de signer' }))
      await page.waitForURL(/revue/)
      expect(await page.locator('#a-fermer li').allInnerTexts()).toEqual([expect.stringContaining(depart)])
      expect(await page.locator('#sans-decision').innerText()).toContain(reste)
      expect(await page.getByRole('button', { name: /^Signer/ }).count()).toBe(0)
      await main.agir(page.getByRole('link', { name: /Revenir à la liste/ }))
      await page.waitForURL(/comptes(?!.revue)/)
      expect(await choix(depart, 'Fermer').isChecked()).toBe(true)
      const ouverts = await etat().selectFrom('comptes').select('courriel').where('ferme_le', 'is', null).execute()
      expect(ouverts.map(({ courriel }) => courriel)).toEqual(expect.arrayContaining([depart, reste]))
      await fermer()
    },
  )
})
