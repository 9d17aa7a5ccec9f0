import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { listCategories, nomsCategorie } from '../../../web/categories.ts'
import { seuilEn } from '../../../web/fiche-indicateur.ts'
import type { Bloc } from '../../document.ts'
import type { Section } from '../../rapport.ts'
import { chiffre, dit, entier, phrase } from '../blocs.ts'
import type { MatiereDuSemestre } from '../matiere.ts'
import { sources } from './commun.ts'

const CODES = ['forcages', 'forcages_injustifies', 'doublons_actifs']

export const doublons: Section<MatiereDuSemestre> = {
  code: 'doublons',
  titre: 'Les doublons et les forçages',
  rediger: (matiere) => {
    const { semestre, precedent, unAnAvant } = matiere.chiffres
    const fiches = CODES.flatMap((code) => matiere.fiches.filter((fiche) => fiche.code === code))
    const lignes = fiches.flatMap((fiche) => {
      const trouver = (siennes: MatiereDuSemestre['chiffres']['semestre'], niveau: string, entite: string) =>
        siennes.find((l) => l.niveau === niveau && l.entite === entite && l.indicateur === fiche.code)
      const entites = [
        ['TERRITOIRE', matiere.code, 'Territoire'] as const,
        ...listCategories(semestre.filter((l) => l.niveau === 'CATEGORIE').map(({ entite }) => entite)).map(
          (code) => ['CATEGORIE', code, nomsCategorie(code)] as const,
        ),
      ]
      return entites.flatMap(([niveau, entite, nom]) => {
        const ligne = trouver(semestre, niveau, entite)
        if (ligne === undefined || ligne.valeur === null || ligne.denominateur === 0) return []
        return [
          [
            dit(fiche.libelle),
            dit(nom),
            entier(ligne.numerateur),
            entier(ligne.denominateur),
            ...[semestre, precedent, unAnAvant].map((siennes) =>
              chiffre(fiche.unite, trouver(siennes, niveau, entite)?.valeur ?? null),
            ),
          ],
        ]
      })
    })
    const forcages = fiches.find(({ code }) => code === 'forcages')
    const norme = forcages === undefined ? null : seuilEn(forcages, matiere.semestre.fin)
    const blocs: Bloc[] = [
      phrase(
        `Forcer, c’est enregistrer une demande malgré l’alerte qui signale qu’une autre existe déjà. La convention ne l’admet qu’en cas de nécessité stricte${norme === null ? '' : ` ; la norme est de ${chiffre('part', norme).dit}`}.`,
      ),
      {
        sorte: 'table',
        titre: 'Doublons et forçages',
        feuille: 'Doublons',
        colonnes: [
          { intitule: 'Indicateur', part: 2 },
          { intitule: 'Guichets', part: 1.6 },
          { intitule: 'Cas', nombre: true, part: 0.8 },
          { intitule: 'Sur', nombre: true, part: 0.9 },
          { intitule: 'Ce semestre', nombre: true },
          { intitule: 'Semestre précédent', nombre: true, part: 1.2 },
          { intitule: 'Un an plus tôt', nombre: true },
        ],
        lignes,
        note: fr(sources(matiere)),
      },
    ]
    return lignes.length === 0 ? [] : blocs
  },
}
