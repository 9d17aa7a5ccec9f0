import { type RawBuilder, sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { enJour, enMois } from '../../ingest/socle/jour.ts'
import { compileQuery, runQuery } from '../../ingest/socle/sql/query.ts'
import { INDICATEURS } from '../../metrics/registry.ts'
import { ouvrirBase } from '../base.ts'

const OCTOBRE = {
  territoire: '013',
  mois: enMois('2026-10'),
  s: enJour('2026-10-31'),
  s0: enJour('2026-09-30'),
  sMoins: enJour('2026-06-30'),
  dernier: enJour('2026-10-31'),
  lacunes: { vides: new Set<string>(), s0: true, sMoins: true, cles: true, clesS0: true },
} as const

const requetesDe = (indicateur: (typeof INDICATEURS)[number]): RawBuilder<unknown>[] =>
  indicateur.relation.passes([indicateur], OCTOBRE).map(({ requete }) => requete)

const litteral = (valeur: unknown): string => (typeof valeur === 'string' ? `'${valeur}'` : String(valeur))

/** One clause a line, each value in its place, so that a review sees what changed. */
const lisible = (requete: RawBuilder<unknown>): string => {
  const { sql: texte, parameters } = compileQuery(requete)
  return texte
    .replace(/\$(\d+)/g, (_, rang: string) => litteral(parameters[Number(rang) - 1]))
    .replace(/\s+/g, ' ')
    .replace(/ (FROM|WHERE|JOIN|GROUP BY|ORDER BY|AND|OR|WHEN) /g, '\n  $1 ')
    .replace(/("\w+"(?:, "\w+"){20,})/g, '(…)')
}

describe('le SQL de chaque indicateur', () => {
  it.each(INDICATEURS.map((i) => [i.code, i] as const))('%s est celui que la revue a vu', async (code, indicateur) => {
    const requetes = requetesDe(indicateur)
    expect(requetes).toHaveLength(1)
    await expect(`${requetes.map(lisible).join('\n')}\n`).toMatchFileSnapshot(`sql/${code}.sql`)
  })

  it('est accepté par le moteur, sans paramètre collé ni fonction inconnue', async () => {
    const { base } = await ouvrirBase()
    for (const indicateur of INDICATEURS)
      for (const requete of requetesDe(indicateur)) await runQuery(base.connection, sql`EXPLAIN ${requete}`)
  })
})

describe('le registre', () => {
  it('a trente et un indicateurs, sept d’activité, quinze montrés d’abord, chacun sous un seul code', () => {
    expect(INDICATEURS).toHaveLength(31)
    expect(INDICATEURS.filter(({ famille }) => famille === 'activite')).toHaveLength(7)
    expect(INDICATEURS.filter(({ principal }) => principal)).toHaveLength(15)
    expect(new Set(INDICATEURS.map(({ code }) => code)).size).toBe(31)
  })

  it.each(INDICATEURS.map((i) => [i.code, i] as const))(
    '%s a sa source, ses mots et sa correction',
    (_, indicateur) => {
      const { source, mots, definition, pourquoi, correction, libelle } = indicateur
      for (const texte of [source.texte, ...Object.values(mots), definition, pourquoi, correction, libelle])
        expect(texte.trim().length).toBeGreaterThan(3)
    },
  )

  /** The contract's thresholds, written once more. */
  const SEUILS: Readonly<Record<string, readonly [seuil: number | null, minimum: number]>> = {
    delai_enregistrement: [8, 30],
    attestations_hors_delai: [0.05, 30],
    depots_retroactifs: [0.05, 30],
    dossiers_incomplets: [0.2, 30],
    rfr_absent: [null, 30],
    pieces_identite_absentes: [0.02, 30],
    forcages: [0.03, 30],
    forcages_injustifies: [0.2, 10],
    doublons_actifs: [0.03, 30],
    renouvellements_anticipes: [0.1, 30],
    renouvellements_sans_mise_a_jour: [null, 30],
    delai_attribution: [15, 30],
    attributions_hors_delai: [0.2, 30],
    attributions_incompletes: [0.1, 30],
    reservataires_absents: [0.1, 30],
    attributions_sans_actualisation: [null, 30],
    baux_avant_enregistrement: [null, 30],
    attributions_manquantes: [0.05, 30],
    incoherences: [0.02, 30],
    mouvements_civilite: [null, 30],
    rejets_interface: [0.05, 30],
    echeances_non_renouvelees: [null, 30],
    demandes_perimees: [0.01, 30],
    radiations_sans_preavis: [0.01, 30],
  }
  it('a les seuils et les effectifs minimums du contrat', () => {
    const declares = INDICATEURS.filter(({ unite }) => unite !== 'nombre')
    expect(Object.fromEntries(declares.map((i) => [i.code, [i.seuil?.at(-1)?.valeur ?? null, i.minimum]]))).toEqual(
      SEUILS,
    )
    for (const { objectif, code } of declares)
      expect([code, objectif ?? null]).toEqual([code, code.startsWith('delai_') ? 0 : null])
  })
})
