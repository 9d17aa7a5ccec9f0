import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Refus } from '../chargement.ts'
import { Panneau } from '../components/blocs.tsx'
import { Champ, Choix, Formulaire } from '../components/champ.tsx'
import { MessageRefus } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { Quand } from '../components/quand.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'
import type { QuestionEchantillon } from '../echantillons.ts'
import { lien } from '../liens.ts'

export interface QuestionsEchantillonProps {
  readonly contexte: Contexte
  /** Those in force, or those that were typed and refused. */
  readonly questions: readonly QuestionEchantillon[]
  readonly aujourdhui: string
  readonly refus?: Refus
}

/** Rows left to add questions in. */
const LIGNES_LIBRES = 2

/** How long a question may be. */
export const LONGUEUR_DE_LA_QUESTION = 120

const DEFAUTS = [
  ['NON', fr('« Non » est un défaut')],
  ['OUI', fr('« Oui » est un défaut')],
] as const

/** The questions asked of each demande of a sample: changed, added, left empty to be taken away. */
export const QuestionsEchantillon = ({ contexte, questions, aujourdhui, refus }: QuestionsEchantillonProps) => {
  const rangs = [...questions, ...Array.from({ length: LIGNES_LIBRES }, () => null)]
  return (
    <Page
      contexte={contexte}
      titre="Questions des échantillons"
      fil={[{ libelle: 'Paramètres', chemin: '/parametres' }]}
      periode={false}
    >
      <Tete titre="Questions des échantillons">
        {fr(
          'Ce que les chiffres ne disent pas, demandé de chaque demande tirée. Un échantillon déjà tiré garde les questions de son jour.',
        )}
      </Tete>
      {refus ? <MessageRefus refus={refus} /> : null}
      <Panneau id="questions" titre="Questions" precision="Vider une question l’ôte">
        <Formulaire
          action={lien(contexte, '/parametres/questions')}
          nom="Questions des échantillons"
          bouton="Enregistrer les questions"
        >
          <div class="large questions-reglees">
            {rangs.map((question, i) => (
              <div class="rang">
                <input type="hidden" name={`code_${i}`} value={question?.code ?? ''} />
                <Champ
                  prefixe="qu"
                  nom={`libelle_${i}`}
                  libelle={question === null ? `Question ${i + 1}, à ajouter` : `Question ${i + 1}`}
                  longueur={LONGUEUR_DE_LA_QUESTION}
                  saisie="off"
                  valeur={question?.libelle ?? ''}
                />
                <Choix
                  prefixe="qu"
                  nom={`defaut_${i}`}
                  libelle={`Défaut, question ${i + 1}`}
                  options={DEFAUTS}
                  valeur={question?.defaut ?? 'NON'}
                />
              </div>
            ))}
          </div>
          <Quand prefixe="qu" aujourdhui={aujourdhui} />
        </Formulaire>
      </Panneau>
    </Page>
  )
}
