import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estOuvre, feriesDe, jourDeLaSemaine, reporter } from '../../../ingest/socle/feries.ts'
import { enJour, enMois, type Jour, joursEntre, plusJours } from '../../../ingest/socle/jour.ts'
import {
  bilansDesBailleurs,
  comites,
  compteRendu,
  controlesDus,
  formationDuService,
  reunionsDesServices,
} from '../../../server/gestion/agenda/dues.ts'
import { type Due, nParAn, semestriels, situer } from '../../../server/gestion/agenda/echeances.ts'
import type { MoisVu } from '../../../web/modeles/mois-controle.ts'

const ECHUE = enMois('2025-12')

const mois = (reste: Partial<MoisVu>): MoisVu => ({
  ...{ mois: enMois('2026-03'), etat: 'A_FAIRE', vus: 0, ouvertLe: null, instantane: enJour('2026-03-31') },
  ...{ echeance: null, retard: 0, signe: null, sansInstantane: false, versions: 0, rouvert: null, signableSans: null },
  ...reste,
})

const seule = (dues: readonly Due[], periode: string): Due => {
  const due = dues.find((une) => une.periode === periode)
  if (due === undefined) throw new Error(`${periode} n’est pas due`)
  return due
}

const unParAn = (code: 'FORMATION' | 'HABILITATIONS' | 'REGISTRE' | 'PLENIERE') => nParAn(code, 1, ECHUE, 2026, [])

/** Every obligation, as the text says when it falls due, and the working day that this is, found on a calendar. */
const OBLIGATIONS: readonly (readonly [nom: string, due: Due, texte: string, ouvre: string])[] = [
  // 1 May is a holiday, a Friday: the Monday.
  ['contrôle mensuel', seule(controlesDus([mois({})]), '2026-03'), '2026-05-01', '2026-05-04'],
  [
    'compte rendu au préfet',
    seule(semestriels('COMPTE_RENDU_PREFET', ECHUE, 2026, []), '2025-S2'),
    '2026-01-31',
    '2026-02-02',
  ],
  [
    'bilan aux partenaires',
    seule(semestriels('BILAN_PARTENAIRES', ECHUE, 2026, []), '2026-S1'),
    '2026-07-31',
    '2026-07-31',
  ],
  ['comité', seule(comites(ECHUE, 2026, []), '2026-1'), '2026-06-30', '2026-06-30'],
  ['réunion des services', seule(reunionsDesServices(ECHUE, 2026, []), '2026-2'), '2026-12-31', '2026-12-31'],
  // 14 May is Ascension.
  [
    'compte rendu de réunion',
    compteRendu({ id: 1, nature: 'SERVICES', tenueLe: enJour('2026-05-07'), envoyeLe: null }),
    '2026-05-14',
    '2026-05-15',
  ],
  ['formation des nouveaux services', seule(unParAn('FORMATION'), '2026'), '2026-12-31', '2026-12-31'],
  // A Sunday.
  [
    'formation d’un service',
    formationDuService({ service: 'B01', libelle: 'Garance', le: enJour('2025-09-22') }, []),
    '2026-03-22',
    '2026-03-23',
  ],
  ['revue des habilitations', seule(unParAn('HABILITATIONS'), '2026'), '2026-12-31', '2026-12-31'],
  ['confirmation du registre', seule(unParAn('REGISTRE'), '2026'), '2026-12-31', '2026-12-31'],
  ['plénière', seule(unParAn('PLENIERE'), '2026'), '2026-12-31', '2026-12-31'],
  // 28 February 2026 is a Saturday.
  [
    'bilans des bailleurs',
    seule(bilansDesBailleurs(enMois('2025-01'), 2026, ['B01'], []), '2025'),
    '2026-02-28',
    '2026-03-02',
  ],
]

