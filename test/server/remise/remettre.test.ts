import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { texte } from '../../../ingest/socle/sql/colonne.ts'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import { avecEtat } from '../../../server/state/etat.ts'
import { OPTIONS } from '../../base.ts'
import { numero } from '../purge/scene.ts'
import { actionsDe } from '../sauvegarde/scene.ts'
import { fichiersDe, preparer, remettre, SECRETS, sha256 } from './scene.ts'

const lire = (...chemin: string[]) => readFileSync(join(...chemin), 'utf8')

describe('une remise', () => {
  it('est entière : chaque table en Parquet et en CSV, chaque dossier en JSON, un contrat qui les dit tous, des empreintes que sha256sum relit', async () => {
    const { base, vers } = await preparer()
    const bilan = await remettre(base, vers)
    const noms = fichiersDe(vers)
    expect([bilan.fichiers, bilan.termes_passes]).toEqual([noms.length, 1])
    expect(execFileSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS', 'EMPREINTE.txt'], { cwd: vers }).toString()).toBe(
      '',
    )
    expect(bilan.empreinte).toBe(sha256(join(vers, 'SHA256SUMS')))
    const hors = ['EMPREINTE.txt', 'SHA256SUMS']
    expect(
      lire(vers, 'SHA256SUMS')
        .trim()
        .split('\n')
        .map((ligne) => ligne.slice(66)),
    ).toEqual(noms.filter((nom) => !hors.includes(nom)))
    const contrat: readonly { fichiers: string[]; lignes: number; colonnes: { nom: string; sens: string }[] }[] =
      JSON.parse(lire(vers, 'contrat.json'))
    expect(contrat.flatMap(({ fichiers }) => fichiers).toSorted()).toEqual(noms.filter((nom) => nom.includes('/')))
    const lisezMoi = lire(vers, 'LISEZ-MOI.md')
    for (const { fichiers, lignes, colonnes } of contrat) {
      for (const nom of fichiers) expect(lisezMoi).toContain(`\`${nom}\``)
      const parquets = fichiers.filter((nom) => nom.endsWith('.parquet')).map((nom) => join(vers, nom))
      if (parquets.length > 0) {
        const lues = await runQuery(base.connection, sql`SELECT COLUMNS(*)::VARCHAR FROM read_parquet(${parquets})`)
        expect([fichiers[0], lues.length]).toEqual([fichiers[0], lignes])
        const [premiere] = lues
        if (premiere !== undefined) expect(Object.keys(premiere)).toEqual(colonnes.map(({ nom }) => nom))
      } else {
        const [json = ''] = fichiers
        const dossier: Record<string, unknown>[] = JSON.parse(lire(vers, json))
        expect([json, dossier.length]).toEqual([json, lignes])
        for (const ligne of dossier) expect(Object.keys(ligne)).toEqual(colonnes.map(({ nom }) => nom))
      }
      const [csv] = fichiers.filter((nom) => nom.endsWith('.csv'))
      if (csv !== undefined)
        expect(lire(vers, csv).split('\n')[0]).toBe(`\uFEFF${colonnes.map(({ nom }) => nom).join(';')}`)
    }
    for (const nom of noms) expect([nom, statSync(join(vers, nom)).mode & 0o077]).toEqual([nom, 0])
  })

  it('dit les mêmes valeurs en CSV qu’en Parquet', async () => {
    const { base, vers } = await preparer()
    await remettre(base, vers)
    for (const table of ['resultats', 'instantanes', 'mois_calcules', 'installation']) {
      const chemin = join(vers, 'tables', table)
      const enTexte = (de: string) =>
        runQuery(base.connection, sql.raw(`SELECT COLUMNS(*)::VARCHAR FROM ${de} ORDER BY ALL`))
      const csv = await enTexte(
        `read_csv('${chemin}.csv', delim = ';', header = true, all_varchar = true, auto_detect = false, quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false, columns = (SELECT NULL))`,
      ).catch(() =>
        enTexte(
          `read_csv('${chemin}.csv', delim = ';', header = true, all_varchar = true, allow_quoted_nulls = false)`,
        ),
      )
      expect(csv).toEqual(await enTexte(`read_parquet('${chemin}.parquet')`))
    }
  })

  it('ne contient ni secret, ni mot de passe, ni second facteur, ni session, ni jeton, ni rejet ; les noms, dans leur seul fichier', async () => {
    const { base, vers, jeton } = await preparer()
    await remettre(base, vers)
    const empreinteDuJeton = await avecEtat(
      base.dossier,
      async (etat) => (await etat.selectFrom('jetons').select('empreinte').executeTakeFirstOrThrow()).empreinte,
    )
    const jamais = [
      ...Object.values(SECRETS),
      jeton,
      empreinteDuJeton,
      OPTIONS.secret.valeur ?? '',
      'fichier;ligne;raison',
    ]
    for (const nom of fichiersDe(vers)) {
      const lues = nom.endsWith('.parquet')
        ? await runQuery(base.connection, sql`SELECT COLUMNS(*)::VARCHAR FROM read_parquet(${join(vers, nom)})`)
        : []
      const contenu = lire(vers, nom) + JSON.stringify(lues)
      expect([nom, jamais.filter((mot) => contenu.includes(mot))]).toEqual([nom, []])
      expect([nom, contenu.includes('Zwykowski')]).toEqual([nom, nom.startsWith('demandes/identites/')])
    }
  })

  it('finit par la dernière entrée du journal, et se consigne dans l’installation', async () => {
    const { base, vers } = await preparer()
    const { empreinte } = await remettre(base, vers)
    const journal: { id: number; empreinte: string }[] = JSON.parse(lire(vers, 'dossiers', 'journal.json'))
    expect(JSON.parse(lire(vers, 'remise.json')).journal).toEqual({
      derniere: journal.at(-1)?.id,
      empreinte: journal.at(-1)?.empreinte,
    })
    expect(await actionsDe(base)).toEqual(['IMPORT', 'IMPORT', 'REMISE'])
    await avecEtat(base.dossier, async (etat) => {
      expect(await etat.selectFrom('copies').select(['nature', 'chemin', 'empreinte']).execute()).toEqual([
        { nature: 'REMISE', chemin: vers, empreinte },
      ])
    })
    const [lue] = await runQuery(
      base.connection,
      sql`SELECT numero_unique FROM read_parquet(${join(vers, 'demandes/identites/*.parquet')}) ORDER BY 1`,
      { numero_unique: texte },
    )
    expect(lue?.numero_unique).toBe(numero(1))
  })

  it('ne s’écrit ni sur ce qui existe, ni dans l’installation, et n’en laisse rien', async () => {
    const { base, dossier, vers } = await preparer()
    mkdirSync(vers)
    writeFileSync(join(vers, 'notes.txt'), 'précieux')
    await expect(remettre(base, vers)).rejects.toThrow(/^Le dossier .*remise n’est pas vide : en choisir un autre\.$/)
    const fichier = join(dossier, 'fichier')
    writeFileSync(fichier, '')
    await expect(remettre(base, fichier)).rejects.toThrow(/est un fichier : donner un dossier/)
    for (const lieu of [base.dossier.racine, join(base.dossier.racine, 'x'), join(base.dossier.racine, '..')])
      await expect(remettre(base, lieu)).rejects.toThrow(/est celui de l’installation, ou le contient, ou s’y trouve/)
    expect(fichiersDe(dossier)).toEqual(['fichier', 'remise/notes.txt'])
    expect(await actionsDe(base)).toEqual(['IMPORT', 'IMPORT'])
  })

  it('prend un dossier vide, et la place de ce qu’une remise interrompue a laissé', async () => {
    const { base, vers } = await preparer()
    mkdirSync(vers)
    mkdirSync(`${vers}.partielle/tables`, { recursive: true })
    writeFileSync(`${vers}.partielle/.remise-inachevee`, '')
    await remettre(base, vers)
    expect(existsSync(`${vers}.partielle`)).toBe(false)
    expect(fichiersDe(vers)).toContain('remise.json')
    expect(fichiersDe(vers)).not.toContain('.remise-inachevee')
  })
})
