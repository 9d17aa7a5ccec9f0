import { describe, expect, it } from 'vitest'
import { enJour } from '../../../../ingest/socle/jour.ts'
import { finDeReactivation } from '../../../../server/gestion/demarches/fenetre.ts'

const [radiee, echeance] = [enJour('2026-06-15'), enJour('2026-05-31')]

describe('le dernier jour de réactivation d’une demande radiée', () => {
  it.each([
    ['six mois après l’échéance, pour un non-renouvellement', 'NON_RENOUVELLEMENT', radiee, echeance, '2026-11-30'],
    ['cinq mois après la radiation, pour une absence de réponse', 'ABSENCE_REPONSE', radiee, echeance, '2026-11-15'],
    ['inconnu sans échéance, pour un non-renouvellement', 'NON_RENOUVELLEMENT', radiee, null, null],
    ['inconnu sans date de radiation, pour une absence de réponse', 'ABSENCE_REPONSE', null, echeance, null],
    ['sans objet pour une renonciation', 'RENONCIATION', radiee, echeance, null],
    ['inconnu sans motif', null, radiee, echeance, null],
  ])('est %s', (_, motif, jourRadiee, jourEcheance, attendu) => {
    expect(finDeReactivation({ motif, radiee: jourRadiee, echeance: jourEcheance })).toBe(attendu)
  })
})
