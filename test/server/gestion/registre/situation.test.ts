import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enJour, plusJours } from '../../../../ingest/socle/jour.ts'
import { corrections } from '../../../../server/gestion/registre/confirmation.ts'
import { ecartsDe, etatEcart } from '../../../../server/gestion/registre/ecarts.ts'
import { versionAu } from '../../../../server/gestion/registre/fiche.ts'
import { type ActeFait, alerteConvention, situationConvention } from '../../../../server/gestion/registre/situation.ts'
import { FICHE_VIDE } from '../../../../web/registre.ts'

const acte = (quoi: ActeFait['acte'], jour: string): ActeFait => ({ acte: quoi, jour: enJour(jour), texte: 'réf.' })

describe('une convention', () => {
  it('vaut un an, puis un an de plus par renouvellement, et six ans au plus', () => {
    const signee = acte('SIGNER', '2020-02-29')
    const termes = Array.from({ length: 8 }, (_, n) =>
      situationConvention([signee, ...Array.from({ length: n }, () => acte('RENOUVELER', '2021-03-01'))]),
    ).map(({ terme }) => terme)
    expect(termes).toEqual([
      ...['2021-02-28', '2022-02-28', '2023-02-28', '2024-02-29', '2025-02-28'],
      ...['2026-02-28', '2026-02-28', '2026-02-28'],
    ])
  })

  it('signée, vaut adhésion aux chartes ; retirée, elle n’a plus de terme', () => {
    const actes = [acte('SIGNER', '2024-03-10'), acte('ADHERER', '2026-01-05'), acte('PRENDRE_ACTE', '2026-09-15')]
    expect(situationConvention(actes)).toMatchObject({
      ...{ etat: 'RETIREE', terme: null, retireeLe: '2026-09-15' },
      ...{ premiereAdhesion: '2024-03-10', adhesion: '2026-01-05' },
    })
    expect(situationConvention([])).toMatchObject({ etat: null, terme: null, adhesion: null })
  })

  const terme = enJour('2026-03-10')
  it.each([
    ['soixante et un jours avant', '2026-01-08', { sorte: 'AUCUNE' }],
    ['soixante jours avant', '2026-01-09', { sorte: 'BIENTOT', jours: 60, renouvelable: true }],
    ['la veille', '2026-03-09', { sorte: 'BIENTOT', jours: 1, renouvelable: true }],
    ['le jour', '2026-03-10', { sorte: 'BIENTOT', jours: 0, renouvelable: true }],
    ['le lendemain', '2026-03-11', { sorte: 'EXPIREE', jours: 1, renouvelable: true }],
  ])('%s de son terme', (_, jour, attendue) => {
    expect(alerteConvention({ etat: 'SIGNEE', terme, finLe: enJour('2030-03-10') }, enJour(jour))).toEqual(attendue)
  })

  it('à son sixième anniversaire, n’est plus renouvelable ; sans convention, il en faut une ; un arrêté n’a pas de terme', () => {
    const veille = enJour('2026-03-09')
    expect(alerteConvention({ etat: 'SIGNEE', terme, finLe: terme }, veille)).toMatchObject({ renouvelable: false })
    expect(alerteConvention({ etat: null, terme: null, finLe: null }, veille)).toEqual({ sorte: 'SANS' })
    expect(alerteConvention({ etat: 'ARRETE', terme: null, finLe: null }, veille)).toEqual({ sorte: 'AUCUNE' })
  })

  it('n’est jamais à la fois près de son terme et expirée, quel que soit le jour', () => {
    fc.assert(
      fc.property(fc.integer({ min: -800, max: 3000 }), fc.integer({ min: 0, max: 7 }), (apres, fois) => {
        const signee = enJour('2021-05-31')
        const { terme: dernier, finLe } = situationConvention([
          { acte: 'SIGNER', jour: signee, texte: '' },
          ...Array.from({ length: fois }, () => acte('RENOUVELER', '2022-05-31')),
        ])
        expect(dernier !== null && finLe !== null && dernier <= finLe).toBe(true)
        const jour = plusJours(signee, apres)
        const { sorte } = alerteConvention({ etat: 'SIGNEE', terme: dernier, finLe }, jour)
        expect(sorte === 'EXPIREE').toBe(dernier !== null && jour > dernier)
      }),
    )
  })
})

