import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { entier } from '../../ingest/socle/sql/colonne.ts'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import { detailler } from '../../server/cli/raconter.ts'
import { createDepots } from '../../server/services/depots.ts'
import { tracer } from '../../server/trace.ts'
import { OPTIONS, ouvrirBase } from '../base.ts'
import { adresse, creerApplication } from './aide.ts'
import { demande, instantaneDu } from './purge/scene.ts'

const NOM = 'ZWYKOWSKI'

/** What a call throws. */
const fauteDe = async (faire: () => Promise<unknown>): Promise<unknown> => {
  try {
    await faire()
  } catch (cause) {
    return cause
  }
  throw new Error('rien n’a échoué')
}

const racine = resolve(import.meta.dirname, '../../server')

describe('ce qui s’écrit d’une erreur', () => {
  it.each([
    ['du moteur, à une requête', (c) => runQuery(c, sql`SELECT CAST(${NOM} AS INTEGER)`)],
    ['du moteur même', (c) => c.run(`SELECT CAST('${NOM}' AS INTEGER)`)],
    ['d’une ligne d’une autre forme', (c) => runQuery(c, sql`SELECT ${NOM} AS n`, { n: entier })],
    ['d’un JSON illisible', async () => JSON.parse(`"${NOM}`)],
    ['du programme', async () => Reflect.get(Object(undefined), NOM).x],
  ] as [string, (c: Awaited<ReturnType<typeof ouvrirBase>>['base']['connection']) => Promise<unknown>][])(
    '%s ne cite aucune valeur, ni au journal ni avec --debug',
    async (_titre, faire) => {
      const { base } = await ouvrirBase()
      const cause = await fauteDe(() => faire(base.connection))
      const ecrit = JSON.stringify(tracer(cause))
      expect(ecrit).not.toContain(NOM)
      expect(detailler(cause)).not.toContain(NOM)
    },
  )

  it('d’une faute du programme garde son nom et ses appels', async () => {
    const { erreur, pile } = tracer(await fauteDe(async () => JSON.parse(`"${NOM}`)))
    expect(erreur).toBe('SyntaxError')
    expect(pile.join()).toContain('trace.test.ts')
  })

  it('d’une requête garde son texte, ses valeurs à part, et le nom de sa cause', async () => {
    const { base } = await ouvrirBase()
    const cause = await fauteDe(() => runQuery(base.connection, sql`SELECT CAST(${NOM} AS INTEGER)`))
    expect(tracer(cause)).toMatchObject({
      erreur: 'ErreurRequete',
      code: 'REQUETE_IMPOSSIBLE',
      sql: 'SELECT CAST($1 AS INTEGER)',
      cause: { erreur: 'Error' },
    })
    expect(detailler(cause)).toContain('requête : SELECT CAST($1 AS INTEGER)')
  })

  it('au journal d’une page en échec ne cite aucune valeur', async () => {
    const { base } = await ouvrirBase()
    const { app, journal, etat } = await creerApplication(base)
    await sql`ALTER TABLE sessions RENAME COLUMN vue_le TO ${sql.id(NOM)}`.execute(etat)
    expect((await app.request(adresse('/'))).status).toBe(500)
    expect(journal.join()).toContain('page en erreur')
    expect(journal.join()).not.toContain(NOM)
  })

  it('d’un import que le moteur refuse est une référence sur la page, et une trace au journal', async () => {
    const { base } = await ouvrirBase()
    const tracees: string[] = []
    const depots = createDepots((_reference, cause) => void tracees.push(JSON.stringify(tracer(cause))))
    await base.connection.run('DROP TABLE instantanes')
    const chemin = instantaneDu('2026-10-31', [demande(1)])
    const depot = depots.deposer({ base, ...OPTIONS }, chemin, [], { territoire: '', date: '', profil: null })
    await expect
      .poll(() => depot.etat, { timeout: 20_000 })
      .toEqual({ sorte: 'ECHEC', reference: depot.id.slice(0, 8).toUpperCase() })
    expect(tracees).toHaveLength(1)
  })

  it('passe toujours par tracer : rien dans server n’écrit la pile ou les mots d’une erreur', () => {
    const fichiers = readdirSync(racine, { recursive: true, withFileTypes: true })
      .filter((entree) => entree.isFile() && /\.tsx?$/.test(entree.name))
      .map((entree) => join(entree.parentPath, entree.name))
    expect(fichiers.length).toBeGreaterThan(100)
    const fautes = fichiers.filter((fichier) =>
      /\binspect\(|\.stack\b|console\.|String\(cause|journal\.\w+\([^)]*\bcause\.message|err: cause/.test(
        readFileSync(fichier, 'utf8'),
      ),
    )
    expect(fautes).toEqual([])
  })
})
