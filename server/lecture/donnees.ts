import type { Mois } from '../../ingest/socle/jour.ts'
import { listInstantanes, readRapport } from '../../ingest/store/instantanes.ts'
import type { MoisCalcule } from '../../metrics/engine/mois-calcules.ts'
import {
  type FiltreSuites,
  lirePoints,
  lireSignalements,
  lireSuites,
  type Signalement,
} from '../../metrics/historique.ts'
import { lireMois } from '../../metrics/lire.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import { afficher, type LigneAffichee } from '../../web/affichee.ts'
import type { Chargement, RapportChargement } from '../../web/chargement.ts'
import type { Historique } from '../../web/historique.ts'
import { exigerEntite, exigerTerritoire, type Lecteur } from '../acces/lecteur.ts'
import { anonymiserPairs, dansLaPortee, type Portee } from '../acces/portee.ts'
import { unefois } from './memoire.ts'

/** What is read of a month: for whom, within which scope. */
export interface Lecture {
  readonly lecteur: Lecteur
  readonly portee: Portee
  readonly territoire: string
  readonly calcule: MoisCalcule
}

const toutesLesLignes = (
  { base }: Lecteur,
  territoire: string,
  calcule: MoisCalcule,
  duree: 1 | 12,
): Promise<LigneIndicateur[]> =>
  unefois(base, `lignes ${territoire} ${calcule.mois} ${duree}`, () =>
    lireMois(base.connection, territoire, calcule, {}, duree),
  )

const toutesAffichees = (lecteur: Lecteur, territoire: string, calcule: MoisCalcule): Promise<LigneAffichee[]> =>
  unefois(lecteur.base, `affichees ${territoire} ${calcule.mois}`, async () =>
    afficher(
      await toutesLesLignes(lecteur, territoire, calcule, 1),
      await toutesLesLignes(lecteur, territoire, calcule, 12),
    ),
  )

/** Every stored figure of a month that the person may see. */
export const lignesDuMois = async (
  { lecteur, portee, territoire, calcule }: Lecture,
  duree: 1 | 12 = 1,
): Promise<LigneIndicateur[]> => dansLaPortee(await toutesLesLignes(lecteur, territoire, calcule, duree), portee)

/** The figures of a month as pages show them: a state made by the twelve months comes with their figures. */
export const lignesAffichees = async ({ lecteur, portee, territoire, calcule }: Lecture): Promise<LigneAffichee[]> =>
  dansLaPortee(await toutesAffichees(lecteur, territoire, calcule), portee)

/** The month's figures of the guichets of a category, without names for whoever may not know them. */
export const lignesDesPairs = async (
  { lecteur, portee, territoire, calcule }: Lecture,
  codes: ReadonlySet<string>,
): Promise<LigneIndicateur[]> => {
  const lignes = await toutesLesLignes(lecteur, territoire, calcule, 1)
  return anonymiserPairs(
    lignes.filter(({ niveau, entite }) => niveau === 'GUICHET' && codes.has(entite)),
    portee,
  )
}

export const historiqueDe = async (
  { lecteur: { base }, portee, territoire }: Lecture,
  mois: readonly Mois[],
  filtre: FiltreSuites,
): Promise<Historique> => {
  const cle = `suites ${territoire} ${mois[0]} ${mois.at(-1)} ${JSON.stringify(filtre)}`
  const series = await unefois(base, cle, () => lireSuites(base.connection, territoire, mois, filtre))
  return { mois, series: dansLaPortee(series, portee) }
}

export const signalementsDe = async (
  { lecteur: { base }, portee, territoire }: Lecture,
  mois: readonly Mois[],
): Promise<Signalement[]> => {
  const cle = `signalements ${territoire} ${mois[0]} ${mois.at(-1)}`
  return dansLaPortee(await unefois(base, cle, () => lireSignalements(base.connection, territoire, mois)), portee)
}

/** Value and denominator of a guichet month by month. */
export const pointsDe = (
  { lecteur: { base }, portee, territoire, calcule }: Lecture,
  code: string,
  mois: readonly Mois[],
) => {
  exigerEntite(portee, { niveau: 'GUICHET', entite: code })
  return unefois(base, `points ${territoire} ${code} ${calcule.mois}`, () =>
    lirePoints(base.connection, territoire, 'GUICHET', code, mois),
  )
}

/** The loaded snapshots of a territory with their reports, the latest first. */
export const chargementsDe = (lecteur: Lecteur, territoire: string): Promise<Chargement[]> => {
  exigerTerritoire(lecteur, territoire)
  const { base } = lecteur
  return unefois(base, `chargements ${territoire}`, async () => {
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
}
