import { compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Refus } from '../chargement.ts'
import { Section } from '../components/blocs.tsx'
import { Champ, Choix, Formulaire } from '../components/champ.tsx'
import { MessageFait, MessageRefus } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { SuiteDeLEnvoi } from '../components/rapports/envois.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte, LienExport } from '../contexte.ts'
import { CODES_LISTES, type DestinataireVu, type EnvoiVu, LISTES, type Liste } from '../diffusion.ts'
import { lien } from '../liens.ts'
import { direSignature } from '../modeles/rapports.ts'

export interface DiffusionProps {
  readonly contexte: Contexte
  readonly destinataires: readonly DestinataireVu[]
  /** The latest first. */
  readonly envois: readonly EnvoiVu[]
  /** No mail server is set: messages are written in a folder, to be sent by somebody. */
  readonly enBoite: boolean
  readonly exports: readonly LienExport[]
  readonly saisie: Readonly<Record<string, string>>
  readonly fait?: string
  readonly refus?: Refus
}

/** Messages shown; the others are in the export. */
const MONTRES = 100

const PRECISIONS: Readonly<Record<Liste, string>> = {
  prefet: 'Un lien part quand une version est publiée et que vous l’envoyez',
  partenaires: 'Un lien part quand une version est publiée et que vous l’envoyez',
  copil: 'Un lien part quand une version est publiée et que vous l’envoyez',
  reunions: 'Le compte rendu part en PDF, quand vous l’envoyez depuis la réunion',
  controle: 'Un lien part de lui-même, le premier jour ouvré après un chargement',
}

const constat = ({ envois, enBoite }: DiffusionProps): string => {
  const aVoir = envois.filter(({ etat }) => etat === 'EN_ECHEC' || etat === 'INCERTAIN').length
  const comment = enBoite
    ? 'Aucun serveur de messagerie n’est réglé : chaque message attend ici d’être ouvert et envoyé.'
    : 'Les messages partent par le serveur de messagerie réglé.'
  return aVoir === 0 ? comment : `${compte(aVoir, 'message')} non parti${aVoir > 1 ? 's' : ''}, à revoir. ${comment}`
}

const UneListe = ({
  contexte,
  liste,
  destinataires,
}: {
  readonly contexte: Contexte
  readonly liste: Liste
  readonly destinataires: readonly DestinataireVu[]
}) => (
  <Section id={liste} titre={LISTES[liste]} precision={fr(PRECISIONS[liste])}>
    {destinataires.length === 0 ? (
      <p class="empty">Personne n’est inscrit.</p>
    ) : (
      <ul class="steps">
        {destinataires.map((inscrit) => (
          <li>
            <strong>{fr(inscrit.nom)}</strong> <span class="adresse">{inscrit.courriel}</span>
            <span class="d">{fr(`Inscrit. ${direSignature(inscrit)}`)}</span>
            <form method="post" action={lien(contexte, `/rapports/diffusion/${inscrit.id}/retirer`)}>
              <button class="btn quiet" type="submit">
                Retirer
                <span class="vh">{fr(` : ${inscrit.nom}, ${LISTES[liste]}`)}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    )}
  </Section>
)

const Inscrire = ({ contexte, saisie }: Pick<DiffusionProps, 'contexte' | 'saisie'>) => (
  <Section id="inscrire" titre="Inscrire une adresse">
    <Formulaire
      action={lien(contexte, '/rapports/diffusion')}
      nom="Inscrire une adresse"
      bouton="Inscrire"
      precision={fr('Un lien ne donne rien sans compte : l’ouvrir s’il n’en a pas.')}
    >
      <Choix
        nom="liste"
        libelle="Liste"
        options={CODES_LISTES.map((code) => [code, LISTES[code]] as const)}
        valeur={saisie.liste ?? ''}
      />
      <Champ
        nom="nom"
        libelle="Nom"
        aide="La personne, ou l’organisme."
        valeur={saisie.nom ?? ''}
        saisie="off"
        longueur={120}
        obligatoire
      />
      <Champ
        nom="courriel"
        libelle="Courriel"
        type="email"
        valeur={saisie.courriel ?? ''}
        saisie="off"
        longueur={200}
        obligatoire
      />
    </Formulaire>
  </Section>
)

const Envois = ({ contexte, envois }: Pick<DiffusionProps, 'contexte' | 'envois'>) => (
  <Section
    id="envois"
    titre="Messages"
    precision={
      envois.length > MONTRES ? fr(`Les ${MONTRES} derniers sur ${envois.length} ; tous sont dans l’export`) : ''
    }
  >
    {envois.length === 0 ? (
      <p class="empty">{fr('Aucun message n’est parti. Un rapport s’envoie depuis sa page, une fois publié.')}</p>
    ) : (
      <ul class="steps">
        {envois.slice(0, MONTRES).map((envoi) => (
          <li>
            <strong>{fr(envoi.objet)}</strong>
            <span class="d">
              {fr(`À ${envoi.nom}, `)}
              <span class="adresse">{envoi.courriel}</span>
              {fr(`. Demandé : ${direSignature(envoi)}`)}
            </span>
            <SuiteDeLEnvoi contexte={contexte} envoi={envoi} />
          </li>
        ))}
      </ul>
    )}
  </Section>
)

/** Who each report is sent to, and what became of each message. */
export const Diffusion = (p: DiffusionProps) => {
  const { contexte, destinataires } = p
  return (
    <Page contexte={contexte} titre="Diffusion" fil={[{ libelle: 'Rapports', chemin: '/rapports' }]} periode={false}>
      <Tete titre="Diffusion" exports={p.exports}>
        {fr(constat(p))}
      </Tete>
      {p.refus ? <MessageRefus refus={p.refus} /> : null}
      {p.fait ? <MessageFait>{fr(p.fait)}</MessageFait> : null}
      <Inscrire contexte={contexte} saisie={p.saisie} />
      {CODES_LISTES.map((liste) => (
        <UneListe
          contexte={contexte}
          liste={liste}
          destinataires={destinataires.filter((inscrit) => inscrit.liste === liste)}
        />
      ))}
      <Envois contexte={contexte} envois={p.envois} />
    </Page>
  )
}
