import { formatJours, formatNombre, formatPart } from '../../../ingest/socle/francais/format.ts'
import type { ForcagesGuichet } from '../../../metrics/forcages/lire.ts'
import type { Contexte } from '../../contexte.ts'
import { lienGuichet } from '../../liens.ts'
import { Defilement } from '../blocs.tsx'
import { Pastille } from '../etat.tsx'

export interface TableForcagesProps {
  readonly contexte: Contexte
  readonly forcages: readonly ForcagesGuichet[]
}

/** Guichets that forced the alert, or whose forcings look unjustified. */
export const TableForcages = ({ contexte, forcages }: TableForcagesProps) => (
  <Defilement nom="Forçages par guichet">
    <table class="data tight">
      <caption class="vh">Forçages par guichet</caption>
      <thead>
        <tr>
          <th scope="col">Guichet</th>
          <th scope="col" class="num">
            Enregistrements
          </th>
          <th scope="col" class="num">
            Forcés
          </th>
          <th scope="col" class="num">
            Part
          </th>
          <th scope="col" class="num">
            Injustifiés
          </th>
          <th scope="col" class="num">
            Clôture
          </th>
          <th scope="col" class="num">
            Avec motif
          </th>
          <th scope="col">État</th>
        </tr>
      </thead>
      <tbody>
        {forcages
          .filter(({ forces, injustifies }) => (forces ?? 0) + (injustifies ?? 0) > 0)
          .map((f) => (
            <tr>
              <th scope="row">
                <a href={lienGuichet(contexte, f.guichet)}>{f.libelle}</a>
              </th>
              <td class="num">{formatNombre(f.enregistrements)}</td>
              <td class="num">{formatNombre(f.forces)}</td>
              <td class="num">{formatPart(f.part)}</td>
              <td class="num">{formatNombre(f.injustifies)}</td>
              <td class="num">{formatJours(f.delai_cloture)}</td>
              <td class="num">{formatPart(f.part_motivee, 0)}</td>
              <td>{f.statut_affiche ? <Pastille statut={f.statut_affiche} /> : 'non jugé'}</td>
            </tr>
          ))}
      </tbody>
    </table>
  </Defilement>
)
