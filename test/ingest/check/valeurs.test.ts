import { DuckDBInstance } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { valeurSql } from '../../../ingest/check/valeurs.ts'
import type { Column } from '../../../ingest/contract/column.ts'
import { runQuery } from '../../../ingest/socle/sql/query.ts'

let evaluer: (valeur: RawBuilder<unknown>, textes: readonly string[]) => Promise<unknown[]>

beforeAll(async () => {
  const connection = await (await DuckDBInstance.create()).connect()
  evaluer = async (valeur, textes) => {
    const lignes = await runQuery(
      connection,
      sql`SELECT ${valeur} AS v FROM (SELECT unnest(${textes.length === 0 ? sql`[]` : sql`[${sql.join(textes)}]`}) AS t)`,
    )
    return lignes.map(({ v }) => v)
  }
})

const t = sql`t`
const colonne = (type: Column['type'], autres: Partial<Column> = {}): Column => ({
  nom: 'essai',
  libelle: 'Essai',
  type,
  ...autres,
})

/** Every space of the Unicode standard, by its own property. */
const ESPACES = Array.from({ length: 0x10000 }, (_, i) => String.fromCharCode(i)).filter((c) =>
  /\p{White_Space}/u.test(c),
)

describe('un nombre', () => {
  it('se lit avec n’importe quelle espace d’Unicode entre ses milliers', async () => {
    expect(ESPACES).toHaveLength(25)
    expect(
      await evaluer(
        valeurSql(t, colonne('nombre')),
        ESPACES.map((espace) => `1${espace}234${espace}567,5`),
      ),
    ).toEqual(ESPACES.map(() => 1_234_567.5))
  })

  it.each([
    ['2009 est l’espace fine', '12\u2009345', 12_345],
    ['l’apostrophe droite sépare des milliers', "12'345,60", 12_345.6],
    ['l’euro est à part, avec ou sans espace', '1 234,50\u202f€', 1_234.5],
    ['virgule', '0,5', 0.5],
    ['point', '0.5', 0.5],
    ['signe moins', '-3', -3],
    ['deux virgules ne sont pas un nombre', '1,2,3', null],
    ['une espace sans chasse n’est pas une espace', '1\u200b234', null],
    ['des lettres ne sont pas un nombre', '12 ans', null],
    ['le dollar n’est pas l’euro', '12 $', null],
  ])('%s', async (_titre, texte, attendu) => {
    expect(await evaluer(valeurSql(t, colonne('nombre')), [texte])).toEqual([attendu])
  })

  it('entier, se lit 2,0 mais pas 2,5', async () => {
    expect(await evaluer(valeurSql(t, colonne('entier')), ['2,0', '2\u2009000', '2,5'])).toEqual([2, 2000, null])
  })
})

describe('un siren', () => {
  it('perd n’importe quelle espace d’Unicode, et garde neuf chiffres', async () => {
    expect(
      await evaluer(valeurSql(t, colonne('siren')), [
        ...ESPACES.map((espace) => `123${espace}456${espace}782`),
        '12345678',
        '1234567821',
      ]),
    ).toEqual([...ESPACES.map(() => '123456782'), null, null])
  })
})

describe('une majuscule', () => {
  it('d’un code de guichet est celle d’Unicode : « ﬁ » est FI', async () => {
    expect(await evaluer(valeurSql(t, colonne('guichet')), ['abﬁ9', 'aﬆb1', 'ß123'])).toEqual([
      'ABFI9',
      'ASTB1',
      'SS123',
    ])
    const stricte = colonne('guichet', { format: /[0-9A-Z]{5}/ })
    expect(await evaluer(valeurSql(t, stricte), ['abﬁ9', 'abcd'])).toEqual(['ABFI9', null])
  })

  it('d’un code de liste aussi : « Déﬁ », « groß » rejoignent DEFI et GROSS', async () => {
    const liste = colonne('code', { codes: ['DEFI', 'GROSS', 'N_EST'] })
    expect(await evaluer(valeurSql(t, liste), ['Déﬁ', 'groß', 'ŉ est', 'inconnu'])).toEqual([
      'DEFI',
      'GROSS',
      'N_EST',
      'HORS_LISTE',
    ])
  })

  it('d’un numéro unique aussi, et son zéro mangé revient', async () => {
    expect(
      await evaluer(valeurSql(t, colonne('numero_unique')), [
        '0131026000001AAAAA',
        '0131026000001abﬁ9',
        '131026000001abﬁ9',
        '131026000001aaaaa',
        '0131326000001AAAAA',
      ]),
    ).toEqual(['0131026000001AAAAA', '0131026000001ABFI9', '0131026000001ABFI9', '0131026000001AAAAA', null])
  })
})

it('oui et non se disent de cinq façons chacun, en capitales ou non', async () => {
  const lire = (mots: readonly string[]) =>
    evaluer(valeurSql(t, colonne('booleen')), [...mots, ...mots.map((mot) => mot.toLowerCase())])
  expect(await lire(['O', 'OUI', '1', 'TRUE', 'VRAI'])).toEqual(Array.from({ length: 10 }, () => true))
  expect(await lire(['N', 'NON', '0', 'FALSE', 'FAUX'])).toEqual(Array.from({ length: 10 }, () => false))
  expect(await lire(['2', 'PEUT-ÊTRE', 'OUI OUI'])).toEqual(Array.from({ length: 6 }, () => null))
})

it.each([
  ['2026-10', '2026-10'],
  ['2026', '2026'],
  ['2026-10-01', '2026-10'],
  ['31/10/2026', '2026-10'],
  ['2026-10-01 00:00:00', '2026-10'],
  ['2026-13', null],
  ['2026-10-32', null],
  ['10/2026', null],
])('un mois que le tableur a changé en date est le mois de ce jour : %s', async (texte, mois) => {
  expect(await evaluer(valeurSql(t, colonne('mois')), [texte])).toEqual([mois])
})
