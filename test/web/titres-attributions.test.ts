import { describe, expect, it } from 'vitest'
import { enMois } from '../../ingest/socle/jour.ts'
import type { LigneAttributions } from '../../metrics/attributions/lire.ts'
import { type DelaisEntite, rangerTriangle } from '../../web/modeles/attributions.ts'
import { noteAttendues } from '../../web/modeles/notes-attributions.ts'
import {
  direPeriode,
  phraseRetro,
  titreAttendues,
  titreCompletude,
  titreDelais,
  titreRetro,
  titreServices,
  titreTriangle,
} from '../../web/modeles/titres-attributions.ts'

const mois = (nom: string, enregistrees: number, estimees: number | null, part = 0.7): LigneAttributions => ({
  mois: enMois(nom),
  enregistrees,
  estimees,
  part_enregistree: part,
  ic_bas: enregistrees,
  ic_haut: 2 * enregistrees,
  provisoire: part < 0.95,
  delai_median: 3,
  delai_p90: 9,
  irregularites: [],
})

const delais = (...jours: readonly number[]) => ({
  enregistrees: jours.length,
  n: jours.length,
  anterieures: 0,
  mediane: 1,
  p90: 2,
  plus_7: 0,
  plus_30: 0,
  plus_90: 0,
  distribution: jours.map((valeur) => ({ valeur, n: 1 })),
})

describe('le titre d’un graphique d’attributions est une phrase que ses nombres prouvent', () => {
  it.each([
    [
      [mois('2026-09', 710, 1003.4), mois('2026-10', 236, null, 0.2)],
      'Environ 1\u202f000 attributions en septembre, et non 710',
    ],
    [[mois('2026-09', 68, 85.5)], 'Environ 86 attributions en septembre, et non 68'],
    [[mois('2026-09', 80, 80, 1)], '80\u00a0attributions saisies en douze mois'],
    [[mois('2026-09', 0, null, 0)], '0\u00a0attribution saisie en douze mois'],
  ])('attendues : %#', (lignes, titre) => {
    expect(titreAttendues(lignes)).toBe(titre)
  })

  it('un mois saisi à moins d’un quart le dit, plusieurs aussi', () => {
    expect(noteAttendues([mois('2026-10', 236, null, 0.21)])).toBe(
      'Octobre 2026 n’est saisi qu’à 21\u00a0%\u00a0: sous un quart, un mois n’est pas estimé.',
    )
    expect(noteAttendues([mois('2026-09', 1, null, 0.1), mois('2026-10', 0, null, 0.1)])).toMatch(
      /^2\u00a0mois sont saisis/,
    )
    expect(noteAttendues([mois('2026-09', 710, 1003)])).toBeUndefined()
  })

  it('délais : la part saisie dans le seuil, le jour du seuil compris', () => {
    expect(titreDelais(delais(0, 15, 16, 40), 15)).toBe('50\u00a0% des baux sont saisis dans les quinze\u00a0jours')
  })

  it('triangle : la part du mois même et du suivant, sur les lignes assez anciennes', () => {
    const noms = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07'].map(enMois)
    const cellules = [
      { mois: enMois('2026-01'), retard: 0, n: 40 },
      { mois: enMois('2026-01'), retard: 1, n: 30 },
      { mois: enMois('2026-01'), retard: 3, n: 30 },
      { mois: enMois('2026-07'), retard: 0, n: 500 },
    ]
    const lignes = rangerTriangle(cellules, noms, enMois('2026-07'))
    expect(lignes[0]?.cases).toEqual([40, 30, 0, 30, 0, 0, 0])
    expect(lignes[6]?.cases).toEqual([500, null, null, null, null, null, null])
    expect(titreTriangle(lignes)).toBe(
      '40\u00a0% des baux sont saisis le mois même, 70\u00a0% au plus tard le mois suivant',
    )
    expect(titreTriangle(lignes.slice(3))).toMatch(/^Pas encore assez de mois/)
  })

  it('complétude : le champ qui manque le plus', () => {
    const champ = (libelle: string, manquent: number) => ({ code: libelle, libelle, manquent })
    expect(titreCompletude({ n: 50, champs: [champ('DALO', 2), champ('Logement', 8)] })).toBe(
      'Logement\u00a0: absent dans 16,0\u00a0% des attributions',
    )
    expect(titreCompletude({ n: 50, champs: [champ('DALO', 0)] })).toBe('Aucun champ ne manque')
  })

  it('estimations passées : combien ont tenu, et leur erreur en part de ce qui est venu', () => {
    const bilan = {
      n: 24,
      instantanes: 8,
      couverture: 22 / 24,
      erreur: 29,
      erreur_naive: 114,
      erreur_chaine: 40,
      constatees: 1000,
    }
    expect(titreRetro(bilan)).toBe('22\u00a0estimations sur 24 ont tenu dans leur intervalle')
    expect(phraseRetro(bilan)).toMatch(/est de 2,9\u00a0%, contre 11,4\u00a0% .* et 4,0\u00a0%/)
  })

  it('services : lesquels sont dessinés, et de quelle médiane à quelle autre', () => {
    const service = (n: number, mediane: number) => ({ delais: { n, mediane } }) as DelaisEntite
    const seize = Array.from({ length: 16 }, (_, i) => service(400 - 20 * i, 4.5 + i))
    expect(titreServices(seize)).toBe(
      'Les douze services qui attribuent le plus\u00a0: de 4,5 à 15,5\u00a0j en médiane',
    )
    expect(titreServices(seize.slice(0, 2))).toBe('Deux services\u00a0: de 4,5 à 5,5\u00a0j en médiane')
    expect(titreServices([service(30, 8), service(29, 90)])).toBe('Un service\u00a0: 8\u00a0j en médiane')
    expect(titreServices([service(12, 8)])).toBe('Délai par service')
  })

  it('une période se dit sans répéter l’année', () => {
    expect(direPeriode([enMois('2026-05'), enMois('2026-06'), enMois('2026-07')])).toBe('de mai à juillet 2026')
    expect(direPeriode([enMois('2025-11'), enMois('2026-01')])).toBe('de novembre 2025 à janvier 2026')
    expect(direPeriode([enMois('2026-10')])).toBe('d’octobre 2026')
  })
})
