import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enJour, plusJours } from '../../ingest/socle/jour.ts'
import type { CodeSorte, EtatDemarche, ListeDemarches } from '../../web/demarches/mots.ts'
import type { ResumeDemarche } from '../../web/demarches/vue.ts'
import { chiffresDeLAnnee, type Traite } from '../../web/modeles/activite.ts'
import { direDelais, estDeLaListe, ordreDesDemarches } from '../../web/modeles/demarches.ts'

const traitee = (recue: string, fait: string): Traite => ({ recue: enJour(recue), traitee: enJour(fait) })

/** The figure of complaints in 2026, where they alone were treated. */
const reclamations = (liste: readonly Traite[]) =>
  chiffresDeLAnnee([], { doublons: [], acces: [], departs: [], reclamations: liste, questions: [] }, 2026).find(
    ({ code }) => code === 'RECLAMATIONS',
  )

describe('le délai médian de traitement', () => {
  it.each([
    ['n’existe pas sans démarche traitée', [], null],
    ['est celui de la seule', [traitee('2026-11-02', '2026-11-05')], 3],
    ['est nul le jour même', [traitee('2026-11-02', '2026-11-02')], 0],
    ['compte la fin de semaine : du vendredi au lundi, trois jours', [traitee('2026-11-06', '2026-11-09')], 3],
    ['est entre les deux du milieu', [traitee('2026-11-02', '2026-11-03'), traitee('2026-11-02', '2026-11-06')], 2.5],
  ])('%s', (_, demarches, attendu) => {
    expect(reclamations(demarches)?.mediane).toBe(attendu)
  })

  it.each([
    ['le premier jour', '2026-01-01', 1],
    ['la veille', '2025-12-31', 0],
    ['le dernier jour', '2026-12-31', 1],
    ['le lendemain', '2027-01-01', 0],
  ])('est de l’année où elles sont traitées, %s', (_, fait, attendu) => {
    expect(reclamations([traitee('2025-06-01', fait)])?.nombre).toBe(attendu)
  })

  it('est entre le plus court et le plus long, dans quelque ordre qu’elles viennent', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 30 }), (delais) => {
        const liste = delais.map((n) => traitee('2026-01-05', plusJours(enJour('2026-01-05'), n)))
        const mediane = reclamations(liste)?.mediane ?? -1
        expect(mediane).toBeGreaterThanOrEqual(Math.min(...delais))
        expect(mediane).toBeLessThanOrEqual(Math.max(...delais))
        expect(reclamations(liste.toReversed())?.mediane).toBe(mediane)
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
