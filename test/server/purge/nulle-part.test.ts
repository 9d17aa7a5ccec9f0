import { cpSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import type { Base } from '../../../ingest/store/base.ts'
import { openInstallation } from '../../../server/installation.ts'
import { chargerInstantane } from '../../../server/services/charger.ts'
import { purgerBase } from '../../../server/services/purger.ts'
import { avecEtat } from '../../../server/state/etat.ts'
import { consigner } from '../../../server/state/journal.ts'
import { verifierJournal } from '../../../server/state/verifier-journal.ts'
import { dossierTemporaire, OPTIONS } from '../../base.ts'
import { ecrireDossier } from '../../ingest/instantane.ts'
import { sauvegarder } from '../sauvegarde/scene.ts'
import { demande, instantaneDu, numero, radiee } from './scene.ts'

const PURGE = numero(1)
const GARDE = numero(50)
const MAINTENANT = new Date('2026-11-23T10:00:00')

const fichiersDe = (racine: string): string[] =>
  readdirSync(racine, { recursive: true, withFileTypes: true })
    .filter((entree) => entree.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))

/** Which files hold a number, in clear or in a Parquet file's columns. */
const fichiersAvec = async (base: Base, mot: string): Promise<string[]> => {
  const tenants: string[] = []
  for (const chemin of fichiersDe(base.dossier.racine)) {
    const lignes = chemin.endsWith('.parquet')
      ? await runQuery(base.connection, sql`SELECT COLUMNS(*)::VARCHAR FROM read_parquet(${chemin})`)
      : []
    if (readFileSync(chemin).includes(mot) || JSON.stringify(lignes).includes(mot))
      tenants.push(chemin.slice(base.dossier.racine.length + 1))
  }
  return tenants
}

/** An installation where a number is everywhere it can be, its engine writing texts as they are. */
const remplir = async (racine: string): Promise<void> => {
  const base = await openInstallation(racine)
  await base.connection.run("PRAGMA force_compression = 'uncompressed'")
  const jumelle = { nom: 'Meme', prenom: 'Nom', date_enregistrement: '2025-01-10' }
  const citante = demande(2, { ...jumelle, forcage_doublon: 'O', numero_unique_rapproche: PURGE })
  const autres = Array.from({ length: 40 }, (_, i) => demande(50 + i))
  await chargerInstantane(
    base,
    instantaneDu('2025-09-30', [demande(1, { nom: 'Meme', prenom: 'Nom' }), citante, ...autres]),
    OPTIONS,
  )
  const fin = { ...radiee(1, '2025-11-22'), nom: 'Meme', prenom: 'Nom' }
  await chargerInstantane(base, instantaneDu('2025-10-31', [fin, citante, fin, ...autres]), {
    ...OPTIONS,
    tolerance: 1,
    maintenant: MAINTENANT,
  })
  await base.connection.run(
    "INSERT INTO marques SELECT '013', DATE '2025-09-30', 'doublons_actifs', numero_unique, NULL FROM demandes_versions",
  )
  await base.connection.run('CHECKPOINT')
  await avecEtat(base.dossier, (etat) =>
    consigner(etat, {
      instant: '2026-11-22 09:00:00',
      qui: 'a@exemple.fr',
      action: 'CONSULTATION',
      nombre: 1,
      detail: { filtre: `numero=${PURGE}`, numeros: [PURGE, GARDE] },
    }),
  )
  base.close()
}

describe('un numéro effacé', () => {
  const racine = join(ecrireDossier({}), 'base')

  beforeAll(() => remplir(racine))

  it('n’est plus nulle part : ni base, ni fichiers, ni rejets, ni journal', async () => {
    const copie = join(dossierTemporaire(), 'base')
    cpSync(racine, copie, { recursive: true })
    const base = await openInstallation(copie)
    await base.connection.run("PRAGMA force_compression = 'uncompressed'")
    const avant = await fichiersAvec(base, PURGE)
    for (const lieu of ['infocentre.duckdb', 'application.sqlite', 'courantes/', 'identites/', 'cles/', 'rejets/'])
      expect(
        avant.some((fichier) => fichier.startsWith(lieu)),
        lieu,
      ).toBe(true)
    const bilan = await purgerBase(base, {
      au: enJour('2026-11-23'),
      maintenant: MAINTENANT,
      qui: 'ligne de commande (essai)',
    })
    expect(bilan.demandes).toBe(1)
    expect(await fichiersAvec(base, PURGE)).toEqual([])
    expect((await fichiersAvec(base, GARDE)).length).toBeGreaterThan(4)
    expect(readFileSync(fichiersDe(base.dossier.rejets)[0] ?? '', 'utf8')).toContain('n° purgé')
    await avecEtat(base.dossier, async (etat) => {
      expect(await verifierJournal(etat)).toBeNull()
      const [consultation, purge] = await etat
        .selectFrom('journal')
        .where('action', '<>', 'IMPORT')
        .selectAll()
        .orderBy('id')
        .execute()
      expect(JSON.parse(consultation?.detail ?? '')).toEqual({
        filtre: 'numero=n° purgé',
        numeros: ['n° purgé', GARDE],
      })
      expect([purge?.action, purge?.nombre, purge?.qui]).toEqual(['PURGE', 1, 'ligne de commande (essai)'])
      expect(JSON.parse(purge?.detail ?? '')).toEqual({ au: '2026-11-23', instantanes_clos: 2 })
    })
    const clair = join(dossierTemporaire(), 'clair')
    await sauvegarder(base, clair, null)
    expect([PURGE, GARDE].map((mot) => readFileSync(clair).includes(mot))).toEqual([false, true])
    for (const chemin of fichiersDe(base.dossier.courantes)) expect(statSync(chemin).mode & 0o777).toBe(0o600)
    base.close()
    expect(existsSync(`${base.dossier.base}.wal`)).toBe(false)
  })
})
