#!/usr/bin/env node
import { homedir, userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import type { Base } from '../../ingest/store/base.ts'
import { accesDuTerminal } from '../acces/acces.ts'
import { readVersion } from '../version.ts'
import { lireCourriel } from './courriel.ts'
import type { Environnement } from './environnement.ts'
import { executer } from './executer.ts'
import { lireOidc } from './oidc.ts'

/** Carried out by the process that holds the base: nothing is left to do here. */
class FaitAilleurs extends Error {
  readonly code: number
  constructor(code: number) {
    super()
    this.name = 'FaitAilleurs'
    this.code = code
  }
}

const argv = process.argv.slice(2)
const { INFOCENTRE_BASE, INFOCENTRE_PHRASE_FICHIER, INFOCENTRE_SECRET, INFOCENTRE_SECRET_FICHIER, XDG_CONFIG_HOME } =
  process.env

const ecrire = (morceau: string | Uint8Array) => process.stdout.write(morceau)
const dire = (ligne: string) => process.stderr.write(`${ligne}\n`)

const utilisateur = (): string => {
  try {
    return userInfo().username
  } catch {
    return `n° ${process.getuid?.() ?? '?'}`
  }
}

let codeAilleurs: number | null = null
/** What was asked here, for the process that carries the command out. */
const phrases: string[] = []

const env: Environnement = {
  cwd: process.cwd(),
  terminal: process.stderr.isTTY === true,
  basePardefaut: INFOCENTRE_BASE ?? './donnees',
  secret: {
    ...(INFOCENTRE_SECRET ? { valeur: INFOCENTRE_SECRET } : {}),
    fichier: INFOCENTRE_SECRET_FICHIER ?? join(XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'infocentre', 'secret'),
  },
  version: readVersion(),
  acces: accesDuTerminal(utilisateur()),
  adressePublique: process.env.INFOCENTRE_URL || null,
  composants: Boolean(process.env.INFOCENTRE_COMPOSANTS),
  oidc: lireOidc(process.env),
  courriel: () => lireCourriel(process.env),
  ecrire,
  dire,
  async demanderPhrase(question) {
    const { lirePhrase } = await import('./phrase.ts')
    const phrase = await lirePhrase(INFOCENTRE_PHRASE_FICHIER, question)
    phrases.push(phrase)
    return phrase
  },
  demander: async (question) => (await import('./phrase.ts')).lireReponse(question),
  maintenant: () => new Date(),
  async avecBase<T>(dossier: string, fonction: (base: Base) => Promise<T>): Promise<T> {
    const racine = resolve(dossier)
    const { dossierDe } = await import('../../ingest/store/dossier.ts')
    const { sendCommand } = await import('./prise.ts')
    const code = await sendCommand(dossierDe(racine).prise, { argv, cwd: process.cwd(), phrases }, { ecrire, dire })
    if (code !== null) {
      codeAilleurs = code
      throw new FaitAilleurs(code)
    }
    const { openInstallation } = await import('../installation.ts')
    const { closeCompactly } = await import('../../ingest/store/compacter.ts')
    const { expliquerPanne } = await import('../../ingest/store/fichiers.ts')
    const { lireMemoire } = await import('./memoire.ts')
    const { memoireDeLaMachine } = await import('../../ingest/store/memoire.ts')
    const memoire = lireMemoire(process.env.INFOCENTRE_MEMOIRE, memoireDeLaMachine())
    const base = await openInstallation(racine, memoire)
    if (base.reprise !== null) dire(base.reprise)
    try {
      return await fonction(base)
    } catch (cause) {
      throw await expliquerPanne(base.connection, base.dossier, cause)
    } finally {
      await closeCompactly(base)
    }
  },
}

// Every file is its owner's alone, whatever the folder it is written in.
process.umask(0o077)
// A reader that stops early (`| head`) ends the answer, not with an error.
process.stdout.on('error', () => process.exit(0))
const code = await executer({ ...env, dire: (ligne) => codeAilleurs === null && dire(ligne) }, argv)
process.exitCode = codeAilleurs ?? code
