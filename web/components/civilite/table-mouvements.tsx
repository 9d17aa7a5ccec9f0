import { deMois, formatInstant, formatJour, formatMois } from '../../../ingest/socle/francais/format.ts'
import { compte } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Contexte } from '../../contexte.ts'
import type { MouvementVu } from '../../echantillon-vue.ts'
import { CONSTATS_CIVILITE } from '../../echantillons.ts'
import { lien } from '../../liens.ts'
import { type Colonne, trierIci } from '../../modeles/tri.ts'
import { Defilement } from '../blocs.tsx'
import { Entetes } from '../entetes.tsx'
import { Numero } from '../numero.tsx'
import { ROLES } from '../roles-table.ts'

interface Props {
  readonly contexte: Contexte
  readonly mouvements: readonly MouvementVu[]
  /** Names the table in the address. */
  readonly table: 'mois' | 'avant'
  /** Where what is seen goes; null for who only reads. */
  readonly action: string | null
}

const GUICHET = 'Guichet de la modification'
const LE = 'Modifiée le'
const CONSTAT = 'Pièce'

const COLONNES: readonly Colonne<MouvementVu>[] = [
  { cle: 'demande', libelle: 'Demande', valeur: ({ numero }) => numero },
  { cle: 'guichet', libelle: GUICHET, valeur: ({ libelle }) => libelle },
  { cle: 'date', libelle: LE, fortDabord: true, valeur: ({ date }) => date },
  { cle: 'constat', libelle: CONSTAT, valeur: ({ constats }) => constats.at(-1)?.constat ?? null },
]

const dire = ({ constat, par, le }: MouvementVu['constats'][number]): string =>
  fr(`${CONSTATS_CIVILITE[constat]}, le ${formatInstant(le)}, par ${par}`)

const Constats = ({ constats }: Pick<MouvementVu, 'constats'>) => {
  const [dernier, ...anciens] = constats.toReversed()
  return dernier === undefined ? (
    <span>à vérifier</span>
  ) : (
    <>
      {CONSTATS_CIVILITE[dernier.constat]}
      <span class="sub">{fr(`le ${formatInstant(dernier.le)}, par ${dernier.par}`)}</span>
      {dernier.note === '' ? null : <span class="sub">{dernier.note}</span>}
      {anciens.length === 0 ? null : (
        <details>
          <summary>{compte(anciens.length, 'constat plus ancien', 'constats plus anciens')}</summary>
          {anciens.map((ancien) => (
            <span class="sub">{dire(ancien)}</span>
          ))}
        </details>
      )}
    </>
  )
}

const Verifier = ({
  action,
  mouvement: { id, numero, constats },
}: {
  readonly action: string
  readonly mouvement: MouvementVu
}) => (
  <details class="why" open={constats.length === 0}>
    <summary>
      {constats.length === 0 ? 'Vérifier' : 'Changer'}
      <span class="vh">{` le mouvement ${numero}`}</span>
    </summary>
    <form method="post" action={`${action}`} class="inline" aria-label={`Vérifier ${numero}`}>
      <input type="hidden" name="mouvement" value={String(id)} />
      <label class="vh" for={`n-${id}`}>{`Note pour ${numero}`}</label>
      <input class="input" id={`n-${id}`} name="note" maxlength={500} placeholder="Note, facultative" />
      <span class="trois-boutons">
        {Object.entries(CONSTATS_CIVILITE).map(([code, libelle]) => (
          <button class="btn" type="submit" name="constat" value={code}>
            {libelle}
            <span class="vh">{fr(` : ${numero}`)}</span>
          </button>
        ))}
      </span>
    </form>
  </details>
)

/** Movements of civility, each with what was seen of its piece, and the form that says it. */
export const TableMouvements = ({ contexte, mouvements, table, action }: Props) => (
  <Defilement nom={table === 'mois' ? 'Mouvements du mois' : 'Mouvements des mois d’avant'}>
    <table class="data tight dossiers stack-n mes" {...ROLES.table}>
      <Entetes contexte={contexte} colonnes={COLONNES} table={table} section={table} roles />
      <tbody {...ROLES.groupe}>
        {trierIci(contexte, mouvements, COLONNES, table).map((mouvement) => (
          <tr id={`m${mouvement.id}`} {...ROLES.rangee}>
            <th scope="row" {...ROLES.tete}>
              <Numero numero={mouvement.numero} />
              {table === 'avant' ? (
                <span class="sub">
                  <a
                    href={lien({ ...contexte, mois: null }, `/controles/${mouvement.mois}/civilite`, {
                      mois: mouvement.mois,
                    })}
                  >
                    {`contrôle ${deMois(formatMois(mouvement.mois))}`}
                  </a>
                </span>
              ) : null}
            </th>
            <td data-l="Guichet" {...ROLES.cellule}>
              {mouvement.libelle}
            </td>
            <td data-l={LE} {...ROLES.cellule}>
              {formatJour(mouvement.date)}
            </td>
            <td data-l={CONSTAT} {...ROLES.cellule}>
              <span>
                <Constats constats={mouvement.constats} />
                {action === null || mouvement.efface ? null : <Verifier action={action} mouvement={mouvement} />}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Defilement>
)
