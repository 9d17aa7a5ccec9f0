import { describe, expect, it } from 'vitest'
import { enMois } from '../../ingest/socle/jour.ts'
import { constatsDuDossierUnique } from '../../web/modeles/dossier-unique.ts'
import { CLOS, EN_COURS } from './fixtures/echantillons.ts'

const question = { code: 'DEPOT', libelle: 'Pièces déposées sous 15 jours (dossier unique)', defaut: 'NON' } as const
const [modele] = CLOS.fiches

/** A sample with answers to the question, one a form. */
const tire = (id: number, mois: string, reponses: readonly ('OUI' | 'NON' | 'NON_VERIFIABLE')[]) => ({
  ...CLOS,
  id,
  mois: enMois(mois),
  questions: [question, { code: 'AUTRE', libelle: 'La pièce d’identité est vue', defaut: 'NON' } as const],
  fiches: reponses.flatMap((reponse) =>
    modele?.reponse
      ? [{ ...modele, reponse: { ...modele.reponse, reponses: { DEPOT: reponse, AUTRE: 'OUI' as const } } }]
      : [],
  ),
})

describe('ce que les échantillons disent du dossier unique', () => {
  it('est ce qui répond à ses questions, le plus récent d’abord', () => {
    const lus = constatsDuDossierUnique([
      tire(1, '2026-08', ['OUI', 'OUI', 'NON']),
      tire(2, '2026-10', ['OUI']),
      tire(3, '2026-09', ['NON_VERIFIABLE']),
    ])
    expect(lus.map(({ echantillon, resultat }) => [echantillon.mois, resultat.code, resultat.verifiees])).toEqual([
      ['2026-10', 'DEPOT', 1],
      ['2026-08', 'DEPOT', 3],
    ])
    expect(lus[1]?.resultat.defauts).toBe(1)
  })

  it('n’est rien tant que rien n’est vérifié', () => {
    const sans = [{ ...EN_COURS, fiches: EN_COURS.fiches.map((fiche) => ({ ...fiche, reponse: null })) }]
    expect(constatsDuDossierUnique(sans)).toEqual([])
  })
})
