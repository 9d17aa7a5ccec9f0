import { describe, expect, it } from 'vitest'
import { brut, type DocumentEcrit, paragraphe } from '../../../../reports/document.ts'
import { porteUnNumero } from '../../../../server/gestion/rapports/numero.ts'

const document = (texte: string): DocumentEcrit => ({
  ...{ titre: 'Compte rendu', sousTitre: '', langue: 'fr', projet: false, lettre: null },
  blocs: [paragraphe('Un texte.'), { sorte: 'liste', numerotee: false, points: [brut(texte)] }],
  pied: { reference: '', instantane: null, faitLe: '2026-11-23 10:00:00', par: 'essai' },
})

describe('un numéro unique dans un rapport', () => {
  it.each([
    ['d’une pièce', 'La demande 013092600000112345 attend.', true],
    ['en groupes', 'La demande 013 0926 000001 12345 attend.', true],
    [
      'des dates à la suite n’en sont pas un',
      'Instantanés du 31/01/2026, 28/02/2026, 31/03/2026 et 30/04/2026.',
      false,
    ],
    ['une empreinte n’en est pas un', `${'013092600000112345'.repeat(3)}0123456789`, false],
  ])('%s', (_, texte, attendu) => {
    expect(porteUnNumero(document(texte))).toBe(attendu)
  })
})
