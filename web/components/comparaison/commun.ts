import { formatIntervalle, formatMois, formatNombre, formatValeur } from '../../../ingest/socle/francais/format.ts'
import type { PairsJuges } from '../../../metrics/engine/pairs-juges.ts'
import type { Echelle } from '../../charts/comparaison.ts'
import type { Atelier } from '../../charts/dessin.ts'
import type { Redessin } from '../../charts/redessin.ts'
import type { Contexte } from '../../contexte.ts'
import { MOTS_ETATS } from '../../etats.ts'
import type { FicheIndicateur } from '../../fiche-indicateur.ts'
import { lienComparaison } from '../../liens.ts'
import type { Compare } from '../../modeles/comparaison.ts'
import type { Jumeau } from '../jumeau.tsx'

export interface ComparaisonProps {
  readonly atelier: Atelier
  readonly contexte: Contexte
  readonly fiche: FicheIndicateur
  readonly compares: readonly Compare[]
  /** The peers that these rows were judged among, as they were stored with them. */
  readonly pairs: readonly PairsJuges[]
  readonly categorie: string
  /** The rows are those of the twelve months that end with the month shown. */
  readonly surDouzeMois: boolean
  readonly seuil: number | null
  /** The entity put forward; null for none. */
  readonly choisi: string | null
}

/** One category's comparison: those it draws, and the sentence they prove. */
export interface ComparaisonDessinee extends ComparaisonProps {
  readonly siens: readonly Compare[]
  readonly titre: string
}

/** The period drawn, in words: « octobre 2026 », « douze mois jusqu’à octobre 2026 ». */
export const periodeDe = ({ contexte, surDouzeMois }: ComparaisonProps): string =>
  contexte.mois === null ? '' : `${surDouzeMois ? 'douze mois jusqu’à ' : ''}${formatMois(contexte.mois)}`

/** Width of the column a comparison is drawn in. */
export const LARGEUR = 813

/** Where the browser finds all that it takes to draw this comparison again, at the width it is given. */
export const redessinDe = (p: ComparaisonDessinee, echelle: Echelle): Redessin => ({
  lignes: lienComparaison(p.contexte, { ...p, indicateur: p.fiche.code }),
  options: { ...echelle, categorie: p.categorie },
})

export const jumeauDe = ({ contexte, fiche, siens }: ComparaisonDessinee): Jumeau => ({
  legende: `${fiche.libelle} par guichet`,
  entetes: ['Guichet', 'Effectif', 'Valeur', 'Intervalle à 95\u00a0%', 'État'],
  tri: { contexte, table: 'comparaison' },
  lignes: siens.map(({ ligne }) => [
    ligne.libelle,
    formatNombre(ligne.denominateur),
    formatValeur(fiche.unite, ligne.valeur),
    formatIntervalle(fiche.unite, ligne.ic_bas, ligne.ic_haut),
    ligne.statut_affiche ? MOTS_ETATS[ligne.statut_affiche] : 'non jugé',
  ]),
})
