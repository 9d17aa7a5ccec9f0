import { describe, expect, it } from 'vitest'
import { enJour, enMois } from '../../ingest/socle/jour.ts'
import type { Echeance } from '../../web/agenda.ts'
import type { FaitDuPoint } from '../../web/controles.ts'
import type { MesureVue } from '../../web/mesure-vue.ts'
import { mesurerActivite } from '../../web/modeles/activite.ts'
import { aFaireMaintenant, deLAnnee, direAnnee } from '../../web/modeles/agenda.ts'
import { faitsAlertes } from '../../web/modeles/faits-alertes.ts'
import { faitAttributions, faitChargement, faitDoublons, faitForcages } from '../../web/modeles/faits-controle.ts'
import { faitExpliquees, faitMesures } from '../../web/modeles/faits-mesures.ts'
import { faitObligations } from '../../web/modeles/faits-obligations.ts'
import { ALERTES } from './fixtures/alertes.ts'
import { MESURES } from './fixtures/mesures.ts'

const MOIS = enMois('2026-10')
const AVANT = enMois('2026-09')

const dire = ({ nombre, phrase }: FaitDuPoint): string => `${nombre}${phrase}`.replace(/[\u00a0\u202f]/g, ' ')

const rapport = { lignes: 412_307, rejetees: 37, valeurs_inconnues: { canal: { Borne: 3 } }, colonnes_vides: ['canal'] }

describe('ce que l’application sait d’un point', () => {
  it('le chargement : lignes, rejets, valeurs, colonnes vides de plus que le mois d’avant', () => {
    expect(dire(faitChargement(rapport, { ...rapport, mois: AVANT }))).toBe(
      '412 307 lignes lues, 37 rejetées (0,01 %), 1 valeur non reconnue, aucune colonne vide de plus qu’en septembre.',
    )
    expect(dire(faitChargement(rapport, { ...rapport, colonnes_vides: [], mois: AVANT }))).toContain(
      '1 colonne vide de plus qu’en septembre (canal).',
    )
    expect(dire(faitChargement({ ...rapport, lignes: 0, rejetees: 0, valeurs_inconnues: {} }, null))).toBe(
      '0 ligne lue, 0 rejetée, aucune valeur non reconnue, 1 colonne vide.',
    )
  })

  it('les alertes : entrées, qui durent, sorties, trois nommées et le compte des autres', () => {
    const noms = ['A', 'B', 'C', 'D', 'E']
    const alertes = { moisAvant: AVANT, entrees: noms, durent: 11, aggravees: 4, sorties: ['F'], plusAncienne: 6 }
    expect(faitsAlertes(alertes).map(dire)).toEqual([
      '5 alertes entrées depuis septembre : A, B, C et 2 autres.',
      '11 alertes durent, la plus ancienne depuis 6 mois. 4 se sont aggravées.',
      '1 alerte sortie : F.',
    ])
    const rien = { moisAvant: null, entrees: [], durent: 0, aggravees: 0, sorties: [], plusAncienne: 0 }
    expect(faitsAlertes(rien).map(dire)).toEqual([
      'Aucune alerte nouvelle, premier mois mesuré.',
      'Aucune alerte ne dure.',
      'Aucune alerte levée.',
    ])
    expect(dire(faitsAlertes({ ...alertes, entrees: noms.slice(0, 4) })[0] as FaitDuPoint)).toContain('A, B, C et D.')
  })

  it('les alertes expliquées : pourquoi, jusqu’à quand, et ce qui reste à traiter', () => {
    expect(dire(faitExpliquees(ALERTES))).toBe(
      '1 alerte expliquée : Habitat des Rives, attestations hors délai (changement de logiciel ou d’interface, jusqu’en décembre 2026). 1 reste à traiter.',
    )
    expect(dire(faitExpliquees([]))).toBe('Aucune alerte expliquée. Aucune ne reste à traiter.')
  })

  it('les mesures : ouvertes, échéances passées la veille, à venir dans le mois jusqu’au dernier jour', () => {
    const mesure = (echeance: string, enRetard = false) =>
      ({ ...MESURES[1], reference: '2026-08', nom: 'Garance', echeance: enJour(echeance), enRetard }) as MesureVue
    const le = enJour('2026-11-24')
    expect(dire(faitMesures([mesure('2026-11-23', true), mesure('2026-11-24')], le))).toBe(
      '2 mesures ouvertes. 1 échéance passée : 2026-08, Garance (23/11/2026). À venir dans le mois : 2026-08, Garance (24/11/2026).',
    )
    expect(dire(faitMesures([mesure('2026-12-25')], le))).toContain('(25/12/2026)')
    expect(dire(faitMesures([mesure('2026-12-26')], le))).toBe(
      '1 mesure ouverte. Aucune échéance n’est passée. Aucune ne vient dans le mois.',
    )
    expect(dire(faitMesures(MESURES.slice(2), le))).toBe('Aucune mesure ouverte.')
  })

  it.each([
    [
      { forcees: 78, avant: { mois: AVANT, forcees: 59 }, injustifiees: 22, aQualifier: 9 },
      '78 demandes forcées, 19 de plus qu’en septembre. 22 sans nécessité apparente, dont 9 à qualifier.',
    ],
    [
      { forcees: 59, avant: { mois: AVANT, forcees: 59 }, injustifiees: 0, aQualifier: 0 },
      '59 demandes forcées, autant qu’en septembre. Toutes paraissent justifiées.',
    ],
    [{ forcees: 0, avant: null, injustifiees: 0, aQualifier: 0 }, '0 demande forcée.'],
    [
      { forcees: null, avant: null, injustifiees: 2, aQualifier: 0 },
      'Forçages non mesurables. 2 sans nécessité apparente, toutes qualifiées.',
    ],
  ])('les forçages : %j', (forcages, attendu) => {
    expect(dire(faitForcages(forcages))).toBe(attendu)
  })

  it('les attributions : ce qui manque se dit, ce qui ne se mesure pas aussi', () => {
    const mesure = {
      ...{ raison: null, mediane: 6, dernier: { mois: MOIS, saisies: 934, estimees: 1130.4 } },
      ...{ manquantes: { baux: 61, services: 3 }, silences: 1, irregularites: 0 },
    }
    expect(dire(faitAttributions(mesure))).toBe(
      'Délai médian de 6 j. 934 saisies pour octobre 2026, environ 1 130 attendues. 61 baux manquent, chez 3 bailleurs. 1 bailleur n’a rien saisi depuis trois mois. Aucune saisie irrégulière dans le mois.',
    )
    const muette = { ...mesure, mediane: null, dernier: null, manquantes: null, silences: 0, irregularites: 2 }
    expect(dire(faitAttributions(muette))).toBe(
      'Délai médian non mesurable. Les baux manquants ne se mesurent pas sans le fichier des bailleurs. 2 saisies irrégulières dans le mois.',
    )
    expect(dire(faitAttributions({ ...mesure, raison: 'Pas mesurées.' }))).toBe('Pas mesurées.')
  })

  it('les doublons : les groupes, et les signalements qui attendent', () => {
    const doublons = {
      aQualifier: 14,
      instantane: enJour('2026-10-31'),
      signalements: 3,
      plusAncien: enJour('2026-11-18'),
    }
    expect(dire(faitDoublons(doublons))).toBe(
      '14 groupes à qualifier au 31/10/2026, 3 signalements en attente, le plus ancien du 18/11/2026.',
    )
    expect(dire(faitDoublons({ aQualifier: null, instantane: null, signalements: 0, plusAncien: null }))).toBe(
      'Aucune recherche de doublons, aucun signalement en attente.',
    )
  })
})

