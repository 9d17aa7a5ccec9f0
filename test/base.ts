import { mkdtempSync, rmSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import type { Base } from '../ingest/store/base.ts'
import type { RapportImport } from '../ingest/store/rapport.ts'
import { accesDuTerminal } from '../server/acces/acces.ts'
import { openInstallation } from '../server/installation.ts'
import { chargerInstantane, type OptionsChargement } from '../server/services/charger.ts'
import { uneFois } from './une-fois.ts'

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

type Remplir<T> = (base: Base, dossier: string) => Promise<T>

/** Fills a base in a folder of its own, closed once filled. */
const remplirEtFermer = async <T extends object | null>(dossier: string, remplir: Remplir<T>): Promise<T> => {
  const base = await openInstallation(join(dossier, 'base'))
  try {
    return await remplir(base, join(dossier, 'fichiers'))
  } finally {
    base.close()
  }
}

const vide = () => uneFois('base-vide', (place) => remplirEtFermer(place, async () => null))

/** An open base in a folder of its own, with a way to load snapshots as the command line does. */
export const ouvrirBase = async (): Promise<{
  base: Base
  charger(chemin: string, options?: Partial<OptionsChargement>): Promise<RapportImport>
}> => {
  const dossier = join(dossierTemporaire(), 'base')
  await cp(join((await vide()).dossier, 'base'), dossier, { recursive: true })
  const base = await openInstallation(dossier)
  onTestFinished(() => base.close())
  return {
    base,
    charger: (chemin, options = {}) => chargerInstantane(base, chemin, { ...OPTIONS, ...options }),
  }
}

/**
 * A base for a file of tests; what `remplir` gives, as JSON keeps it, is had from the function returned. It is filled once for
 * all the files of the run that ask for the same `nom`; each has its copy.
 */
export const preparerBase = <T extends object>(nom: string, remplir: Remplir<T>): (() => T & { base: Base }) => {
  const dossier = mkdtempSync(join(tmpdir(), 'infocentre-test-'))
  let prete: (T & { base: Base }) | undefined
  beforeAll(async () => {
    const fait = await uneFois(nom, (place) => remplirEtFermer(place, remplir))
    await cp(join(fait.dossier, 'base'), join(dossier, 'base'), { recursive: true })
    prete = { ...fait.valeur, base: await openInstallation(join(dossier, 'base')) }
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
