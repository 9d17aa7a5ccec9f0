import { deMois, formatJours, formatMois, formatNombre } from '../../../ingest/socle/francais/format.ts'
import { compte } from '../../../ingest/socle/francais/phrase.ts'
import { CODES_NATURES, NATURES } from '../../../metrics/attributions/signalees.ts'
import { dernierEstime, type MesureAttributions } from '../../../web/modeles/attributions.ts'
import type { Bloc } from '../../document.ts'
import type { Section } from '../../rapport.ts'
import { dit, entier, part, phrase, points, sousTitre } from '../blocs.ts'
import type { MatiereDuControle } from './matiere.ts'

const direDelais = ({ delais, moisDefinitifs, estimations }: MesureAttributions): Bloc[] => {
  const [premier, dernier] = [moisDefinitifs[0], moisDefinitifs.at(-1)]
  const estime = dernierEstime(estimations)
  return [
    ...(delais === null || premier === undefined || dernier === undefined
      ? []
      : [
          phrase(
            `Délai médian entre le bail et sa saisie : ${formatJours(delais.mediane)}, pour les baux signés ${premier === dernier ? `en ${formatMois(premier)}` : `${deMois(formatMois(premier))} à ${formatMois(dernier)}`}.`,
          ),
        ]),
    ...(estime === null
      ? []
      : [
          phrase(
            `Estimation provisoire pour ${formatMois(estime.mois)} : ${compte(estime.enregistrees ?? 0, 'attribution saisie', 'attributions saisies')} sur ${formatNombre(estime.estimees)} attendues.`,
          ),
        ]),
  ]
}

const parService = ({ services }: MesureAttributions): Bloc[] =>
  services.length === 0
    ? []
    : [
        {
          sorte: 'table',
          titre: 'Délai de saisie, par service',
          feuille: 'Délais',
          colonnes: [
            { intitule: 'Service', part: 3.4 },
            { intitule: 'Attributions', nombre: true },
            { intitule: 'Délai médian, en jours', nombre: true, part: 1.2 },
            { intitule: 'Saisies après 30 jours', nombre: true, part: 1.2 },
          ],
          lignes: services.map(({ libelle, delais: { n, mediane, plus_30 } }) => [
            dit(libelle),
            entier(n),
            { chiffre: mediane, type: 'jours' as const, dit: formatJours(mediane) },
            part(n === 0 ? null : plus_30 / n),
          ]),
          note: 'Baux des mois dont la saisie est complète ou presque.',
        },
      ]

const manquantes = ({ manquantes: lignes }: MesureAttributions): Bloc[] => {
  const siennes = lignes?.filter(({ numerateur }) => (numerateur ?? 0) > 0) ?? []
  return siennes.length === 0
    ? []
    : [
        {
          sorte: 'table',
          titre: 'Baux sans attribution saisie, par service',
          feuille: 'Manquantes',
          colonnes: [
            { intitule: 'Service', part: 3.4 },
            { intitule: 'Baux signés', nombre: true },
            { intitule: 'Sans attribution', nombre: true },
            { intitule: 'Part', nombre: true },
          ],
          lignes: siennes
            .toSorted((a, b) => (b.numerateur ?? 0) - (a.numerateur ?? 0))
            .map(({ libelle, denominateur, numerateur, valeur }) => [
              dit(libelle),
              entier(denominateur),
              entier(numerateur),
              part(valeur),
            ]),
          note: '',
        },
      ]
}

const irregulieres = ({ signalees, silences }: MesureAttributions): Bloc[] => {
  const textes = [
    ...CODES_NATURES.filter((nature) => signalees[nature] > 0).map(
      (nature) => `${NATURES[nature].libelle} : ${formatNombre(signalees[nature])}.`,
    ),
    ...(silences.length === 0
      ? []
      : [`${compte(silences.length, 'bailleur n’a', 'bailleurs n’ont')} rien saisi depuis trois mois.`]),
  ]
  return textes.length === 0 ? [] : [sousTitre('À regarder'), ...points(textes)]
}

/** How late leases are recorded, and which never were. */
export const attributions: Section<MatiereDuControle> = {
  code: 'attributions',
  titre: 'Les attributions',
  rediger: ({ chiffres }) => {
    if (chiffres === null) return []
    const { attributions: lues } = chiffres
    if (typeof lues === 'string') return [phrase(lues)]
    return [...direDelais(lues), ...parService(lues), ...manquantes(lues), ...irregulieres(lues)]
  },
}
