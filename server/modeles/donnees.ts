import type { Base } from '../../ingest/store/base.ts'
import { listInstantanes, readRapport } from '../../ingest/store/instantanes.ts'
import type { Mois } from '../../ingest/store/jour.ts'
import type { MoisCalcule } from '../../metrics/engine/mois-calcules.ts'
import { type FiltreSuites, lireSignalements, lireSuites, type Signalement } from '../../metrics/historique.ts'
import { lireMois } from '../../metrics/lire.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import { afficher, type LigneAffichee } from '../../web/affichee.ts'
import type { Chargement, RapportChargement } from '../../web/chargement.ts'
import type { Guichet } from '../../web/guichet.ts'
import type { Historique } from '../../web/historique.ts'
import { lireGuichets, unefois } from '../services/lectures.ts'

/** Every stored figure of a month. */
export const lignesDuMois = (
  base: Base,
  territoire: string,
  calcule: MoisCalcule,
  duree: 1 | 12 = 1,
): Promise<LigneIndicateur[]> =>
  unefois(base, `lignes ${territoire} ${calcule.mois} ${duree}`, () =>
    lireMois(base.connection, territoire, calcule, {}, duree),
  )

/** The figures of a month as pages show them: a state made by the twelve months comes with their figures. */
export const lignesAffichees = (base: Base, territoire: string, calcule: MoisCalcule): Promise<LigneAffichee[]> =>
  unefois(base, `affichees ${territoire} ${calcule.mois}`, async () =>
    afficher(await lignesDuMois(base, territoire, calcule), await lignesDuMois(base, territoire, calcule, 12)),
  )

export const guichetsDuMois = (base: Base, territoire: string, calcule: MoisCalcule): Promise<Guichet[]> =>
  unefois(base, `guichets ${territoire} ${calcule.mois}`, () => lireGuichets(base.connection, territoire, calcule))

export const historiqueDe = (
  base: Base,
  territoire: string,
  mois: readonly Mois[],
  filtre: FiltreSuites,
): Promise<Historique> =>
  unefois(base, `suites ${territoire} ${mois[0]} ${mois.at(-1)} ${JSON.stringify(filtre)}`, async () => ({
    mois,
    series: await lireSuites(base.connection, territoire, mois, filtre),
  }))

export const signalementsDe = (base: Base, territoire: string, mois: readonly Mois[]): Promise<Signalement[]> =>
  unefois(base, `signalements ${territoire} ${mois[0]} ${mois.at(-1)}`, () =>
    lireSignalements(base.connection, territoire, mois),
  )

/** The loaded snapshots of a territory with their reports, the latest first. */
export const chargementsDe = (base: Base, territoire: string): Promise<Chargement[]> =>
  unefois(base, `chargements ${territoire}`, async () => {
    const instantanes = (await listInstantanes(base.connection, territoire)).toReversed()
    const chargements: Chargement[] = []
    for (const { date, importe_le, source, synthetique, clos, fichier_rejets } of instantanes)
      chargements.push({
        rapport: JSON.parse((await readRapport(base.connection, territoire, date)) ?? '{}') as RapportChargement,
        chargeLe: importe_le.slice(0, 16).replace(' ', 'T'),
        source,
        synthetique,
        clos,
        rejetsDisponibles: fichier_rejets !== null,
      })
    return chargements
  })
