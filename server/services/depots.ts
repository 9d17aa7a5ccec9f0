import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Profil } from '../../ingest/contract/profil.ts'
import { ErreurInfocentre, InstantaneRefuse } from '../../ingest/socle/erreur.ts'
import type { Base } from '../../ingest/store/base.ts'
import type { SourceSecret } from '../../ingest/store/secret.ts'
import type { Acces } from '../acces/acces.ts'
import { chargerDepot } from './charger-depot.ts'
import { attend, type Depot, estEnCours, franchissableDe, type RefusDeDepot } from './depot.ts'
import { examinerDepot } from './examiner-depot.ts'

/** Who acts on a deposit, when, and with what. */
export interface Acteur {
  readonly base: Base
  readonly acces: Acces
  readonly secret: SourceSecret
  readonly maintenant: Date
  readonly version: string
}

/** What the form of an examination says. */
export interface SaisieDepot {
  readonly territoire: string
  readonly date: string
  /** In the place of the profile kept for the territory; null to be read with that one. */
  readonly profil: Profil | null
}

/** The deposits that the application has taken since it runs. An act on one that is busy, or no more there, does nothing. */
export interface Depots {
  /** Takes the files of a folder, which becomes its own, and examines them. */
  deposer(acteur: Acteur, dossier: string, fichiers: readonly string[], saisie: SaisieDepot): Depot
  examiner(acteur: Acteur, depot: Depot, saisie: SaisieDepot): void
  charger(
    acteur: Acteur,
    depot: Depot,
    saisie: SaisieDepot,
    /** `motif`: why the refusal that stands is passed over. */
    choix: { readonly remplacer: boolean; readonly motif: string | null },
  ): void
  abandonner(depot: Depot): void
  /** Somebody's own; undefined for another's, and for what is no more. */
  trouver(id: string, qui: string): Depot | undefined
  /** Those of somebody that wait for them. */
  listerEnAttente(qui: string): readonly Depot[]
  /** Abandons those that have waited too long. */
  expirer(maintenant: Date): void
}

/** How long a copy waits for its sender. */
const ATTENTE_MAX = 2 * 3600_000

/** Deposits that are done with, kept for their last page. */
const GARDES = 50

const optionsDe = ({ territoire, date }: Depot['saisie']) => ({
  ...(territoire === '' ? {} : { territoire }),
  ...(date === '' ? {} : { date }),
})

export const createDepots = (onError: (reference: string, cause: unknown) => void): Depots => {
  const connus = new Map<string, Depot>()

  const jeter = ({ dossier }: Depot) => rmSync(dossier, { recursive: true, force: true })

  const oublier = (depot: Depot) => {
    connus.delete(depot.id)
    if (!estEnCours(depot)) jeter(depot)
  }

  const noter = (depot: Depot, cause: unknown): string => {
    const reference = depot.id.slice(0, 8).toUpperCase()
    onError(reference, cause)
    return reference
  }

  /** Runs an act on a deposit; a refusal leaves it to go on with, a failure ends it. */
  const mener = async (depot: Depot, acte: () => Promise<Depot['etat']>): Promise<void> => {
    try {
      depot.etat = await acte()
    } catch (cause) {
      const refus = refusDe(cause)
      depot.etat = refus === null ? { sorte: 'ECHEC', reference: noter(depot, cause) } : { sorte: 'REFUSE', refus }
    }
    if (!attend(depot) || !connus.has(depot.id)) jeter(depot)
    const finis = [...connus.values()].filter((autre) => !attend(autre) && !estEnCours(autre))
    for (const { id } of finis.slice(0, -GARDES)) connus.delete(id)
  }

  const toucher = (depot: Depot, saisie: SaisieDepot, maintenant: Date) => {
    depot.saisie = { territoire: saisie.territoire, date: saisie.date }
    depot.profil = saisie.profil
    depot.touche = maintenant.getTime()
  }

  const lancerExamen = ({ base, ...acteur }: Acteur, depot: Depot) => {
    depot.etat = { sorte: 'EXAMEN' }
    depot.passeOutre = {}
    const { profil, saisie } = depot
    void mener(depot, async () => {
      depot.examen = null
      depot.examen = await examinerDepot(base, depot.chemin, { ...acteur, ...optionsDe(saisie), profil })
      return { sorte: 'EXAMINE' }
    })
  }

  return {
    deposer(acteur, dossier, fichiers, saisie) {
      const [seul] = fichiers
      const depot: Depot = {
        id: randomUUID(),
        qui: acteur.acces.qui,
        dossier,
        chemin: fichiers.length === 1 && seul !== undefined ? join(dossier, seul) : dossier,
        fichiers,
        saisie,
        profil: null,
        examen: null,
        passeOutre: {},
        etat: { sorte: 'EXAMEN' },
        touche: 0,
      }
      connus.set(depot.id, depot)
      toucher(depot, saisie, acteur.maintenant)
      lancerExamen(acteur, depot)
      return depot
    },
    examiner(acteur, depot, saisie) {
      if (!attend(depot)) return
      toucher(depot, saisie, acteur.maintenant)
      lancerExamen(acteur, depot)
    },
    charger({ base, ...acteur }, depot, saisie, { remplacer, motif }) {
      if (!attend(depot)) return
      const change = saisie.profil !== depot.profil
      const refus = depot.etat.sorte === 'REFUSE' ? franchissableDe(depot.etat.refus) : undefined
      if (motif !== null && refus !== undefined) depot.passeOutre = { ...depot.passeOutre, [refus]: motif }
      toucher(depot, saisie, acteur.maintenant)
      const suivi = (etape: string) => {
        depot.etat = { sorte: 'CHARGEMENT', etape }
      }
      suivi('lecture')
      void mener(depot, async () => {
        const { profil, passeOutre, chemin } = depot
        const options = { ...acteur, ...optionsDe(depot.saisie), profil }
        try {
          const onDoublons = (cause: unknown) => void noter(depot, cause)
          const rapport = await chargerDepot(base, chemin, { ...options, remplacer, passeOutre, suivi, onDoublons })
          return { sorte: 'CHARGE', rapport }
        } catch (cause) {
          // The page of a refusal shows what the files are under the mapping that was refused.
          if (change && refusDe(cause) !== null)
            depot.examen = await examinerDepot(base, chemin, options).catch(() => depot.examen)
          throw cause
        }
      })
    },
    abandonner(depot) {
      if (depot.etat.sorte !== 'CHARGEMENT') oublier(depot)
    },
    trouver(id, qui) {
      const connu = connus.get(id)
      return connu?.qui === qui ? connu : undefined
    },
    listerEnAttente: (qui) => [...connus.values()].filter((depot) => depot.qui === qui && attend(depot)),
    expirer(maintenant) {
      for (const depot of connus.values())
        if (attend(depot) && maintenant.getTime() - depot.touche > ATTENTE_MAX) oublier(depot)
    },
  }
}

/** What a page may tell of an error; null where it is no refusal. */
const refusDe = (cause: unknown): RefusDeDepot | null => {
  if (!(cause instanceof ErreurInfocentre && cause.publique)) return null
  const { code, faits } = cause
  return { code, constat: cause instanceof InstantaneRefuse ? cause.constat : cause.message, faits }
}
