import { describe, expect, it } from 'vitest'
import { enMois } from '../../ingest/socle/jour.ts'
import { afficher } from '../../web/affichee.ts'
import { listAlertes } from '../../web/modeles/alertes.ts'
import { titreAlertes, titreIndicateurs } from '../../web/modeles/bilan-mois.ts'
import { etatsDe } from './fixtures/lectures.ts'
import { departement, moisFixture } from './fixtures.ts'

const points = (...alertes: (number | null)[]) =>
  alertes.map((n, i) => ({ mois: enMois(`2026-${String(i + 1).padStart(2, '0')}`), alertes: n, surveillances: 0 }))

describe('le titre d’un graphique est une phrase que ses nombres prouvent', () => {
  it.each([
    [[8, 9, 17], 'Les alertes ont doublé depuis janvier'],
    [[4, 9, 12], 'Les alertes ont triplé depuis janvier'],
    [[8, 9, 12], '12\u00a0alertes en mars, 3 de plus qu’en février'],
    [[8, 9, 8], '8\u00a0alertes en mars, 1 de moins qu’en février'],
    [[8, 9, 9], '9\u00a0alertes en mars, autant qu’en février'],
    [[8, 1, 1], '1\u00a0alerte en mars, autant qu’en février'],
    [[8, 9, 0], 'Aucune alerte en mars'],
    [[null, null, 5], '5\u00a0alertes en mars'],
    [[null, null, null], 'Les états ne sont pas encore connus'],
  ])('%j donne « %s »', (alertes, titre) => {
    expect(titreAlertes(points(...alertes))).toBe(titre)
  })

  it('les deux premiers indicateurs sont nommés, avec leur part du total', () => {
    const lignes = [
      { nom: 'Doublons forcés', alertes: 2, surveillances: 8 },
      { nom: 'Pièces d’identité absentes', alertes: 1, surveillances: 4 },
      { nom: 'Incohérences', alertes: 0, surveillances: 1 },
    ]
    expect(titreIndicateurs(lignes)).toBe('Doublons forcés et pièces d’identité absentes\u00a0: 15 signalements sur 16')
    expect(titreIndicateurs([])).toBe('Aucun indicateur ne signale de guichet')
  })
})

describe('ce qui demande une action', () => {
  const d = departement(60)
  const alertes = listAlertes(afficher(d.lignes, []), d.fiches, d.guichets, etatsDe(d), moisFixture.slice(-13))

  it('ne liste que des alertes enregistrées', () => {
    expect(alertes.length).toBe(d.lignes.filter((l) => l.niveau === 'GUICHET' && l.statut_affiche === 'ALERTE').length)
    expect(new Set(alertes.map(({ ligne }) => ligne.statut_affiche))).toEqual(new Set(['ALERTE']))
  })

  it('met les nouvelles avant les anciennes', () => {
    const anciennes = alertes.map(({ duree }) => duree > 1)
    expect(anciennes).toEqual(anciennes.toSorted((a, b) => Number(a) - Number(b)))
  })

  it('ne remonte pas au-delà des mois dont les états sont connus', () => {
    for (const { duree } of listAlertes(afficher(d.lignes, []), d.fiches, d.guichets, etatsDe(d), [enMois('2026-10')]))
      expect(duree).toBe(1)
  })
})
