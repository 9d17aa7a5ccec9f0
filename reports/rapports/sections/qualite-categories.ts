import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { listCategories, nomsCategorie } from '../../../web/categories.ts'
import { seuilEn } from '../../../web/fiche-indicateur.ts'
import type { Bloc, CelluleDeTable } from '../../document.ts'
import type { Section } from '../../rapport.ts'
import { chiffre, dit, repere } from '../blocs.ts'
import type { MatiereDuSemestre } from '../matiere.ts'
import { principaux, sources, trouver } from './commun.ts'

/** The categories that have a figure, and the indicators that have a norm. */
const axes = (matiere: MatiereDuSemestre) => ({
  avecNorme: principaux(matiere).filter((fiche) => seuilEn(fiche, matiere.semestre.fin) !== null),
  categories: listCategories(
    matiere.chiffres.semestre
      .filter(({ niveau, valeur }) => niveau === 'CATEGORIE' && valeur !== null)
      .map(({ entite }) => entite),
  ),
})

/** Categories that a sheet of paper has room for. */
const COLONNES_AU_PLUS = 6
/** Figures under which a column would be all but empty. */
const CHIFFRES_AU_MOINS = 3

/** The semester, an indicator a line, a category a column. */
export const categoriesCoteACote = (matiere: MatiereDuSemestre): Bloc[] => {
  const { avecNorme, categories } = axes(matiere)
  const compter = (categorie: string) =>
    avecNorme.filter(
      ({ code }) => (trouver(matiere.chiffres.semestre, 'CATEGORIE', categorie, code)?.valeur ?? null) !== null,
    ).length
  const montrees = categories.filter((une) => compter(une) >= CHIFFRES_AU_MOINS).slice(0, COLONNES_AU_PLUS)
  const reste = categories.filter((une) => !montrees.includes(une) && compter(une) > 0)
  return montrees.length === 0
    ? []
    : [
        {
          sorte: 'table',
          titre: 'Les catégories de guichets, indicateur par indicateur',
          feuille: 'Catégories',
          colonnes: [
            { intitule: 'Indicateur', part: 2.6 },
            { intitule: 'Norme', nombre: true, part: 0.9 },
            ...montrees.map((categorie) => ({ intitule: nomsCategorie(categorie), nombre: true as const, part: 1.2 })),
          ],
          lignes: avecNorme.map((fiche) => [
            dit(fiche.libelle),
            repere(fiche.unite, seuilEn(fiche, matiere.semestre.fin)),
            ...montrees.map((categorie) =>
              chiffre(
                fiche.unite,
                trouver(matiere.chiffres.semestre, 'CATEGORIE', categorie, fiche.code)?.valeur ?? null,
              ),
            ),
          ]),
          note: fr(
            `Indicateurs qui ont une norme.${reste.length === 0 ? '' : ` En annexe aussi : ${reste.map(nomsCategorie).join(', ')}.`} ${sources(matiere)}`,
          ),
        },
      ]
}

/** The three periods beside each other, a category and an indicator a line. */
export const categoriesDansLeTemps: Section<MatiereDuSemestre> = {
  code: 'categories',
  titre: 'Annexe : les catégories, d’une période à l’autre',
  rediger: (matiere) => {
    const { avecNorme, categories } = axes(matiere)
    const { semestre, precedent, unAnAvant } = matiere.chiffres
    const lignes = categories.flatMap((categorie) =>
      avecNorme.flatMap((fiche): CelluleDeTable[][] => {
        const valeurs = [semestre, precedent, unAnAvant].map(
          (siennes) => trouver(siennes, 'CATEGORIE', categorie, fiche.code)?.valeur ?? null,
        )
        return valeurs.every((valeur) => valeur === null)
          ? []
          : [[dit(nomsCategorie(categorie)), dit(fiche.libelle), ...valeurs.map((v) => chiffre(fiche.unite, v))]]
      }),
    )
    return lignes.length === 0
      ? []
      : [
          {
            sorte: 'table',
            titre: 'Chaque catégorie, indicateur par indicateur',
            feuille: 'Catégories et périodes',
            colonnes: [
              { intitule: 'Catégorie', part: 1.8 },
              { intitule: 'Indicateur', part: 3 },
              { intitule: 'Ce semestre', nombre: true },
              { intitule: 'Semestre précédent', nombre: true, part: 1.2 },
              { intitule: 'Un an plus tôt', nombre: true },
            ],
            lignes,
            note: fr(`Indicateurs qui ont une norme. ${sources(matiere)}`),
          },
        ]
  },
}
