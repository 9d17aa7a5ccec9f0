import { FAMILLES, type Famille, type FicheIndicateur } from '../fiche-indicateur.ts'

export const AFFICHAGES = { tendance: 'Valeur et tendance', valeur: 'Valeur', etat: 'État' } as const

export type Affichage = keyof typeof AFFICHAGES

/** What the address asks of the matrix; anything it does not know is left out. */
export interface FiltresMatrice {
  readonly categorie: string | null
  readonly service: string | null
  /** `principaux`, `tous` or a family. */
  readonly indicateurs: string
  /** `gravite`, `nom` or the code of an indicator; the other way after a `-`. */
  readonly tri: string
  readonly affichage: Affichage
  /** Only guichets with an alert or a point to watch. */
  readonly signales: boolean
}

export const readFiltres = (requete: Readonly<Record<string, string>>): FiltresMatrice => {
  const affichage = requete.affichage ?? ''
  return {
    categorie: requete.categorie || null,
    service: requete.service || null,
    indicateurs: requete.indicateurs || 'principaux',
    tri: requete.tri || 'gravite',
    affichage: affichage === 'valeur' || affichage === 'etat' ? affichage : 'tendance',
    signales: requete.signales === '1',
  }
}

/** Columns of the matrix: quality indicators that guichets have, in the order of families. */
export const colonnes = (indicateurs: readonly FicheIndicateur[], choix: string): FicheIndicateur[] => {
  const qualite = indicateurs.filter(({ famille, niveaux }) => famille !== 'activite' && niveaux.includes('GUICHET'))
  const gardes =
    choix === 'tous'
      ? qualite
      : Object.hasOwn(FAMILLES, choix)
        ? qualite.filter(({ famille }) => famille === choix)
        : qualite.filter(({ principal }) => principal)
  return (Object.keys(FAMILLES) as Famille[]).flatMap((f) => gardes.filter(({ famille }) => famille === f))
}
