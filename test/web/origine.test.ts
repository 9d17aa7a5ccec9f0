import { describe, expect, it } from 'vitest'
import { lienDossiers } from '../../web/liens.ts'
import { lireOrigine } from '../../web/origine.ts'
import { contexteDe } from './fixtures.ts'

const FIGURE = { indicateur: 'forcages', niveau: 'GUICHET', entite: 'B01A1' }
/** The list as opened from an address. */
const liste = (de: string | undefined) => contexteDe('/dossiers', de === undefined ? {} : { de })
const de = (adresse: string) => new URL(adresse, 'http://localhost').searchParams.get('de')

describe('d’une liste de dossiers', () => {
  it('on revient à la page d’où on l’a ouverte, avec ses choix, sans son mois ni son territoire', () => {
    const page = contexteDe('/guichets', { categorie: 'BAILLEUR', mois: '2026-09', territoire: '013' })
    const retour = de(lienDossiers(page, FIGURE))
    expect(retour).toBe('/guichets?categorie=BAILLEUR')
    expect(lireOrigine(liste(retour ?? ''), {})).toEqual({
      libelle: 'Suivi des guichets',
      chemin: '/guichets',
      parametres: { categorie: 'BAILLEUR' },
    })
  })

  it('un guichet revient à ses chiffres, comme son menu les appelle', () => {
    const ouverte = liste('/guichets')
    const sienne = ouverte.personne && { ...ouverte.personne, role: 'guichet' }
    expect(lireOrigine({ ...ouverte, personne: sienne }, {})?.libelle).toBe('Mes chiffres')
  })

  it('les deux onglets gardent la page d’où elle a été ouverte', () => {
    const liste = contexteDe('/dossiers', { ...FIGURE, de: '/guichets/B01A1' })
    expect(de(lienDossiers(liste, { ...FIGURE, tous: true }))).toBe('/guichets/B01A1')
  })

  it.each([undefined, '', 'https://exemple.fr/', '//exemple.fr', '/comptes', 'javascript:alert(1)', '/guichets/AUTRE'])(
    '%s n’est pas une page où revenir',
    (adresse) => {
      expect(lireOrigine(liste(adresse), { '/guichets/B01A1': 'Garance Habitat' })).toBeNull()
    },
  )
})
