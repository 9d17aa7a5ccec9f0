import { formatJours, formatNombre, formatPart } from '../../../ingest/socle/francais/format.ts'
import type { ForcagesGuichet } from '../../../metrics/forcages/lire.ts'
import type { Contexte } from '../../contexte.ts'
import { lienGuichet } from '../../liens.ts'
import { Defilement } from '../blocs.tsx'
import { Pastille } from '../etat.tsx'
import { ROLES } from '../roles-table.ts'

export interface TableForcagesProps {
  readonly contexte: Contexte
  readonly forcages: readonly ForcagesGuichet[]
}

const valeursDe = (f: ForcagesGuichet): string[] => [
  formatNombre(f.enregistrements),
  formatNombre(f.forces),
  formatPart(f.part),
  formatNombre(f.injustifies),
  formatJours(f.delai_cloture),
  formatPart(f.part_motivee, 0),
]

const INTITULES = [
  ['Enregistrements', ''],
  ['Forcés', 'enregistrés dans le mois'],
  ['Part', ''],
  ['Injustifiés', 'trente jours échus dans le mois'],
  ['Clôture', 'délai médian'],
  ['Avec motif', ''],
] as const

/** Guichets that forced the alert, or whose forcings look unjustified; less wide than 640 px, one a card. */
export const TableForcages = ({ contexte, forcages }: TableForcagesProps) => (
  <Defilement nom="Forçages par guichet">
    <table class="data tight dossiers" {...ROLES.table}>
      <caption class="vh">Forçages par guichet</caption>
      <thead {...ROLES.groupe}>
        <tr {...ROLES.rangee}>
          <th scope="col" {...ROLES.intitule}>
            Guichet
          </th>
          {INTITULES.map(([intitule, precision]) => (
            <th scope="col" class="num" {...ROLES.intitule}>
              {intitule}
              {precision ? <span class="sub">{precision}</span> : null}
            </th>
          ))}
          <th scope="col" {...ROLES.intitule}>
            État
          </th>
        </tr>
      </thead>
      <tbody {...ROLES.groupe}>
        {forcages
          .filter(({ forces, injustifies }) => (forces ?? 0) + (injustifies ?? 0) > 0)
          .map((f) => (
            <tr {...ROLES.rangee}>
              <th scope="row" {...ROLES.tete}>
                <a href={lienGuichet(contexte, f.guichet)}>{f.libelle}</a>
              </th>
              {valeursDe(f).map((valeur, i) => (
                <td class="num" data-l={INTITULES[i]?.[0]} {...ROLES.cellule}>
                  {valeur}
                </td>
              ))}
              <td data-l="État" {...ROLES.cellule}>
                {f.statut_affiche ? <Pastille statut={f.statut_affiche} /> : 'non jugé'}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  </Defilement>
)