describe('une fiche', () => {
  it('se relit telle qu’elle était à la fin d’un jour', () => {
    const versions = [{ le: '2026-03-01 10:00:00' }, { le: '2026-06-01 23:59:59' }]
    const rang = (jour: string) => versions.indexOf(versionAu(versions, enJour(jour)) ?? { le: '' })
    expect(['2026-02-28', '2026-03-01', '2026-05-31', '2026-06-01', '2026-06-02'].map(rang)).toEqual([-1, 0, 0, 1, 1])
  })

  it('ne se corrige par le service que dans les champs qui sont les siens, et là où ils changent', () => {
    const fiche = { ...FICHE_VIDE, horaires: 'le matin', telephone: '1' }
    expect(corrections(fiche, { horaires: 'le soir', telephone: '1', libelle: 'Autre', contact: 'A. Blanc' })).toEqual({
      horaires: 'le soir',
      contact: 'A. Blanc',
    })
  })
})

describe('les différences entre deux registres', () => {
  const dit = {
    service: 'A',
    libelle: 'Un',
    categorie: 'COMMUNE',
    mode: 'DIRECT',
    guichets: 'A Un',
    adresses: '',
    horaires: '',
  }
  const notre = { ...dit, adresses: 'place du Marché', cesse_le: '' }

  it('un service de trop ou de moins, un champ qui se dit autrement ; ce que l’instantané ne dit pas n’en est pas une', () => {
    expect(ecartsDe([dit], [notre])).toEqual([])
    expect(ecartsDe([{ ...dit, mode: 'PRIVATIF' }], [notre])).toEqual([
      { service: 'A', objet: 'mode', laBas: 'PRIVATIF', ici: 'DIRECT' },
    ])
    expect(ecartsDe([dit], []).map(({ objet, laBas, ici }) => [objet, laBas, ici])).toEqual([
      ['SERVICE', 'inscrit', 'absent'],
    ])
    expect(ecartsDe([], [notre]).map(({ laBas, ici }) => [laBas, ici])).toEqual([['absent', 'inscrit']])
    expect(ecartsDe([], [{ ...notre, cesse_le: '2026-01-01' }])).toEqual([])
  })

  it('gardée, tant que l’instantané dit la même chose ; remise, jusqu’au registre suivant', () => {
    const ecart = { service: 'A', objet: 'mode', laBas: 'PRIVATIF', ici: 'DIRECT' } as const
    const decision = (quoi: 'GARDER' | 'REPORTER' | 'ADOPTER', la_bas = 'PRIVATIF') => ({
      ...({ service: 'A', objet: 'mode', instantane: '2026-10-31', la_bas, acte: quoi } as const),
    })
    const etat = (instantane: string, ...decisions: Parameters<typeof etatEcart>[1]) =>
      etatEcart(ecart, decisions, instantane)
    expect(etat('2026-10-31')).toBe('A_RESOUDRE')
    expect(etat('2026-11-30', decision('GARDER'))).toBe('GARDE')
    expect(etat('2026-11-30', decision('GARDER', 'PORTAIL'))).toBe('A_RESOUDRE')
    expect(etat('2026-10-31', decision('REPORTER'))).toBe('REPORTE')
    expect(etat('2026-11-30', decision('REPORTER'))).toBe('A_RESOUDRE')
    expect(etat('2026-10-31', decision('REPORTER'), decision('GARDER'))).toBe('GARDE')
    expect(etat('2026-10-31', decision('ADOPTER'))).toBe('A_RESOUDRE')
  })
})
