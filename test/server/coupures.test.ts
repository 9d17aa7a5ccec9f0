import { sql } from 'kysely'
import Database from 'libsql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BaseEtat } from '../../server/state/etat.ts'
import { TABLES_DE_L_APPLICATION } from '../../server/state/tables.ts'
import { verifierJournal } from '../../server/state/verifier-journal.ts'
import { adresse, creerApplication, poster } from './aide.ts'
import { preparer } from './doublons.ts'
import { BIEN_REMPLIS, cheminDuFormulaire } from './formulaires.ts'

const ECRITURE = /^\s*(insert|update|delete|replace|commit)\b/i

/** What is written whatever is asked: the audit log, what counts, what lets in. */
const A_PART: ReadonlySet<string> = new Set(['journal', 'journal_ancres', 'ecritures', 'sessions'])

/** Writings that are let through before the engine answers no more; null while it answers. */
let reste: number | null = null

const couper = (texte: string): void => {
  if (reste === null || /^\s*rollback/i.test(texte)) return
  if (reste <= 0) throw new Error('coupure')
  if (ECRITURE.test(texte)) reste -= 1
}

const vrai = Database.prototype.prepare

/** How many rows each table has, and how much they hold. */
const mesurer = async (etat: BaseEtat): Promise<Readonly<Record<string, string>>> => {
  const mesures: Record<string, string> = {}
  for (const { nom, colonnes } of TABLES_DE_L_APPLICATION.filter((table) => !A_PART.has(table.nom))) {
    const poids = sql.join(
      Object.entries(colonnes)
        // A letter made twice does not weigh the same to the byte.
        .filter(([, { type }]) => type !== 'BLOB')
        .map(([colonne]) => sql`coalesce(length(${sql.ref(colonne)}), -1)`),
      sql` + `,
    )
    const { rows } = await sql<{ n: number; poids: number }>`SELECT count(*) AS n, total(${poids}) AS poids
      FROM ${sql.table(nom)}`.execute(etat)
    mesures[nom] = `${rows[0]?.n} ${rows[0]?.poids}`
  }
  return mesures
}

/** The forms, one after another: what each leaves, whole; `avant` is done before each is sent. */
const derouler = async (
  avant: (etat: BaseEtat, envoyer: () => Promise<number>, route: string) => Promise<void>,
): Promise<Map<string, Readonly<Record<string, string>>>> => {
  const { base } = await preparer()
  const { app, etat } = await creerApplication(base)
  const laisses = new Map<string, Readonly<Record<string, string>>>()
  for (const [route, champs] of BIEN_REMPLIS.slice(0, -1)) {
    const chemin = adresse(await cheminDuFormulaire(etat, route))
    await avant(etat, async () => (await app.request(chemin, poster(champs))).status, route)
    laisses.set(route, await mesurer(etat))
  }
  expect(await verifierJournal(etat)).toBeNull()
  return laisses
}

describe('un acte coupé à n’importe laquelle de ses écritures', () => {
  beforeAll(() => {
    Database.prototype.prepare = function (this: Database.Database, texte: string) {
      const requete = vrai.call(this, texte)
      for (const geste of ['run', 'all'] as const) {
        const faire = requete[geste].bind(requete) as (...parametres: unknown[]) => never
        requete[geste] = (...parametres: unknown[]) => {
          couper(texte)
          return faire(...parametres)
        }
      }
      return requete
    } as typeof vrai
  })
  afterAll(() => {
    Database.prototype.prepare = vrai
  })

  it('n’est pas fait, ou l’est entier : rien n’en reste à moitié, et il se refait', async () => {
    const entiers = await derouler(async (_etat, envoyer) => void (await envoyer()))
    const moities: string[] = []
    let coupures = 0
    const laisses = await derouler(async (etat, envoyer, route) => {
      const avant = await mesurer(etat)
      for (let n = 0; ; n += 1) {
        reste = n
        const statut = await envoyer()
        const fini = reste > 0 || statut === 303
        reste = null
        if (fini) return
        coupures += 1
        const apres = await mesurer(etat)
        const changees = Object.keys(apres).filter((table) => apres[table] !== avant[table])
        if (changees.length === 0) continue
        // It was done: the audit log alone may lack a word of it.
        const manquent = Object.keys(apres).filter((table) => apres[table] !== entiers.get(route)?.[table])
        if (manquent.length > 0) moities.push(`${route}, écriture ${n} : ${changees} sans ${manquent}`)
        return
      }
    })
    expect(moities).toEqual([])
    expect([...laisses.keys()]).toEqual([...entiers.keys()])
    expect(coupures).toBeGreaterThan(80)
  }, 600_000)
})
