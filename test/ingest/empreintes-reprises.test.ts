import { createHmac } from 'node:crypto'
import { readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { texte } from '../../ingest/socle/sql/colonne.ts'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import type { Base } from '../../ingest/store/base.ts'
import { ouvrirBase } from '../base.ts'
import { CARTE, ecrireDossier, fichiers } from './instantane.ts'
import { enCsv, enTableau } from './tableau.ts'

type Ligne = Readonly<Record<string, string>>

const ETAT: Ligne = {
  statut: 'ACTIVE',
  date_enregistrement: '01/10/2026',
  nom: 'Durand',
  nom_naissance: 'Petit',
  prenom: 'Zoé',
  date_naissance: '29/02/1984',
}

/** Of the second month: only what differs from the first. */
const SUITES: readonly (readonly [quoi: string, suite: Ligne, reprise: boolean])[] = [
  ['rien ne change', {}, true],
  ['le statut change', { statut: 'RADIEE' }, true],
  ['le prénom change', { prenom: 'Zoë-Anne' }, false],
  ['le nom de naissance change', { nom_naissance: 'Petitjean' }, false],
  ['le nom de naissance s’efface', { nom_naissance: '' }, false],
  ['la date de naissance change', { date_naissance: '01/03/1984' }, false],
]

const numero = (rang: number): string => `013102600000${rang}AAAAA`

const instantane = (date: string, suites: readonly Ligne[]): string => {
  const lignes = suites.map((suite, i) => ({ numero_unique: numero(i), ...ETAT, ...suite }))
  return ecrireDossier(
    fichiers({ 'instantane.json': JSON.stringify({ ...CARTE, date }), 'demandes.csv': enCsv(enTableau(lignes)) }),
  )
}

const SEPTEMBRE = instantane(
  '2026-09-30',
  SUITES.map(() => ({})),
)
const OCTOBRE = instantane('2026-10-31', [...SUITES.map(([, suite]) => suite), {}])

/** Rewrites the keys of the latest snapshot as no name has them, seventy and the rank of each: those found again were taken over. */
const marquer = async ({ connection, dossier: { cles } }: Base): Promise<void> => {
  for (const nom of readdirSync(cles)) {
    const chemin = join(cles, nom)
    await runQuery(
      connection,
      sql`COPY (SELECT numero_unique, 70 + numero_unique[13]::UBIGINT AS k1, 70 + numero_unique[13]::UBIGINT AS k2 FROM read_parquet(${chemin})) TO ${`${chemin}.tmp`} (FORMAT PARQUET)`,
    )
    renameSync(`${chemin}.tmp`, chemin)
  }
}

const k1DOctobre = async (base: Base): Promise<Map<string, string>> => {
  const fichier = readdirSync(base.dossier.cles).find((nom) => nom.includes('2026-10-31')) ?? ''
  const lignes = await runQuery(
    base.connection,
    sql`SELECT numero_unique, k1::VARCHAR AS k1 FROM read_parquet(${join(base.dossier.cles, fichier)})`,
    { numero_unique: texte, k1: texte },
  )
  return new Map(lignes.map(({ numero_unique, k1 }) => [numero_unique, k1]))
}

/** The first 64 bits of HMAC-SHA-256, as a whole number. */
const hmac64 = (clair: string): string =>
  createHmac('sha256', 'secret d’essai').update(clair).digest().readBigUInt64BE().toString()

describe('les empreintes d’un instantané qui en suit un autre', () => {
  it('se reprennent où le nom n’a pas changé, et se font où il change, ou pour une demande nouvelle', async () => {
    const { base, charger } = await ouvrirBase()
    await charger(SEPTEMBRE)
    await marquer(base)
    await charger(OCTOBRE)
    const k1 = await k1DOctobre(base)
    expect(SUITES.map(([quoi], i) => [quoi, k1.get(numero(i)) === `7${i}`])).toEqual(
      SUITES.map(([quoi, , reprise]) => [quoi, reprise]),
    )
    expect(k1.get(numero(2))).toBe(hmac64('PETIT|ZOEANNE|1984-02-29'))
    expect(k1.get(numero(4))).toBe(hmac64('DURAND|ZOE|1984-02-29'))
    expect(k1.get(numero(SUITES.length))).toBe(hmac64('PETIT|ZOE|1984-02-29'))
  })

  it.each([
    ['un autre logiciel les a faites', (base: Base) => oublierFormule(base)],
    ['les noms d’avant ne sont plus là', ({ dossier }: Base) => vider(dossier.identites)],
  ])('se refont toutes quand %s', async (_titre, abimer) => {
    const { base, charger } = await ouvrirBase()
    await charger(SEPTEMBRE)
    await marquer(base)
    await abimer(base)
    await charger(OCTOBRE)
    expect((await k1DOctobre(base)).get(numero(0))).toBe(hmac64('PETIT|ZOE|1984-02-29'))
  })
})

const oublierFormule = (base: Base): Promise<unknown> =>
  runQuery(base.connection, sql`UPDATE installation SET valeur = 'une autre' WHERE cle = 'formule_empreintes'`)

const vider = (dossier: string): void => {
  for (const nom of readdirSync(dossier)) rmSync(join(dossier, nom))
}
