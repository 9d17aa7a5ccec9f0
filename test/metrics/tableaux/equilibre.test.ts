import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enJour, finMois, type Jour, type Mois, moisEntre, plusMois } from '../../../ingest/socle/jour.ts'
import { OPTIONS, ouvrirBase } from '../../base.ts'
import { type Demande, ecrireContenu, numeroDe } from '../instantane.ts'
import { lireStandard } from './aide.ts'

/** Eleven months make ten pairs; five histories make fifty. */
const MOIS = moisEntre('2025-12' as Mois, '2026-10' as Mois)
const HISTOIRES = 5

/** What a snapshot says of a demande; one struck off for longer than a year is not kept, and counts as absent. */
const ETATS = [
  'ACTIVE',
  'ACTIVE',
  'ACTIVE',
  'ATTRIBUTION',
  'RENONCIATION',
  'SANS_MOTIF',
  'ANCIENNE',
  'ABSENTE',
] as const
type Etat = (typeof ETATS)[number]

interface Vecue {
  readonly enregistrement: Jour
  readonly association: boolean
  readonly etats: readonly Etat[]
}

const vecue: fc.Arbitrary<Vecue> = fc.record({
  enregistrement: fc.constantFrom(...['2023-05-02', ...MOIS.map((mois) => `${mois}-05`), '2026-10-31'].map(enJour)),
  association: fc.boolean(),
  etats: fc.array(fc.constantFrom(...ETATS), { minLength: MOIS.length, maxLength: MOIS.length }),
})

/** A demande on a snapshot's day: nothing before it is registered. */
const etatEn = ({ enregistrement, etats }: Vecue, i: number): Etat => {
  const etat = etats[i] ?? 'ABSENTE'
  if (enregistrement > finMois(MOIS[i] as Mois)) return 'ABSENTE'
  return etat === 'ANCIENNE' ? 'ABSENTE' : etat
}

const ligneDe = (une: Vecue, rang: number, i: number): Demande[] => {
  const { enregistrement, association, etats } = une
  const date = finMois(MOIS[i] as Mois)
  if (enregistrement > date || etats[i] === 'ABSENTE') return []
  const commun = {
    numero_unique: numeroDe(rang + 1, enregistrement),
    date_enregistrement: enregistrement,
    type_demandeur: association ? 'ASSOCIATION' : 'PERSONNE',
  }
  if (etats[i] === 'ACTIVE') return [{ ...commun, statut: 'ACTIVE' }]
  const radiation = etats[i] === 'ANCIENNE' ? plusMois(date, -14) : date
  return [
    {
      ...commun,
      statut: 'RADIEE',
      date_radiation: radiation,
      date_saisie_radiation: radiation,
      motif_radiation: etats[i] === 'SANS_MOTIF' ? null : etats[i] === 'ANCIENNE' ? 'RENONCIATION' : (etats[i] ?? null),
    },
  ]
}

type Comptes = Readonly<Record<string, number>>

const compter = (cles: readonly (string | null)[]): Comptes => {
  const comptes: Record<string, number> = {}
  for (const cle of cles) if (cle !== null) comptes[cle] = (comptes[cle] ?? 0) + 1
  return comptes
}

/** What the table must say of a demande between two months: its line, or none. */
const mouvementDe = (une: Vecue, i: number): string | null => {
  const [avant, apres] = [etatEn(une, i - 1), etatEn(une, i)]
  if (avant === 'ACTIVE' && apres !== 'ACTIVE') return `SORTIE ${apres === 'SANS_MOTIF' ? 'INCONNU' : apres}`
  if (avant === 'ACTIVE' || apres !== 'ACTIVE') return null
  if (avant !== 'ABSENTE') return 'ENTREE REACTIVEE'
  return `ENTREE ${une.enregistrement > finMois(MOIS[i - 1] as Mois) ? 'NOUVELLE' : 'TARDIVE'}`
}

const actives = (histoire: readonly Vecue[], i: number): number =>
  histoire.filter((une) => etatEn(une, i) === 'ACTIVE').length

/** What the table must hold between two months, beside one association that never moves: every snapshot here has it. */
const attendre = (siennes: readonly Vecue[], i: number, fond: number): Comptes => ({
  ...compter(siennes.map((une) => mouvementDe(une, i))),
  ...Object.fromEntries(
    Object.entries({ STOCK_DEBUT: actives(siennes, i - 1) + fond, STOCK_FIN: actives(siennes, i) + fond }).filter(
      ([, n]) => n > 0,
    ),
  ),
})

const [PERSONNES, ASSOCIATIONS] = [
  { code: 'TAB01-01', association: false, fond: 0 },
  { code: 'TAB01-02', association: true, fond: 1 },
] as const

const histoires = fc.sample(fc.array(vecue, { minLength: 8, maxLength: 30 }), { numRuns: HISTOIRES, seed: 20_261_130 })

describe('TAB01, l’évolution du stock, sur cinquante couples d’instantanés', () => {
  it.each(histoires.map((histoire, n) => ({ n: n + 1, histoire })))(
    'est juste et s’équilibre, avec des réactivées, des tardives et des purgées (histoire $n)',
    async ({ histoire }) => {
      const { base, charger } = await ouvrirBase()
      for (const [i, mois] of MOIS.entries())
        await charger(
          ecrireContenu({ date: finMois(mois), demandes: histoire.flatMap((une, rang) => ligneDe(une, rang, i)) }),
          { ...OPTIONS, maintenant: new Date('2026-12-05T10:00:00') },
        )
      for (const { code, association, fond } of [PERSONNES, ASSOCIATIONS])
        for (const [i, mois] of [...MOIS.entries()].slice(1)) {
          const siennes = histoire.filter((une) => une.association === association)
          const { lignes } = await lireStandard(base, code, { instantane: finMois(mois) })
          const lus = lignes.filter(({ effectif }) => Number(effectif) > 0)
          expect(
            Object.fromEntries(
              lus.map(({ poste, detail, effectif }) => [`${poste} ${detail ?? ''}`.trim(), Number(effectif)]),
            ),
          ).toEqual(attendre(siennes, i, fond))
          const somme = (de: string) =>
            lignes.reduce((total, { poste, effectif }) => (poste === de ? total + Number(effectif) : total), 0)
          expect(somme('STOCK_FIN')).toBe(somme('STOCK_DEBUT') + somme('ENTREE') - somme('SORTIE'))
        }
    },
  )

  it('passe par chaque mouvement que le tableau distingue', () => {
    const vus = new Set(
      histoires.flatMap((histoire) => MOIS.slice(1).flatMap((_, i) => histoire.map((une) => mouvementDe(une, i + 1)))),
    )
    const entrees = ['ENTREE NOUVELLE', 'ENTREE REACTIVEE', 'ENTREE TARDIVE']
    const sorties = ['ABSENTE', 'ATTRIBUTION', 'INCONNU', 'RENONCIATION'].map((motif) => `SORTIE ${motif}`)
    expect([...vus].filter((vu) => vu !== null).toSorted()).toEqual([...entrees, ...sorties])
  })
})
