import { formatNombre } from '../../../ingest/socle/francais/format.ts'
import type { Contribution, Decomposition } from '../../../metrics/changement/decomposer.ts'
import { nomsCategorie } from '../../categories.ts'
import type { Contexte } from '../../contexte.ts'
import { direPoints } from '../../modeles/changement.ts'
import { contributionsParCategorie } from '../../modeles/changement-categories.ts'
import { type Colonne, trierIci } from '../../modeles/tri.ts'
import { Defilement, Panneau } from '../blocs.tsx'
import { Entetes } from '../entetes.tsx'
import { ROLES } from '../roles-table.ts'

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
      <table class="data tight dossiers" {...ROLES.table}>
        <Entetes contexte={contexte} colonnes={COLONNES} table="categories" section="categories" roles />
        <tbody {...ROLES.groupe}>
          {trierIci(contexte, contributionsParCategorie(decomposition, categorieDe), COLONNES, 'categories').map(
            (contribution) => (
              <tr {...ROLES.rangee}>
                <th scope="row" {...ROLES.tete}>
                  {nom(contribution)}
                </th>
                <td class="num" data-l="Avant" {...ROLES.cellule}>
                  {dire(contribution.avant)}
                </td>
                <td class="num" data-l="Après" {...ROLES.cellule}>
                  {dire(contribution.apres)}
                </td>
                <td class="num" data-l="Contribution, en points" {...ROLES.cellule}>
                  {direPoints(contribution.total)}
                </td>
              </tr>
            ),
          )}
        </tbody>
        <tfoot {...ROLES.groupe}>
          <tr {...ROLES.rangee}>
            <th scope="row" {...ROLES.tete}>
              Territoire
            </th>
            <td {...ROLES.cellule} />
            <td {...ROLES.cellule} />
            <td class="num" data-l="Contribution, en points" {...ROLES.cellule}>
              {direPoints(decomposition.apres - decomposition.avant)}
            </td>
          </tr>
        </tfoot>
      </table>
    </Defilement>
  </Panneau>
)
