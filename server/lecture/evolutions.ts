import { createHash } from 'node:crypto'
import { grouperPar } from '../../ingest/socle/grouper-par.ts'
import { debutMois, finMois, type Mois, moisEntre, moisPlus } from '../../ingest/socle/jour.ts'
import type { Base } from '../../ingest/store/base.ts'
import type { MoisCalcule } from '../../metrics/engine/mois-calcules.ts'
import { cleDeLigne, type FigureDuMois, type LigneDesignee, lireEvolutions } from '../../metrics/evolutions.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import { afficher, type LigneAffichee } from '../../web/affichee.ts'
import type { PointMesure } from '../../web/mesures.ts'
import { memoriser } from './memoire.ts'
import { type EtatTerritoire, lireEtat } from './territoires.ts'

interface Suivies {
  readonly territoire: string
  readonly premier: Mois
  readonly lignes: readonly LigneDesignee[]
}

const enLigne = (territoire: string, { mois: _, duree, ...figure }: FigureDuMois, { mois, instantane }: MoisCalcule) =>
  ({
    ...figure,
    territoire,
    debut: debutMois(duree === 12 ? moisPlus(mois, -11) : mois),
    fin: finMois(mois),
    instantane,
    consolide: null,
  }) satisfies LigneIndicateur

/** A figure as pages show it, in the shape of a measure's months. */
export const enPoint = (mois: Mois, ligne: LigneAffichee): PointMesure => ({
  mois,
  instantane: ligne.instantane,
  surDouzeMois: ligne.surDouzeMois,
  valeur: ligne.valeur,
  numerateur: ligne.numerateur,
  denominateur: ligne.denominateur,
  ic_bas: ligne.ic_bas,
  ic_haut: ligne.ic_haut,
  statut: ligne.statut_affiche,
})

const lire = memoriser(async (base: Base, { territoire, premier, lignes }: Suivies) => {
  const { calcules } = await lireEtat(base, { territoire })
  const voulus = calcules.filter(({ mois }) => mois >= premier)
  const figures = await lireEvolutions(
    base.connection,
    territoire,
    voulus.map(({ mois }) => mois),
    lignes,
  )
  const points = voulus.flatMap((calcule) => {
    const duMois = figures.filter(({ mois }) => mois === calcule.mois)
    const de = (duree: 1 | 12) =>
      duMois.filter((figure) => figure.duree === duree).map((figure) => enLigne(territoire, figure, calcule))
    return afficher(de(1), de(12)).map((ligne) => [cleDeLigne(ligne), enPoint(calcule.mois, ligne)] as const)
  })
  return new Map(
    [...grouperPar(points, ([cle]) => cle)].map(([cle, siens]) => [cle, siens.map(([, point]) => point)] as const),
  )
})

/** What months show of some lines, as pages show figures, from a month on, by line; a month without figures has no point. */
export const pointsDesLignes = (
  base: Base,
  territoire: string,
  premier: Mois,
  lignes: readonly LigneDesignee[],
): Promise<ReadonlyMap<string, readonly PointMesure[]>> =>
  lire(base, {
    territoire,
    premier,
    lignes: lignes.map(({ niveau, entite, indicateur }) => ({ niveau, entite, indicateur })),
  })

/** The month with figures that ends a list, and the one before in the calendar: two months running. */
export const deuxDerniersMois = ({ calcules }: Pick<EtatTerritoire, 'calcules'>): Mois[] => {
  const dernier = calcules.at(-1)?.mois
  return dernier === undefined ? [] : moisEntre(moisPlus(dernier, -1), dernier)
}

/** One digest for the whole of a snapshot: of the digests of its files, by name. */
export const empreinteDe = (empreintes: Readonly<Record<string, string>>): string =>
  createHash('sha256')
    .update(
      Object.entries(empreintes)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([fichier, empreinte]) => `${fichier} ${empreinte}\n`)
        .join(''),
    )
    .digest('hex')
