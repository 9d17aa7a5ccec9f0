import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { InstantaneRefuse } from '../../ingest/socle/erreur.ts'
import { ouvrirBase } from '../base.ts'
import { contenuDe } from './contenu.ts'
import { CARTE, ecrireDossier, fichiers } from './instantane.ts'

const listerFichiers = (racine: string): string[] =>
  readdirSync(racine, { recursive: true, withFileTypes: true })
    .filter((entree) => entree.isFile() && !/^(infocentre\.duckdb|application\.sqlite|refus-)/.test(entree.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted()

/** A base with a snapshot, what it refuses, and the proof that nothing moved, rejects apart. */
export const refuser = async (chemin: string, options = {}): Promise<string> => {
  const { base, charger } = await ouvrirBase()
  await charger(ecrireDossier(fichiers({ 'instantane.json': JSON.stringify({ ...CARTE, date: '2026-09-30' }) })))
  const avant = [await contenuDe(base), listerFichiers(base.dossier.racine)]
  const refus: unknown = await charger(chemin, options).then(
    () => 'chargé',
    (cause: unknown) => cause,
  )
  expect(refus).toBeInstanceOf(InstantaneRefuse)
  expect([await contenuDe(base), listerFichiers(base.dossier.racine)]).toEqual(avant)
  return refus instanceof InstantaneRefuse ? refus.message : ''
}
