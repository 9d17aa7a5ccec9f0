import { describe, expect, it } from 'vitest'
import { INDICATEURS } from '../../../metrics/registry.ts'
import { ouvrirBase } from '../../base.ts'
import { texteDe } from '../../web/rendre.tsx'
import { adresse, creerApplication } from '../aide.ts'

const ouvrir = async () => {
  const { base } = await ouvrirBase()
  const { app, serveur } = await creerApplication(base, { role: 'guichet', service: 'B0001' })
  const lire = async (chemin: string) => (await app.request(adresse(chemin))).text()
  const lireSansCompte = async (chemin: string) => (await serveur.request(adresse(chemin))).text()
  return { lire, lireSansCompte }
}

describe('la déclaration d’accessibilité', () => {
  it('se lit sans compte, depuis le pied de la page de connexion, et dit qu’aucun audit n’est fait', async () => {
    const { lireSansCompte } = await ouvrir()
    expect(await lireSansCompte('/connexion')).toContain('href="/accessibilite"')
    const page = texteDe(await lireSansCompte('/accessibilite'))
    for (const dit of ['RGAA 4.1', 'non conforme', 'Aucun audit', 'Voies de recours', 'Défenseur des droits'])
      expect(page).toContain(dit)
    expect(page).not.toContain('Mon compte')
  })

  it('garde à qui est connecté ses menus, et les trois liens du pied', async () => {
    const { lire } = await ouvrir()
    const page = await lire('/accessibilite')
    expect(texteDe(page)).toContain('Mon compte')
    for (const chemin of ['/aide', '/methode', '/accessibilite']) expect(page).toContain(`href="${chemin}"`)
  })
})

describe('la méthode', () => {
  it('décrit chaque indicateur de sa déclaration, jusqu’aux champs et aux règles qu’il vérifie', async () => {
    const { lire } = await ouvrir()
    const html = await lire('/methode')
    for (const { code } of INDICATEURS) expect(html).toContain(`id="${code}"`)
    const page = texteDe(html)
    expect(page).toContain('Situation familiale ; Nationalité ; Situation professionnelle')
    expect(page).toContain('3 % depuis le 01/01/2011')
    expect(page).toContain('10 pour « Forçages injustifiés »')
  })

  it('donne des exemples que l’on peut refaire à la main', async () => {
    const page = texteDe(await (await ouvrir()).lire('/methode'))
    // 3 of 30 by Wilson's formula; moving ranges of 4, 6, 5, 7, 5: 2, 1, 2, 2, mean 1.75; 5.4 ± 2.66 × 1.75.
    expect(page).toContain('3 sur 30 10,0 % 3,5 à 25,6 %')
    expect(page).toContain('l’écart est de 2, 1, 2 et 2 jours, soit 1,75 j en moyenne')
    expect(page).toMatch(/les limites sont à 0,7[45] j et à 10,0[56] j/)
  })
})
