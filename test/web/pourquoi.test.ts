import { describe, expect, it } from 'vitest'
import { enJour } from '../../ingest/socle/jour.ts'
import { afficher, type LigneAffichee } from '../../web/affichee.ts'
import type { FicheIndicateur } from '../../web/fiche-indicateur.ts'
import { seuilEn } from '../../web/fiche-indicateur.ts'
import { expliquerMotif, pourquoi } from '../../web/pourquoi.ts'
import { fiches } from './fixtures/fiches.ts'

const forcages = fiches.find(({ code }) => code === 'forcages') as FicheIndicateur

const ligne = (reste: Partial<LigneAffichee>): LigneAffichee => ({
  territoire: '099',
  debut: enJour('2026-10-01'),
  fin: enJour('2026-10-31'),
  instantane: enJour('2026-10-31'),
  mois_couverts: 1,
  niveau: 'GUICHET',
  entite: 'C32B3',
  libelle: 'Mairie de Vaugrand',
  indicateur: 'forcages',
  numerateur: 12,
  denominateur: 100,
  valeur: 0.12,
  p90: null,
  ic_bas: 0.07,
  ic_haut: 0.198,
  reference: 0.02,
  z_ajuste: 2,
  atypique: false,
  statut: 'ALERTE',
  statut_12_mois: 'ALERTE',
  statut_affiche: 'ALERTE',
  motif: null,
  details: null,
  consolide: null,
  surDouzeMois: false,
  effectifDuMois: 100,
  ...reste,
})

/** Spaces made plain, to read the sentences as they are spoken. */
const lu = (texte: string | null): string => (texte ?? '').replace(/[\u00a0\u202f]/g, ' ')

describe('« Pourquoi ? » répond en une phrase', () => {
  it('une alerte dit l’intervalle qui dépasse le seuil', () => {
    expect(lu(pourquoi(ligne({}), forcages))).toBe(
      '12,0 % (12 sur 100) : l’intervalle à 95 %, de 7,0 à 19,8 %, est tout entier au-dessus du seuil de 3 %.',
    )
  })

  it('une alerte par les pairs dit l’écart, et la moyenne des pairs', () => {
    expect(lu(pourquoi(ligne({ ic_bas: 0.025, valeur: 0.05, numerateur: 5, z_ajuste: 3.42 }), forcages))).toBe(
      '5,0 % (5 sur 100) : au-dessus du seuil de 3 %, et l’écart aux pairs (2,0 % en moyenne) est de 3,4 écarts-types, au-delà de la limite à 99,8 % (3,1).',
    )
  })

  it('un point à surveiller dit que le dépassement n’est pas certain', () => {
    const l = ligne({
      statut: 'SURVEILLANCE',
      statut_affiche: 'SURVEILLANCE',
      valeur: 0.04,
      numerateur: 4,
      ic_bas: 0.016,
    })
    expect(lu(pourquoi(l, forcages))).toContain('mais l’intervalle à 95 % descend jusqu’à 1,6 %')
  })

  it('un petit effectif dit le minimum', () => {
    const l = ligne({ statut: 'NON_SIGNIFICATIF', statut_affiche: 'NON_SIGNIFICATIF', denominateur: 29 })
    expect(lu(pourquoi(l, forcages))).toBe(
      'Effectif de 29, inférieur au minimum de 30 : le hasard seul peut expliquer la valeur.',
    )
  })

  it('un petit guichet jugé sur douze mois le dit, avec les chiffres de l’année', () => {
    const mois = ligne({ statut: 'NON_SIGNIFICATIF', statut_affiche: 'ALERTE', denominateur: 12 })
    const [affichee] = afficher([mois], [ligne({})])
    expect(lu(affichee ? pourquoi(affichee, forcages) : null)).toBe(
      'Effectif du mois trop faible (12 pour un minimum de 30), jugé sur douze mois : 12,0 % (12 sur 100) : l’intervalle à 95 %, de 7,0 à 19,8 %, est tout entier au-dessus du seuil de 3 %.',
    )
  })

  it('sans état, il n’y a rien à expliquer', () => {
    expect(pourquoi(ligne({ statut: null, statut_affiche: null }), forcages)).toBeNull()
  })

  it('une colonne vide est nommée', () => {
    expect(lu(expliquerMotif('COLONNE_VIDE date_attestation'))).toBe(
      'La colonne « date_attestation » est absente ou vide dans l’instantané : rien ne peut être mesuré.',
    )
  })
})

describe('le seuil en vigueur', () => {
  it.each([
    ['2010-12-31', null],
    ['2011-01-01', 0.04],
    ['2025-12-31', 0.04],
    ['2026-01-01', 0.03],
  ])('le %s est %s', (jour, seuil) => {
    expect(seuilEn(forcages, enJour(jour))).toBe(seuil)
  })
})
