import type { Jour } from '../../../ingest/socle/jour.ts'
import { findIdentites } from '../../../ingest/store/identites.ts'
import { type ContactFrequent, listerContactsDe, listerContactsFrequents } from '../../../metrics/doublons/frequents.ts'
import type { ContactNomme } from '../../../web/contacts.ts'
import { memoriser } from '../../lecture/memoire.ts'
import { cleContact, lireNomsDesContacts, type Nomination, nommerContact } from '../../state/contacts.ts'
import type { Lecteur } from '../lecteur.ts'
import { consignerPassage, exigerGestion, exigerLesNoms, exigerTousLesNumeros, voitLesNoms } from './passage.ts'

interface Frequents {
  /** Null where no snapshot has names. */
  readonly instantane: Jour | null
  readonly contacts: readonly ContactFrequent[]
}

const lireFrequents = memoriser(async ({ connection, dossier }, territoire: string): Promise<Frequents> => {
  const identites = await findIdentites(connection, dossier, territoire)
  if (identites === null) return { instantane: null, contacts: [] }
  const { instantane, relation } = identites
  return { instantane, contacts: await listerContactsFrequents(connection, territoire, relation) }
})

/** A territory's frequent contacts with the names that they were given. */
const lireContactsNommes = async (
  { base, etat }: Lecteur,
  territoire: string,
): Promise<{ readonly instantane: Jour | null; readonly contacts: readonly ContactNomme[] }> => {
  const { instantane, contacts } = await lireFrequents(base, territoire)
  const noms = await lireNomsDesContacts(etat, territoire)
  return { instantane, contacts: contacts.map((c) => ({ ...c, nom: noms.get(cleContact(c)) || null })) }
}

/** The frequent contacts of a few demandes; none for whom may not read names. The caller has checked and logged the rest. */
export const lireContactsDe = async (
  lecteur: Lecteur,
  territoire: string,
  numeros: readonly string[],
): Promise<ContactNomme[]> => {
  if (!voitLesNoms(lecteur)) return []
  const { connection, dossier } = lecteur.base
  const identites = await findIdentites(connection, dossier, territoire)
  if (identites === null) return []
  const siens = new Set((await listerContactsDe(connection, identites.relation, numeros)).map(cleContact))
  return (await lireContactsNommes(lecteur, territoire)).contacts.filter((contact) => siens.has(cleContact(contact)))
}

/**
 * The contacts that many demandes of a territory share.
 *
 * @throws AccesRefuse where they are out of the person's reach, before anything is read.
 */
export const consulterContacts = async (lecteur: Lecteur, territoire: string, instant: string) => {
  exigerTousLesNumeros(lecteur, territoire)
  exigerLesNoms(lecteur)
  const lus = await lireContactsNommes(lecteur, territoire)
  await consignerPassage(lecteur, {
    action: 'CONSULTATION_NOMS',
    instant,
    territoire,
    nombre: lus.contacts.length,
    detail: { liste: 'contacts fréquents' },
  })
  return lus
}

/**
 * Remembers whose a frequent contact is; false where it is not one, for nobody's own telephone is kept.
 *
 * @throws AccesRefuse where it is out of the person's reach.
 */
export const nommerContactFrequent = async (
  lecteur: Lecteur,
  { nature, valeur, nom, territoire, le }: Omit<Nomination, 'par' | 'nature'> & { readonly nature: string },
): Promise<boolean> => {
  exigerTousLesNumeros(lecteur, territoire)
  exigerGestion(lecteur)
  const { contacts } = await lireFrequents(lecteur.base, territoire)
  const contact = contacts.find((c) => c.nature === nature && c.valeur === valeur)
  if (contact === undefined) return false
  await consignerPassage(lecteur, {
    action: 'REGLAGE',
    instant: le,
    territoire,
    detail: { contact: contact.nature, nom },
  })
  await nommerContact(lecteur.etat, { territoire, nature: contact.nature, valeur, nom, par: lecteur.acces.qui, le })
  return true
}
