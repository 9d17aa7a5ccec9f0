import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Cas } from './cas.ts'
import { comparer } from './comparer.ts'
import { creerGenerateur } from './generer.ts'
import { creerLecteur } from './lire.ts'
import type { Lu } from './lu.ts'
import { memoireAuPlusHaut, processeur } from './mesurer.ts'
import { creerTableau } from './tableau.ts'

/** Milliseconds and megabytes that no file may take. */
export const TROP_LONG = 10_000
export const TROP_DE_MEMOIRE = 1536

/** A file that waits for its turn on a busy machine is not slow: the processor it takes says so. */
const PART_DE_PROCESSEUR = 2

/** Where files that fail are kept: a trial may have a temporary folder of its own. */
const TEMPORAIRE = tmpdir()

/** A file that was not dealt with as it must, and where it is kept. */
export interface Echec {
  readonly rang: number
  readonly sorte: string
  readonly fautes: readonly string[]
  readonly chemin: string
}

export interface Resultat {
  readonly echecs: readonly Echec[]
  readonly tableau: string
}

/** Reads what is handed over and says what became of it; what it needs is its own. */
export interface Essai {
  readonly essayer: (cas: Cas, rang: number) => Promise<{ readonly issue: string; readonly fautes: readonly string[] }>
  readonly fermer: () => void | Promise<void>
}

const garder = ({ fichiers }: Cas): string => {
  const dossier = mkdtempSync(join(TEMPORAIRE, 'infocentre-fuzz-echec-'))
  for (const [nom, octets] of fichiers) writeFileSync(join(dossier, nom), octets)
  return dossier
}

const issueDe = (lu: Lu): string => ('refus' in lu ? 'refusé' : 'lu')

/** One file in four is judged too, which takes as long as all the rest. */
const JUGES = 4

export const essaiDeLecture = async (): Promise<Essai> => {
  const lecteur = await creerLecteur()
  return {
    essayer: async (cas, rang) => {
      const lu = await lecteur.lire(cas, rang % JUGES === 0)
      return { issue: issueDe(lu), fautes: comparer(cas, lu) }
    },
    fermer: lecteur.fermer,
  }
}

export interface Lancement {
  readonly graine: number
  readonly de: number
  readonly fichiers: number
  readonly suivi?: (rang: number, sorte: string) => void
  readonly dire?: (ligne: string) => void
}

/** Runs a trial over the files of a seed, and keeps each that fails. */
export const lancer = async (essai: Essai, { graine, de, fichiers, suivi, dire }: Lancement): Promise<Resultat> => {
  const tirer = await creerGenerateur(graine)
  const tableau = creerTableau()
  const echecs: Echec[] = []
  for (let rang = de; rang < de + fichiers; rang++) {
    const cas = tirer(rang)
    suivi?.(rang, cas.sorte)
    const [depart, travail] = [performance.now(), processeur()]
    const { issue, fautes } = await essai.essayer(cas, rang)
    const duree = performance.now() - depart
    const toutes = [...fautes]
    if (Math.min(duree, PART_DE_PROCESSEUR * (processeur() - travail)) > TROP_LONG)
      toutes.push(`${Math.round(duree)} ms`)
    if (memoireAuPlusHaut() > TROP_DE_MEMOIRE) toutes.push(`${memoireAuPlusHaut()} Mo`)
    tableau.noter(cas.sorte, toutes.length === 0 ? issue : 'ÉCHEC', duree, rang)
    if (toutes.length === 0) continue
    const echec = { rang, sorte: cas.sorte, fautes: toutes, chemin: garder(cas) }
    echecs.push(echec)
    dire?.(`ÉCHEC graine ${graine}, n° ${rang} (${cas.sorte}), gardé dans ${echec.chemin}\n  ${toutes.join('\n  ')}`)
  }
  return { echecs, tableau: tableau.rediger() }
}