const echeance = (reste: Partial<Echeance>): Echeance => ({
  ...({ obligation: 'COMITE', periode: '2026-2', objet: '2e de 2026', precision: '', reunion: null } as const),
  ...{ echeance: enJour('2026-12-31'), faiteLe: null, etat: 'A_FAIRE', retard: 0, reste: 38 },
  ...reste,
})

const RETARD = echeance({
  obligation: 'PLENIERE',
  etat: 'EN_RETARD',
  retard: 5,
  reste: 0,
  echeance: enJour('2026-11-19'),
})
const CONTROLE = echeance({ obligation: 'CONTROLE', periode: '2026-10', objet: 'octobre 2026', reste: 8 })
const FAITE = echeance({ etat: 'FAITE', faiteLe: enJour('2026-06-18'), reste: 0, echeance: enJour('2026-06-30') })

describe('les obligations', () => {
  it('à faire maintenant : les retards, puis ce qui est dû dans soixante-deux jours', () => {
    const loin = echeance({ reste: 63 })
    expect(aFaireMaintenant([loin, echeance({ reste: 62 }), RETARD, FAITE])).toEqual([RETARD, echeance({ reste: 62 })])
  })

  it('du mois, sans le contrôle dont elles sont un point', () => {
    expect(dire(faitObligations([RETARD, CONTROLE, echeance({})], MOIS))).toBe(
      '1 en retard : participer à la réunion plénière nationale (19/11/2026). 1 à venir : tenir le comité de pilotage (31/12/2026).',
    )
    expect(dire(faitObligations([CONTROLE], MOIS))).toBe('Aucune en retard. Rien n’est dû dans les deux mois.')
  })

  it('d’une année se montrent au jour où elles ont été faites, sinon à celui où elles sont dues', () => {
    const apres = echeance({ etat: 'FAITE', faiteLe: enJour('2027-01-05'), retard: 5 })
    expect(deLAnnee([apres, FAITE], 2026)).toEqual([FAITE])
    expect(deLAnnee([apres, FAITE], 2027)).toEqual([apres])
  })

  it('se disent en une phrase, le retard d’abord', () => {
    const phrase = (...e: Echeance[]) => `${direAnnee(e).gras}${direAnnee(e).suite}`
    expect(phrase(FAITE, echeance({}))).toBe('Aucune obligation n’est en retard. Une est encore due, une est faite.')
    expect(phrase(RETARD)).toBe(
      'Une obligation est en retard : participer à la réunion plénière nationale. Aucune n’est encore due, aucune n’est faite.',
    )
    expect(phrase(RETARD, { ...RETARD, retard: 2 })).toMatch(/^Deux obligations sont en retard\./)
  })

  it('tenues à temps se comptent parmi celles dont la date est venue', () => {
    const doublons = [
      { recue: enJour('2026-11-02'), traitee: enJour('2026-11-08') },
      { recue: enJour('2026-11-02'), traitee: enJour('2026-11-04') },
      { recue: enJour('2025-11-02'), traitee: enJour('2025-11-03') },
    ]
    const activite = mesurerActivite([FAITE, RETARD, echeance({})], { doublons, acces: [], departs: [] }, 2026)
    const [tenues, signalements] = ['OBLIGATIONS', 'DOUBLONS'].map((code) => activite.find((une) => une.code === code))
    expect(tenues).toMatchObject({ cetteAnnee: '1 sur 2', attendu: '2', avant: '–', constat: '1 en retard' })
    expect(signalements).toMatchObject({
      cetteAnnee: '4\u00a0j',
      avant: '1\u00a0j',
      constat: '2\u00a0signalements traités',
    })
  })
})
