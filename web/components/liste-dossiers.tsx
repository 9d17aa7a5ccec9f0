import { dansPhrase } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Contexte } from '../contexte.ts'
import { enTete, type ListeDossiers } from '../modeles/liste-dossiers.ts'
import { Defilement } from './blocs.tsx'
import { Entetes } from './entetes.tsx'
import { ROLES } from './roles-table.ts'

/** Columns whose words may take several lines; numbers and days may not. */
const EN_PHRASES = new Set(['manques'])

const classeDe = (nom: string): string => (EN_PHRASES.has(nom) || nom.startsWith('guichet') ? 'ph' : 'nd')

/** Records one a row; less wide than 640 px, one a card, each value beside its heading. */
export const ListeDesDossiers = ({
  contexte,
  nom,
  liste,
}: {
  readonly contexte: Contexte
  readonly nom: string
  readonly liste: ListeDossiers
}) => (
  <>
    {liste.communes.length > 0 ? (
      <p class="meta">
        {fr(
          `Pour tous : ${liste.communes.map(([intitule, valeur]) => `${dansPhrase(intitule)}, ${valeur}`).join(' ; ')}.`,
        )}
      </p>
    ) : null}
    <Defilement nom={nom}>
      <table class="data tight dossiers" {...ROLES.table}>
        <Entetes contexte={contexte} colonnes={liste.colonnes.map(enTete)} roles />
        <tbody {...ROLES.groupe}>
          {liste.rangees.map((cellules) => (
            <tr {...ROLES.rangee}>
              {cellules.map((cellule, i) => {
                const { nom = '', intitule = '' } = liste.colonnes[i] ?? {}
                return nom === 'numero_unique' ? (
                  <th scope="row" class="nd" {...ROLES.tete}>
                    {cellule}
                  </th>
                ) : (
                  <td class={classeDe(nom)} data-l={intitule} {...ROLES.cellule}>
                    {cellule === '' ? '–' : cellule}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Defilement>
  </>
)
