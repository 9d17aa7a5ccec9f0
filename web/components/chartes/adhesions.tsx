import { formatJour } from '../../../ingest/socle/francais/format.ts'
import { accord, compte } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { AdhesionsVues } from '../../charte-vue.ts'
import type { Contexte } from '../../contexte.ts'
import { type Colonne, trierIci } from '../../modeles/tri.ts'
import { Section } from '../blocs.tsx'
import { Entetes } from '../entetes.tsx'
import { ROLES } from '../roles-table.ts'

type Adhesion = NonNullable<AdhesionsVues['services']>[number]

const direVersion = ({ le, version }: Adhesion): string => {
  if (le === null) return '–'
  return version === null ? 'avant la première' : `version ${version}`
}

const COLONNES: readonly Colonne<Adhesion>[] = [
  { cle: 'service', libelle: 'Service', valeur: ({ nom }) => nom },
  { cle: 'le', libelle: 'Adhésion', fortDabord: true, valeur: ({ le }) => le },
  { cle: 'version', libelle: 'Version', valeur: direVersion },
]

/** « 41 services sur 87 y ont adhéré » */
export const direAdhesions = ({ adherents, attendus }: AdhesionsVues): string =>
  `${compte(adherents, 'service')} sur ${attendus} ${accord(adherents, 'y a adhéré', 'y ont adhéré')}`

/** Who adhered, when, to which version; for who is given counts alone, how many. */
export const Adhesions = ({
  contexte,
  adhesions,
}: {
  readonly contexte: Contexte
  readonly adhesions: AdhesionsVues
}) => (
  <Section id="adhesions" titre="Adhésions" precision={direAdhesions(adhesions)}>
    {adhesions.services === null ? (
      <p class="hint">{fr('L’adhésion se fait avec la convention (art. 2.3).')}</p>
    ) : (
      <table class="data tight dossiers" {...ROLES.table}>
        <Entetes contexte={contexte} colonnes={COLONNES} table="adhesions" section="adhesions" roles />
        <tbody {...ROLES.groupe}>
          {trierIci(contexte, adhesions.services, COLONNES, 'adhesions').map((adhesion) => (
            <tr {...ROLES.rangee}>
              <th scope="row" {...ROLES.tete}>
                {adhesion.nom}
              </th>
              <td data-l="Adhésion" {...ROLES.cellule}>
                {adhesion.le === null ? 'pas encore' : formatJour(adhesion.le)}
              </td>
              <td data-l="Version" {...ROLES.cellule}>
                {direVersion(adhesion)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </Section>
)
