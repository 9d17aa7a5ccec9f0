import type { Child } from 'hono/jsx'
import type { LigneAffichee } from '../affichee.ts'
import { nomCategorie } from '../categories.ts'
import type { Contexte } from '../contexte.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import { lienGuichet, lienIndicateur } from '../liens.ts'
import type { Colonne } from '../modeles/tri.ts'
import { Forme } from './etat.tsx'
import { ROLES } from './roles-table.ts'

/** A line of alert, and what it is of. */
export interface LigneEnAlerte {
  readonly ligne: LigneAffichee
  readonly fiche: FicheIndicateur
}

/** The columns that every table of alerts begins with. */
export const COLONNES_ALERTE: readonly Colonne<LigneEnAlerte>[] = [
  { cle: 'etat', libelle: 'État', masque: true },
  { cle: 'qui', libelle: 'Guichet ou service', valeur: ({ ligne }) => ligne.libelle },
  { cle: 'indicateur', libelle: 'Indicateur', valeur: ({ fiche }) => fiche.libelle },
]

/** Whose a line is, with the way to its guichet. */
export const QuiEnAlerte = ({ contexte, ligne }: { readonly contexte: Contexte; readonly ligne: LigneAffichee }) =>
  ligne.niveau === 'GUICHET' ? (
    <a class="t" href={lienGuichet(contexte, ligne.entite)}>
      {ligne.libelle}
    </a>
  ) : (
    <span class="t">{ligne.libelle}</span>
  )

interface Props extends LigneEnAlerte {
  readonly contexte: Contexte
  /** The category of the guichet, where the page tells it. */
  readonly categorie?: string | null
  /** What is said under the indicator. */
  readonly children?: Child
}

/** The first cells of a row of alert: its shape, whose it is, of what. */
export const DebutAlerte = ({ contexte, ligne, fiche, categorie, children }: Props) => (
  <>
    <td class="gly" {...ROLES.cellule}>
      <Forme statut="ALERTE" />
      <span class="vh">Alerte</span>
    </td>
    <th scope="row" {...ROLES.tete}>
      <QuiEnAlerte contexte={contexte} ligne={ligne} />
      <span class="sub">
        {[
          ligne.entite,
          ...(ligne.niveau === 'SERVICE' ? ['Service'] : categorie === undefined ? [] : [nomCategorie(categorie)]),
        ].join(' · ')}
      </span>
    </th>
    <td class="i" {...ROLES.cellule}>
      <a href={lienIndicateur(contexte, fiche.code)}>{fiche.libelle}</a>
      {children}
    </td>
  </>
)
