import { formatNombre } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Contexte } from '../contexte.ts'
import { lien, lienIndicateur } from '../liens.ts'
import { type Colonne, trierIci } from '../modeles/tri.ts'
import { Defilement } from './blocs.tsx'
import { Entetes } from './entetes.tsx'
import { ROLES } from './roles-table.ts'

/** What an indicator is judged by today. */
export interface NormeEnVigueur {
  readonly code: string
  readonly libelle: string
  readonly seuil: string
  readonly objectif: string
  readonly minimum: number
  /** The decision and its date; null where the norm is the product's own. */
  readonly decision: string | null
}

interface Props {
  readonly contexte: Contexte
  readonly normes: readonly NormeEnVigueur[]
}

const COLONNES: readonly Colonne<NormeEnVigueur>[] = [
  { cle: 'indicateur', libelle: 'Indicateur', valeur: ({ libelle }) => libelle },
  { cle: 'seuil', libelle: 'Seuil d’alerte', nombre: true, valeur: ({ seuil }) => seuil },
  { cle: 'objectif', libelle: 'Objectif', nombre: true, valeur: ({ objectif }) => objectif },
  { cle: 'minimum', libelle: 'Effectif minimum', nombre: true, valeur: ({ minimum }) => minimum },
  { cle: 'origine', libelle: 'D’où elle vient', valeur: ({ decision }) => decision },
  { cle: 'changer', libelle: 'Changer', masque: true },
]

/** The norms in force, each with where it comes from and the way to change it. */
export const NormesEnVigueur = ({ contexte, normes }: Props) => (
  <Defilement nom="Table des normes en vigueur">
    <table class="data tight dossiers" {...ROLES.table}>
      <caption class="vh">Normes en vigueur</caption>
      <Entetes contexte={contexte} colonnes={COLONNES} table="normes" section="normes" roles />
      <tbody {...ROLES.groupe}>
        {trierIci(contexte, normes, COLONNES, 'normes').map(({ code, libelle, seuil, objectif, minimum, decision }) => (
          <tr {...ROLES.rangee}>
            <th scope="row" {...ROLES.tete}>
              <a href={lienIndicateur(contexte, code)}>{libelle}</a>
            </th>
            <td class="num" data-l="Seuil d’alerte" {...ROLES.cellule}>
              {seuil}
            </td>
            <td class="num" data-l="Objectif" {...ROLES.cellule}>
              {objectif}
            </td>
            <td class="num" data-l="Effectif minimum" {...ROLES.cellule}>
              {formatNombre(minimum)}
            </td>
            <td data-l="D’où elle vient" {...ROLES.cellule}>
              {decision === null ? 'convention, contrat ou produit' : fr(decision)}
            </td>
            <td {...ROLES.cellule}>
              <a href={lien(contexte, '/parametres#changer', { indicateur: code })}>
                Changer<span class="vh">{`, ${libelle}`}</span>
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Defilement>
)
