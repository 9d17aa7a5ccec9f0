import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { enJour, enMois, finMois, type Mois, moisEntre } from '../../../ingest/socle/jour.ts'
import { entier, nul, reel, texte } from '../../../ingest/socle/sql/colonne.ts'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import { type Essai, ouvrirEssai } from '../aide.ts'
import type { Demande } from '../instantane.ts'

/** As many registrations as asked in each month, each month told by its own snapshot. */
const inscrire = async (essai: Essai, mois: readonly Mois[], parMois: readonly Demande[]): Promise<void> => {
  for (const m of mois)
    await essai.importer({
      date: finMois(m),
      guichets: [{ code: 'AAAAA' }],
      demandes: parMois.map((demande) => ({ date_enregistrement: `${m}-15`, ...demande })),
    })
}

const rangees = (essai: Essai, indicateur: string, duree: 1 | 12, entite = '013') =>
  runQuery(
    essai.base.connection,
    sql`SELECT mois, mois_couverts AS couverts, coalesce(denominateur, valeur) AS valeur FROM resultats
      WHERE indicateur = ${indicateur} AND duree = ${duree} AND entite = ${entite} ORDER BY mois`,
    { mois: texte, couverts: entier, valeur: nul(reel) },
  )

const ANNEE = moisEntre(enMois('2025-10'), enMois('2026-10'))

describe('les douze mois qui finissent par un mois', () => {
  it('sont douze, ce mois compris, et se refont quand l’un d’eux arrive en retard', async () => {
    const essai = await ouvrirEssai()
    const [premier = '', ...autres] = ANNEE
    await inscrire(essai, autres, [{}])
    await inscrire(essai, [enMois(premier)], [{}, {}, {}])
    const sommes = await rangees(essai, 'enregistrements', 12)
    // Three in the late month, one in each of the twelve others: the thirteenth row no longer holds the late month.
    expect(sommes.map(({ couverts, valeur }) => [couverts, valeur])).toEqual([
      ...Array.from({ length: 12 }, (_, i) => [i + 1, i + 3]),
      [12, 12],
    ])
  })

  it('un mois sans valeur est sauté ; il n’y en a pas quand aucun mois n’en a, pour la raison du dernier', async () => {
    const essai = await ouvrirEssai()
    const demandes = [{ date_enregistrement: '2026-08-15' }, { date_enregistrement: '2026-09-15' }]
    await essai.importer({
      date: enJour('2026-08-31'),
      demandes,
      sans: ['revenu_fiscal_reference', 'date_piece_identite'],
    })
    await essai.importer({ date: enJour('2026-09-30'), demandes, sans: ['date_piece_identite'] })
    expect((await rangees(essai, 'rfr_absent', 12)).map(({ couverts, valeur }) => [couverts, valeur])).toEqual([
      [0, null],
      [1, 1],
    ])
    const deux = await essai.lire('pieces_identite_absentes', { mois: enMois('2026-08'), jusqua: enMois('2026-09') })
    expect([deux.mois_couverts, deux.valeur, deux.motif]).toEqual([0, null, 'COLONNE_VIDE date_piece_identite'])
  })

  it('d’un stock, c’est le dernier mois connu', async () => {
    const essai = await ouvrirEssai()
    await inscrire(essai, [enMois('2026-08')], [{}, {}])
    await inscrire(essai, [enMois('2026-09'), enMois('2026-10')], [{}])
    expect((await rangees(essai, 'demandes_actives', 12)).map(({ valeur }) => valeur)).toEqual([2, 1, 1])
  })

  it('d’un stock que le dernier mois ne mesure pas, c’est celui du mois d’avant', async () => {
    const essai = await ouvrirEssai()
    const demandes = [{ date_echeance: '2026-06-30' }, { date_echeance: '2027-06-30' }]
    await essai.importer({ date: enJour('2026-08-31'), demandes })
    await essai.importer({ date: enJour('2026-09-30'), demandes, sans: ['date_echeance'] })
    const deux = await essai.lire('demandes_perimees', { mois: enMois('2026-08'), jusqua: enMois('2026-09') })
    expect([deux.mois_couverts, deux.numerateur, deux.denominateur]).toEqual([1, 1, 2])
  })

  it('montrent l’état de l’année là où l’effectif du mois est trop faible, et celui du mois sinon', async () => {
    const essai = await ouvrirEssai()
    const forces = Array.from({ length: 10 }, () => ({ forcage_doublon: 'O' }))
    await inscrire(essai, [enMois('2026-07'), enMois('2026-08')], forces)
    const deux = await essai.lire('forcages', { mois: enMois('2026-08'), entite: 'AAAAA' })
    expect([deux.statut, deux.statut_12_mois, deux.statut_affiche]).toEqual([
      'NON_SIGNIFICATIF',
      'NON_SIGNIFICATIF',
      'NON_SIGNIFICATIF',
    ])
    await inscrire(essai, [enMois('2026-09')], forces)
    const trois = await essai.lire('forcages', { mois: enMois('2026-09'), entite: 'AAAAA' })
    expect([trois.statut, trois.statut_12_mois, trois.statut_affiche]).toEqual(['NON_SIGNIFICATIF', 'ALERTE', 'ALERTE'])
    await inscrire(
      essai,
      [enMois('2026-10')],
      Array.from({ length: 30 }, () => ({ forcage_doublon: 'N' })),
    )
    const quatre = await essai.lire('forcages', { mois: enMois('2026-10'), entite: 'AAAAA' })
    expect([quatre.statut, quatre.statut_12_mois, quatre.statut_affiche]).toEqual(['NORMAL', 'ALERTE', 'NORMAL'])
  })
})

describe('ce que le dernier instantané sait d’un mois passé', () => {
  it('vaut pour les onze mois qui le précèdent, et non pour le douzième', async () => {
    const essai = await ouvrirEssai()
    await inscrire(essai, [enMois('2025-10'), enMois('2025-11')], [{}])
    await essai.importer({
      date: enJour('2026-10-31'),
      demandes: ['2025-10-20', '2025-10-21', '2025-11-20', '2025-11-21'].map((jour) => ({ date_enregistrement: jour })),
    })
    const lire = (mois: Mois) => essai.lire('enregistrements', { mois, consolide: true })
    const [douzieme, onzieme] = [await lire(enMois('2025-10')), await lire(enMois('2025-11'))]
    expect([douzieme.valeur, douzieme.consolide]).toEqual([1, null])
    expect([onzieme.valeur, onzieme.consolide]).toEqual([1, 2])
  })
})
