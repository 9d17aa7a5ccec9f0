import { type Numero, plusMois } from './calendrier.ts'
import { CALIBRAGE, DEPARTS } from './calibrage.ts'
import { drawSaisie } from './delais.ts'
import type { Hasard } from './hasard.ts'
import type { Pratique } from './pratiques.ts'
import type { Routes } from './routes.ts'
import { choisir } from './tirage.ts'

export type Motif =
  | 'ATTRIBUTION'
  | 'RENONCIATION'
  | 'ABSENCE_REPONSE'
  | 'IRRECEVABILITE'
  | 'NON_RENOUVELLEMENT'
  | 'FUSION'
  | 'SUPPRESSION_DOUBLON'
  | 'AUTRE'

/** What happens to a demande on a day. A renewal of a radiée one revives it. */
export type Evenement =
  | { readonly jour: Numero; readonly genre: 'PREAVIS' | 'ATTESTATION' }
  | { readonly jour: Numero; readonly genre: 'RENOUVELLEMENT' | 'MODIFICATION'; readonly guichet: number }
  | {
      readonly jour: Numero
      readonly genre: 'RADIATION'
      readonly guichet: number
      readonly effet: Numero
      readonly motif: Motif
    }

/** A demande's life in dates, up to a horizon. */
export interface Vie {
  readonly guichet: number
  readonly enregistrement: Numero
  readonly evenements: Evenement[]
  /** The lease signed, recorded or not. */
  bail: { readonly guichet: number; readonly jour: Numero } | null
  /** Day when its end is recorded, and the day that counts for it; none before the horizon: far away. */
  fin: Numero
  effet: Numero
}

export interface Monde {
  readonly routes: Routes
  readonly pratiques: readonly Pratique[]
  readonly horizon: Numero
  readonly hasard: Hasard
}

const LOIN = 1_000_000
const PAR_AN = 365

const modifie = (vie: Vie, debut: Numero, terme: Numero, { routes, hasard }: Monde): void => {
  if (!hasard.arrive(CALIBRAGE.modifications)) return
  const jour = debut + 1 + hasard.entier(330)
  if (jour < terme) vie.evenements.push({ jour, genre: 'MODIFICATION', guichet: routes.suite(vie.guichet, hasard) })
}

const preavise = (vie: Vie, echeance: Numero, avant: Numero): void => {
  const jour = plusMois(echeance, -2)
  if (jour < avant) vie.evenements.push({ jour, genre: 'PREAVIS' })
}

const radie = (vie: Vie, jour: Numero, guichet: number, effet: Numero, motif: Motif): void => {
  vie.evenements.push({ jour, genre: 'RADIATION', guichet, effet, motif })
  vie.fin = jour
  vie.effet = effet
}

/** One year of validity: returns the day when the next one starts, or 0 when none does. */
const drawAnnee = (vie: Vie, debut: Numero, monde: Monde): Numero => {
  const { routes, pratiques, hasard } = monde
  const echeance = plusMois(debut, 12)
  const suivant = routes.suite(vie.guichet, hasard)
  const renouvele = hasard.arrive(debut === vie.enregistrement ? CALIBRAGE.premierRenouvellement : CALIBRAGE.renouvellementsSuivants)
  const anticipe = hasard.arrive((pratiques[suivant] as Pratique).renouvellements_anticipes)
  const renouvellement = anticipe ? echeance - 64 - hasard.entier(90) : echeance - hasard.entier(56)
  const terme = renouvele ? renouvellement : echeance + 20
  const bail = debut + 1 + Math.floor(hasard.attente(PAR_AN / CALIBRAGE.attributions))
  const depart = debut + 1 + Math.floor(hasard.attente(PAR_AN / CALIBRAGE.autresDeparts))
  const loge = bail < terme && bail <= depart && vie.bail === null
  modifie(vie, debut, Math.min(terme, loge ? bail : depart), monde)
  if (loge) {
    const guichet = routes.attribution(hasard)
    const p = pratiques[guichet] as Pratique
    vie.bail = { guichet, jour: bail }
    if (!hasard.arrive(p.nonSaisies)) {
      preavise(vie, echeance, bail)
      radie(vie, drawSaisie(bail, p, hasard), guichet, bail, 'ATTRIBUTION')
      return 0
    }
  } else if (depart < terme) {
    preavise(vie, echeance, depart)
    radie(vie, depart + hasard.entier(8), routes.suite(vie.guichet, hasard), depart, choisir(DEPARTS, hasard))
    return 0
  }
  if (renouvele && !loge) {
    preavise(vie, echeance, renouvellement)
    vie.evenements.push({ jour: renouvellement, genre: 'RENOUVELLEMENT', guichet: suivant })
    return renouvellement
  }
  if (!hasard.arrive(CALIBRAGE.sansPreavis)) preavise(vie, echeance, LOIN)
  const effet = plusMois(echeance, 1)
  radie(vie, effet + hasard.entier(6), routes.gestionnaire, effet, 'NON_RENOUVELLEMENT')
  if (loge || !hasard.arrive(CALIBRAGE.reactivations)) return 0
  const retour = vie.fin + 10 + hasard.entier(50)
  vie.evenements.push({ jour: retour, genre: 'RENOUVELLEMENT', guichet: routes.gestionnaire })
  vie.fin = LOIN
  vie.effet = LOIN
  return retour
}

/** The life of a demande registered on a day, drawn until it ends or passes the horizon. */
export const drawVie = (enregistrement: Numero, monde: Monde): Vie => {
  const guichet = monde.routes.enregistrement(monde.hasard)
  const vie: Vie = { guichet, enregistrement, evenements: [], bail: null, fin: LOIN, effet: LOIN }
  for (let debut = enregistrement; debut !== 0 && debut <= monde.horizon; ) debut = drawAnnee(vie, debut, monde)
  return vie
}

/** Ends a life earlier than it was drawn to. */
export const abrege = (vie: Vie, jour: Numero, guichet: number, motif: Motif): void => {
  const gardes = vie.evenements.filter((e) => e.jour < jour)
  vie.evenements.length = 0
  vie.evenements.push(...gardes)
  if (vie.bail !== null && vie.bail.jour >= jour) vie.bail = null
  radie(vie, jour, guichet, jour, motif)
}
