import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enJour, joursEntre, plusJours } from '../../ingest/socle/jour.ts'
import type { CodeSorte, EtatDemarche, ListeDemarches } from '../../web/demarches/mots.ts'
import type { ResumeDemarche } from '../../web/demarches/vue.ts'
import { type DemarcheTraitee, delaiMedian, traiteesDans } from '../../web/modeles/delais-demarches.ts'
import { direDelais, estDeLaListe, ordreDesDemarches } from '../../web/modeles/demarches.ts'

const traitee = (recu: string, fait: string, famille: DemarcheTraitee['famille'] = 'RECLAMATION'): DemarcheTraitee => ({
  famille,
  recu: enJour(recu),
  transmis: null,
  fait: enJour(fait),
})

const ANNEE = { debut: enJour('2026-01-01'), fin: enJour('2026-12-31') }

describe('le délai médian de traitement', () => {
  it.each([
    ['n’existe pas sans démarche traitée', [], null],
    ['est celui de la seule', [traitee('2026-11-02', '2026-11-05')], 3],
    ['est nul le jour même', [traitee('2026-11-02', '2026-11-02')], 0],
    ['compte la fin de semaine : du vendredi au lundi, trois jours', [traitee('2026-11-06', '2026-11-09')], 3],
    ['est entre les deux du milieu', [traitee('2026-11-02', '2026-11-03'), traitee('2026-11-02', '2026-11-06')], 2.5],
    [
      'ne suit pas la plus longue',
      [traitee('2026-11-02', '2026-11-03'), traitee('2026-11-02', '2026-11-04'), traitee('2026-01-02', '2026-11-04')],
      2,
    ],
  ])('%s', (_, demarches, attendu) => {
    expect(delaiMedian(demarches)).toBe(attendu)
  })

  it.each([
    ['le premier jour', '2026-01-01', 1],
    ['la veille', '2025-12-31', 0],
    ['le dernier jour', '2026-12-31', 1],
    ['le lendemain', '2027-01-01', 0],
  ])('est de la période où elles sont traitées, %s', (_, fait, attendu) => {
    expect(traiteesDans([traitee('2025-06-01', fait)], 'RECLAMATION', ANNEE)).toHaveLength(attendu)
  })

  it('n’est que de sa famille', () => {
    const toutes = [traitee('2026-11-02', '2026-11-05', 'DOUBLON'), traitee('2026-11-02', '2026-11-05', 'QUESTION')]
    expect(traiteesDans(toutes, 'QUESTION', ANNEE)).toEqual([toutes[1]])
    expect(traiteesDans(toutes, 'RECLAMATION', ANNEE)).toEqual([])
  })

  it('est entre le plus court et le plus long, dans quelque ordre qu’elles viennent', () => {
    const delai = fc.integer({ min: 0, max: 400 })
    fc.assert(
      fc.property(fc.array(delai, { minLength: 1, maxLength: 30 }), (delais) => {
        const demarches = delais.map((n) => traitee('2026-01-05', plusJours(enJour('2026-01-05'), n)))
        const median = delaiMedian(demarches) ?? -1
        expect(median).toBeGreaterThanOrEqual(Math.min(...delais))
        expect(median).toBeLessThanOrEqual(Math.max(...delais))
        expect(delaiMedian(demarches.toReversed())).toBe(median)
        expect(demarches.every(({ recu, fait }, i) => joursEntre(recu, fait) === delais[i])).toBe(true)
      }),
    )
  })
})

const resume = (id: number, etat: EtatDemarche, sorte: CodeSorte = 'DOUBLON'): ResumeDemarche => ({
  ...{ id, etat, sorte, numeros: [], service: 'Mairie', recueLe: enJour('2026-11-02') },
  ...{ transmiseLe: null, traiteeLe: null, confirmeeLe: null },
})

describe('les listes de démarches', () => {
  it.each([
    ['RECUE', 'DOUBLON', ['ATTENTE']],
    ['EN_COURS', 'RADIATION', ['ATTENTE']],
    ['TRANSMISE', 'QUESTION', ['ATTENTE', 'QUESTIONS']],
    ['ACCEPTEE', 'DOUBLON', ['SUIVIES']],
    ['ACCEPTEE', 'PIECE_REDEMANDEE', ['SUIVIES']],
    ['FAITE', 'DOUBLON', ['SUIVIES']],
    ['FAITE', 'PIECE_REDEMANDEE', ['TERMINEES']],
    ['CONFIRMEE', 'DOUBLON', ['TERMINEES']],
    ['REFUSEE', 'IDENTITE', ['TERMINEES']],
    ['RETIREE', 'DOUBLON', ['TERMINEES']],
    ['REPONDUE', 'QUESTION', ['TERMINEES', 'QUESTIONS']],
  ] as const)('%s, %s : dans %j', (etat, sorte, attendues) => {
    const listes: ListeDemarches[] = ['ATTENTE', 'SUIVIES', 'TERMINEES', 'QUESTIONS']
    expect(listes.filter((liste) => estDeLaListe(liste, resume(1, etat, sorte)))).toEqual(attendues)
  })

  it('montrent d’abord ce qui attend, la plus ancienne avant, puis le reste, la plus récente avant', () => {
    const rangees = [resume(1, 'REFUSEE'), resume(2, 'RECUE'), resume(3, 'EN_COURS'), resume(4, 'FAITE')]
    expect(rangees.toSorted(ordreDesDemarches).map(({ id }) => id)).toEqual([2, 3, 4, 1])
  })

  it('disent les deux délais des questions, ou qu’il n’y en a pas', () => {
    const question = (transmiseLe: string | null, traiteeLe: string | null) => ({
      ...resume(1, 'REPONDUE', 'QUESTION'),
      transmiseLe: transmiseLe === null ? null : enJour(transmiseLe),
      traiteeLe: traiteeLe === null ? null : enJour(traiteeLe),
    })
    const dire = (...questions: ResumeDemarche[]) => direDelais(questions).replace(/[\u00a0\u202f]/g, ' ')
    expect(dire(question('2026-11-04', '2026-11-12'), question(null, '2026-11-06'))).toBe(
      'Délai médian : 2 j pour transmettre au support national (1 question), 7 j pour répondre (2 questions).',
    )
    expect(dire(question(null, null))).toBe('Délai médian : aucune transmise, aucune répondue.')
  })
})
