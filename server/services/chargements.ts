import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'
import type { Base } from '../../ingest/store/base.ts'
import type { RapportImport } from '../../ingest/store/rapport.ts'
import { chargerInstantane, type OptionsChargement } from './charger.ts'
import { chercherDoublons } from './doublons.ts'

/** The steps of an import, in their order, in words. */
export const ETAPES = [
  ['lecture', 'Lecture des fichiers'],
  ['vérification', 'Vérification des lignes'],
  ['écriture', 'Écriture dans la base'],
  ['calcul', 'Calcul des indicateurs'],
  ['doublons', 'Recherche des doublons'],
] as const

/** An import started from the application. */
export interface Chargement {
  readonly id: string
  /** Who started it. */
  readonly qui: string
  readonly fichiers: readonly string[]
  readonly depart: number
  readonly saisie: { readonly territoire: string; readonly date: string }
  etape: string
  rapport?: RapportImport
  refus?: string
  reference?: string
}

/** The imports that the application has started since it runs. */
export interface Chargements {
  start(base: Base, depot: string, chemin: string, fichiers: readonly string[], options: OptionsChargement): Chargement
  /** The one that somebody has started; undefined for another's. */
  find(id: string, qui: string): Chargement | undefined
}

const GARDES = 50

export const createChargements = (onError: (reference: string, cause: unknown) => void): Chargements => {
  const connus = new Map<string, Chargement>()
  return {
    find(id, qui) {
      const connu = connus.get(id)
      return connu?.qui === qui ? connu : undefined
    },
    start(base, depot, chemin, fichiers, options) {
      const chargement: Chargement = {
        id: randomUUID(),
        qui: options.acces.qui,
        fichiers,
        depart: options.maintenant.getTime(),
        saisie: { territoire: options.territoire ?? '', date: options.date ?? '' },
        etape: 'lecture',
      }
      connus.set(chargement.id, chargement)
      for (const ancien of [...connus.keys()].slice(0, -GARDES)) connus.delete(ancien)
      const suivi = (etape: string) => {
        chargement.etape = etape
      }
      chargerInstantane(base, chemin, { ...options, suivi })
        .then(async (rapport) => {
          suivi('doublons')
          // What is loaded stays loaded, found duplicates or not: the command « doublons » looks again.
          await chercherDoublons(base, rapport.territoire, options).catch((cause: unknown) =>
            onError(chargement.id.slice(0, 8).toUpperCase(), cause),
          )
          chargement.rapport = rapport
        })
        .catch((cause: unknown) => {
          if (cause instanceof ErreurInfocentre && cause.publique) chargement.refus = cause.message
          else {
            chargement.reference = chargement.id.slice(0, 8).toUpperCase()
            onError(chargement.reference, cause)
          }
        })
        .finally(() => rmSync(depot, { recursive: true, force: true }))
      return chargement
    },
  }
}
