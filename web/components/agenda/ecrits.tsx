import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Contexte } from '../../contexte.ts'
import type { DocumentVu } from '../../documents.ts'
import { lien } from '../../liens.ts'
import type { ReunionVue } from '../../modeles/reunion.ts'
import { Section } from '../blocs.tsx'
import { ListeDocuments } from '../documents.tsx'
import { LettreAPrendre } from '../lettre-a-prendre.tsx'

interface Props {
  readonly contexte: Contexte
  readonly reunion: ReunionVue
  readonly documents: readonly DocumentVu[]
}

const Projet = ({
  contexte,
  reunion,
  nom,
  dit,
}: Omit<Props, 'documents'> & { readonly nom: string; readonly dit: string }) => (
  <p class="petit">
    <LettreAPrendre dit={dit} adresse={(forme) => lien(contexte, `/agenda/reunions/${reunion.id}/${nom}.${forme}`)} />.
  </p>
)

/** The convocation and the minutes: as a project until they are sent, as they were sent since. */
export const EcritsDeReunion = ({ contexte, reunion, documents }: Props) => (
  <Section
    id="documents"
    titre="Convocation et compte rendu"
    precision={fr('Faits de ce qui est noté ici ; gardés tels quels quand leur envoi est enregistré')}
  >
    {reunion.convoquee === null && reunion.tenueLe === null && reunion.etat !== 'ANNULEE' ? (
      <Projet contexte={contexte} reunion={reunion} nom="convocation" dit="Projet de convocation" />
    ) : null}
    {reunion.tenueLe !== null && reunion.envoyeLe === null ? (
      <Projet contexte={contexte} reunion={reunion} nom="compte-rendu" dit="Projet de compte rendu" />
    ) : null}
    {documents.length === 0 ? (
      <p class="empty">Rien n’a encore été envoyé d’ici.</p>
    ) : (
      <ListeDocuments contexte={contexte} documents={documents} />
    )}
  </Section>
)
