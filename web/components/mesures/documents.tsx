import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Contexte } from '../../contexte.ts'
import { lien } from '../../liens.ts'
import type { MesureVue } from '../../mesure-vue.ts'
import type { ActeMesure } from '../../mesures.ts'
import { Section } from '../blocs.tsx'
import { Champ } from '../champ.tsx'
import { ChampDocument } from '../champ-document.tsx'
import { ListeDocuments } from '../documents.tsx'

interface Props {
  readonly contexte: Contexte
  readonly mesure: MesureVue
}

/** The letter of an act before it is done: it says that it is a project. */
export const ApercuLettre = ({ contexte, mesure, acte }: Props & { readonly acte: ActeMesure }) => {
  const chemin = (forme: string) => lien(contexte, `/mesures/${mesure.id}/projet-${acte.toLowerCase()}.${forme}`)
  return (
    <p class="large petit">
      {fr(acte === 'SIGNALER' ? 'Relire la note avant : ' : 'Relire la lettre avant : ')}
      <a href={chemin('pdf')}>projet en PDF</a>
      {', '}
      <a href={chemin('docx')}>en DOCX</a>.
    </p>
  )
}

/** A file sent with what it is. */
export const JoindreDocument = ({
  contexte,
  mesure,
  saisie,
}: Props & { readonly saisie: Readonly<Record<string, string>> }) => (
  <form
    class="formulaire"
    method="post"
    enctype="multipart/form-data"
    action={lien(contexte, `/mesures/${mesure.id}/documents`)}
    aria-label="Joindre un document"
  >
    <Champ
      prefixe="JOINDRE"
      nom="titre"
      libelle="Ce qu’est le document"
      aide="Par exemple : compte rendu de la visite. Ni numéro unique ni nom de demandeur."
      longueur={200}
      valeur={saisie.acte === 'JOINDRE' ? (saisie.titre ?? '') : ''}
      obligatoire
      large
    />
    <ChampDocument prefixe="JOINDRE" />
    <div class="large acts">
      <button class="btn main" type="submit">
        Joindre le document
      </button>
      <p class="hint">Il reste avec la mesure, et se lit de qui la voit.</p>
    </div>
  </form>
)

/** The letters made, and what was joined. */
export const DocumentsMesure = ({ contexte, mesure }: Props) => {
  // Of the service that goes by a number nothing that names it is given.
  if (mesure.service === null) return null
  return (
    <Section
      id="documents"
      titre="Lettres et documents"
      precision={fr('Gardés tels qu’ils ont été faits ou joints ; chaque téléchargement va au journal')}
    >
      {mesure.documents.length === 0 ? (
        <p class="empty">Aucune lettre n’a été faite, aucun document joint.</p>
      ) : (
        <ListeDocuments contexte={contexte} documents={mesure.documents} />
      )}
    </Section>
  )
}
