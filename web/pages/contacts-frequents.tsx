import { formatJour, formatNombre } from '../../ingest/socle/francais/format.ts'
import { accord, compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import { Defilement, Section } from '../components/blocs.tsx'
import { Entetes } from '../components/entetes.tsx'
import { MessageFait } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { ROLES } from '../components/roles-table.ts'
import { Tete } from '../components/tete.tsx'
import { type ContactNomme, formatContact } from '../contacts.ts'
import type { Contexte } from '../contexte.ts'
import { lien } from '../liens.ts'
import { type Colonne, trierIci } from '../modeles/tri.ts'

export interface ContactsProps {
  readonly contexte: Contexte
  /** Null where no snapshot has names. */
  readonly instantane: Jour | null
  /** The most shared first. */
  readonly contacts: readonly ContactNomme[]
  readonly fait: boolean
}

/** What the list says in a sentence. */
const resumer = (n: number): string => {
  if (n === 0)
    return 'Le téléphone ou le courriel d’un foyer, d’un CCAS, d’une association figurera ici quand beaucoup de demandes le porteront.'
  return `${compte(n, 'contact')} ${accord(n, 'figure', 'figurent')} dans un grand nombre de demandes : un foyer, un CCAS, une association. ${accord(n, 'Il ne rapproche', 'Ils ne rapprochent')} personne.`
}

const Rangee = ({ contexte, contact }: { readonly contexte: Contexte; readonly contact: ContactNomme }) => {
  const ecrit = formatContact(contact)
  return (
    <tr {...ROLES.rangee}>
      <th scope="row" {...ROLES.tete}>
        {ecrit}
      </th>
      <td class="num" {...ROLES.cellule}>
        {formatNombre(contact.demandes)}
      </td>
      <td {...ROLES.cellule}>
        <form method="post" action={lien(contexte, '/doublons/contacts')} class="acts">
          <input type="hidden" name="nature" value={contact.nature} />
          <input type="hidden" name="valeur" value={contact.valeur} />
          <input
            class="input"
            name="nom"
            value={contact.nom ?? ''}
            maxlength={120}
            aria-label={`À qui est ${ecrit}`}
            autocomplete="off"
          />
          <button class="btn" type="submit">
            Retenir
          </button>
        </form>
      </td>
    </tr>
  )
}

const COLONNES: readonly Colonne<ContactNomme>[] = [
  { cle: 'contact', libelle: 'Contact', valeur: formatContact },
  { cle: 'demandes', libelle: 'Demandes', nombre: true, valeur: ({ demandes }) => demandes },
  { cle: 'nom', libelle: 'À qui il est', valeur: ({ nom }) => nom },
]

/** Contacts that too many demandes share: whose they are is said once, and remembered. */
export const ContactsFrequents = ({ contexte, instantane, contacts, fait }: ContactsProps) => (
  <Page
    contexte={contexte}
    titre="Contacts fréquents"
    fil={[{ libelle: 'Doublons', chemin: '/doublons' }]}
    periode={false}
  >
    <Tete
      titre="Contacts fréquents"
      {...(instantane === null ? {} : { identite: `Instantané du ${formatJour(instantane)}` })}
    >
      {fr(resumer(contacts.length))}
    </Tete>
    {fait ? <MessageFait>Le nom est retenu ; il vaudra pour les mois suivants.</MessageFait> : null}
    <Section id="contacts" titre="Contacts" precision="Du plus partagé au moins partagé">
      {contacts.length === 0 ? (
        <p class="empty">Aucun contact n’est partagé par assez de demandes.</p>
      ) : (
        <Defilement nom="Contacts fréquents">
          <table class="data tight stack-n freq" {...ROLES.table}>
            <caption class="vh">Contacts fréquents</caption>
            <Entetes contexte={contexte} colonnes={COLONNES} section="contacts" roles />
            <tbody {...ROLES.groupe}>
              {trierIci(contexte, contacts, COLONNES).map((contact) => (
                <Rangee contexte={contexte} contact={contact} />
              ))}
            </tbody>
          </table>
        </Defilement>
      )}
    </Section>
  </Page>
)
