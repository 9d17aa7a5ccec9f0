import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import Database from 'libsql'
import { describe, expect, it } from 'vitest'
import { ErreurInfocentre } from '../../../ingest/socle/erreur.ts'
import { creerDossier, type Dossier } from '../../../ingest/store/dossier.ts'
import { avecEtat, openEtat } from '../../../server/state/etat.ts'
import { dossierTemporaire } from '../../base.ts'

const APPLICATION = 'application.sqlite'

const ouvrir = async (preparer: (chemin: string, dossier: Dossier) => void | Promise<void>) => {
  const dossier = creerDossier(join(dossierTemporaire(), 'base'))
  const chemin = join(dossier.racine, APPLICATION)
  await preparer(chemin, dossier)
  const erreur = await openEtat(dossier).then(
    (etat) => etat.destroy().then(() => null),
    (cause: unknown) => cause,
  )
  if (!(erreur instanceof ErreurInfocentre)) throw new Error(`attendue : une phrase, reçu : ${String(erreur)}`)
  return { code: erreur.code, phrase: erreur.message.replace(chemin, 'BASE'), publique: erreur.publique, erreur }
}

describe('la base de l’application qui ne s’ouvre pas le dit d’une phrase, avec son fichier et que faire', () => {
  it.each<[string, (chemin: string, dossier: Dossier) => void | Promise<void>, string, RegExp]>([
    ['un autre fichier', (f) => writeFileSync(f, 'autre chose '.repeat(1000)), 'APPLICATION_ILLISIBLE', /endommagée/],
    ['un dossier à sa place', (f) => mkdirSync(f), 'APPLICATION_INACCESSIBLE', /ne peut pas être ouverte/],
    [
      'une version plus récente',
      async (f, dossier) => {
        await avecEtat(dossier, async () => {})
        const base = new Database(f)
        base.exec("INSERT INTO kysely_migration VALUES ('9999-demain', '2030-01-01')")
        base.close()
      },
      'APPLICATION_ETRANGERE',
      /mise à niveau/,
    ],
  ])('%s', async (_titre, preparer, code, mots) => {
    const { phrase, ...lue } = await ouvrir(preparer)
    expect(lue).toMatchObject({ code, publique: false })
    expect(phrase).toMatch(/^La base de l’application BASE .* : .*\.$/)
    expect(phrase).toMatch(mots)
    expect(lue.erreur.cause).toBeDefined()
  })

  it('un fichier abîmé en son milieu, à la requête qui le lit', async () => {
    const dossier = creerDossier(join(dossierTemporaire(), 'base'))
    const chemin = join(dossier.racine, APPLICATION)
    await avecEtat(dossier, async (etat) => {
      await sql`CREATE TABLE grande (texte TEXT)`.execute(etat)
      await sql`INSERT INTO grande SELECT hex(zeroblob(3000)) FROM (VALUES (1), (2), (3), (4), (5), (6))`.execute(etat)
    })
    const base = new Database(chemin)
    const { rootpage } = base.prepare("SELECT rootpage FROM sqlite_master WHERE name = 'grande'").get() as {
      rootpage: number
    }
    const { page_size } = base.prepare('PRAGMA page_size').get() as { page_size: number }
    base.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    base.close()
    const fichier = openSync(chemin, 'r+')
    writeSync(fichier, Buffer.alloc(page_size, 0xff), 0, page_size, (rootpage - 1) * page_size)
    closeSync(fichier)
    await expect(avecEtat(dossier, (etat) => sql`SELECT count(texte) FROM grande`.execute(etat))).rejects.toMatchObject(
      { code: 'APPLICATION_ILLISIBLE', message: expect.stringContaining(chemin) },
    )
  })

  it('un fichier que tient un autre processus', async () => {
    const dossier = creerDossier(join(dossierTemporaire(), 'base'))
    await avecEtat(dossier, async (etat) => {
      await sql`PRAGMA busy_timeout = 50`.execute(etat)
      const autre = new Database(join(dossier.racine, APPLICATION))
      autre.exec('BEGIN EXCLUSIVE; CREATE TABLE autre (n INTEGER)')
      await expect(sql`CREATE TABLE essai (n INTEGER)`.execute(etat)).rejects.toMatchObject({
        code: 'APPLICATION_OCCUPEE',
        message: expect.stringMatching(/application\.sqlite est tenue par un autre processus : attendre/),
      })
      autre.exec('ROLLBACK')
      autre.close()
    })
  })
})
