import { describe, expect, it } from 'vitest'
import { enMois, finMois } from '../../../ingest/socle/jour.ts'
import { ROLES } from '../../../server/acces/roles.ts'
import { etatDeLAlerte, type LigneQualifiee } from '../../../server/gestion/alertes/situation.ts'
import { type FaitsAlerte, MACHINE_ALERTES } from '../../../server/gestion/alertes/table.ts'
import { essayer } from '../../../server/gestion/machine.ts'

const FAITS: FaitsAlerte = {
  mois: enMois('2026-10'),
  valeur: 0.3,
  statut: 'ALERTE',
  explication: { jusqua: enMois('2026-12'), icHaut: 0.2 },
  mesureOuverte: false,
}

const SAISIE = { raison: 'LOGICIEL', texte: 'bascule du 12/10', jusqua: enMois('2026-12') }

/** The contract's table, each condition met. */
const CONTRAT: Readonly<Record<string, string>> = {
  'A_TRAITER EXPLIQUER gestionnaire': 'EXPLIQUE',
  'A_TRAITER OUVRIR_MESURE gestionnaire': 'EN_MESURE',
  'EXPLIQUE OUVRIR_MESURE gestionnaire': 'EN_MESURE',
  'EXPLIQUE REVENIR APPLICATION': 'A_TRAITER',
  'EN_MESURE RELEVER APPLICATION': 'A_TRAITER',
}

const tenter = (etat: 'A_TRAITER', acte: 'EXPLIQUER', saisie: Partial<Record<keyof typeof SAISIE, unknown>>) =>
  'vers' in
  essayer(MACHINE_ALERTES, {
    etat,
    acte,
    role: 'gestionnaire',
    faits: FAITS,
    saisie: { ...SAISIE, ...saisie } as never,
  })

describe('la table des alertes', () => {
  it('donne à chaque étape, acte et rôle ce que dit le contrat, et rien d’autre', () => {
    const lus = MACHINE_ALERTES.etats.flatMap((etat) =>
      MACHINE_ALERTES.actes.flatMap((acte) =>
        [...ROLES, 'APPLICATION' as const].flatMap((role) => {
          const issue = essayer(MACHINE_ALERTES, { etat, acte, role, faits: FAITS, saisie: SAISIE })
          return 'vers' in issue ? [[`${etat} ${acte} ${role}`, issue.vers] as const] : []
        }),
      ),
    )
    expect(Object.fromEntries(lus)).toEqual(CONTRAT)
  })

  it.each([
    ['sans raison', { raison: null }, false],
    ['d’une raison inconnue', { raison: 'constructor' }, false],
    ['sans texte', { texte: '' }, false],
    ['sans mois', { jusqua: null }, false],
    ['jusqu’à un mois passé', { jusqua: '2026-09' }, false],
    ['pour le seul mois en alerte', { jusqua: '2026-10' }, true],
    ['pour un an', { jusqua: '2027-10' }, true],
    ['pour plus d’un an', { jusqua: '2027-11' }, false],
  ])('une explication %s', (_, saisie, attendu) => {
    expect(tenter('A_TRAITER', 'EXPLIQUER', saisie)).toBe(attendu)
  })
})

const EXPLICATION = {
  mois: enMois('2026-08'),
  jusqua: enMois('2026-10'),
  ic_haut: 0.2,
  sur_douze_mois: false,
  le: '2026-09-05 10:00:00',
}

const point = (mois: string, valeur: number | null, surDouzeMois = false) => ({
  mois: enMois(mois),
  instantane: finMois(enMois(mois)),
  surDouzeMois,
  valeur,
  numerateur: null,
  denominateur: null,
  ic_bas: null,
  ic_haut: null,
  statut: 'ALERTE' as const,
})

describe('une alerte', () => {
  const etat = (ligne: Partial<LigneQualifiee>) =>
    etatDeLAlerte({ explication: EXPLICATION, mesures: [], points: [], ...ligne })
  it.each([
    ['sans rien', { explication: null, points: [point('2026-10', 0.1)] }, 'A_TRAITER'],
    ['expliquée, le dernier mois dit', { points: [point('2026-09', 0.1), point('2026-10', 0.2)] }, 'EXPLIQUE'],
    ['expliquée, le mois d’après', { points: [point('2026-10', 0.1), point('2026-11', 0.1)] }, 'A_TRAITER'],
    ['expliquée, une valeur au-dessus', { points: [point('2026-09', 0.2001)] }, 'A_TRAITER'],
    [
      'expliquée, une valeur au-dessus puis en dessous',
      { points: [point('2026-09', 0.3), point('2026-10', 0.1)] },
      'A_TRAITER',
    ],
    ['expliquée, une valeur de douze mois au-dessus', { points: [point('2026-09', 0.3, true)] }, 'EXPLIQUE'],
    ['expliquée, un mois sans valeur', { points: [point('2026-09', null)] }, 'EXPLIQUE'],
    ['suivie par une mesure ouverte', { mesures: [{ depuis: '2026-09-10 10:00:00', ouverte: true }] }, 'EN_MESURE'],
    [
      'dont la mesure est close, toujours en alerte',
      { mesures: [{ depuis: '2026-09-10 10:00:00', ouverte: false }], points: [point('2026-10', 0.1)] },
      'A_TRAITER',
    ],
    [
      'expliquée après une mesure close',
      { mesures: [{ depuis: '2026-08-10 10:00:00', ouverte: false }], points: [point('2026-10', 0.1)] },
      'EXPLIQUE',
    ],
  ] as const)('%s', (_, ligne, attendu) => {
    expect(etat(ligne)).toBe(attendu)
  })
})
