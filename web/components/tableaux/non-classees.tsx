import { formatNombre } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { libelleDe } from '../../../metrics/tableaux/libelles.ts'
import type { ReponseTableau } from '../../../metrics/tableaux/reponse.ts'
import { Defilement, Panneau } from '../blocs.tsx'

type Props = Required<Pick<ReponseTableau, 'non_classees'>>

/** Whose attributions lack a field that the objectives need: what to ask of which landlord. */
export const NonClassees = ({ non_classees }: Props) => (
  <Panneau id="non-classees" titre="Attributions non classées" precision="Faute d’un champ, par bailleur">
    {non_classees.length === 0 ? (
      <p class="empty">Aucun champ ne manque : toutes les attributions ont pu être regardées.</p>
    ) : (
      <Defilement nom="Table des attributions non classées">
        <table class="data tight">
          <caption class="vh">{fr('Attributions non classées, par bailleur')}</caption>
          <thead>
            <tr>
              <th scope="col">SIREN du bailleur</th>
              <th scope="col" class="num">
                Attributions
              </th>
            </tr>
          </thead>
          <tbody>
            {non_classees.map(({ siren_bailleur, effectif }) => (
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
