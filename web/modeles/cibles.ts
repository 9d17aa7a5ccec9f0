import { formatIntervalle, formatMois, formatNombre, formatValeur } from '../../ingest/socle/francais/format.ts'
import { capitale, compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Mois } from '../../ingest/socle/jour.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import type { IndicateurSignale } from '../charts/barres-etats.ts'
import type { Cible } from '../charts/cibles.ts'
import type { MoisSignale } from '../charts/empilement-donnees.ts'
import type { LignePlace } from '../charts/places.ts'
import { type Contexte, peutOuvrir } from '../contexte.ts'
import { MOTS_ETATS } from '../etats.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import type { PointSerie } from '../historique.ts'
import { lienGuichet, lienIci, lienIndicateur } from '../liens.ts'
import type { Compare } from './comparaison.ts'
import { direEffectif, motSignal } from './lecture-controle.ts'

/** What a comparison draws: of which indicator, over a month or over twelve, and who stands out. */
export interface CadreCompare {
  readonly contexte: Contexte
  readonly fiche: FicheIndicateur
  readonly choisi: string | null
  readonly surDouzeMois: boolean
}

/** A guichet's point: its name, its figure and what that counts, its interval, its state; it leads to the guichet's page. */
export const cibleCompare = (
  { contexte, fiche: { unite }, choisi, surDouzeMois }: CadreCompare,
  { ligne }: Compare,
): Cible => {
  const { niveau, entite, libelle, valeur, ic_bas, ic_haut, statut_affiche } = ligne
  const ouvre = niveau === 'GUICHET' && peutOuvrir(contexte, '/guichets/:code')
  return {
    lignes: [
      libelle,
      fr(`${formatValeur(unite, valeur)}${direEffectif(ligne)}${surDouzeMois ? ' sur 12 mois' : ''}`),
      ...(ic_bas === null ? [] : [fr(`intervalle à 95 % : ${formatIntervalle(unite, ic_bas, ic_haut)}`)]),
      ...(statut_affiche ? [MOTS_ETATS[statut_affiche]] : []),
    ],
    href: ouvre ? lienGuichet(contexte, entite) : null,
    suite: 'Ouvrir la fiche du guichet',
    choisie: entite === choisi,
  }
}

/** A peer's point, without its name; the guichet's own has it. Neither leads anywhere: the page is the guichet's. */
export const ciblePair = (ligne: LigneIndicateur, soi: boolean): Cible => ({
  lignes: [
    soi ? ligne.libelle : 'Un pair',
    fr(`${formatValeur('part', ligne.valeur)}${direEffectif(ligne)}`),
    ...(ligne.statut_affiche ? [MOTS_ETATS[ligne.statut_affiche]] : []),
  ],
  href: null,
})

/** From one standard deviation on, a guichet stands out from its peers. */
const SE_DISTINGUE = 1

const direPlace = (z: number): string => {
  if (Math.abs(z) < SE_DISTINGUE) return 'Proche de ses pairs'
  return z > 0 ? 'Au-dessus de la plupart de ses pairs' : 'Au-dessous de la plupart de ses pairs'
}

/** A guichet's place among its peers on an indicator; it leads to the indicator. */
export const ciblePlace = (contexte: Contexte, { code, nom, z, pairs, statut }: LignePlace): Cible => ({
  lignes: [
    nom,
    direPlace(z),
    ...(pairs.length === 0 ? [] : [`comparé à ${compte(pairs.length, 'autre')}`]),
    ...(statut ? [MOTS_ETATS[statut]] : []),
  ],
  ...versLIndicateur(contexte, code),
})

const versLIndicateur = (contexte: Contexte, code: string | undefined): Pick<Cible, 'href' | 'suite'> => ({
  href: code && peutOuvrir(contexte, '/indicateurs/:code') ? lienIndicateur(contexte, code) : null,
  suite: 'Ouvrir l’indicateur',
})

/** Leads to the page shown, at another month; nowhere from the month shown, or to one without figures. */
const versLeMois = (contexte: Contexte, mois: Mois): Pick<Cible, 'href' | 'suite'> => ({
  href: mois !== contexte.mois && contexte.moisDisponibles.includes(mois) ? lienIci(contexte, { mois }) : null,
  suite: 'Voir la page à ce mois',
})

/** A month of a control chart: its figure, its n, its limits, what it signals; it leads to that month. */
export const cibleMois = (contexte: Contexte, { unite }: FicheIndicateur, point: PointSerie): Cible => ({
  lignes: [
    capitale(formatMois(point.mois)),
    `${formatValeur(unite, point.valeur)}${point.n === null ? '' : `, effectif ${formatNombre(point.n)}`}`,
    ...(point.limite_haute === null
      ? []
      : [fr(`limites : ${formatIntervalle(unite, point.limite_basse, point.limite_haute)}`)]),
    ...(point.signal === null ? [] : [capitale(motSignal(point.signal))]),
  ],
  ...versLeMois(contexte, point.mois),
})

/** A month of a series: whose, when, how much; it leads to that month, but for the first, whose page draws no series. */
export const cibleTendance = (contexte: Contexte, nom: string, mois: Mois, valeur: string): Cible => ({
  lignes: [nom, `${capitale(formatMois(mois))}\u00a0: ${valeur}`],
  ...(mois === contexte.moisDisponibles[0] ? { href: null } : versLeMois(contexte, mois)),
})

const direEtats = (alertes: number, surveillances: number): string =>
  `${compte(alertes, 'alerte')}, ${surveillances} à surveiller`

/** A month of the dashboard. */
export const cibleEtats = (contexte: Contexte, { mois, alertes, surveillances }: MoisSignale): Cible => ({
  lignes: [capitale(formatMois(mois)), direEtats(alertes ?? 0, surveillances)],
  ...versLeMois(contexte, mois),
})

/** An indicator of the dashboard; it leads to its page. */
export const cibleIndicateur = (
  contexte: Contexte,
  { code, nom, alertes, surveillances }: IndicateurSignale,
): Cible => ({
  lignes: [nom, direEtats(alertes, surveillances)],
  ...versLIndicateur(contexte, code),
})
