import { formatJours, formatNombre, formatPart } from '../../../ingest/socle/francais/format.ts'
import type { ForcagesGuichet } from '../../../metrics/forcages/lire.ts'
import type { Contexte } from '../../contexte.ts'
import { rangEtat } from '../../etats.ts'
import { lienGuichet } from '../../liens.ts'
import { type Colonne, trierIci } from '../../modeles/tri.ts'
import { Defilement } from '../blocs.tsx'
import { Entetes } from '../entetes.tsx'
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

const COLONNES: readonly Colonne<ForcagesGuichet>[] = [
  { cle: 'guichet', libelle: 'Guichet', valeur: ({ libelle }) => libelle },
  {
    cle: 'enregistrements',
    libelle: 'Enregistrements',
    nombre: true,
    valeur: ({ enregistrements }) => enregistrements,
  },
  {
    cle: 'forces',
    libelle: 'Forcés',
    precision: 'enregistrés dans le mois',
    nombre: true,
    valeur: ({ forces }) => forces,
  },
  { cle: 'part', libelle: 'Part', nombre: true, valeur: ({ part }) => part },
  {
    cle: 'injustifies',
    libelle: 'Injustifiés',
    precision: 'trente jours échus dans le mois',
    nombre: true,
    valeur: ({ injustifies }) => injustifies,
  },
  {
    cle: 'cloture',
    libelle: 'Clôture',
    precision: 'délai médian',
    nombre: true,
    valeur: ({ delai_cloture }) => delai_cloture,
  },
  { cle: 'motif', libelle: 'Avec motif', nombre: true, valeur: ({ part_motivee }) => part_motivee },
  { cle: 'etat', libelle: 'État', valeur: ({ statut_affiche }) => rangEtat(statut_affiche) },
]

/** Guichets that forced the alert, or whose forcings look unjustified; less wide than 640 px, one a card. */
export const TableForcages = ({ contexte, forcages }: TableForcagesProps) => (
  <Defilement nom="Forçages par guichet">
    <table class="data tight dossiers" {...ROLES.table}>
      <caption class="vh">Forçages par guichet</caption>
      <Entetes contexte={contexte} colonnes={COLONNES} table="guichets" section="guichets" roles />
      <tbody {...ROLES.groupe}>
        {trierIci(
          contexte,
          forcages.filter(({ forces, injustifies }) => (forces ?? 0) + (injustifies ?? 0) > 0),
          COLONNES,
          'guichets',
        ).map((f) => (
          <tr {...ROLES.rangee}>
            <th scope="row" {...ROLES.tete}>
              <a href={lienGuichet(contexte, f.guichet)}>{f.libelle}</a>
            </th>
            {valeursDe(f).map((valeur, i) => (
              <td class="num" data-l={COLONNES[i + 1]?.libelle} {...ROLES.cellule}>
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
