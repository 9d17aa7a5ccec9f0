import { formatNombre } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { libelleDe } from '../../../metrics/tableaux/libelles.ts'
import type { ReponseTableau } from '../../../metrics/tableaux/reponse.ts'
import type { Contexte } from '../../contexte.ts'
import { type Colonne, trierIci } from '../../modeles/tri.ts'
import { Defilement, Panneau } from '../blocs.tsx'
import { Entetes } from '../entetes.tsx'

interface Props {
  readonly contexte: Contexte
  readonly non_classees: NonNullable<ReponseTableau['non_classees']>
}

const COLONNES: readonly Colonne<Props['non_classees'][number]>[] = [
  { cle: 'siren', libelle: 'SIREN du bailleur', valeur: ({ siren_bailleur }) => siren_bailleur },
  { cle: 'effectif', libelle: 'Attributions', nombre: true, valeur: ({ effectif }) => effectif },
]

/** Whose attributions lack a field that the objectives need: what to ask of which landlord. */
export const NonClassees = ({ contexte, non_classees }: Props) => (
  <Panneau id="non-classees" titre="Attributions non classées" precision="Faute d’un champ, par bailleur">
    {non_classees.length === 0 ? (
      <p class="empty">Aucun champ ne manque : toutes les attributions ont pu être regardées.</p>
    ) : (
      <Defilement nom="Table des attributions non classées">
        <table class="data tight">
          <caption class="vh">{fr('Attributions non classées, par bailleur')}</caption>
          <Entetes contexte={contexte} colonnes={COLONNES} table="bailleurs" section="non-classees" />
          <tbody>
            {trierIci(contexte, non_classees, COLONNES, 'bailleurs').map(({ siren_bailleur, effectif }) => (
              <tr>
                <th scope="row">{libelleDe('siren_bailleur', siren_bailleur)}</th>
                <td class="num">{formatNombre(effectif)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Defilement>
    )}
  </Panneau>
)
