import { createHash } from 'node:crypto'
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { sha256De } from '../../ingest/store/fichiers.ts'
import { graver } from '../../ingest/store/restauration/marque.ts'
import { EMPREINTE, SOMMES } from './forme.ts'

const LIGNE = /^([0-9a-f]{64}) {2}([^\n]+)$/

const sha256 = (texte: string): string => createHash('sha256').update(texte).digest('hex')

/** Whatever a folder holds, by its path within it, in the order of names; folders apart. */
export const listerFichiers = (dossier: string): string[] =>
  readdirSync(dossier, { recursive: true, withFileTypes: true })
    .filter((entree) => !entree.isDirectory())
    .map((entree) => relative(dossier, join(entree.parentPath, entree.name)).split(sep).join('/'))
    .toSorted()

/** Writes the digest of every file of a folder, each for its owner alone, then that of the whole, which it gives; all is on the disk by then. */
export const sceller = async (dossier: string, sauf: readonly string[]): Promise<string> => {
  const noms = listerFichiers(dossier).filter((nom) => !sauf.includes(nom))
  const lignes: string[] = []
  for (const nom of noms) {
    chmodSync(join(dossier, nom), 0o600)
    graver(join(dossier, nom))
    lignes.push(`${await sha256De(join(dossier, nom))}  ${nom}\n`)
  }
  const sommes = lignes.join('')
  writeFileSync(join(dossier, SOMMES), sommes, { mode: 0o600 })
  const empreinte = sha256(sommes)
  writeFileSync(join(dossier, EMPREINTE), `${empreinte}  ${SOMMES}\n`, { mode: 0o600 })
  for (const nom of [SOMMES, EMPREINTE]) graver(join(dossier, nom))
  return empreinte
}

/** What was written of each file; null where a line is no such thing. */
const lireSommes = (texte: string): ReadonlyMap<string, string> | null => {
  const lignes = texte.split('\n')
  if (lignes.pop() !== '') return null
  const sommes = new Map<string, string>()
  for (const ligne of lignes) {
    const [, somme, nom] = LIGNE.exec(ligne) ?? []
    if (somme === undefined || nom === undefined) return null
    sommes.set(nom, somme)
  }
  return sommes
}

/** The digest of a sealed folder, and what in it is not as it was written: a sentence a file. */
export const verifierSommes = async (
  dossier: string,
): Promise<{ readonly empreinte: string; readonly defauts: readonly string[] }> => {
  const absents = [SOMMES, EMPREINTE].filter((nom) => !existsSync(join(dossier, nom)))
  if (absents.length > 0)
    return { empreinte: '', defauts: absents.map((nom) => `Le fichier ${nom} manque : rien ne prouve la remise.`) }
  const texte = readFileSync(join(dossier, SOMMES), 'utf8')
  const empreinte = sha256(texte)
  const defauts: string[] = []
  if (readFileSync(join(dossier, EMPREINTE), 'utf8') !== `${empreinte}  ${SOMMES}\n`)
    defauts.push(`Le fichier ${SOMMES} ou le fichier ${EMPREINTE} est altéré : l’un n’est plus l’empreinte de l’autre.`)
  const sommes = lireSommes(texte)
  if (sommes === null) return { empreinte, defauts: [...defauts, `Le fichier ${SOMMES} est illisible.`] }
  const presents = new Set(listerFichiers(dossier))
  for (const [nom, somme] of sommes) {
    if (!presents.has(nom)) defauts.push(`Le fichier ${nom} manque.`)
    else if ((await sha256De(join(dossier, nom))) !== somme)
      defauts.push(`Le fichier ${nom} est altéré : son contenu n’est plus celui qui a été écrit.`)
  }
  for (const nom of presents)
    if (!sommes.has(nom) && nom !== SOMMES && nom !== EMPREINTE)
      defauts.push(`Le fichier ${nom} est en trop : la remise ne le connaît pas.`)
  return { empreinte, defauts }
}