describe.each(OBLIGATIONS)('%s', (_, due, texte, ouvre) => {
  it('est due au jour que le texte dit, ou au jour ouvré qui suit', () => {
    expect([due.due, situer(due, '013', enJour(texte)).echeance]).toEqual([texte, ouvre])
  })

  it('n’est en retard ni la veille ni le jour, et l’est le lendemain', () => {
    const etat = (n: number) => {
      const { etat: dit, retard, reste } = situer(due, '013', plusJours(enJour(ouvre), n))
      return [dit, retard, reste]
    }
    expect([-1, 0, 1].map(etat)).toEqual([
      ['A_FAIRE', 0, 1],
      ['A_FAIRE', 0, 0],
      ['EN_RETARD', 1, 0],
    ])
  })

  it('faite la veille ou le jour l’est à temps ; le lendemain, avec un jour de retard', () => {
    const retard = (n: number) => situer({ ...due, faiteLe: plusJours(enJour(ouvre), n) }, '013', enJour('2027-06-01'))
    expect([-1, 0, 1].map((n) => [retard(n).etat, retard(n).retard])).toEqual([
      ['FAITE', 0],
      ['FAITE', 0],
      ['FAITE', 1],
    ])
  })
})

describe('un jour de report', () => {
  const jours = fc.integer({ min: 0, max: 12_000 }).map((n) => plusJours(enJour('2011-01-01'), n))

  it('est ouvré, jamais avant, et tout ce qui le sépare du jour dit est chômé', () => {
    fc.assert(
      fc.property(jours, fc.constantFrom('013', '057', '974'), (jour, territoire) => {
        const reporte = reporter(jour, territoire)
        const ecart = joursEntre(jour, reporte)
        expect(estOuvre(reporte, territoire)).toBe(true)
        expect(ecart).toBeGreaterThanOrEqual(0)
        for (let n = 0; n < ecart; n++) expect(estOuvre(plusJours(jour, n), territoire)).toBe(false)
      }),
    )
  })

  it.each([2025, 2026, 2027, 2028])('de %i : aucun férié ni dimanche n’est une échéance', (annee) => {
    const chomes = [...feriesDe(annee, '013').keys()]
    const dimanches = Array.from({ length: 366 }, (_, n) => plusJours(enJour(`${annee}-01-01`), n)).filter(
      (jour) => jourDeLaSemaine(jour) === 7,
    )
    const due = (jour: Jour): Due => ({ ...seule(unParAn('PLENIERE'), '2026'), due: jour })
    for (const jour of [...chomes, ...dimanches]) {
      const { echeance } = situer(due(jour), '013', jour)
      expect([jour, estOuvre(echeance, '013'), echeance > jour]).toEqual([jour, true, true])
    }
  })
})

describe('« n par an »', () => {
  it('échoit à la fin de chaque part de l’année civile, d’une année à l’autre, depuis le premier mois', () => {
    const annee = fc.integer({ min: 2012, max: 2040 })
    fc.assert(
      fc.property(annee, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 3 }), (premiere, m, duree) => {
        const depuis = enMois(`${premiere}-${String(m).padStart(2, '0')}`)
        const dues = comites(depuis, premiere + duree, []).map(({ due }) => due)
        const attendues = Array.from({ length: duree + 1 }, (_, i) => premiere + i).flatMap((a) => [
          ...(a > premiere || m <= 6 ? [`${a}-06-30`] : []),
          `${a}-12-31`,
        ])
        expect(dues).toEqual(attendues)
      }),
    )
  })

  it('un service arrivé en fin de mois se forme six mois après, le dernier jour du mois s’il le faut', () => {
    const du = (le: string) => formationDuService({ service: 'B', libelle: 'B', le: enJour(le) }, []).due
    expect(['2025-08-31', '2025-12-01', '2026-01-01'].map(du)).toEqual(['2026-02-28', '2026-06-01', '2026-07-01'])
  })
})

describe('un mois sans instantané', () => {
  const [due] = controlesDus([mois({ instantane: null })])

  it('se dit manquant, et n’est jamais en retard', () => {
    for (const jour of ['2026-04-01', '2026-05-01', '2026-05-04', '2027-05-04'])
      expect(due && situer(due, '013', enJour(jour))).toMatchObject({ etat: 'MANQUANT', retard: 0, reste: 0 })
  })

  it('signé sans instantané, il est fait, sans retard', () => {
    const signe = { le: enJour('2026-08-03'), par: 'Camille' }
    const [signee] = controlesDus([mois({ instantane: null, signe })])
    expect(signee && situer(signee, '013', enJour('2026-11-23'))).toMatchObject({ etat: 'FAITE', retard: 0 })
  })
})
