import { readdirSync } from 'node:fs'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { entier, jour, nul, texte } from '../../ingest/socle/sql/colonne.ts'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import { ouvrirBase } from '../base.ts'
import { CARTE, ecrireDossier, fichiers } from './instantane.ts'
import { enCsv, enTableau } from './tableau.ts'

const NUMEROS = { stable: '013102600000100001', changee: '013102600000200001', partie: '013102600000300001' }
const ARRIVEE = '013102600000400001'

const instantane = (date: string, demandes: Readonly<Record<string, number>>): string =>
  ecrireDossier(
    fichiers({
      'instantane.json': JSON.stringify({ ...CARTE, date }),
      'demandes.csv': enCsv(
        enTableau(
          Object.entries(demandes).map(([numero_unique, nb]) => ({
            numero_unique,
            statut: 'ACTIVE',
            date_enregistrement: '01/08/2026',
            nb_personnes: String(nb),
          })),
        ),
      ),
    }),
  )

const AOUT = instantane('2026-08-31', { [NUMEROS.stable]: 1, [NUMEROS.changee]: 1, [NUMEROS.partie]: 1 })
const SEPTEMBRE = instantane('2026-09-30', { [NUMEROS.stable]: 1, [NUMEROS.changee]: 2, [NUMEROS.partie]: 1 })
const OCTOBRE = instantane('2026-10-31', { [NUMEROS.stable]: 1, [NUMEROS.changee]: 2, [ARRIVEE]: 1 })

/** The versions of a base, as « numéro, depuis, jusqua, nb_personnes ». */
const versions = async (chemins: readonly string[]) => {
  const { base, charger } = await ouvrirBase()
  for (const chemin of chemins) await charger(chemin)
  const lues = await runQuery(
    base.connection,
    sql`SELECT numero_unique AS n, depuis, jusqua, nb_personnes AS nb FROM demandes_versions ORDER BY ALL`,
    { n: texte, depuis: jour, jusqua: jour, nb: nul(entier) },
  )
  return {
    versions: lues.map(({ n, depuis, jusqua, nb }) => [n, depuis, jusqua, nb]),
    entiers: readdirSync(base.dossier.courantes).length,
    histoires: readdirSync(base.dossier.historique).length,
  }
}

const ATTENDUES = [
  [NUMEROS.stable, '2026-08-31', '9999-12-31', 1],
  [NUMEROS.changee, '2026-08-31', '2026-09-30', 1],
  [NUMEROS.changee, '2026-09-30', '9999-12-31', 2],
  [NUMEROS.partie, '2026-08-31', '2026-10-31', 1],
  [ARRIVEE, '2026-10-31', '9999-12-31', 1],
]

describe('une demande n’est gardée de nouveau que lorsqu’elle change', () => {
  it('à la suite, chaque import n’écrit que ce qu’il clôt, et un seul instantané est entier', async () => {
    expect(await versions([AOUT, SEPTEMBRE, OCTOBRE])).toEqual({ versions: ATTENDUES, entiers: 1, histoires: 2 })
  })

  it.each([
    ['au milieu', [AOUT, OCTOBRE, SEPTEMBRE]],
    ['au début', [SEPTEMBRE, OCTOBRE, AOUT]],
  ])('un instantané arrivé après coup, %s, laisse la même histoire', async (_, chemins) => {
    expect((await versions(chemins)).versions).toEqual(ATTENDUES)
  })
})
