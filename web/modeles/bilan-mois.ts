import { nomMois } from '../../ingest/socle/francais/format.ts'
import { accord, capitale, compte, dansPhrase } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Mois } from '../../ingest/socle/jour.ts'
import type { EtatSignale } from '../../metrics/historique.ts'
import type { IndicateurSignale } from '../charts/barres-etats.ts'
import type { MoisSignale } from '../charts/empilement-donnees.ts'
import { rangEtat } from '../etats.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import { estListee, type NiveauJuge } from './alertes.ts'

/** The states that are listed, of what is judged. */
const retenus = (
  etats: readonly EtatSignale[],
  indicateurs: readonly FicheIndicateur[],
  juge: NiveauJuge,
): EtatSignale[] => {
  const fiches = new Map(indicateurs.map((f) => [f.code, f]))
  return etats.filter(({ niveau, indicateur }) => estListee(niveau, fiches.get(indicateur), juge))
}

export const countParMois = (
  mois: readonly Mois[],
  etats: readonly EtatSignale[],
  indicateurs: readonly FicheIndicateur[],
  avecEtats: readonly Mois[],
  juge: NiveauJuge,
): MoisSignale[] => {
  const signales = retenus(etats, indicateurs, juge)
  return mois.map((m) => {
    const duMois = signales.filter((e) => e.mois === m)
    const alertes = duMois.filter(({ statut }) => statut === 'ALERTE').length
    return { mois: m, alertes: avecEtats.includes(m) ? alertes : null, surveillances: duMois.length - alertes }
  })
}

/** Indicators with a guichet signalled in the month, the most alerts first. */
export const countParIndicateur = (
  mois: Mois,
  etats: readonly EtatSignale[],
  indicateurs: readonly FicheIndicateur[],
  juge: NiveauJuge,
): IndicateurSignale[] => {
  const duMois = retenus(etats, indicateurs, juge).filter((e) => e.mois === mois)
  return indicateurs
    .map(({ code, libelle }) => {
      const siens = duMois.filter(({ indicateur }) => indicateur === code)
      const alertes = siens.filter(({ statut }) => rangEtat(statut) === 0).length
      return { code, nom: libelle, alertes, surveillances: siens.length - alertes }
    })
    .filter(({ alertes, surveillances }) => alertes + surveillances > 0)
    .sort((a, b) => b.alertes - a.alertes || b.surveillances - a.surveillances)
}

/** « Les alertes ont doublé depuis avril », or what the last two months prove. */
export const titreAlertes = (points: readonly MoisSignale[]): string => {
  const connus = points.flatMap(({ mois, alertes }) => (alertes === null ? [] : [{ mois, alertes }]))
  const dernier = connus.at(-1)
  if (!dernier) return 'Les états ne sont pas encore connus'
  const { alertes, mois } = dernier
  if (alertes === 0) return fr(`Aucune alerte en ${nomMois(mois)}`)
  const creux = connus
    .slice(-7, -1)
    .reduce<typeof dernier | null>((bas, m) => (bas === null || m.alertes <= bas.alertes ? m : bas), null)
  if (creux && creux.alertes > 0 && alertes >= 2 * creux.alertes)
    return `Les alertes ont ${alertes >= 3 * creux.alertes ? 'triplé' : 'doublé'} depuis ${nomMois(creux.mois)}`
  const avant = connus.at(-2)
  const debut = `${capitale(compte(alertes, 'alerte'))} en ${nomMois(mois)}`
  if (!avant) return debut
  const ecart = alertes - avant.alertes
  if (ecart === 0) return `${debut}, autant qu’en ${nomMois(avant.mois)}`
  return `${debut}, ${Math.abs(ecart)} de ${ecart > 0 ? 'plus' : 'moins'} qu’en ${nomMois(avant.mois)}`
}

/** « Forçages et pièces d’identité absentes : 15 signalements sur 50 ». */
export const titreIndicateurs = (lignes: readonly IndicateurSignale[]): string => {
  const total = (ls: readonly IndicateurSignale[]): number =>
    ls.reduce((n, { alertes, surveillances }) => n + alertes + surveillances, 0)
  const [a, b] = lignes
  if (!a) return 'Aucun indicateur ne signale de guichet'
  const noms = b ? `${a.nom} et ${dansPhrase(b.nom)}` : a.nom
  const n = total(lignes.slice(0, 2))
  return fr(`${noms} : ${n} ${accord(n, 'signalement')} sur ${total(lignes)}`)
}
