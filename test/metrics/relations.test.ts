import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { enJour, enMois } from '../../ingest/socle/jour.ts'
import { mesurerFaits } from '../../metrics/engine/calculer-mois.ts'
import { mesurerMois } from '../../metrics/engine/ligne.ts'
import type { MoisLu } from '../../metrics/engine/mois-lu.ts'
import { construireRegistre } from '../../metrics/engine/registre.ts'
import type { Indicateur } from '../../metrics/indicateur.ts'
import { attributionsManquantes } from '../../metrics/indicateurs/attribution/attributions-manquantes.ts'
import { INDICATEURS } from '../../metrics/registry.ts'
import { CLES_SIREN } from '../../metrics/relations/cles.ts'
import type { Relation } from '../../metrics/relations/relation.ts'
import { ouvrirBase } from '../base.ts'

const OCTOBRE: MoisLu = {
  territoire: '013',
  mois: enMois('2026-10'),
  s: enJour('2026-10-31'),
  s0: null,
  sMoins: null,
  dernier: enJour('2026-10-31'),
  lacunes: { vides: new Set(), s0: false, sMoins: false, cles: true, clesS0: false },
}

const guichet = (code: string, service: string, siren: string | null) => ({
  code,
  libelle: code,
  categorie: 'BAILLEUR',
  date_fermeture: null,
  service_code: service,
  service_libelle: service,
  siren,
})
const REGISTRE = construireRegistre([guichet('A1', 'SA', '111111111'), guichet('B1', 'SB', '222222222')], [])

/** A third kind: two sirens, counted from nothing but themselves. */
const inventee: Relation<Indicateur> = {
  regarde: null,
  cles: CLES_SIREN,
  deDemandes: false,
  motif: (_, { s0 }) => (s0 ? 'S0_ABSENT' : null),
  passes: (indicateurs) => [
    {
      requete: sql`SELECT * FROM (VALUES ('111111111', 4), ('333333333', 6)) v(siren, n)`,
      lire: ({ siren, n }) =>
        indicateurs.map(({ code }) => ({
          indicateur: code,
          cle: String(siren),
          effectif: Number(n),
          numerateur: 1,
          distribution: null,
          details: null,
        })),
    },
  ],
  lister: () => ({ requete: sql`SELECT 1`, manques: false }),
  colonnes: () => ['siren'],
}
const indicateur = { ...attributionsManquantes, colonnes: [], relation: inventee }

describe('une relation', () => {
  it('de plus se mesure sans que le moteur la connaisse, service par service', async () => {
    const { base } = await ouvrirBase()
    const { faits, motifs } = await mesurerFaits(base.connection, OCTOBRE, [indicateur])
    const lignes = mesurerMois('013', [indicateur], faits, REGISTRE, motifs)
    expect(
      lignes.map(({ niveau, entite, numerateur, denominateur }) => [niveau, entite, numerateur, denominateur]),
    ).toEqual([
      ['SERVICE', 'SA', 1, 4],
      ['SERVICE', 'SB', 0, 0],
      ['CATEGORIE', 'BAILLEUR', 1, 4],
      ['TERRITOIRE', '013', 2, 10],
    ])
  })

  it('dit elle-même pourquoi elle ne se mesure pas', async () => {
    const { base } = await ouvrirBase()
    const lu = { ...OCTOBRE, lacunes: { ...OCTOBRE.lacunes, s0: true } }
    expect(await mesurerFaits(base.connection, lu, [indicateur])).toEqual({
      faits: [],
      motifs: { attributions_manquantes: 'S0_ABSENT' },
    })
  })

  it('a pour clés d’un service ses SIREN seulement : un service qui n’en a pas n’en a aucune', () => {
    expect(CLES_SIREN.clesDe(REGISTRE, 'SERVICE', 'SA')).toEqual(['111111111'])
    expect(CLES_SIREN.clesDe(REGISTRE, 'SERVICE', '333333333')).toEqual([])
    expect(CLES_SIREN.clesDe(REGISTRE, 'CATEGORIE', 'BAILLEUR')).toEqual(['111111111', '222222222'])
  })
})

it('le moteur, les listes et leur export ne nomment aucun indicateur', () => {
  const racine = resolve(import.meta.dirname, '../..')
  const lus = [
    ...readdirSync(join(racine, 'metrics/engine')).map((nom) => join('metrics/engine', nom)),
    'metrics/enregistrements.ts',
    'metrics/effaces.ts',
    'metrics/lire.ts',
    'reports/tableau/enregistrements.ts',
  ]
  expect(lus.length).toBeGreaterThan(20)
  const nommes = lus.flatMap((chemin) => {
    const texte = readFileSync(join(racine, chemin), 'utf8')
    return INDICATEURS.filter(({ code }) => texte.includes(`'${code}'`)).map(({ code }) => `${chemin} : ${code}`)
  })
  expect(nommes).toEqual([])
})
