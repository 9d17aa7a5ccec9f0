import { describe, expect, it } from 'vitest'
import { enJour } from '../../../../ingest/socle/jour.ts'
import { dire, type Essai, lireMotifs, ouvrirEssai, S } from '../../aide.ts'

const A = '111111111'
const B = '222222222'
const C = '333333333'
const HORS = '444444444'

const attribuee = (siren_bailleur: string, date_signature_bail: string | null, autre = {}) => ({
  statut: 'RADIEE',
  motif_radiation: 'ATTRIBUTION',
  siren_bailleur,
  date_signature_bail,
  ...autre,
})

const GUICHETS = [
  { code: 'G0001', categorie: 'BAILLEUR', service_code: 'SERVA', siren: A },
  { code: 'G0002', categorie: 'BAILLEUR', service_code: 'SERVB', siren: B },
  { code: 'G0003', categorie: 'COMMUNE', service_code: 'SERVB', siren: C },
  { code: 'G0004', categorie: 'BAILLEUR', service_code: 'SERVD', siren: A },
]

const lire = async ({ trouver }: Essai, ...entites: readonly string[]) => {
  const lues: Record<string, string> = {}
  for (const [niveau, liste] of [
    ['SERVICE', entites],
    ['CATEGORIE', ['BAILLEUR']],
    ['TERRITOIRE', ['013']],
  ] as const)
    for (const entite of liste) {
      const ligne = await trouver('attributions_manquantes', { niveau, entite })
      lues[entite] = ligne ? dire(ligne) : 'aucune ligne'
    }
  return lues
}

describe('attributions_manquantes', () => {
  it('compte, bailleur par bailleur, les baux signés trois mois plus tôt qu’aucune attribution ne montre', async () => {
    const essai = await ouvrirEssai()
    const juillet = (siren_bailleur: string, baux_signes: number, mois = '2026-07') => ({
      siren_bailleur,
      mois,
      baux_signes,
    })
    await essai.importer({
      date: enJour(S),
      guichets: GUICHETS,
      demandes: [
        attribuee(A, '2026-06-30'),
        attribuee(A, '2026-07-01'),
        attribuee(A, '2026-07-31', { date_saisie_radiation: null }),
        attribuee(A, '2026-08-01'),
        attribuee(A, null),
        attribuee(A, '2026-07-02', { motif_radiation: 'FUSION' }),
        attribuee(A, '2026-07-02', { statut: 'ACTIVE' }),
        attribuee(A, '2026-07-02', { type_demandeur: 'ASSOCIATION' }),
        ...[1, 2, 3, 4].map(() => attribuee(B, '2026-07-10')),
      ],
      baux: [
        juillet(A, 5),
        juillet(B, 1),
        juillet(B, 2),
        juillet(C, 4),
        juillet(HORS, 7),
        juillet(A, 90, '2026-06'),
        juillet(A, 90, '2026-08'),
      ],
    })
    expect(await lire(essai, 'SERVA', 'SERVB', 'SERVD')).toEqual({
      SERVA: '3/5',
      SERVB: '4/7',
      SERVD: '0/0',
      BAILLEUR: '3/5',
      '013': '14/19',
    })
  })

  it('n’existe pas au guichet', async () => {
    const essai = await ouvrirEssai()
    await essai.importer({ date: enJour(S), guichets: GUICHETS, baux: [] })
    expect(await essai.trouver('attributions_manquantes', { entite: 'G0001' })).toBeUndefined()
    expect(dire(await essai.lire('attributions_manquantes'))).toBe('0/0')
  })

  it('n’a pas de valeur sans le fichier des baux', async () =>
    expect(await lireMotifs('attributions_manquantes', [{ sans: ['siren_bailleur'] }])).toEqual(['COLONNE_VIDE baux']))

  it('n’a pas de valeur sans SIREN, baux ou motifs dans les demandes', async () => {
    const essai = await ouvrirEssai()
    const sans = ['siren_bailleur', 'date_signature_bail', 'motif_radiation'] as const
    const motifs: string[] = []
    for (const i of [0, 1, 2]) {
      const territoire = `T0${i}`
      await essai.importer({ territoire, date: enJour(S), baux: [], sans: sans.slice(i) })
      motifs.push(dire(await essai.lire('attributions_manquantes', { territoire })))
    }
    expect(motifs).toEqual(sans.map((nom) => `COLONNE_VIDE ${nom}`))
  })
})
