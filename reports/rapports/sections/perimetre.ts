import { formatJour, formatMois } from '../../../ingest/socle/francais/format.ts'
import { enumerer } from '../../../ingest/socle/francais/phrase.ts'
import { direSemestre } from '../../../ingest/socle/semestre.ts'
import type { ChampASaisir, Section } from '../../rapport.ts'
import { phrase, points, sousTitre } from '../blocs.ts'
import type { MatiereDuSemestre } from '../matiere.ts'
import { saisi } from './commun.ts'

const AUTRES_LIMITES: ChampASaisir = {
  code: 'limites',
  libelle: 'Autres limites',
  aide: 'Incidents d’interface, extraction tardive, colonnes non exportées, tout ce qui rend un chiffre moins sûr.',
}

/** Limits that hold for every report made of such an extraction, then those of this one. */
const limites = (matiere: MatiereDuSemestre): string[] => {
  const { moisManquants, colonnesVides, saisiesIrregulieres, fiches, chiffres } = matiere
  const muets = fiches.filter(
    ({ code, principal }) =>
      principal &&
      chiffres.semestre.some(
        ({ niveau, indicateur, valeur }) => niveau === 'TERRITOIRE' && indicateur === code && valeur === null,
      ),
  )
  return [
    'Les chiffres valent au jour de l’extraction : ce qui est saisi ensuite ne compte pas.',
    'Une demande porte plusieurs motifs et plusieurs communes ; le premier motif et la première commune seuls sont comptés.',
    ...(moisManquants.length === 0
      ? []
      : [`Mois sans instantané, qui ne comptent pas : ${enumerer(moisManquants.map(formatMois))}.`]),
    ...(colonnesVides.length === 0
      ? []
      : [`Colonnes absentes ou vides de l’extraction : ${colonnesVides.join(', ')}.`]),
    ...(muets.length === 0
      ? []
      : [`Indicateurs qui n’ont pu être mesurés : ${enumerer(muets.map(({ libelle }) => `« ${libelle} »`))}.`]),
    ...(saisiesIrregulieres.some(({ nature }) => nature === 'ANTERIEURE')
      ? ['Des attributions sont saisies avant la signature de leur bail : elles comptent, mais pas dans les délais.']
      : []),
    'Un guichet dont l’effectif est trop faible pour conclure est jugé sur douze mois.',
  ]
}

export const perimetre: Section<MatiereDuSemestre> = {
  code: 'perimetre',
  titre: 'Périmètre, sources et limites',
  champs: [AUTRES_LIMITES],
  rediger: (matiere) => {
    const { territoire, semestre, instantanes, guichets } = matiere
    const dates = instantanes.map(({ date }) => formatJour(date))
    const services = new Set(guichets.map(({ code, service_code }) => service_code ?? code)).size
    return [
      phrase(
        `Ce compte rendu porte sur les demandes de logement social du territoire (${territoire}), au ${direSemestre(semestre)}. Ses chiffres sont tirés du système national d’enregistrement, extrait à la fin de chaque mois : ${dates.length === 0 ? 'aucun instantané' : `instantanés du ${enumerer(dates)}`}.`,
      ),
      ...(guichets.length === 0
        ? []
        : [phrase(`Le registre compte ${guichets.length} guichets, de ${services} services enregistreurs.`)]),
      sousTitre('Limites'),
      ...points(limites(matiere)),
      ...saisi(matiere, AUTRES_LIMITES),
    ]
  },
}
