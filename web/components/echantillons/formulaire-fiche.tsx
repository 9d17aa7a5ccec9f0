import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { ReponseVue } from '../../echantillon-vue.ts'
import { CONSTATS, type QuestionEchantillon, REPONSES } from '../../echantillons.ts'
import { Choix, ZoneTexte } from '../champ.tsx'

/** What a form holds, given back where it was refused. */
export type SaisieFiche = Pick<ReponseVue, 'champ' | 'note'> & {
  readonly constat: string
  readonly reponses: Readonly<Record<string, string>>
}

export const FICHE_VIDE: SaisieFiche = { constat: '', champ: '', note: '', reponses: {} }

/** How long a note may be. */
export const LONGUEUR_DE_LA_NOTE = 1000

const Radios = ({
  nom,
  libelle,
  choix,
  valeur,
  prends,
}: {
  readonly nom: string
  readonly libelle: string
  readonly choix: Readonly<Record<string, string>>
  readonly valeur: string
  /** Takes the keyboard as the page opens. */
  readonly prends?: boolean
}) => (
  <fieldset class="question">
    <legend>{fr(libelle)}</legend>
    <div class="trois">
      {Object.entries(choix).map(([code, texte], i) => (
        <label>
          <input
            type="radio"
            name={nom}
            value={code}
            checked={code === valeur}
            required
            autofocus={prends && i === 0 ? true : undefined}
          />
          <span>{texte}</span>
        </label>
      ))}
    </div>
  </fieldset>
)

interface Props {
  readonly action: string
  readonly questions: readonly QuestionEchantillon[]
  /** The fields that may be wrong. */
  readonly champs: readonly (readonly [code: string, libelle: string])[]
  readonly saisie: SaisieFiche
  readonly bouton: string
}

/** The form of a demande: whether its record is right, then the questions; the digits 1 to 3 answer, where scripts run. */
export const FormulaireFiche = ({ action, questions, champs, saisie, bouton }: Props) => (
  <form class="fiche" method="post" action={action} aria-label="Fiche de la demande" data-fiche>
    <Radios
      nom="constat"
      libelle="L’enregistrement, comparé aux pièces"
      choix={CONSTATS}
      valeur={saisie.constat}
      prends
    />
    <Choix
      prefixe="fiche"
      nom="champ"
      libelle="Champ qui n’est pas conforme"
      aide="Le plus gênant, s’il y en a plusieurs ; dire les autres en note."
      options={[['', 'Aucun'], ...champs]}
      valeur={saisie.champ}
    />
    {questions.map(({ code, libelle }) => (
      <Radios nom={`q_${code}`} libelle={libelle} choix={REPONSES} valeur={saisie.reponses[code] ?? ''} />
    ))}
    <ZoneTexte
      prefixe="fiche"
      nom="note"
      libelle="Note"
      aide="Ni numéro unique ni nom de demandeur."
      longueur={LONGUEUR_DE_LA_NOTE}
      lignes={2}
      valeur={saisie.note}
    />
    <div class="acts">
      <button class="btn main" type="submit">
        {bouton}
      </button>
    </div>
    <p class="hint">{fr('Au clavier : 1, 2 ou 3 répond et passe à la question suivante, Entrée enregistre.')}</p>
  </form>
)
