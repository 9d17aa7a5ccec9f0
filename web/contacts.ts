import { formatNombre } from '../ingest/socle/francais/format.ts'
import type { Contact, ContactFrequent } from '../metrics/doublons/frequents.ts'

/** A contact that many share, and whose it is where a person said so. */
export interface ContactNomme extends ContactFrequent {
  readonly nom: string | null
}

const MOTS_NATURES = { TELEPHONE: 'téléphone', COURRIEL: 'courriel' } as const

/** « 06 40 28 11 92 »; what is not ten digits is left as it is. */
export const formatTelephone = (numero: string): string =>
  /^0\d{9}$/.test(numero) ? numero.replace(/(..)(?=.)/g, '$1\u00a0') : numero

/** A number by its last nine digits, as people write it here. */
export const formatContact = ({ nature, valeur }: Contact): string =>
  nature === 'TELEPHONE' && valeur.length === 9 ? formatTelephone(`0${valeur}`) : valeur

/** Why a contact weighs nothing: « ce téléphone est celui de 212 demandes », which one, and whose where that was said. */
export const direContact = (contact: ContactNomme): string => {
  const { nature, nom, demandes } = contact
  const dit = [...(nom === null ? [] : [nom]), formatContact(contact)].join(', ')
  return `Ce ${MOTS_NATURES[nature]} est celui de ${formatNombre(demandes)} demandes (${dit}) : il ne dit pas de qui il s’agit, et ne pèse rien.`
}
