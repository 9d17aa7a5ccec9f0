import type { PointCompare } from '../charts/comparaison.ts'
import { type CadreCompare, cibleCompare } from './cibles.ts'
import type { Compare } from './comparaison.ts'

const seNomme = ({ ligne }: Compare, minimum: number): boolean =>
  ligne.statut_affiche === 'ALERTE' ||
  ligne.statut_affiche === 'SURVEILLANCE' ||
  (ligne.atypique === true && (ligne.denominateur ?? 0) >= minimum)

/** An entity as its comparison draws it. */
export const pointCompare = (cadre: CadreCompare, compare: Compare): PointCompare => {
  const { ligne } = compare
  return {
    nom: ligne.libelle,
    n: ligne.denominateur ?? 0,
    valeur: ligne.valeur ?? 0,
    bas: ligne.ic_bas,
    haut: ligne.ic_haut,
    statut: ligne.statut_affiche,
    nomme: seNomme(compare, cadre.fiche.minimum),
    soi: ligne.entite === cadre.choisi,
    cible: cibleCompare(cadre, compare),
  }
}
