import { formatNombre } from '../ingest/socle/francais/format.ts'
import type { ContactFrequent } from '../metrics/doublons/frequents.ts'
import type { IdentiteLue } from './doublons.ts'

/** A contact that many share, and whose it is where a person said so. */
export interface ContactNomme extends ContactFrequent {
  readonly nom: string | null
}

export const MOTS_NATURES = { TELEPHONE: 'Téléphone', COURRIEL: 'Courriel' } as const

/** A number by its last nine digits, as people write it here. */
export const formatContact = ({ nature, valeur }: Pick<ContactFrequent, 'nature' | 'valeur'>): string =>
  nature === 'TELEPHONE' && valeur.length === 9 ? `0${valeur}`.replace(/(..)(?=.)/g, '$1\u00a0') : valeur

/** Why a contact weighs nothing: « ce téléphone est celui de 212 demandes ». */
export const direContact = ({ nature, nom, demandes }: ContactNomme): string =>
  `${nature === 'TELEPHONE' ? 'Ce téléphone' : 'Ce courriel'} est celui de ${formatNombre(demandes)} demandes${
    nom === null ? '' : ` (${nom})`
  } : il ne dit pas de qui il s’agit, et ne pèse rien.`

/** The frequent contacts that are one of these identities'. */
export const contactsDe = (contacts: readonly ContactNomme[], identites: readonly IdentiteLue[]): ContactNomme[] =>
  contacts.filter(({ nature, valeur }) =>
    identites.some((identite) =>
      nature === 'COURRIEL'
        ? identite.courriel?.trim().toLowerCase() === valeur
        : identite.telephone?.replace(/[^0-9]/g, '').includes(valeur) === true,
    ),
  )
