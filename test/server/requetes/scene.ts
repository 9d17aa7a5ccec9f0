import { onTestFinished } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import type { Base } from '../../../ingest/store/base.ts'
import { travailDeRequete } from '../../../server/acces/porte/requetes.ts'
import type { Role } from '../../../server/acces/roles.ts'
import type { Issue } from '../../../server/requetes/atelier.ts'
import type { EnCours } from '../../../server/requetes/confier.ts'
import { openEtat } from '../../../server/state/etat.ts'
import { lireReglages } from '../../../server/state/reglages.ts'

export const INSTANT = '2026-11-23 10:00:00'

export interface Demande {
  readonly role?: Role
  readonly territoire?: string
  readonly territoires?: readonly string[] | null
  readonly duree?: number
  readonly guichet?: string | null
  readonly forme?: string
  readonly suivre?: (enCours: EnCours) => void
}

/** Runs queries on a base, as the pages have them run. */
export const preparerRequetes = async (base: Base) => {
  const etat = await openEtat(base.dossier)
  onTestFinished(() => etat.destroy())
  const reglages = await lireReglages(etat, enJour('2026-11-23'))
  const executer = (texte: string, demande: Demande = {}): Promise<Issue> => {
    const { role = 'gestionnaire', territoire = '013', territoires = ['013'], duree = 20_000, forme } = demande
    const lecteur = { base, etat, reglages, acces: { qui: `${role}@exemple.fr`, role, territoires, service: null } }
    const parametres = { mois: '2026-10', instantane: '2026-10-31', guichet: demande.guichet ?? null }
    const pourquoi =
      forme === undefined
        ? ({ action: 'CONSULTATION', instant: INSTANT } as const)
        : ({ action: 'EXPORT', instant: INSTANT, forme } as const)
    return travailDeRequete(lecteur, { territoire, texte, parametres }, pourquoi, duree)(demande.suivre ?? (() => {}))
  }
  /** The code of the refusal; the rows where there is none. */
  const dire = async (texte: string, demande: Demande = {}) => {
    const issue = await executer(texte, demande)
    return 'refus' in issue ? issue.refus.code : issue.lignes
  }
  return { etat, executer, dire }
}

/** The processes of queries that one started, this one unless said otherwise, and that are still there. */
export const enfants = async (pere = process.pid): Promise<number[]> => {
  const { readdirSync, readFileSync } = await import('node:fs')
  return readdirSync('/proc')
    .filter((nom) => /^\d+$/.test(nom))
    .map(Number)
    .filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
        const [etat, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
        const commande = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
        return Number(parent) === pere && etat !== 'Z' && commande.includes('requetes/enfant')
      } catch {
        return false
      }
    })
}
