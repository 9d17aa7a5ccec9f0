import { Kysely, Migrator, SqliteDialect, type SqliteDialectConfig } from 'kysely'
import Database from 'libsql'
import { describe, expect, it } from 'vitest'
import { type Dossier, dossierDe } from '../../../ingest/store/dossier.ts'
import { situationDemarche } from '../../../server/gestion/demarches/situation.ts'
import { lireDemarches } from '../../../server/state/demarches.ts'
import { avecEtat } from '../../../server/state/etat.ts'
import { migrations } from '../../../server/state/migrations.ts'
import { ecrireDossier } from '../../ingest/instantane.ts'

const [A, B] = ['0131026000001AAAAA', '0131026000002BBBBB']

interface Ancienne {
  signalements: Record<string, string | number | null>
  signalements_etapes: Record<string, string | number | null>
}

const signalement = (id: number, service: string | null) => ({
  ...{ id, territoire: '013', service, numeros: JSON.stringify([A, B]), garde: A },
  ...{
    reprises: JSON.stringify({ contact: B }),
    motif: 'même personne',
    par: 'a@exemple.fr',
    le: `2026-11-0${id} 09:00:00`,
  },
})

const etape = (id: number, signalement: number, nom: string, motif = '') => ({
  ...{ id, signalement, etape: nom, motif, par: nom === 'CONFIRME' ? 'instantané du 2026-11-30' : 'g@exemple.fr' },
  le: `2026-11-1${id} 10:00:00`,
})

const ETAPES = [
  etape(1, 2, 'ACCEPTE', 'à réunir'),
  etape(2, 3, 'REFUSE', 'homonymes'),
  etape(3, 4, 'ACCEPTE'),
  etape(4, 4, 'FAIT'),
  etape(5, 5, 'ACCEPTE'),
  etape(6, 5, 'CONFIRME'),
  etape(7, 6, 'ACCEPTE'),
  etape(8, 6, 'REFUSE', 'finalement deux personnes'),
]

const ouvrirAncienne = (dossier: Dossier) =>
  new Kysely<Ancienne>({
    dialect: new SqliteDialect({
      database: new Database(dossier.application) as unknown as Exclude<
        SqliteDialectConfig['database'],
        (...args: never[]) => unknown
      >,
    }),
  })

/** A base of before, with a report at each step. */
const fabriquer = async (etapes: readonly ReturnType<typeof etape>[] = ETAPES): Promise<Dossier> => {
  const dossier = dossierDe(ecrireDossier({}))
  const ancienne = ouvrirAncienne(dossier)
  const { error } = await new Migrator({ db: ancienne, provider: migrations }).migrateTo('0022-copies')
  expect(error).toBeUndefined()
  await ancienne
    .insertInto('signalements')
    .values([1, 2, 3, 4, 5, 6].map((id) => signalement(id, id === 6 ? null : 'BBBBB')))
    .execute()
  await ancienne
    .insertInto('signalements_etapes')
    .values([...etapes])
    .execute()
  await ancienne.destroy()
  return dossier
}

describe('les signalements d’avant', () => {
  it('deviennent des démarches, sous leur numéro, avec leurs étapes et leurs dates', async () => {
    const dossier = await fabriquer()
    const demarches = await avecEtat(dossier, (etat) => lireDemarches(etat, '013'))
    expect(demarches.map(({ id, actes }) => [id, actes.map(({ vers }) => vers)])).toEqual([
      [1, ['RECUE']],
      [2, ['RECUE', 'ACCEPTEE']],
      [3, ['RECUE', 'REFUSEE']],
      [4, ['RECUE', 'ACCEPTEE', 'FAITE']],
      [5, ['RECUE', 'ACCEPTEE', 'CONFIRMEE']],
      [6, ['RECUE', 'ACCEPTEE', 'REFUSEE']],
    ])
    for (const { actes, ...demarche } of demarches) {
      expect(demarche).toMatchObject({ sorte: 'DOUBLON', territoire: '013', numeros: [A, B], instantane: null })
      expect(demarche.faits).toEqual({ garde: A, reprise_contact: B, motif: 'même personne' })
      const anciennes = ETAPES.filter(({ signalement: de }) => de === demarche.id)
      expect(actes.slice(1).map(({ par, le, texte }) => ({ par, le, motif: texte }))).toEqual(
        anciennes.map(({ par, le, motif }) => ({ par, le, motif })),
      )
      expect(actes[0]).toMatchObject({ par: 'a@exemple.fr', le: `2026-11-0${demarche.id} 09:00:00` })
    }
    expect(demarches.map(({ service, actes }) => [service, actes[0]?.role])).toEqual([
      ...Array.from({ length: 5 }, () => ['BBBBB', 'guichet']),
      [null, 'gestionnaire'],
    ])
    const confirmee = demarches.find(({ id }) => id === 5)
    expect(situationDemarche(confirmee?.actes ?? []).confirmeeLe).toBe('2026-11-16')
  })

  it('ne laissent pas leurs numéros dans d’anciennes tables, et les nouvelles reprennent la suite des leurs', async () => {
    const dossier = await fabriquer()
    await avecEtat(dossier, async (etat) => {
      const tables = await etat.introspection.getTables()
      expect(tables.map(({ name }) => name).filter((nom) => nom.startsWith('signalements'))).toEqual([])
      const { id } = await etat
        .insertInto('demarches')
        .values({ territoire: '013', sorte: 'QUESTION', service: null, numeros: '[]', faits: '{}', instantane: null })
        .returning('id')
        .executeTakeFirstOrThrow()
      expect(id).toBe(7)
    })
  })

  it('restent tels quels si l’un ne se lit pas : la base n’est pas mise à niveau, et le dit', async () => {
    const dossier = await fabriquer([etape(1, 2, 'PERDU')])
    await expect(avecEtat(dossier, async () => {})).rejects.toThrow(/étape inconnue, « PERDU »/)
    const ancienne = ouvrirAncienne(dossier)
    expect(await ancienne.selectFrom('signalements').selectAll().execute()).toHaveLength(6)
    await ancienne.destroy()
  })
})
