import { formatNombre } from '../../../ingest/socle/francais/format.ts'
import type { Contribution, Decomposition } from '../../../metrics/changement/decomposer.ts'
import { nomsCategorie } from '../../categories.ts'
import type { Contexte } from '../../contexte.ts'
import { direPoints } from '../../modeles/changement.ts'
import { contributionsParCategorie } from '../../modeles/changement-categories.ts'
import { type Colonne, trierIci } from '../../modeles/tri.ts'
import { Defilement, Panneau } from '../blocs.tsx'
import { Entetes } from '../entetes.tsx'

interface Props {
  readonly contexte: Contexte
  readonly decomposition: Decomposition
  readonly categorieDe: (entite: string) => string | null
}

const nom = ({ entite }: Contribution): string => nomsCategorie(entite === '' ? null : entite)

const COLONNES: readonly Colonne<Contribution>[] = [
  { cle: 'categorie', libelle: 'Catégorie', valeur: nom },
  { cle: 'avant', libelle: 'Avant', nombre: true, valeur: ({ avant }) => avant.numerateur },
  { cle: 'apres', libelle: 'Après', nombre: true, valeur: ({ apres }) => apres.numerateur },
  { cle: 'contribution', libelle: 'Contribution, en points', nombre: true, valeur: ({ total }) => total },
]

const dire = ({ numerateur, denominateur }: Contribution['avant']): string =>
  `${formatNombre(numerateur)} sur ${formatNombre(denominateur)}`

/** What each category of guichet makes of the territory's change; their sum is the change. */
export const ParCategorie = ({ contexte, decomposition, categorieDe }: Props) => (
  <Panneau id="categories" titre="Par catégorie de guichet">
    <Defilement nom="Contributions par catégorie">
      <table class="data tight">
        <Entetes contexte={contexte} colonnes={COLONNES} table="categories" section="categories" />
        <tbody>
          {trierIci(contexte, contributionsParCategorie(decomposition, categorieDe), COLONNES, 'categories').map(
            (contribution) => (
              <tr>
                <th scope="row">{nom(contribution)}</th>
                <td class="num">{dire(contribution.avant)}</td>
                <td class="num">{dire(contribution.apres)}</td>
                <td class="num">{direPoints(contribution.total)}</td>
              </tr>
            ),
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Territoire</th>
            <td />
            <td />
            <td class="num">{direPoints(decomposition.apres - decomposition.avant)}</td>
          </tr>
        </tfoot>
      </table>
    </Defilement>
  </Panneau>
)
