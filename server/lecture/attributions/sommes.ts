import type { Jour } from '../../../ingest/socle/jour.ts'
import type { CompletudeDuGuichet } from '../../../metrics/attributions/completude.ts'
import { type LigneDelais, reunirDelais } from '../../../metrics/attributions/lire.ts'
import { NATURES, type Nature } from '../../../metrics/attributions/signalees.ts'
import { type FicheIndicateur, seuilEn } from '../../../web/fiche-indicateur.ts'
import type { CompletudeAttributions, DelaisEntite } from '../../../web/modeles/attributions.ts'

export const seuilDuDelai = (fiches: readonly FicheIndicateur[], instantane: Jour): number => {
  const fiche = fiches.find(({ code }) => code === 'delai_attribution')
  return (fiche && seuilEn(fiche, instantane)) ?? 0
}

/** The lags of each entity over the months given, those with most leases first. */
export const parEntite = (lignes: readonly LigneDelais[]): DelaisEntite[] => {
  const groupes = new Map<string, LigneDelais[]>()
  for (const ligne of lignes) groupes.set(ligne.entite, [...(groupes.get(ligne.entite) ?? []), ligne])
  return [...groupes.values()]
    .map((siennes) => ({
      code: siennes[0]?.entite ?? '',
      libelle: siennes[0]?.libelle ?? '',
      delais: reunirDelais(siennes),
    }))
    .filter(({ delais }) => delais.enregistrees > 0)
    .sort((a, b) => b.delais.n - a.delais.n || (a.code < b.code ? -1 : 1))
}

export const sommerCompletude = (lignes: readonly CompletudeDuGuichet[]): CompletudeAttributions | null => {
  const [premiere] = lignes
  if (premiere === undefined || premiere.champs.length === 0) return null
  return {
    n: lignes.reduce((total, { n }) => total + n, 0),
    champs: premiere.champs.map(({ code, libelle }, i) => ({
      code,
      libelle,
      manquent: lignes.reduce((total, { champs }) => total + (champs[i]?.manquent ?? 0), 0),
    })),
  }
}

export const compterNatures = (lignes: readonly { nature: Nature; n: number }[]): Record<Nature, number> => {
  const comptes = Object.fromEntries(Object.keys(NATURES).map((nature) => [nature, 0])) as Record<Nature, number>
  for (const { nature, n } of lignes) comptes[nature] += n
  return comptes
}
