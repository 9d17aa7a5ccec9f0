import { formatEvolution, formatNombre } from '../../ingest/socle/francais/format.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import type { ChiffreCle } from '../components/chiffres-cles.tsx'
import type { Contexte } from '../contexte.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import { findSerie, type Historique, unAnAvant } from '../historique.ts'
import { lienIndicateur } from '../liens.ts'

/** The five figures of a month, in their order. */
export const CINQ = ['demandes_actives', 'enregistrements', 'renouvellements', 'radiations', 'attributions']

const comparer = (ligne: LigneIndicateur | undefined, avant: number | null): string => {
  if (!ligne || ligne.valeur === null) return ligne?.motif ? 'non mesurable' : 'pas de valeur'
  const consolide =
    ligne.consolide !== null && ligne.consolide !== ligne.valeur ? `, ${formatNombre(ligne.consolide)} consolidé` : ''
  if (avant === null) return `pas de comparaison sur un an${consolide}`
  const evolution = formatEvolution(ligne.valeur, avant)
  return `${evolution === null ? `${formatNombre(avant)} un an plus tôt` : `${evolution} sur un an`}${consolide}`
}

/** Activity of an entity in five figures, each against the year before. */
export const listChiffres = (
  contexte: Contexte,
  indicateurs: readonly FicheIndicateur[],
  lignes: readonly LigneIndicateur[],
  historique: Historique,
): ChiffreCle[] =>
  CINQ.flatMap((code) => {
    const fiche = indicateurs.find((f) => f.code === code)
    if (!fiche) return []
    const ligne = lignes.find(({ indicateur }) => indicateur === code)
    const serie = ligne ? findSerie(historique, ligne.niveau, ligne.entite, code) : null
    return [
      {
        libelle: fiche.libelle,
        valeur: formatNombre(ligne?.valeur ?? null),
        comparaison: comparer(ligne, unAnAvant(serie)),
        courbe: serie ?? [],
        href: lienIndicateur(contexte, code),
      },
    ]
  })
