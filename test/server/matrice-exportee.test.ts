import { describe, expect, it } from 'vitest'
import { chargerInstantane } from '../../server/services/charger.ts'
import { OPTIONS, preparerBase } from '../base.ts'
import { ecrireSerie } from '../oracle/fabrique.ts'
import { adresse, creerApplication } from './aide.ts'

const serie = preparerBase('serie-de-deux-mois', async (base, dossier) => {
  for (const instantane of ecrireSerie(dossier, 21, { demandes: 120, mois: 2 }))
    await chargerInstantane(base, instantane.dossier, { ...OPTIONS, tolerance: 1, toleranceValeurs: 1 })
  return {}
})

const lire = async (requete: string) => {
  const { app } = await creerApplication(serie().base)
  const csv = await (await app.request(adresse(`/exports/matrice.csv${requete}`))).text()
  const [entete = '', ...rangees] = csv
    .replace(/^\ufeff/, '')
    .trim()
    .split(/\r?\n/)
  const page = await (await app.request(adresse(`/guichets${requete}`))).text()
  return { entete, rangees, page, app }
}

describe('l’export de la matrice', () => {
  it('a les guichets de la page, dans son ordre, avec les mots et les parts en pour cent', async () => {
    const { entete, rangees, page } = await lire('?tri=nom')
    expect(entete).toMatch(/^Code;Guichet;Catégorie;Service enregistreur;Demandes actives;/)
    expect(entete).toContain('Doublons forcés;Doublons forcés, état')
    const codes = rangees.map((rangee) => rangee.split(';')[0] ?? '')
    expect(codes.length).toBeGreaterThan(3)
    const places = codes.map((code) => page.indexOf(`/guichets/${code}?`))
    expect(places.every((place) => place > 0)).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(rangees.join('\n')).not.toMatch(/ALERTE|NON_SIGNIFICATIF|SANS_OBJET|;COMMUNE;|;BAILLEUR;/)
  })

  it('garde les filtres de la page, que son lien porte', async () => {
    const { rangees: toutes } = await lire('')
    const { rangees, page } = await lire('?categorie=COMMUNE')
    expect(rangees.length).toBeLessThan(toutes.length)
    expect(new Set(rangees.map((rangee) => rangee.split(';')[2]))).toEqual(new Set(['Commune']))
    expect(page).toMatch(/\/exports\/matrice\.xlsx\?[^"]*categorie=COMMUNE/)
  })
})
