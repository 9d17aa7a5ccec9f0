import { dansPhrase, enumerer } from '../../ingest/socle/francais/phrase.ts'
import type { Mois } from '../../ingest/socle/jour.ts'
import {
  ACTES_CONTROLE,
  type ActeControle,
  CODES_POINTS,
  type FaitDuPoint,
  type FaitsFiges,
  POINTS,
  type Point,
} from '../../web/controles.ts'
import type { Role } from '../acces/roles.ts'
import { empreinteDesFaits } from '../gestion/controles/empreinte.ts'
import { type ActeFait, type ControleSuivi, suivreControle } from '../gestion/controles/suivre.ts'
import { MACHINE_CONTROLES } from '../gestion/controles/table.ts'
import { essayer } from '../gestion/machine.ts'
import { type ConnuDuMois, ecrireControle } from '../lecture/controles/connu.ts'
import { ajouterActes, type SignatureGardee } from '../state/controles.ts'
import type { BaseEtat } from '../state/etat.ts'
import { consigner } from '../state/journal.ts'

/** Who acts on a control, and when. */
export interface Signataire {
  readonly qui: string
  readonly role: Role
  /** The name of the account. */
  readonly nom: string
  readonly instant: string
}

/** The month that is acted upon, and what the application knows of it. */
export interface MoisControle {
  readonly territoire: string
  readonly mois: Mois
  readonly instantane: FaitsFiges['instantane']
  readonly calculeLe: string | null
  readonly delaiPasse: boolean
}

/** What is asked; `note` is written beside what is ticked. */
export interface Demande {
  readonly acte: ActeControle
  readonly point: Point | null
  readonly texte: string
}

/** What was known, as the text that is digested; `rapport` is the digest of the report. */
const figerFaits = (
  { territoire, mois, instantane, calculeLe }: MoisControle,
  suivi: ControleSuivi,
  faits: readonly FaitDuPoint[],
  motif: string | null,
  rapport: string,
): string => {
  const figes: FaitsFiges = {
    territoire,
    mois,
    instantane,
    calcule_le: calculeLe,
    motif,
    rapport,
    points: CODES_POINTS.map((point) => {
      const fait = faits.find((f) => f.point === point) ?? { point, nombre: '', phrase: '', chiffres: {} }
      const { vu, note } = suivi.points[point]
      return { ...fait, vu_par: vu?.par ?? null, vu_le: vu?.le ?? null, note }
    }),
  }
  return JSON.stringify(figes)
}

const SIGNATURES: ReadonlySet<ActeControle> = new Set(['SIGNER', 'SIGNER_SANS_INSTANTANE'])

/** Freezes a control as its signature leaves it: the facts, and the report of the month. `avant` are the acts before it. */
export const figerControle = (
  mois: MoisControle,
  suivi: ControleSuivi,
  connu: ConnuDuMois,
  avant: readonly ActeFait[],
  { nom, motif }: { readonly nom: string; readonly motif: string | null },
): Omit<SignatureGardee, 'id' | 'acte'> => {
  const version = 1 + avant.filter(({ acte }) => SIGNATURES.has(acte)).length
  const document = JSON.stringify(ecrireControle(connu, suivi, { nom, version, motif }))
  const faits = figerFaits(mois, suivi, connu.faits, motif, empreinteDesFaits(document))
  return { nom, faits, empreinte: empreinteDesFaits(faits), document }
}

/** Where a control stands once acts are added to those done, or why one of them may not be. */
const suivreAvec = (
  mois: MoisControle,
  avant: readonly ActeFait[],
  actes: readonly ActeFait[],
  role: Role,
): { readonly suivi: ControleSuivi } | { readonly refus: string } => {
  const faits = [...avant]
  for (const acte of actes) {
    const { etat, vus } = suivreControle(faits)
    const issue = essayer(MACHINE_CONTROLES, {
      ...{ etat, acte: acte.acte, role, saisie: acte },
      faits: { instantane: mois.instantane !== null, pointsVus: vus, delaiPasse: mois.delaiPasse },
    })
    if ('empechement' in issue) return { refus: issue.empechement.phrase }
    faits.push(acte)
  }
  return { suivi: suivreControle(faits) }
}

const direDemande = ({ acte, point }: Demande): string =>
  `${dansPhrase(ACTES_CONTROLE[acte])}${point === null ? '' : ` (${dansPhrase(POINTS[point])})`}`

/**
 * Does what is asked of a control, one act after the other; `connu` reads what the month says, for a signature to freeze.
 * Gives why not, as a sentence, and nothing is done; null where all was.
 */
export const agirSurControle = async (
  etat: BaseEtat,
  mois: MoisControle,
  demandes: readonly Demande[],
  { qui, role, nom, instant }: Signataire,
  connu: () => Promise<ConnuDuMois>,
): Promise<string | null> => {
  const signe = demandes.find(({ acte }) => SIGNATURES.has(acte))
  const lu = signe === undefined ? null : await connu()
  const actes = demandes.map((demande) => ({ ...demande, par: qui, le: instant }))
  const refus = await ajouterActes(etat, mois, actes, (avant) => {
    const suivi = suivreAvec(mois, avant, actes, role)
    if ('refus' in suivi) return suivi
    if (signe === undefined || lu === null) return { signature: null }
    const motif = signe.acte === 'SIGNER_SANS_INSTANTANE' ? signe.texte : null
    return { signature: figerControle(mois, suivi.suivi, lu, avant, { nom, motif }) }
  })
  if (refus !== null) return refus
  await consigner(etat, {
    instant,
    qui,
    role,
    action: 'CONTROLE',
    territoire: mois.territoire,
    detail: { mois: mois.mois, quoi: enumerer(demandes.map(direDemande)) },
  })
  return null
}
