import { formatJour, formatNombre } from '../../ingest/socle/francais/format.ts'
import { dansPhrase } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import { openAtelier } from '../charts/atelier.ts'
import { Panneau, Section } from '../components/blocs.tsx'
import { CoteACote } from '../components/cote-a-cote.tsx'
import { EnDemarche } from '../components/demarches/en-demarche.tsx'
import { HistoriqueAvis } from '../components/historique-avis.tsx'
import { MessageFait } from '../components/message.tsx'
import { Numero } from '../components/numero.tsx'
import { Page } from '../components/page.tsx'
import { PoidsPaire } from '../components/poids-paire.tsx'
import { FormulaireQualification } from '../components/qualifier.tsx'
import { Tete } from '../components/tete.tsx'
import { type ContactNomme, direContact } from '../contacts.ts'
import type { Contexte } from '../contexte.ts'
import {
  type Avis,
  choixDe,
  type DemandeCote,
  estTropGrand,
  formatProbabilite,
  GROUPE_MAX,
  MOTS_CLES,
  MULTIPLES,
  type PaireDuGroupe,
} from '../doublons.ts'
import { lien } from '../liens.ts'

export interface GroupeProps {
  readonly contexte: Contexte
  readonly groupe: number
  readonly instantane: Jour
  /** The oldest registered first. */
  readonly demandes: readonly DemandeCote[]
  /** The group's pairs, the most probable first. */
  readonly paires: readonly PaireDuGroupe[]
  readonly avis: readonly Avis[]
  /** Contacts of the group that too many share to weigh. */
  readonly contacts: readonly ContactNomme[]
  /** Place, among the pairs, of the one shown alone: a large group is qualified pair by pair. Null where all are. */
  readonly choisie: number | null
  readonly peutQualifier: boolean
  readonly precedent: number | null
  readonly suivant: number | null
  readonly fait: boolean
}

/** Waterfalls drawn on a page. */
const PAIRES = 3

/** What ties the group less than it seems. */
const Contacts = ({ contexte, contacts }: Pick<GroupeProps, 'contexte' | 'contacts'>) =>
  contacts.length === 0 ? null : (
    <Section id="contacts" titre="Ce qui pèse peu">
      <ul class="steps">
        {contacts.map((contact) => (
          <li>{fr(direContact(contact))}</li>
        ))}
      </ul>
      <p class="meta">
        <a href={lien(contexte, '/doublons/contacts')}>Les contacts fréquents</a>
      </p>
    </Section>
  )

/** The pairs of a group too large to be proposed whole, to be qualified one by one. */
const Paires = ({ contexte, groupe, paires }: Pick<GroupeProps, 'contexte' | 'groupe' | 'paires'>) => (
  <Section
    id="paires"
    titre="Paire par paire"
    precision={fr(`Plus de ${GROUPE_MAX} demandes : le groupe ne se qualifie pas en une fois`)}
  >
    <ul class="steps">
      {paires.map((paire, i) => (
        <li>
          <a href={lien(contexte, `/doublons/${groupe}`, { ...choixDe(contexte), paire: String(i + 1) })}>
            <Numero numero={paire.a} />
            {' et '}
            <Numero numero={paire.b} />
          </a>
          {fr(` : ${formatProbabilite(paire.probabilite)}, ${dansPhrase(MOTS_CLES[paire.cle])}`)}
        </li>
      ))}
    </ul>
  </Section>
)

const Voisins = ({ contexte, precedent, suivant }: GroupeProps) => (
  <p class="acts voisins">
    {precedent === null ? null : (
      <a class="btn" rel="prev" href={lien(contexte, `/doublons/${precedent}`, choixDe(contexte))}>
        Groupe précédent
      </a>
    )}
    {suivant === null ? null : (
      <a class="btn" rel="next" href={lien(contexte, `/doublons/${suivant}`, choixDe(contexte))}>
        Groupe suivant
      </a>
    )}
  </p>
)

/** What to open once a group is qualified: the next of the same list, or the list. */
const Apres = ({ contexte, suivant }: GroupeProps) =>
  suivant === null ? (
    <a href={lien(contexte, '/doublons', choixDe(contexte))}>Revenir aux groupes</a>
  ) : (
    <a href={lien(contexte, `/doublons/${suivant}`, choixDe(contexte))}>{`Groupe suivant, le ${suivant}`}</a>
  )

/** One group: its demandes side by side, why they are brought together, and what a person decides. */
export const GroupeDoublons = async (p: GroupeProps) => {
  const { contexte, groupe, demandes, paires, avis, instantane, choisie } = p
  const entier = choisie !== null || !estTropGrand(demandes)
  const atelier = await openAtelier()
  const [premiere] = paires
  const action = lien(contexte, `/doublons/${groupe}`, {
    ...choixDe(contexte),
    paire: choisie === null ? null : String(choisie),
  })
  return (
    <Page
      contexte={contexte}
      titre={`Groupe ${groupe}`}
      fil={[{ libelle: 'Doublons', chemin: '/doublons' }]}
      periode={false}
    >
      <Tete
        titre={`Groupe ${groupe}`}
        identite={fr(
          `${MULTIPLES[demandes.length] ?? 'Groupe'} probable · ${formatNombre(demandes.length)} demandes · instantané du ${formatJour(instantane)}`,
        )}
      >
        {premiere === undefined
          ? 'Ce groupe n’a plus de paire.'
          : fr(`Probabilité ${formatProbabilite(premiere.probabilite)}. ${MOTS_CLES[premiere.cle]}.`)}
      </Tete>
      {p.fait ? (
        <MessageFait>
          {fr('La qualification est enregistrée ; elle vaudra pour les mois suivants. ')}
          <Apres {...p} />
        </MessageFait>
      ) : null}
      <Voisins {...p} />
      <div class="grid">
        <Panneau
          id="cote"
          titre="Les demandes côte à côte"
          precision="Ce qui diffère est surligné et marqué ≠"
          classe="g8"
        >
          <CoteACote demandes={demandes} />
        </Panneau>
        <Panneau id="qualifier" titre="Qualifier" classe="g4">
          {!entier ? (
            <p class="empty">Une paire se qualifie à la fois.</p>
          ) : p.peutQualifier ? (
            <FormulaireQualification
              action={action}
              verdict={avis[0]?.verdict ?? null}
              cache={{ numeros: demandes.map(({ numero_unique }) => numero_unique).join(' ') }}
            />
          ) : (
            <p class="empty">Le gestionnaire du territoire qualifie les groupes.</p>
          )}
          {p.peutQualifier && entier ? (
            <EnDemarche contexte={contexte} numeros={demandes.map(({ numero_unique }) => numero_unique)} />
          ) : null}
        </Panneau>
      </div>
      <Contacts {...p} />
      {entier ? null : <Paires {...p} />}
      <div class="grid sec">
        <div class="g8">
          {paires.slice(0, PAIRES).map((paire) => (
            <>
              {paires.length > 1 ? (
                <p class="meta">
                  <Numero numero={paire.a} />
                  {' et '}
                  <Numero numero={paire.b} />
                </p>
              ) : null}
              <PoidsPaire atelier={atelier} paire={paire} instantane={instantane} />
            </>
          ))}
        </div>
        <Panneau id="historique" titre="Historique" classe="g4">
          <HistoriqueAvis avis={avis} />
        </Panneau>
      </div>
    </Page>
  )
}
