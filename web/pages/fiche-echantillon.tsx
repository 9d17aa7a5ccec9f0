import { formatInstant, formatJour, formatNombre } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Refus } from '../chargement.ts'
import { Faits } from '../components/blocs.tsx'
import { FormulaireFiche, type SaisieFiche } from '../components/echantillons/formulaire-fiche.tsx'
import { MessageFait, MessageRefus } from '../components/message.tsx'
import { Numero } from '../components/numero.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'
import type { DemandeVue, EchantillonVu, FicheVue } from '../echantillon-vue.ts'
import { CONSTATS, REPONSES } from '../echantillons.ts'
import { lien } from '../liens.ts'
import { ficheSuivante, titreDe } from '../modeles/echantillons.ts'

export interface FicheEchantillonProps {
  readonly contexte: Contexte
  readonly echantillon: EchantillonVu
  readonly fiche: FicheVue
  readonly numero: string
  /** What the latest snapshot says of it; null where it is no more there. */
  readonly demande: DemandeVue | null
  readonly champs: readonly (readonly [code: string, libelle: string])[]
  readonly saisie: SaisieFiche
  readonly refus?: Refus
  readonly fait?: string
}

const Voisines = ({ contexte, echantillon, fiche }: FicheEchantillonProps) => {
  const vers = (rang: number) => lien(contexte, `/echantillons/${echantillon.id}/fiches/${rang}`)
  return (
    <nav class="acts voisins" aria-label="Autres fiches">
      {fiche.rang > 1 ? (
        <a class="btn" rel="prev" href={vers(fiche.rang - 1)}>
          Fiche précédente
        </a>
      ) : null}
      {fiche.rang < echantillon.fiches.length ? (
        <a class="btn" rel="next" href={vers(fiche.rang + 1)}>
          Fiche suivante
        </a>
      ) : null}
      <a class="btn quiet" href={lien(contexte, `/echantillons/${echantillon.id}`)}>
        Toutes les fiches
      </a>
    </nav>
  )
}

const Demande = ({ numero, fiche, demande }: FicheEchantillonProps) => (
  <Faits
    faits={[
      { terme: 'Demande', valeur: <Numero numero={numero} /> },
      { terme: 'Guichet', valeur: fiche.libelle },
      ...(demande === null
        ? [{ terme: 'Dernier instantané', valeur: 'elle n’y est plus' }]
        : [
            { terme: 'Statut', valeur: demande.statut },
            { terme: 'Enregistrée le', valeur: formatJour(demande.enregistree) },
            { terme: 'Renouvelée le', valeur: formatJour(demande.renouvelee) },
            { terme: 'Modifiée le', valeur: formatJour(demande.modifiee) },
            { terme: 'Personnes à loger', valeur: formatNombre(demande.personnes) },
          ]),
    ]}
  />
)

/** What was found of it, for who only reads. */
const Constate = ({ echantillon, fiche: { reponse } }: FicheEchantillonProps) =>
  reponse === null ? (
    <p class="empty">Cette fiche n’est pas encore remplie.</p>
  ) : (
    <Faits
      faits={[
        {
          terme: 'Enregistrement',
          valeur: fr(`${CONSTATS[reponse.constat]}${reponse.champEnMots === '' ? '' : ` : ${reponse.champEnMots}`}`),
        },
        ...echantillon.questions.map(({ code, libelle }) => ({
          terme: fr(libelle),
          valeur: REPONSES[reponse.reponses[code] ?? 'NON_VERIFIABLE'],
        })),
        ...(reponse.note === '' ? [] : [{ terme: 'Note', valeur: reponse.note }]),
      ]}
    />
  )

/** The form of a demande drawn: who it is, what is to be found of it; the next one comes once it is sent. */
export const FicheEchantillon = (p: FicheEchantillonProps) => {
  const { contexte, echantillon, fiche } = p
  const { reponse, rang } = fiche
  const titre = `Fiche ${rang} sur ${echantillon.fiches.length}`
  const suivante = ficheSuivante(echantillon, rang)
  return (
    <Page
      contexte={contexte}
      titre={titre}
      fil={[
        { libelle: 'Échantillons', chemin: '/echantillons' },
        { libelle: titreDe(echantillon), chemin: `/echantillons/${echantillon.id}` },
      ]}
      periode={false}
      du={echantillon}
    >
      <Tete titre={titre} identite={titreDe(echantillon)}>
        {fr(
          reponse === null
            ? 'Ouvrir la demande dans le système national, ses pièces à côté.'
            : `Remplie par ${reponse.par} le ${formatInstant(reponse.le)}.`,
        )}
      </Tete>
      {p.refus ? <MessageRefus refus={p.refus} /> : null}
      {p.fait ? <MessageFait>{p.fait}</MessageFait> : null}
      <div class="fiche-page">
        <aside>
          <Demande {...p} />
          <Voisines {...p} />
        </aside>
        {echantillon.actesPossibles.includes('REMPLIR') ? (
          <FormulaireFiche
            action={lien(contexte, `/echantillons/${echantillon.id}/fiches/${rang}`)}
            questions={echantillon.questions}
            champs={p.champs}
            saisie={p.saisie}
            bouton={suivante === null ? 'Enregistrer' : `Enregistrer, puis fiche ${suivante}`}
          />
        ) : (
          <Constate {...p} />
        )}
      </div>
    </Page>
  )
}
