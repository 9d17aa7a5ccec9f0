import type { PointCompare } from '../charts/comparaison.ts'
import type { Contexte } from '../contexte.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import { cibleCompare } from './cibles.ts'
import type { Compare } from './comparaison.ts'

/** What a comparison's points are made in: whose page, which indicator, who is put forward. */
export interface CadreCompare {
  readonly contexte: Contexte
  readonly fiche: FicheIndicateur
  readonly choisi: string | null
}

const seNomme = ({ ligne }: Compare, minimum: number): boolean =>
  ligne.statut_affiche === 'ALERTE' ||
  ligne.statut_affiche === 'SURVEILLANCE' ||
  (ligne.atypique === true && (ligne.denominateur ?? 0) >= minimum)

/** An entity as its comparison draws it. */
export const pointCompare = ({ contexte, fiche, choisi }: CadreCompare, compare: Compare): PointCompare => {
  const { ligne } = compare
  return {
    nom: ligne.libelle,
    n: ligne.denominateur ?? 0,
    valeur: ligne.valeur ?? 0,
    bas: ligne.ic_bas,
    haut: ligne.ic_haut,
    statut: ligne.statut_affiche,
    nomme: seNomme(compare, fiche.minimum),
    soi: ligne.entite === choisi,
    cible: cibleCompare(contexte, fiche, compare, choisi),
  }
}
