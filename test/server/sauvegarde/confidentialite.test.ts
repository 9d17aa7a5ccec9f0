import { createReadStream, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import { deplier } from '../../../server/sauvegarde/archive.ts'
import { desceller } from '../../../server/sauvegarde/flux.ts'
import { dossierTemporaire, OPTIONS, ouvrirBase } from '../../base.ts'
import { demande, instantaneDu } from '../purge/scene.ts'
import { sauvegarder } from './scene.ts'

const JAMAIS = ['284021305512345', 'Commentaire confidentiel', '987654', OPTIONS.secret.valeur ?? '']
const NOMINATIF = ['Zwykowski', 'ZWYKOWSKI', 'wenceslas@exemple.fr', '17 impasse des Lauriers']

it('une sauvegarde en clair ne contient ni NIR, ni commentaire, ni loyer, ni secret ; les noms, dans leur seul fichier', async () => {
  const { base, charger } = await ouvrirBase()
  await base.connection.run("PRAGMA force_compression = 'uncompressed'")
  const interdits = { 'Numéro de sécurité sociale': JAMAIS[0], Observations: JAMAIS[1], Loyer: JAMAIS[2] }
  const nommee = { nom: 'Zwykowski', courriel: 'wenceslas@exemple.fr', adresse_logement: '17 impasse des Lauriers' }
  const ligne = demande(1, { ...(interdits as Record<string, string>), ...nommee })
  await charger(instantaneDu('2026-10-31', [ligne, { ...ligne, statut: JAMAIS[0] ?? '' }]), { tolerance: 1 })
  const fichier = join(dossierTemporaire(), 'clair')
  await sauvegarder(base, fichier, null)
  const dossier = join(dossierTemporaire(), 'dedans')
  mkdirSync(dossier)
  const noms = await deplier(desceller(createReadStream(fichier)), dossier)
  expect(noms.map((nom) => nom.split('/')[0]).toSorted()).toEqual([
    'application.sqlite',
    'cles',
    'courantes',
    'identites',
    'infocentre-sauvegarde.json',
    'infocentre.duckdb',
  ])
  expect(readdirSync(base.dossier.rejets)).toHaveLength(2)
  for (const nom of noms) {
    const chemin = join(dossier, nom)
    const lignes = nom.endsWith('.parquet')
      ? await runQuery(base.connection, sql`SELECT COLUMNS(*)::VARCHAR FROM read_parquet(${chemin})`)
      : []
    const texte = Buffer.concat([readFileSync(chemin), Buffer.from(JSON.stringify(lignes))])
    const trouves = [...JAMAIS, ...NOMINATIF].filter((mot) => texte.includes(mot))
    expect([nom, trouves]).toEqual([
      nom,
      nom.startsWith('identites/') ? ['Zwykowski', 'wenceslas@exemple.fr', '17 impasse des Lauriers'] : [],
    ])
  }
})
