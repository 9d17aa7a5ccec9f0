import { formatNombre } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Contexte } from '../contexte.ts'
import { lien, lienIndicateur } from '../liens.ts'
import { type Colonne, trierIci } from '../modeles/tri.ts'
import { Defilement } from './blocs.tsx'
import { Entetes } from './entetes.tsx'

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
    <table class="data tight">
      <caption class="vh">Normes en vigueur</caption>
      <Entetes contexte={contexte} colonnes={COLONNES} table="normes" section="normes" />
      <tbody>
        {trierIci(contexte, normes, COLONNES, 'normes').map(({ code, libelle, seuil, objectif, minimum, decision }) => (
          <tr>
            <th scope="row">
              <a href={lienIndicateur(contexte, code)}>{libelle}</a>
            </th>
            <td class="num">{seuil}</td>
            <td class="num">{objectif}</td>
            <td class="num">{formatNombre(minimum)}</td>
            <td>{decision === null ? 'convention, contrat ou produit' : fr(decision)}</td>
            <td>
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
