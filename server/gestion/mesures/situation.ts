import { type Jour, jourDeLInstant } from '../../../ingest/socle/jour.ts'
import type { ActeMesure, EtatMesure } from '../../../web/mesures.ts'

/** An act of a measure, as its history keeps it: what is nothing to it is null. */
export interface ActeRange {
  readonly acte: ActeMesure
  readonly vers: EtatMesure
  /** The day that the act sets: a due date, the day of a sending, of a procedure. */
  readonly jour: Jour | null
  /** Why it was closed, how it was sent, what the State decided. */
  readonly code: string | null
  readonly texte: string
  /** The service's own plan, beside its observations in `texte`. */
  readonly plan: string
  readonly le: string
}

/** Where a measure stands, told by its history alone. */
export interface Situation {
  readonly etat: EtatMesure
  readonly ouverteLe: Jour
  /** The answer's due date or, once the demand is formal, that of the observations. */
  readonly echeance: Jour
  readonly planRecu: Jour | null
  readonly observationsRecues: Jour | null
  readonly formaliseeLe: Jour | null
  readonly signaleeLe: Jour | null
  /** Observations, and a sending, since the demand was made formal: the right to answer begins with it. */
  readonly observationsSurDemande: Jour | null
  readonly envoiDeLaDemande: Jour | null
  /** What the State decided last. */
  readonly suite: { readonly code: string; readonly jour: Jour } | null
  readonly cloture: { readonly code: string; readonly le: Jour } | null
  /** The state it was closed in. */
  readonly quitte: EtatMesure | null
}

const dernier = (actes: readonly ActeRange[], garder: (acte: ActeRange) => boolean): ActeRange | undefined =>
  actes.findLast(garder)

const leDe = (acte: ActeRange | undefined): Jour | null => (acte === undefined ? null : jourDeLInstant(acte.le))

/** The acts since the last that is one; none where there was none. */
const depuis = (actes: readonly ActeRange[], lequel: ActeMesure): readonly ActeRange[] => {
  const rang = actes.findLastIndex(({ acte }) => acte === lequel)
  return rang < 0 ? [] : actes.slice(rang + 1)
}

const POSENT_UNE_ECHEANCE: ReadonlySet<ActeMesure> = new Set(['OUVRIR', 'FORMALISER', 'REPORTER'])

const observe = ({ acte, texte }: ActeRange): boolean => acte === 'REPONDRE' && texte !== ''

/**
 * Reads a history, the oldest first.
 *
 * @throws RangeError where it does not begin with its opening.
 */
export const situationDe = (actes: readonly ActeRange[]): Situation => {
  const [ouverture] = actes
  const fin = actes.at(-1)
  const echeance = dernier(actes, ({ acte, jour }) => POSENT_UNE_ECHEANCE.has(acte) && jour !== null)?.jour
  if (ouverture?.acte !== 'OUVRIR' || fin === undefined || !echeance)
    throw new RangeError('l’histoire d’une mesure commence par son ouverture')
  const surDemande = depuis(actes, 'FORMALISER')
  const envoi = dernier(surDemande, ({ acte }) => acte === 'ENVOYER')
  const suite = dernier(actes, ({ acte }) => acte === 'NOTER_SUITE')
  const cloture = fin.vers === 'CLOSE' ? dernier(actes, ({ acte }) => acte === 'CLORE') : undefined
  const avantCloture = cloture === undefined ? undefined : actes[actes.indexOf(cloture) - 1]
  return {
    etat: fin.vers,
    ouverteLe: jourDeLInstant(ouverture.le),
    echeance,
    planRecu: leDe(dernier(actes, ({ acte, plan }) => acte === 'REPONDRE' && plan !== '')),
    observationsRecues: leDe(dernier(actes, observe)),
    formaliseeLe: leDe(dernier(actes, ({ acte }) => acte === 'FORMALISER')),
    signaleeLe: leDe(dernier(actes, ({ acte }) => acte === 'SIGNALER')),
    observationsSurDemande: leDe(dernier(surDemande, observe)),
    envoiDeLaDemande: envoi?.jour ?? null,
    suite: suite?.jour ? { code: suite.code ?? '', jour: suite.jour } : null,
    cloture: cloture === undefined ? null : { code: cloture.code ?? '', le: jourDeLInstant(cloture.le) },
    quitte: avantCloture?.vers ?? null,
  }
}

/** Whether a measure has reached the comité and the préfet: what they saw stays seen, closed or opened again. */
export const aAtteintLeComite = ({ signaleeLe }: Pick<Situation, 'signaleeLe'>): boolean => signaleeLe !== null
