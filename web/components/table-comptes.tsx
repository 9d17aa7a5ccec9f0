import { formatInstant } from '../../ingest/socle/francais/format.ts'
import type { Contexte } from '../contexte.ts'
import { lien } from '../liens.ts'
import { type Colonne, trierIci } from '../modeles/tri.ts'
import { Defilement } from './blocs.tsx'
import { Entetes } from './entetes.tsx'
import { ROLES } from './roles-table.ts'

export interface CompteListe {
  readonly id: number
  readonly nom: string
  readonly courriel: string
  readonly role: string
  readonly portee: string
  readonly secondFacteur: boolean
  /** `AAAA-MM-JJTHH:MM`. */
  readonly vuLe: string | null
  readonly fermeLe: string | null
  readonly fermeMotif: string | null
}

/** What a review says of an account. */
const DECISIONS = { garder: 'Garder', fermer: 'Fermer' } as const

interface LigneProps {
  readonly contexte: Contexte
  readonly ligne: CompteListe
  /** The account of the person who reviews: it stays open. */
  readonly moi: boolean
}

/** How the address calls what a review says of an account. */
export const champDecision = (id: number): string => `d${id}`

/** Keep or close, neither chosen beforehand but by who comes back from reading the review over. */
const Decision = ({ contexte, ligne, moi }: LigneProps) =>
  moi ? (
    <>
      <input type="hidden" name={champDecision(ligne.id)} value="garder" />
      {'le vôtre\u00a0: gardé'}
    </>
  ) : (
    <fieldset class="gf">
      <legend class="vh">{`Le compte de ${ligne.nom}`}</legend>
      {Object.entries(DECISIONS).map(([code, mot]) => (
        <label class="check">
          <input
            type="radio"
            name={champDecision(ligne.id)}
            value={code}
            checked={contexte.requete[champDecision(ligne.id)] === code}
          />
          <span>{mot}</span>
        </label>
      ))}
    </fieldset>
  )

const Ligne = (p: LigneProps) => {
  const { contexte, ligne } = p
  return (
    <tr class={ligne.fermeLe ? 'ferme' : undefined} {...ROLES.rangee}>
      <th scope="row" {...ROLES.tete}>
        <a href={lien(contexte, `/comptes/${ligne.id}`)}>{ligne.nom}</a>
        <span class="sub">{ligne.courriel}</span>
      </th>
      <td data-l="Rôle" {...ROLES.cellule}>
        {ligne.role}
      </td>
      <td data-l="Portée" {...ROLES.cellule}>
        {ligne.portee}
      </td>
      <td data-l="Second facteur" {...ROLES.cellule}>
        {ligne.secondFacteur ? 'oui' : 'non'}
      </td>
      <td data-l="Dernière connexion" {...ROLES.cellule}>
        {ligne.vuLe ? formatInstant(ligne.vuLe) : 'jamais'}
      </td>
      <td data-l="Revue" {...ROLES.cellule}>
        {ligne.fermeLe ? (
          <span>
            {`fermé le ${formatInstant(ligne.fermeLe)}`}
            <span class="sub">{ligne.fermeMotif}</span>
          </span>
        ) : (
          <Decision {...p} />
        )}
      </td>
    </tr>
  )
}

const COLONNES: readonly Colonne<CompteListe>[] = [
  { cle: 'personne', libelle: 'Personne', valeur: ({ nom }) => nom },
  { cle: 'role', libelle: 'Rôle', valeur: ({ role }) => role },
  { cle: 'portee', libelle: 'Portée', valeur: ({ portee }) => portee },
  { cle: 'facteur', libelle: 'Second facteur', valeur: ({ secondFacteur }) => (secondFacteur ? 'oui' : 'non') },
  { cle: 'vu', libelle: 'Dernière connexion', fortDabord: true, valeur: ({ vuLe }) => vuLe },
  { cle: 'revue', libelle: 'Revue', valeur: ({ fermeLe }) => fermeLe ?? '' },
]

export interface TableComptesProps {
  readonly contexte: Contexte
  readonly comptes: readonly CompteListe[]
  readonly moi: number
}

/** The accounts, each open one with what the review is to say of it. */
export const TableComptes = ({ contexte, comptes, moi }: TableComptesProps) => (
  <Defilement nom="Comptes">
    <table class="data tight dossiers" {...ROLES.table}>
      <Entetes contexte={contexte} colonnes={COLONNES} roles />
      <tbody {...ROLES.groupe}>
        {trierIci(contexte, comptes, COLONNES).map((ligne) => (
          <Ligne contexte={contexte} ligne={ligne} moi={ligne.id === moi} />
        ))}
      </tbody>
    </table>
  </Defilement>
)
