import {
  deMois,
  formatJours,
  formatMois,
  formatNombre,
  formatPart,
  nomMois,
} from '../../ingest/socle/francais/format.ts'
import { accord, capitale, compte, enLettres } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Mois } from '../../ingest/socle/jour.ts'
import type { Delais } from '../../metrics/attributions/delais.ts'
import type { LigneAttributions } from '../../metrics/attributions/lire.ts'
import type { BilanRetro } from '../../metrics/attributions/retro.ts'
import type { LigneTriangle } from '../charts/triangle.ts'
import { type CompletudeAttributions, type DelaisEntite, dernierEstime, EFFECTIF_MINIMUM } from './attributions.ts'

const SERVICES_DESSINES = 12

/** « Environ 1 000 », rounded to what the number can bear. */
const environ = (n: number): string => {
  const pas = n >= 1000 ? 10 : n >= 200 ? 5 : 1
  return `environ ${formatNombre(Math.round(n / pas) * pas)}`
}

/** Title of the estimate: what the last estimable month will come to. */
export const titreAttendues = (estimations: readonly LigneAttributions[], secrets: readonly Mois[] = []): string => {
  const dernier = dernierEstime(estimations)
  if (dernier === null || dernier.estimees === null) {
    if (secrets.length > 0) return 'Attributions par mois de signature'
    const total = estimations.reduce((somme, { enregistrees }) => somme + (enregistrees ?? 0), 0)
    return `${compte(total, 'attribution saisie', 'attributions saisies')} en douze mois`
  }
  const n = Math.round(dernier.estimees)
  return `${capitale(environ(n))} ${accord(n, 'attribution')} en ${nomMois(dernier.mois)}, et non ${formatNombre(dernier.enregistrees)}`
}

/** The finding that opens the page. */
export const phraseAttendues = (
  estimations: readonly LigneAttributions[],
): { saisies: string; attendues: string } | null => {
  const dernier = dernierEstime(estimations)
  if (dernier === null || dernier.estimees === null) return null
  const n = dernier.enregistrees ?? 0
  return {
    saisies: `${formatNombre(n)} ${accord(n, 'saisie')} pour ${formatMois(dernier.mois)}`,
    attendues: `${environ(dernier.estimees)} ${accord(Math.round(dernier.estimees), 'attendue')}`,
  }
}

/** Title of the lag: the share recorded within the threshold. */
export const titreDelais = ({ distribution, n }: Delais, seuil: number): string => {
  const dedans = distribution.filter(({ valeur }) => valeur <= seuil).reduce((total, d) => total + d.n, 0)
  return `${formatPart(dedans / Math.max(1, n), 0)} des baux sont saisis dans les ${enLettres(seuil)}\u00a0jours`
}

const enMots = (part: number): string => formatPart(part, 0)

/** Title of the triangle: the share recorded the same month, then the month after, over the rows where both are known. */
export const titreTriangle = (lignes: readonly LigneTriangle[]): string => {
  const connues = lignes.filter(({ cases }) => cases[0] !== null && cases[1] !== null && cases[5] !== null)
  const somme = (k: number) => connues.reduce((total, { cases }) => total + (cases[k] ?? 0), 0)
  const total = connues.reduce((t, { cases }) => t + cases.reduce<number>((a, b) => a + (b ?? 0), 0), 0)
  if (total === 0) return 'Pas encore assez de mois pour dire en combien de temps les baux sont saisis'
  return fr(
    `${enMots(somme(0) / total)} des baux sont saisis le mois même, ${enMots((somme(0) + somme(1)) / total)} au plus tard le mois suivant`,
  )
}

/** Title of completeness: the field that is missing most often. */
export const titreCompletude = ({ n, champs }: CompletudeAttributions): string => {
  const [premier] = champs.toSorted((a, b) => b.manquent - a.manquent)
  if (!premier || premier.manquent === 0) return 'Aucun champ ne manque'
  return fr(`${premier.libelle} : absent dans ${formatPart(premier.manquent / n)} des attributions`)
}

/** Title of the back-test: how many estimates held. */
export const titreRetro = ({ n, couverture }: BilanRetro): string =>
  `${compte(Math.round((couverture ?? 0) * n), 'estimation')} sur ${formatNombre(n)} ont tenu dans leur intervalle`

/** The back-test in a sentence: errors as shares of what came. */
export const phraseRetro = ({ erreur, erreur_naive, erreur_chaine, constatees }: BilanRetro): string => {
  const part = (valeur: number | null) => formatPart((valeur ?? 0) / Math.max(1, constatees ?? 1))
  return fr(
    `L’erreur moyenne est de ${part(erreur)}, contre ${part(erreur_naive)} en lisant seulement ce qui est saisi et ${part(erreur_chaine)} par la méthode classique.`,
  )
}

/** Services drawn in small multiples: the largest, with attributions enough to conclude from; the others are in the table. */
export const servicesDessines = (services: readonly DelaisEntite[]): DelaisEntite[] =>
  services
    .filter(({ delais }) => delais.n >= EFFECTIF_MINIMUM)
    .sort((a, b) => b.delais.n - a.delais.n)
    .slice(0, SERVICES_DESSINES)

/** Title of the small multiples: whom they draw, and from which median to which. */
export const titreServices = (services: readonly DelaisEntite[]): string => {
  const dessines = servicesDessines(services)
  const medianes = dessines.flatMap(({ delais: { mediane } }) => (mediane === null ? [] : [mediane]))
  if (medianes.length === 0) return 'Délai par service'
  const [bas, haut] = [Math.min(...medianes), Math.max(...medianes)]
  const etendue = bas === haut ? formatJours(bas) : `de ${formatNombre(bas, 1, 0)} à ${formatJours(haut)}`
  const qui =
    dessines.length === 1
      ? 'Un service'
      : dessines.length < services.length
        ? `Les ${enLettres(dessines.length)} services qui attribuent le plus`
        : `${capitale(enLettres(dessines.length))} services`
  return fr(`${qui} : ${etendue} en médiane`)
}

/** « 12,5 j en médiane, neuf sur dix en 42 j ». */
export const direDelais = ({ mediane, p90 }: Delais): string =>
  mediane === null ? 'pas de délai connu' : `${formatJours(mediane)} en médiane, neuf sur dix en ${formatJours(p90)}`

/** « de mai à juillet 2026 », « de mai 2026 ». */
export const direPeriode = (mois: readonly Mois[]): string => {
  const [premier, dernier = premier] = [mois[0], mois.at(-1)]
  if (premier === undefined || dernier === undefined) return ''
  if (premier === dernier) return deMois(formatMois(premier))
  const meme = premier.slice(0, 4) === dernier.slice(0, 4)
  return `${deMois(meme ? nomMois(premier) : formatMois(premier))} à ${formatMois(dernier)}`
}
