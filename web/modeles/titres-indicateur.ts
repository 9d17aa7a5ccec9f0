import { formatRepere, formatValeur, nomMois } from '../../ingest/socle/francais/format.ts'
import { accord, capitale, compte, enLettres, enumerer } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Mois } from '../../ingest/socle/jour.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import { quantile } from '../../metrics/stats/quantile.ts'
import { parmiCategorie } from '../categories.ts'
import { ASSEZ_POUR_UNE_MEDIANE } from '../charts/essaim.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import { unAnAvant } from '../historique.ts'
import type { Compare } from './comparaison.ts'

/** Title of the funnel or of the intervals: who is in alert, else who is above the threshold, else that none is. */
export const titreComparaison = (
  fiche: FicheIndicateur,
  categorie: string,
  compares: readonly Compare[],
  seuil: number | null,
): string => {
  const noms = (statut: LigneIndicateur['statut_affiche']): string[] =>
    compares.filter(({ ligne }) => ligne.statut_affiche === statut).map(({ ligne }) => ligne.libelle)
  const alertes = noms('ALERTE')
  if (alertes.length > 0 && alertes.length <= 2)
    return `${enumerer(alertes)} ${accord(alertes.length, 'est', 'sont')} en alerte`
  if (alertes.length > 2)
    return `${capitale(enLettres(alertes.length))} guichets sont en alerte ${parmiCategorie(categorie)}`
  const juges = compares.some(({ ligne }) => ligne.statut_affiche !== null)
  if (!juges || seuil === null)
    return fr(`${fiche.libelle} : ${compte(compares.length, 'guichet')} ${parmiCategorie(categorie)}`)
  const surveilles = noms('SURVEILLANCE').length
  if (surveilles > 0) return `Aucune alerte ${parmiCategorie(categorie)}, ${compte(surveilles, 'guichet')} à surveiller`
  return `Aucun guichet au-dessus du seuil ${parmiCategorie(categorie)}`
}

/** Title of the distribution: the category whose median is the highest, among those with guichets enough for one. */
export const titreDistribution = (fiche: FicheIndicateur, groupes: ReadonlyMap<string, readonly number[]>): string => {
  const medianes = [...groupes]
    .flatMap(([nom, valeurs]) => {
      const mediane = valeurs.length < ASSEZ_POUR_UNE_MEDIANE ? null : quantile(valeurs, 0.5)
      return mediane === null ? [] : [{ nom, mediane }]
    })
    .sort((a, b) => b.mediane - a.mediane)
  const [premier] = medianes
  if (!premier) return fr(`${fiche.libelle} : trop peu de guichets par catégorie pour une médiane`)
  if (premier.mediane === 0)
    return fr(
      `Au moins un guichet sur deux à ${formatValeur(fiche.unite, 0)}, ${medianes.length < groupes.size ? 'où une médiane se calcule' : 'dans chaque catégorie'}`,
    )
  const valeur = formatValeur(fiche.unite, premier.mediane)
  return fr(`Médiane la plus haute : ${valeur} (${premier.nom})`)
}

/** Title of the trend: the last value of the territory, beside the threshold or the year before. */
export const titreTendance = (
  fiche: FicheIndicateur,
  valeurs: readonly (number | null)[],
  mois: Mois,
  seuil: number | null,
): string => {
  const dernier = valeurs.at(-1) ?? null
  if (dernier === null) return fr(`${fiche.libelle} : pas de valeur en ${nomMois(mois)}`)
  const debut = `${formatValeur(fiche.unite, dernier)} sur le territoire en ${nomMois(mois)}`
  if (seuil !== null && fiche.unite !== 'nombre')
    return `${debut}, ${dernier > seuil ? 'au-dessus du' : dernier === seuil ? 'égal au' : 'sous le'} seuil de ${formatRepere(fiche.unite, seuil)}`
  const avant = unAnAvant(valeurs)
  return avant === null ? debut : `${debut}, ${formatValeur(fiche.unite, avant)} un an plus tôt`
}
