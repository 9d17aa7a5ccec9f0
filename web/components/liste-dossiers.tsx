import { dansPhrase } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { type Contexte, peutOuvrir } from '../contexte.ts'
import { lien } from '../liens.ts'
import { enTete, type ListeDossiers } from '../modeles/liste-dossiers.ts'
import { Defilement } from './blocs.tsx'
import { Entetes } from './entetes.tsx'
import { Numero } from './numero.tsx'
import { ROLES } from './roles-table.ts'

/** Columns whose words may take several lines; numbers and days may not. */
const EN_PHRASES = new Set(['manques'])

/** Columns that hold a numéro unique. */
const EN_NUMERO = /^numero_(?:unique|anterieur)/

const classeDe = (nom: string): string => (EN_PHRASES.has(nom) || nom.startsWith('guichet') ? 'ph' : 'nd')

const ACTE = { cle: 'acte', libelle: 'Acte', masque: true } as const

/** A démarche of one record: its number goes by a form, for none is written in an address. */
const Demarche = ({ numero }: { readonly numero: string }) => (
  <td class="acte-l" {...ROLES.cellule}>
    <button class="btn quiet" type="submit" name="numeros" value={numero}>
      Démarche
      <span class="vh">{` pour la demande ${numero.slice(7, 13)}`}</span>
    </button>
  </td>
)

const Rangees = ({ liste, demarche }: { readonly liste: ListeDossiers; readonly demarche: boolean }) => {
  const rangNumero = liste.colonnes.findIndex(({ nom }) => nom === 'numero_unique')
  return (
    <tbody {...ROLES.groupe}>
      {liste.rangees.map((cellules) => (
        <tr {...ROLES.rangee}>
          {cellules.map((cellule, i) => {
            const { nom = '', intitule = '' } = liste.colonnes[i] ?? {}
            return i === rangNumero ? (
              <th scope="row" class="nd" {...ROLES.tete}>
                <Numero numero={cellule} />
              </th>
            ) : (
              <td class={classeDe(nom)} data-l={intitule} {...ROLES.cellule}>
                {cellule === '' ? '–' : EN_NUMERO.test(nom) ? <Numero numero={cellule} /> : cellule}
              </td>
            )
          })}
          {demarche && rangNumero >= 0 ? <Demarche numero={String(cellules[rangNumero])} /> : null}
        </tr>
      ))}
    </tbody>
  )
}

/** Records one a row; less wide than 640 px, one a card, each value beside its heading. */
export const ListeDesDossiers = ({
  contexte,
  nom,
  liste,
}: {
  readonly contexte: Contexte
  readonly nom: string
  readonly liste: ListeDossiers
}) => {
  const demarche = peutOuvrir(contexte, '/demarches/nouvelle')
  const colonnes = [...liste.colonnes.map(enTete), ...(demarche ? [ACTE] : [])]
  const table = (
    <table class="data tight dossiers" {...ROLES.table}>
      <Entetes contexte={contexte} colonnes={colonnes} roles />
      <Rangees liste={liste} demarche={demarche} />
    </table>
  )
  return (
    <>
      {liste.communes.length > 0 ? (
        <p class="meta">
          {fr(
            `Pour tous : ${liste.communes.map(([intitule, valeur]) => `${dansPhrase(intitule)}, ${valeur}`).join(' ; ')}.`,
          )}
        </p>
      ) : null}
      <Defilement nom={nom}>
        {demarche ? (
          <form method="post" action={lien(contexte, '/demarches/preparer')}>
            {table}
          </form>
        ) : (
          table
        )}
      </Defilement>
    </>
  )
}
