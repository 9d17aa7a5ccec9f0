import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openInstallation } from '../../../server/installation.ts'
import { creerFichierDeCle, lireFichierDeCle, type Matiere } from '../../../server/sauvegarde/cle.ts'
import { verifierInstallation } from '../../../server/services/verifier.ts'
import { OPTIONS } from '../../base.ts'
import { contenuDe } from '../../ingest/contenu.ts'
import { preparer, sauvegarder } from './scene.ts'

const AGE = spawnSync('age', ['--version']).status === 0
const ABSENT = AGE ? '' : ' (programme absent : age)'

const PHRASE = 'une phrase que personne ne devine'

/** A base and its backup, and where the standard tool is to leave the archive. */
const prendre = async (matiereDe: (dossier: string) => Promise<Matiere>) => {
  const essai = await preparer()
  await sauvegarder(essai.base, essai.fichier, await matiereDe(essai.dossier))
  return { ...essai, archive: join(essai.dossier, 'archive.tar') }
}

/** What `age` asks a person for at the terminal, answered in one that `script` makes. */
const ouvrirAvecPhrase = (phrase: string, fichier: string, archive: string): number | null =>
  spawnSync('script', ['-qec', `age -d -o '${archive}' '${fichier}'`, '/dev/null'], { input: `${phrase}\n` }).status

/** What an archive in clear holds once unfolded, as the application reads it. */
const deplierEtLire = async (archive: string, racine: string) => {
  mkdirSync(racine)
  expect(spawnSync('tar', ['xf', archive, '-C', racine]).status).toBe(0)
  const base = await openInstallation(racine)
  const lu = { contenu: await contenuDe(base), ...(await verifierInstallation(base, OPTIONS.secret)) }
  base.close()
  return lu
}

describe('une sauvegarde s’ouvre sans Infocentre, par l’outil « age » et « tar »', () => {
  it.skipIf(!AGE)(`avec le fichier de clé que la sauvegarde a créé${ABSENT}`, async () => {
    const { base, dossier, fichier, archive, racine } = await prendre(async (ou) => {
      await creerFichierDeCle(join(ou, 'cle'))
      return lireFichierDeCle(join(ou, 'cle'))
    })
    expect(spawnSync('age', ['-d', '-i', join(dossier, 'cle'), '-o', archive, fichier]).status).toBe(0)
    expect(await deplierEtLire(archive, racine)).toMatchObject({ contenu: await contenuDe(base), defauts: [] })
  })

  it.skipIf(!AGE)(`avec un fichier de clé que « age-keygen » a fait${ABSENT}`, async () => {
    const { base, dossier, fichier, archive, racine } = await prendre(async (ou) => {
      expect(spawnSync('age-keygen', ['-o', join(ou, 'cle')]).status).toBe(0)
      return lireFichierDeCle(join(ou, 'cle'))
    })
    expect(spawnSync('age', ['-d', '-i', join(dossier, 'cle'), '-o', archive, fichier]).status).toBe(0)
    expect(await deplierEtLire(archive, racine)).toMatchObject({ contenu: await contenuDe(base), defauts: [] })
  })

  it.skipIf(!AGE)(`avec la phrase secrète, et elle seule${ABSENT}`, async () => {
    const { base, fichier, archive, racine } = await prendre(async () => ({ de: 'PHRASE', phrase: PHRASE }))
    expect(ouvrirAvecPhrase(`${PHRASE}.`, fichier, archive)).not.toBe(0)
    expect(existsSync(archive)).toBe(false)
    expect(ouvrirAvecPhrase(PHRASE, fichier, archive)).toBe(0)
    expect(await deplierEtLire(archive, racine)).toMatchObject({ contenu: await contenuDe(base), defauts: [] })
  })
})
