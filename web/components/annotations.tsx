import { deMois, formatJour, formatMois } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { moisDe } from '../../ingest/socle/jour.ts'
import type { AnnotationVue } from '../annotations.ts'
import type { Contexte } from '../contexte.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import { lien } from '../liens.ts'
import { Champ, Choix, Formulaire } from './champ.tsx'
import { MessageFait, MessageRefus } from './message.tsx'

export interface AnnotationsProps {
  readonly contexte: Contexte
  readonly guichet: string
  readonly indicateurs: readonly FicheIndicateur[]
  readonly annotations: readonly AnnotationVue[]
  readonly peutNoter: boolean
}

const quand = ({ du, au }: AnnotationVue): string =>
  au === null ? `le ${formatJour(du)}` : `du ${formatJour(du)} au ${formatJour(au)}`

const effet = ({ recalcule, du, par, le }: AnnotationVue): string =>
  recalcule
    ? `Limites recalculées à partir ${deMois(formatMois(moisDe(du)))}, choisi par ${par} le ${formatJour(le)}.`
    : `Limites inchangées. Noté par ${par} le ${formatJour(le)}.`

const adresse = ({ contexte, guichet }: AnnotationsProps, suite = ''): string =>
  lien(contexte, `/guichets/${encodeURIComponent(guichet)}/annotations${suite}`)

/** The form that notes something at a date; its effect is said before. */
const Noter = (props: AnnotationsProps) => (
  <details class="twin">
    <summary>Ajouter une note datée</summary>
    <Formulaire
      action={adresse(props)}
      nom="Ajouter une note datée"
      bouton="Enregistrer la note"
      precision={fr('Les chiffres et les états ne changent pas : seuls le dessin et ses limites.')}
    >
      <Champ
        nom="texte"
        libelle="Ce qui a changé"
        aide="Un logiciel, une formation, un poste vacant ; ni nom ni numéro de demande"
        longueur={120}
        obligatoire
        large
      />
      <Champ nom="du" libelle="Depuis le" type="date" obligatoire />
      <Champ nom="au" libelle="Jusqu’au" aide="Vide pour ce qui s’est fait en un jour" type="date" />
      <Choix
        nom="indicateur"
        libelle="Sur quels indicateurs"
        options={[
          ['', 'Tous'],
          ...props.indicateurs
            .filter(({ famille }) => famille !== 'activite')
            .map(({ code, libelle }) => [code, libelle] as const),
        ]}
      />
      <Choix
        nom="recalcule"
        libelle="Limites de contrôle"
        aide="Recalculées, elles partagent la carte en deux et se figent sur les douze mois qui suivent"
        options={[
          ['', 'Inchangées'],
          ['1', 'Recalculées à partir de ce mois'],
        ]}
      />
    </Formulaire>
  </details>
)

const REFUS = {
  phrase: 'Cette note ne peut pas être gardée : il lui faut un texte, et une date de fin qui suive celle du début.',
  suite: 'Rien n’a été noté.',
}

/** What was noted of a guichet, lettered as the drawings are. */
export const Annotations = (props: AnnotationsProps) => {
  const { contexte, indicateurs, annotations, peutNoter } = props
  if (annotations.length === 0 && !peutNoter) return null
  const nom = (code: string | null): string =>
    code === null ? 'tous les indicateurs' : (indicateurs.find((f) => f.code === code)?.libelle ?? code)
  return (
    <section class="panel sec" aria-labelledby="notes">
      <div class="sec-h">
        <h3 id="notes">Ce qui a été noté</h3>
      </div>
      {contexte.requete.note === 'enregistree' ? <MessageFait>La note est enregistrée.</MessageFait> : null}
      {contexte.requete.note === 'refusee' ? <MessageRefus refus={REFUS} /> : null}
      {annotations.length === 0 ? (
        <p class="empty">
          {fr('Aucune note datée : un changement de logiciel ou une formation se dessinent ici sur les courbes.')}
        </p>
      ) : (
        <ul class="rows">
          {annotations.map((a) => (
            <li>
              <b>{a.lettre}</b>
              <span>
                <b>{a.texte}</b>{' '}
                <span class="d">
                  {fr(`${quand(a)}, ${nom(a.indicateur)}${a.duTerritoire ? ', tout le territoire' : ''}. ${effet(a)}`)}
                </span>
              </span>
              {peutNoter ? (
                <form class="w" method="post" action={adresse(props, `/${a.id}/retirer`)}>
                  <button class="btn quiet" type="submit" aria-label={`Retirer la note ${a.lettre}`}>
                    Retirer
                  </button>
                </form>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {peutNoter ? <Noter {...props} /> : null}
    </section>
  )
}
