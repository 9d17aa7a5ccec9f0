import { formatDate } from '../../ingest/socle/francais/format.ts'
import { dansPhrase } from '../../ingest/socle/francais/phrase.ts'
import type { DocumentEcrit } from '../../reports/document.ts'
import { ChampVide, remplir } from '../../reports/lettres/remplir.ts'
import { valeursDeReunion } from '../../reports/lettres/reunion.ts'
import { type ActeReunion, NATURES_REUNION } from '../../web/agenda.ts'
import { jourDeReunion, type ReunionVue } from '../../web/modeles/reunion.ts'
import type { Acces } from '../acces/acces.ts'
import { type Ecrivain, piedDe } from '../lecture/lettres.ts'
import type { BaseEtat } from '../state/etat.ts'
import { modeleEnVigueur } from '../state/modeles.ts'
import { garderDeuxFormes } from './lettres.ts'

/** What is written of a meeting. */
export type EcritDeReunion = 'CONVOCATION' | 'COMPTE_RENDU'

/** The document that an act of a meeting sends; null for one that sends none. */
export const ecritDeLActe = (acte: ActeReunion): EcritDeReunion | null =>
  acte === 'CONVOQUER' ? 'CONVOCATION' : acte === 'ENVOYER' ? 'COMPTE_RENDU' : null

/**
 * A convocation, or minutes, from what is known of the meeting.
 *
 * @throws ChampVide where a field that the template names is empty, but in a project.
 */
export const ecrireReunion = (
  ecrivain: Ecrivain,
  reunion: ReunionVue,
  code: EcritDeReunion,
  projet = false,
): DocumentEcrit => {
  const { territoire, auteur, jour } = ecrivain
  const nature = NATURES_REUNION[reunion.nature]
  return remplir(modeleEnVigueur(ecrivain.versions, code), {
    valeurs: valeursDeReunion({ reunion, territoire, auteur, jour }),
    mentions: [],
    pied: piedDe(ecrivain, `${nature} du ${formatDate(jourDeReunion(reunion))}, ${territoire}`, null),
    date: formatDate(jour),
    projet,
  })
}

/** « reunion-des-services-2026-11-12-compte-rendu » */
export const nomDeReunion = (reunion: ReunionVue, code: EcritDeReunion): string =>
  `${dansPhrase(NATURES_REUNION[reunion.nature]).normalize('NFD').replace(/\p{M}/gu, '').replaceAll(' ', '-')}-${jourDeReunion(reunion)}-${code.toLowerCase().replace('_', '-')}`

/** Makes and keeps what an act of a meeting sent; gives the sentence of a field that is empty, and then nothing is kept. */
export const garderEcrit = async (
  etat: BaseEtat,
  ecrivain: Ecrivain,
  {
    reunion,
    territoire,
    code,
  }: { readonly reunion: ReunionVue; readonly territoire: string; readonly code: EcritDeReunion },
  acces: Pick<Acces, 'role' | 'qui'>,
): Promise<string | null> => {
  let document: DocumentEcrit
  try {
    document = ecrireReunion(ecrivain, reunion, code)
  } catch (cause) {
    if (cause instanceof ChampVide) return cause.message
    throw cause
  }
  await garderDeuxFormes(
    etat,
    document,
    {
      ...{ nature: code, territoire, mesure: null, reunion: reunion.id, acte: null, code, adresse: '' },
      nom: nomDeReunion(reunion, code),
    },
    ecrivain,
    acces,
  )
  return null
}
