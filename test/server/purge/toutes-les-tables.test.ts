import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import type { Base } from '../../../ingest/store/base.ts'
import { detruireInstallation } from '../../../server/destruction/detruire.ts'
import { openInstallation } from '../../../server/installation.ts'
import { comparerDossiers } from '../../../server/remise/comparer-dossiers.ts'
import { ouvrirRemise } from '../../../server/remise/ouvrir-remise.ts'
import { verifierRemise } from '../../../server/remise/verifier-remise.ts'
import { chargerInstantane } from '../../../server/services/charger.ts'
import { purgerBase } from '../../../server/services/purger.ts'
import { avecEtat } from '../../../server/state/etat.ts'
import { dossierTemporaire, OPTIONS } from '../../base.ts'
import { INSTANTANES, remettre } from '../remise/scene.ts'
import { MAINTENANT, QUI, restaurer } from '../sauvegarde/scene.ts'
import { marque, remplirTables, saisies, TABLES_REMPLIES } from '../state/remplir.ts'
import { numero } from './scene.ts'

/** Radiée more than a year ago. */
const PURGE = numero(4)
const GARDE = numero(1)

/** An installation whose every table holds a row, and whose every typed text cites both numbers. */
const preparer = async () => {
  const dossier = dossierTemporaire()
  const racine = join(dossier, 'base')
  const secret = { fichier: join(dossier, 'config', 'secret') }
  const base = await openInstallation(racine)
  for (const instantane of INSTANTANES())
    await chargerInstantane(base, instantane, { ...OPTIONS, secret, tolerance: 1 })
  await avecEtat(base.dossier, (etat) => remplirTables(etat, [PURGE, GARDE]))
  return { base, dossier, racine, secret }
}

/** Every row of every table, as it is stored. */
const rangees = (base: Base): Promise<Readonly<Record<string, readonly unknown[]>>> =>
  avecEtat(base.dossier, async (etat) => {
    const lues: Record<string, readonly unknown[]> = {}
    for (const { nom } of TABLES_REMPLIES) lues[nom] = (await sql`SELECT * FROM ${sql.table(nom)}`.execute(etat)).rows
    return lues
  })

/** Files of a folder that hold a word, journals and temporary files among them, as grep finds them. */
const chercher = (mot: string, dossier: string): string[] =>
  spawnSync('grep', ['-rlaF', mot, dossier], { encoding: 'utf8' }).stdout.trim().split('\n').filter(Boolean)

describe('une installation dont chaque table est remplie', () => {
  it('ne tient plus, le terme passé, le numéro effacé : ni texte saisi, ni lettre, ni relevé, ni requête, ni démarche ; les autres y restent', async () => {
    const { base, racine } = await preparer()
    expect(saisies.length).toBeGreaterThanOrEqual(70)
    expect(chercher(PURGE, racine).some((fichier) => fichier.includes('application.sqlite'))).toBe(true)
    await purgerBase(base, { au: enJour('2026-11-23'), maintenant: MAINTENANT, qui: QUI })
    expect(chercher(PURGE, racine)).toEqual([])
    const apres = await rangees(base)
    for (const [table, colonne, effet] of saisies)
      if (saisies.some(([autre, , un]) => autre === table && un === 'LIGNE'))
        expect([table, apres[table]]).toEqual([table, []])
      else
        expect([`${table}.${colonne}`, effet, JSON.stringify(apres[table])]).toEqual([
          `${table}.${colonne}`,
          'MASQUE',
          expect.stringContaining(`${marque(table, colonne)} n° purgé ${GARDE}`),
        ])
    base.close()
  })

  it('se remet et se reprend ligne pour ligne, documents compris, et la vérification ne trouve aucun écart', async () => {
    const { base, dossier, secret } = await preparer()
    await purgerBase(base, { au: enJour('2026-11-23'), maintenant: MAINTENANT, qui: QUI })
    const [vers, reprise] = [join(dossier, 'remise'), join(dossier, 'reprise')]
    await remettre(base, vers)
    await restaurer(vers, reprise, { secret })
    const autre = await openInstallation(reprise)
    const [ici, la] = [await rangees(base), await rangees(autre)]
    for (const { nom, remise } of TABLES_REMPLIES) {
      const otees = [...(remise.sauf ?? []), ...(remise.change ?? [])] as readonly string[]
      const sans = (lignes: readonly unknown[] = []) =>
        lignes.map((ligne) => Object.entries(ligne as object).filter(([colonne]) => !otees.includes(colonne)))
      expect([nom, sans(la[nom])]).toEqual([nom, remise.tue === undefined ? sans(ici[nom]) : []])
    }
    const verifiee = await verifierRemise(autre, vers, 'essai')
    expect([verifiee.ecarts, verifiee.enregistrements > 40]).toEqual([[], true])

    // A text changed in any of them is told.
    const ouverte = await ouvrirRemise(vers)
    for (const [table, colonne] of saisies.filter(([nom]) => (la[nom] ?? []).length > 0))
      await avecEtat(autre.dossier, async (etat) => {
        const tout = sql.ref(colonne)
        const { rows } = await sql<{ lu: string }>`SELECT ${tout} AS lu FROM ${sql.table(table)}`.execute(etat)
        await sql`UPDATE ${sql.table(table)} SET ${tout} = '["autre"]'`.execute(etat)
        const { ecarts } = await comparerDossiers(etat, ouverte)
        expect([table, colonne, ecarts.join()]).toEqual([table, colonne, expect.stringContaining(`« ${table} »`)])
        await sql`UPDATE ${sql.table(table)} SET ${tout} = ${rows[0]?.lu}`.execute(etat)
      })
    autre.close()
    base.close()
  })

  it('se détruit sans que grep n’en retrouve rien : ni numéro, ni nom, ni texte saisi, ni document', async () => {
    const { base, dossier, racine, secret } = await preparer()
    base.close()
    const mots = [PURGE, GARDE, 'Zwykowski', 'Octets du document joint', ...saisies.map(([t, c]) => marque(t, c))]
    const tenus = mots.filter((mot) => chercher(mot, dossier).length > 0)
    expect(tenus.length).toBeGreaterThan(60)
    const certificat = join(dossier, 'certificat.txt')
    await detruireInstallation({
      ...{ racine, secret, garderSecret: false, certificat, version: 'essai', maintenant: MAINTENANT, qui: QUI },
      demanderNom: async () => 'base',
    })
    for (const mot of mots) expect([mot, chercher(mot, dossier)]).toEqual([mot, []])
    expect(readFileSync(certificat, 'utf8')).toMatch(/- application\.sqlite ; \d+ octets ; [0-9a-f]{64}\n/)
  })
})
