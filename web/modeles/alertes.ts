import type { Mois } from '../../ingest/socle/jour.ts'
import type { Guichet } from '../../ingest/store/guichet.ts'
import type { EtatSignale } from '../../metrics/historique.ts'
import type { Niveau } from '../../metrics/resultat.ts'
import type { LigneAffichee } from '../affichee.ts'
import { type FicheIndicateur, seuilEn } from '../fiche-indicateur.ts'

export interface Alerte {
  readonly ligne: LigneAffichee
  readonly fiche: FicheIndicateur
  readonly guichet: Guichet | null
  readonly seuil: number | null
  /** Consecutive months in alert that end with the month shown: 1 is new. */
  readonly duree: number
}

/** Rows that a list of entities shows: guichets, and services for the indicators that guichets do not have, or for whoever sees no guichet. */
export const lignesEntites = (
  lignes: readonly LigneAffichee[],
  fiches: ReadonlyMap<string, FicheIndicateur>,
): LigneAffichee[] => {
  const juge = niveauJuge(lignes)
  return lignes.filter(({ niveau, indicateur }) => estListee(niveau, fiches.get(indicateur), juge))
}

/** Whether a level's state is listed: what is judged, and services for the indicators that guichets do not have. */
export const estListee = (niveau: Niveau, fiche: FicheIndicateur | undefined, juge: NiveauJuge): boolean =>
  fiche !== undefined && (niveau === juge || (niveau === 'SERVICE' && !fiche.niveaux.includes('GUICHET')))

export type NiveauJuge = 'GUICHET' | 'SERVICE'

/** What the states shown are those of: guichets, or services for whoever sees no guichet. */
export const niveauJuge = (lignes: readonly Pick<LigneAffichee, 'niveau'>[]): NiveauJuge =>
  lignes.some(({ niveau }) => niveau === 'GUICHET') ? 'GUICHET' : 'SERVICE'

const cle = ({ niveau, entite, indicateur }: Pick<EtatSignale, 'niveau' | 'entite' | 'indicateur'>): string =>
  `${niveau}|${entite}|${indicateur}`

/** How many months the alert has lasted; a month whose states are unknown ends the count. */
const duree = (ligne: LigneAffichee, mois: readonly Mois[], alertes: ReadonlySet<string>): number => {
  let n = 1
  for (const m of mois.toReversed().slice(1)) {
    if (!alertes.has(`${m}|${cle(ligne)}`)) break
    n += 1
  }
  return n
}

/** How many times its threshold an alert is. */
export const eloignement = ({ ligne, seuil }: Alerte): number =>
  seuil === null || seuil === 0 ? (ligne.valeur ?? 0) : (ligne.valeur ?? 0) / seuil

/** What needs me: alerts of the month, the new before the standing, then the farthest from their threshold. */
export const listAlertes = (
  lignes: readonly LigneAffichee[],
  indicateurs: readonly FicheIndicateur[],
  guichets: readonly Guichet[],
  etats: readonly EtatSignale[],
  moisAvecEtats: readonly Mois[],
): Alerte[] => {
  const fiches = new Map(indicateurs.map((f) => [f.code, f]))
  const registre = new Map(guichets.map((g) => [g.code, g]))
  const passees = new Set(etats.filter(({ statut }) => statut === 'ALERTE').map((e) => `${e.mois}|${cle(e)}`))
  return lignesEntites(lignes, fiches)
    .filter(({ statut_affiche }) => statut_affiche === 'ALERTE')
    .flatMap((ligne) => {
      const fiche = fiches.get(ligne.indicateur)
      if (!fiche) return []
      const guichet = ligne.niveau === 'GUICHET' ? (registre.get(ligne.entite) ?? null) : null
      return [{ ligne, fiche, guichet, seuil: seuilEn(fiche, ligne.fin), duree: duree(ligne, moisAvecEtats, passees) }]
    })
    .sort(
      (a, b) =>
        Number(a.duree > 1) - Number(b.duree > 1) ||
        eloignement(b) - eloignement(a) ||
        (a.ligne.libelle < b.ligne.libelle ? -1 : 1),
    )
}

/** A line that was in alert in a month before and is no more. */
export interface Sortie {
  readonly ligne: LigneAffichee
  readonly fiche: FicheIndicateur
}

/** The lines of the month shown that were in alert in `avant`: what no row tells of any more is left out. */
export const listSorties = (
  lignes: readonly LigneAffichee[],
  indicateurs: readonly FicheIndicateur[],
  etats: readonly EtatSignale[],
  avant: Mois,
): Sortie[] => {
  const fiches = new Map(indicateurs.map((f) => [f.code, f]))
  const alertes = new Set(etats.filter((e) => e.mois === avant && e.statut === 'ALERTE').map(cle))
  return lignesEntites(lignes, fiches)
    .filter((ligne) => ligne.statut_affiche !== 'ALERTE' && alertes.has(cle(ligne)))
    .flatMap((ligne) => {
      const fiche = fiches.get(ligne.indicateur)
      return fiche === undefined ? [] : [{ ligne, fiche }]
    })
}
