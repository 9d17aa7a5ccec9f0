import { capitale, compte } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { MOTS_ETATS } from '../../../web/etats.ts'
import { seuilEn } from '../../../web/fiche-indicateur.ts'
import type { Bloc } from '../../document.ts'
import { enAlerteDe } from '../../narrative/alertes.ts'
import { chiffre, dit, repere, sousTitre } from '../blocs.ts'
import type { MatiereDuSemestre } from '../matiere.ts'
import { principaux, sources, trouver } from './commun.ts'

/** The entities that the last month finds in alert, a line each: who, of what, since which value. */
export const enAlerte = (matiere: MatiereDuSemestre): Bloc[] => {
  const { mots, enAlerte: codes } = enAlerteDe(matiere)
  if (codes.size === 0) return []
  const fiches = new Map(matiere.fiches.map((fiche) => [fiche.code, fiche]))
  const lignes = matiere.etats.flatMap((ligne) => {
    const fiche = fiches.get(ligne.indicateur)
    return fiche !== undefined &&
      codes.has(ligne.entite) &&
      ligne.statut_affiche === 'ALERTE' &&
      ligne.niveau === (mots[0] === 'guichet' ? 'GUICHET' : 'SERVICE')
      ? [{ ligne, fiche }]
      : []
  })
  const titre = `${capitale(mots[1])} en alerte à la fin du semestre`
  return [
    {
      sorte: 'table',
      titre,
      feuille: 'En alerte',
      colonnes: [
        { intitule: capitale(mots[0]), part: 3 },
        { intitule: 'Indicateur', part: 3 },
        { intitule: 'Valeur', nombre: true },
        { intitule: 'Norme', nombre: true },
      ],
      lignes: lignes.map(({ ligne, fiche }) => [
        dit(ligne.libelle),
        dit(`${fiche.libelle}${ligne.surDouzeMois ? ' (sur douze mois)' : ''}`),
        chiffre(fiche.unite, ligne.valeur),
        repere(fiche.unite, seuilEn(fiche, ligne.fin)),
      ]),
      note: fr(`État « ${MOTS_ETATS.ALERTE} » : ${compte(lignes.length, 'ligne')}.`),
    },
  ]
}

/** Each service over the semester, for the indicators that have a norm and that it passes at one of the periods. */
export const parService = (matiere: MatiereDuSemestre): Bloc[] => {
  const { semestre, precedent, unAnAvant } = matiere.chiffres
  const lignes = principaux(matiere).flatMap((fiche) => {
    const seuil = seuilEn(fiche, matiere.semestre.fin)
    if (seuil === null) return []
    return semestre
      .filter(
        ({ niveau, indicateur, statut }) => niveau === 'SERVICE' && indicateur === fiche.code && statut === 'ALERTE',
      )
      .map((ligne) => [
        dit(ligne.libelle),
        dit(fiche.libelle),
        ...[semestre, precedent, unAnAvant].map((siennes) =>
          chiffre(fiche.unite, trouver(siennes, 'SERVICE', ligne.entite, fiche.code)?.valeur ?? null),
        ),
        repere(fiche.unite, seuil),
      ])
  })
  return lignes.length === 0
    ? []
    : [
        sousTitre('Les services en alerte sur le semestre'),
        {
          sorte: 'table',
          titre: 'Services en alerte sur l’ensemble du semestre',
          feuille: 'Services',
          colonnes: [
            { intitule: 'Service', part: 2.6 },
            { intitule: 'Indicateur', part: 2.4 },
            { intitule: 'Ce semestre', nombre: true },
            { intitule: 'Semestre précédent', nombre: true, part: 1.2 },
            { intitule: 'Un an plus tôt', nombre: true },
            { intitule: 'Norme', nombre: true },
          ],
          lignes,
          note: fr(sources(matiere)),
        },
      ]
}
