import { fr } from '../../ingest/socle/francais/typographie.ts'
import { Numero } from '../components/numero.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'
import type { EchantillonVu, FicheVue } from '../echantillon-vue.ts'
import { CONSTATS, REPONSES } from '../echantillons.ts'
import { identiteDe, titreDe } from '../modeles/echantillons.ts'

export interface PapierEchantillonProps {
  readonly contexte: Contexte
  readonly echantillon: EchantillonVu
  readonly numeros: ReadonlyMap<number, string>
}

const Cases = ({ choix }: { readonly choix: readonly string[] }) => (
  <span class="cases">
    {choix.map((libelle) => (
      <span>{libelle}</span>
    ))}
  </span>
)

const Fiche = ({
  fiche,
  numero,
  questions,
}: { readonly fiche: FicheVue; readonly numero: string } & Pick<EchantillonVu, 'questions'>) => (
  <li>
    <h2>
      {`Fiche ${fiche.rang} · `}
      <Numero numero={numero} />
    </h2>
    <p class="petit">{fiche.libelle}</p>
    <table class="data tight">
      <tbody>
        <tr>
          <th scope="row">L’enregistrement, comparé aux pièces</th>
          <td>
            <Cases choix={Object.values(CONSTATS)} />
          </td>
        </tr>
        {questions.map(({ libelle }) => (
          <tr>
            <th scope="row">{fr(libelle)}</th>
            <td>
              <Cases choix={Object.values(REPONSES)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    <p class="ecrire">Champ qui n’est pas conforme, note</p>
  </li>
)

/** The forms of a sample on paper, guichet after guichet: those that are not filled yet. */
export const PapierEchantillon = ({ contexte, echantillon, numeros }: PapierEchantillonProps) => {
  const aRemplir = echantillon.fiches.filter(({ reponse }) => reponse === null)
  return (
    <Page
      contexte={contexte}
      titre="Fiches à imprimer"
      fil={[
        { libelle: 'Échantillons', chemin: '/echantillons' },
        { libelle: titreDe(echantillon), chemin: `/echantillons/${echantillon.id}` },
      ]}
      periode={false}
      du={echantillon}
    >
      <Tete titre={titreDe(echantillon)} identite={identiteDe(echantillon)} imprimer="Imprimer les fiches">
        {fr(
          aRemplir.length === 0
            ? 'Toutes les fiches sont remplies : il n’y a plus rien à imprimer.'
            : 'Les fiches à remplir sur place, dans l’ordre des guichets. Ces feuilles portent des numéros uniques : les détruire une fois reportées.',
        )}
      </Tete>
      <ol class="papier-fiches">
        {aRemplir.map((fiche) => (
          <Fiche fiche={fiche} numero={numeros.get(fiche.id) ?? ''} questions={echantillon.questions} />
        ))}
      </ol>
    </Page>
  )
}
