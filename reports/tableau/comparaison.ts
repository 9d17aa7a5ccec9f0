import type { LigneComparee } from '../../web/charts/redessin.ts'
import type { Contexte } from '../../web/contexte.ts'
import { dessinables } from '../../web/modeles/comparaison.ts'
import { comparaisonMontree, type SourcesComparaison } from '../../web/modeles/comparaison-montree.ts'
import { pointCompare } from '../../web/modeles/points-compares.ts'
import { sortCompares } from '../../web/modeles/tri-comparaison.ts'
import type { ColonneTableau, Tableau } from './tableau.ts'

const COLONNES: readonly ColonneTableau<LigneComparee>[] = [
  { nom: 'categorie', intitule: 'Catégorie', type: 'texte' },
  { nom: 'nom', intitule: 'Nom', type: 'texte' },
  { nom: 'n', intitule: 'Effectif', type: 'nombre' },
  { nom: 'valeur', intitule: 'Valeur', type: 'nombre' },
  { nom: 'bas', intitule: 'Bas de l’intervalle à 95 %', type: 'nombre' },
  { nom: 'haut', intitule: 'Haut de l’intervalle à 95 %', type: 'nombre' },
  { nom: 'statut', intitule: 'État', type: 'texte' },
  { nom: 'nomme', intitule: 'Nommé sur le dessin', type: 'booleen' },
  { nom: 'soi', intitule: 'Mis en avant', type: 'booleen' },
  { nom: 'dit', intitule: 'Ce que dit le point', type: 'texte' },
  { nom: 'suite', intitule: 'Ce que fait le lien', type: 'texte' },
  { nom: 'href', intitule: 'Où mène le point', type: 'texte' },
]

/** The points of an indicator's comparison, every category, the highest value first. */
export const tableauComparaison = (contexte: Contexte, sources: SourcesComparaison): Tableau<LigneComparee> => {
  const { dessines, choisi, surDouzeMois } = comparaisonMontree(contexte, sources)
  const cadre = { contexte, fiche: sources.fiche, choisi: choisi?.ligne.entite ?? null, surDouzeMois }
  const lignes = sortCompares(dessinables(dessines), 'valeur').map((compare) => {
    const { cible, ...point } = pointCompare(cadre, compare)
    return {
      ...point,
      categorie: compare.categorie ?? '',
      dit: cible?.lignes.join('\n') ?? '',
      suite: cible?.suite ?? null,
      href: cible?.href ?? null,
    }
  })
  return { titre: sources.fiche.libelle, colonnes: COLONNES, lignes }
}
