import { formatJour } from '../../../ingest/socle/francais/format.ts'
import type { Jour } from '../../../ingest/socle/jour.ts'
import { situationDe } from '../../gestion/habilitations/situation.ts'
import type { HabilitationGardee } from '../../state/habilitations.ts'
import { cleDAcces, type Ouverture } from './agir.ts'
import type { LigneLue } from './lire-fichier.ts'
import { type LigneSure, type MoyensDeVerifier, verifierLigne } from './verifier-ligne.ts'

/** What a row of a list would do. */
export type Effet =
  | { readonly sorte: 'OUVRIR'; readonly ouverture: Ouverture; readonly closeLe: Jour | null }
  | { readonly sorte: 'CLORE'; readonly id: number; readonly closeLe: Jour }
  | { readonly sorte: 'CERTIFIER'; readonly id: number; readonly certificat: Jour }

/** What a list would do, row by row; nothing is done as long as a row is wrong. */
export interface LotPrepare {
  readonly effets: readonly (Effet & { readonly agent: string; readonly service: string })[]
  /** Rows that say what is known already. */
  readonly inchangees: number
  readonly fautes: readonly { readonly feuille: string | null; readonly ligne: number; readonly phrase: string }[]
  /** Accesses of the same services, open here, that the list does not have: nothing is done of them. */
  readonly absentes: readonly { readonly id: number; readonly agent: string; readonly service: string }[]
}

/** What a list is read against. */
export interface ContexteDuLot extends MoyensDeVerifier {
  readonly habilitations: readonly HabilitationGardee[]
}

const enOuverture = ({ agent, service, profil, ouverteLe, certificat }: LigneSure): Ouverture => ({
  sorte: 'AGENT',
  service: service.code,
  service_libelle: service.libelle,
  agent,
  organisme: null,
  profil,
  base_legale: null,
  ouverteLe,
  certificat,
})

/** What is known of accesses: those that are open, by what makes them the same, and all by their opening too. */
const connaitre = (habilitations: readonly HabilitationGardee[]) => {
  const toutes = habilitations.map((gardee) => {
    const situation = situationDe(gardee.profil, gardee.actes)
    return { ...gardee, situation, cle: cleDAcces({ ...gardee, profil: situation.profil }) }
  })
  const ouvertes = toutes.filter(({ situation }) => situation.etat !== 'CLOSE')
  return {
    ouvertes,
    parCle: new Map(ouvertes.map((une) => [une.cle, une])),
    parOuverture: new Map(toutes.map((une) => [`${une.cle}|${une.situation.ouverteLe}`, une])),
  }
}

type Connues = ReturnType<typeof connaitre>

/** What a row does; null where all that it says is known. */
const effetDe = (sure: LigneSure, { parCle, parOuverture }: Connues): Effet | null | { readonly faute: string } => {
  const { cle, ouverteLe, closeLe, certificat } = sure
  const meme = parOuverture.get(`${cle}|${ouverteLe}`)
  const connue = meme ?? (closeLe === null ? parCle.get(cle) : undefined)
  if (connue === undefined) return { sorte: 'OUVRIR', ouverture: enOuverture(sure), closeLe }
  const { situation, id } = connue
  if (situation.etat === 'CLOSE')
    return closeLe === null
      ? {
          faute: `l’accès est clos ici depuis le ${formatJour(situation.closeLe)}, et ouvert dans la liste : le rouvrir d’abord, s’il l’est.`,
        }
      : null
  if (closeLe !== null) return { sorte: 'CLORE', id, closeLe }
  return certificat !== null && certificat !== situation.certificat ? { sorte: 'CERTIFIER', id, certificat } : null
}

/** Reads a list against what is known: what each row would do, and those that are wrong, one by one. */
export const preparerLot = (lignes: readonly LigneLue[], contexte: ContexteDuLot): LotPrepare => {
  const connues = connaitre(contexte.habilitations)
  const premieres = new Map<string, number>()
  const dites = new Set<string>()
  const services = new Set<string>()
  const effets: LotPrepare['effets'][number][] = []
  const fautes: LotPrepare['fautes'][number][] = []
  let inchangees = 0
  for (const lue of lignes) {
    const { feuille, ligne } = lue
    const sure = verifierLigne(lue, contexte)
    if ('faute' in sure) {
      fautes.push({ feuille, ligne, phrase: sure.faute })
      continue
    }
    const meme = sure.closeLe === null ? sure.cle : `${sure.cle}|${sure.ouverteLe}`
    const deja = premieres.get(meme)
    const effet = deja === undefined ? effetDe(sure, connues) : { faute: `le même accès est déjà à la ligne ${deja}.` }
    premieres.set(meme, deja ?? ligne)
    dites.add(sure.cle)
    services.add(sure.service.code)
    if (effet === null) inchangees += 1
    else if ('faute' in effet) fautes.push({ feuille, ligne, phrase: effet.faute })
    else effets.push({ ...effet, agent: sure.agent, service: sure.service.libelle })
  }
  const absentes = connues.ouvertes
    .filter(({ sorte, service, cle }) => sorte === 'AGENT' && services.has(service ?? '') && !dites.has(cle))
    .map(({ id, agent, service_libelle }) => ({ id, agent: agent ?? '', service: service_libelle ?? '' }))
  return { effets, inchangees, fautes, absentes }
}
