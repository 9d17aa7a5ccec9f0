import { describe, expect, it } from 'vitest'
import { rapportsPublies } from '../../../../server/lecture/rapports/publications.ts'

const publie = (destinataire: 'prefet' | 'partenaires' | 'copil', version: number, le: string) => ({
  ...{ destinataire, semestre: '2026-S1', version, le },
})

describe('ce que la publication fait du calendrier', () => {
  it('le compte rendu et le bilan comptent au jour de leur première version ; le dossier du comité n’est pas une obligation', () => {
    const faits = rapportsPublies([
      publie('prefet', 1, '2026-07-24 10:15:00'),
      publie('prefet', 2, '2026-09-01 10:15:00'),
      publie('partenaires', 1, '2026-07-31 23:59:59'),
      publie('copil', 1, '2026-07-24 10:15:00'),
    ])
    expect(faits.map(({ obligation, periode, fait_le }) => [obligation, periode, fait_le])).toEqual([
      ['COMPTE_RENDU_PREFET', '2026-S1', '2026-07-24'],
      ['BILAN_PARTENAIRES', '2026-S1', '2026-07-31'],
    ])
  })
})
