import { ErreurInfocentre } from '../../../ingest/socle/erreur.ts'
import { dansPhrase } from '../../../ingest/socle/francais/phrase.ts'
import type { Jour } from '../../../ingest/socle/jour.ts'
import {
  ACTES_HABILITATION,
  type ActeHabilitation,
  type EtatHabilitation,
  type SorteHabilitation,
} from '../../../web/habilitations.ts'
import { RIEN_DE_SAISI, type SaisieHabilitation } from '../../gestion/habilitations/conditions.ts'
import { situationDe } from '../../gestion/habilitations/situation.ts'
import { MACHINE_HABILITATIONS } from '../../gestion/habilitations/table.ts'
import { essayer } from '../../gestion/machine.ts'
import {
  ajouterActeDHabilitation,
  ajouterHabilitation,
  type HabilitationGardee,
  lireHabilitations,
  type NouvelActe,
  trouverHabilitation,
} from '../../state/habilitations.ts'
import { consigner } from '../../state/journal.ts'
import type { Acteur } from '../agenda.ts'

export interface Refuse {
  readonly refus: string
}

/** Writes in the audit log what was done: of whom is told by the number of a row, never by a name. */
export const journaliser = (
  { etat, instant, qui, role, territoire }: Acteur,
  detail: Readonly<Record<string, unknown>>,
  nombre: number | null = null,
) => consigner(etat, { instant, qui, role, action: 'HABILITATION', territoire, nombre, detail })

/** What is judged and written is so at once. */
export const dUnTrait = <T>(acteur: Acteur, faire: (seul: Acteur) => Promise<T>): Promise<T> =>
  acteur.etat.transaction().execute((etat) => faire({ ...acteur, etat }))

/** Stops what is done at once, with why as a sentence: nothing of it is. */
export class Interrompu extends ErreurInfocentre {
  constructor(phrase: string) {
    super('INTERROMPU', phrase)
  }
}

/** Does something at once, or nothing of it; why nothing was, as a sentence, or null. */
export const toutOuRien = (acteur: Acteur, faire: (seul: Acteur) => Promise<string | null>): Promise<string | null> =>
  dUnTrait(acteur, async (seul) => {
    const refus = await faire(seul)
    if (refus !== null) throw new Interrompu(refus)
    return null
  }).catch((cause: unknown) => {
    if (cause instanceof Interrompu) return cause.message
    throw cause
  })

const acteDe = (
  { role, qui, instant }: Acteur,
  acte: ActeHabilitation,
  vers: EtatHabilitation,
  { jour, departLe, code, texte }: SaisieHabilitation,
): NouvelActe => ({ acte, vers, jour, depart_le: departLe, code, texte, role, par: qui, le: instant })

/** An access to open, as a form or a file says it. */
export interface Ouverture {
  readonly sorte: SorteHabilitation
  readonly service: string | null
  readonly service_libelle: string | null
  readonly agent: string | null
  readonly organisme: string | null
  readonly profil: string
  readonly base_legale: string | null
  readonly ouverteLe: Jour
  readonly certificat: Jour | null
}

