import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import type { Base } from '../ingest/store/base.ts'
import type { RapportImport } from '../ingest/store/rapport.ts'
import { accesDuTerminal } from '../server/acces/acces.ts'
import { openInstallation } from '../server/installation.ts'
import { chargerInstantane, type OptionsChargement } from '../server/services/charger.ts'

/** How tests load: a secret of their own, a fixed clock. */
export const OPTIONS: OptionsChargement = {
  secret: { valeur: 'secret d’essai', fichier: '/nulle/part' },
  maintenant: new Date('2026-11-23T10:00:00'),
  version: 'essai',
  acces: accesDuTerminal('essai'),
}

/** A folder that disappears with the test. */
export const dossierTemporaire = (): string => {
  const dossier = mkdtempSync(join(tmpdir(), 'infocentre-test-'))
  onTestFinished(() => rmSync(dossier, { recursive: true, force: true }))
  return dossier
}

/** An open base in a folder of its own, with a way to load snapshots as the command line does. */
export const ouvrirBase = async (): Promise<{
  base: Base
  charger(chemin: string, options?: Partial<OptionsChargement>): Promise<RapportImport>
}> => {
  const base = await openInstallation(join(dossierTemporaire(), 'base'))
  onTestFinished(() => base.close())
  return {
    base,
    charger: (chemin, options = {}) => chargerInstantane(base, chemin, { ...OPTIONS, ...options }),
  }
}

/** A base filled once for a file of tests, which only read it; what `remplir` gives is had from the function returned. */
export const preparerBase = <T>(remplir: (base: Base, dossier: string) => Promise<T>): (() => T & { base: Base }) => {
  const dossier = mkdtempSync(join(tmpdir(), 'infocentre-test-'))
  let prete: (T & { base: Base }) | undefined
  beforeAll(async () => {
    const base = await openInstallation(join(dossier, 'base'))
    prete = { ...(await remplir(base, dossier)), base }
  })
  afterAll(() => {
    prete?.base.close()
    rmSync(dossier, { recursive: true, force: true })
  })
  return () => {
    if (prete === undefined) throw new Error('base pas encore remplie')
    return prete
  }
}