/** What makes two accesses one and the same: who has it, of which service, with which profile, whatever the case. */
export const cleDAcces = ({
  service,
  agent,
  organisme,
  profil,
}: Pick<Ouverture, 'service' | 'agent' | 'organisme' | 'profil'>): string =>
  [service ?? '', agent ?? organisme ?? '', profil]
    .map((mot) =>
      mot
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toLocaleUpperCase('fr')
        .replace(/[\s’'-]+/g, ' ')
        .trim(),
    )
    .join('|')

const cleDeGardee = (gardee: HabilitationGardee): string =>
  cleDAcces({ ...gardee, profil: situationDe(gardee.profil, gardee.actes).profil })

/** The accesses that are not closed, by what makes each one and the same. */
export const ouvertesParCle = (habilitations: readonly HabilitationGardee[]): ReadonlyMap<string, HabilitationGardee> =>
  new Map(
    habilitations
      .filter(({ profil, actes }) => situationDe(profil, actes).etat !== 'CLOSE')
      .map((gardee) => [cleDeGardee(gardee), gardee]),
  )

/** Does an act of an access where the table allows it, in the transaction of who asks; why not, as a sentence, or null. */
export const faireActe = async (
  acteur: Acteur,
  gardee: HabilitationGardee,
  acte: ActeHabilitation,
  saisie: SaisieHabilitation,
): Promise<string | null> => {
  const situation = situationDe(gardee.profil, gardee.actes)
  const faits = { ...situation, sorte: gardee.sorte, aujourdhui: acteur.aujourdhui }
  const issue = essayer(MACHINE_HABILITATIONS, { etat: situation.etat, acte, role: acteur.role, faits, saisie })
  if ('empechement' in issue) return issue.empechement.phrase
  await ajouterActeDHabilitation(acteur.etat, gardee.id, acteDe(acteur, acte, issue.vers, saisie))
  return null
}

/** Writes an opening, and its certificate, in the transaction of who asks; its number, or why not. */
export const ecrireOuverture = async (
  acteur: Acteur,
  { ouverteLe, certificat, ...habilitation }: Ouverture,
): Promise<Refuse | { readonly id: number }> => {
  const { territoire, aujourdhui, role } = acteur
  const saisie = { ...RIEN_DE_SAISI, jour: ouverteLe }
  const faits = { sorte: habilitation.sorte, aujourdhui, ouverteLe, profil: habilitation.profil, quitte: null }
  const issue = essayer(MACHINE_HABILITATIONS, { etat: null, acte: 'OUVRIR', role, faits, saisie })
  if ('empechement' in issue) return { refus: issue.empechement.phrase }
  if (certificat !== null && certificat < ouverteLe)
    return { refus: 'Le dernier jour du certificat vient après l’ouverture.' }
  const id = await ajouterHabilitation(
    acteur.etat,
    { ...habilitation, territoire },
    acteDe(acteur, 'OUVRIR', issue.vers, saisie),
  )
  if (certificat !== null)
    await ajouterActeDHabilitation(
      acteur.etat,
      id,
      acteDe(acteur, 'CERTIFIER', issue.vers, { ...RIEN_DE_SAISI, jour: certificat }),
    )
  return { id }
}

/** Opens an access; its number, or why not: one that is the same and not closed is not opened twice. */
export const ouvrirHabilitation = async (
  acteur: Acteur,
  ouverture: Ouverture,
): Promise<Refuse | { readonly id: number }> => {
  const issue = await dUnTrait(acteur, async (seul) => {
    const ouvertes = ouvertesParCle(await lireHabilitations(seul.etat, seul.territoire))
    if (ouvertes.has(cleDAcces(ouverture)))
      return { refus: 'Cet accès est déjà à la liste, avec ce profil, et n’est pas clos.' }
    return ecrireOuverture(seul, ouverture)
  })
  if ('refus' in issue) return issue
  await journaliser(acteur, {
    quoi: dansPhrase(ACTES_HABILITATION.OUVRIR),
    habilitation: issue.id,
    service: ouverture.service,
  })
  return issue
}

/** Does an act of an access that the person sees; why not, as a sentence, or null. A service reports as of today. */
export const agirSurHabilitation = async (
  acteur: Acteur,
  { id, service }: Pick<HabilitationGardee, 'id' | 'service'>,
  acte: ActeHabilitation,
  saisie: SaisieHabilitation,
): Promise<string | null> => {
  const siens = acteur.role === 'guichet' && acte === 'SIGNALER' ? { ...saisie, jour: acteur.aujourdhui } : saisie
  const refus = await dUnTrait(acteur, async (seul) => {
    const gardee = await trouverHabilitation(seul.etat, seul.territoire, id)
    return gardee === undefined ? 'Cette habilitation n’existe plus.' : faireActe(seul, gardee, acte, siens)
  })
  if (refus === null)
    await journaliser(acteur, { quoi: dansPhrase(ACTES_HABILITATION[acte]), habilitation: id, service })
  return refus
}
