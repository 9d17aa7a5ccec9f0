import { grouperPar } from '../../ingest/socle/grouper-par.ts'
import { debutMois, type Mois, moisEntre, moisPlus } from '../../ingest/socle/jour.ts'
import type { Base } from '../../ingest/store/base.ts'
import type { MoisCalcule } from '../../metrics/engine/mois-calcules.ts'
import type { PairsJuges } from '../../metrics/engine/pairs-juges.ts'
import { lirePairs } from '../../metrics/engine/pairs-stockes.ts'
import {
  type EtatSignale,
  type FiltreSuites,
  lireEtatsSignales,
  lirePoints,
  lireSuites,
} from '../../metrics/historique.ts'
import { lireMois } from '../../metrics/lire.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import { afficher, type LigneAffichee } from '../../web/affichee.ts'
import type { Historique } from '../../web/historique.ts'
import { exigerEntite, type Lecteur } from '../acces/lecteur.ts'
import { anonymiserPairs, dansLaPortee, type Portee, sansPairsTropPeu } from '../acces/portee.ts'
import { avecAutresCategories, suitesAvecAutres } from './autres-categories.ts'
import { memoriser } from './memoire.ts'
import { derniersMois, MOIS_DES_COURBES, MOIS_DES_ETATS, type MoisDuTerritoire } from './territoires.ts'

/** What is read of a month: for whom, within which scope. */
export interface Lecture {
  readonly lecteur: Lecteur
  readonly portee: Portee
  readonly territoire: string
  readonly calcule: MoisCalcule
}

const toutesLesLignes = memoriser(
  ({ connection }, { territoire, calcule, duree }: MoisDuTerritoire & { readonly duree: 1 | 12 }) =>
    lireMois(connection, territoire, calcule, {}, duree),
)

const toutesParIndicateur = memoriser(async (base, question: MoisDuTerritoire & { readonly duree: 1 | 12 }) =>
  grouperPar(await toutesLesLignes(base, { ...question }), ({ indicateur }) => indicateur),
)

const toutesAffichees = memoriser(async (base, { territoire, calcule }: MoisDuTerritoire) =>
  afficher(
    await toutesLesLignes(base, { territoire, calcule, duree: 1 }),
    await toutesLesLignes(base, { territoire, calcule, duree: 12 }),
  ),
)

const moisDe = (calcule: MoisCalcule, duree: 1 | 12): readonly Mois[] =>
  moisEntre(moisPlus(calcule.mois, 1 - duree), calcule.mois)

/** Figures of a month in the person's scope. */
const dansSaPortee = (
  { lecteur: { base }, portee, territoire, calcule }: Lecture,
  toutes: readonly LigneIndicateur[],
  duree: 1 | 12,
  indicateur?: string,
): Promise<LigneIndicateur[]> =>
  avecAutresCategories({ base, portee, territoire }, dansLaPortee(toutes, portee), moisDe(calcule, duree), (ligne) => ({
    ...ligne,
    debut: debutMois(calcule.mois),
  })).then((lignes) => (indicateur === undefined ? lignes : lignes.filter((ligne) => ligne.indicateur === indicateur)))

/** Every stored figure of a month that the person may see. */
export const lignesDuMois = async (lecture: Lecture, duree: 1 | 12 = 1): Promise<LigneIndicateur[]> => {
  const { lecteur, territoire, calcule } = lecture
  return dansSaPortee(lecture, await toutesLesLignes(lecteur.base, { territoire, calcule, duree }), duree)
}

/** Those of one indicator. */
export const lignesDeLIndicateur = async (
  lecture: Lecture,
  indicateur: string,
  duree: 1 | 12 = 1,
): Promise<LigneIndicateur[]> => {
  const { lecteur, territoire, calcule } = lecture
  const toutes = await toutesParIndicateur(lecteur.base, { territoire, calcule, duree })
  return dansSaPortee(lecture, toutes.get(indicateur) ?? [], duree, indicateur)
}

/** The figures of a month as pages show them: a state made by the twelve months comes with their figures. */
export const lignesAffichees = async ({ lecteur, portee, territoire, calcule }: Lecture): Promise<LigneAffichee[]> => {
  const { base } = lecteur
  const siennes = dansLaPortee(await toutesAffichees(base, { territoire, calcule }), portee)
  // A category has no state: its figures are always the month's own.
  return avecAutresCategories({ base, portee, territoire }, siennes, [calcule.mois], (ligne) => ({
    ...ligne,
    surDouzeMois: false,
    effectifDuMois: ligne.denominateur,
  }))
}

const tousLesPairs = memoriser(
  ({ connection }, { territoire, calcule, duree }: MoisDuTerritoire & { readonly duree: 1 | 12 }) =>
    lirePairs(connection, { territoire, mois: calcule.mois, duree }),
)

/** The peers that the month's figures, or those of its twelve months, were judged among. */
export const pairsDuMois = async (
  { lecteur, portee, territoire, calcule }: Lecture,
  duree: 1 | 12 = 1,
): Promise<PairsJuges[]> => sansPairsTropPeu(await tousLesPairs(lecteur.base, { territoire, calcule, duree }), portee)

/** The month's figures of the guichets of a category, without names for whoever may not know them. */
export const lignesDesPairs = async (
  { lecteur, portee, territoire, calcule }: Lecture,
  codes: ReadonlySet<string>,
): Promise<LigneIndicateur[]> => {
  const lignes = await toutesLesLignes(lecteur.base, { territoire, calcule, duree: 1 })
  return anonymiserPairs(
    lignes.filter(({ niveau, entite }) => niveau === 'GUICHET' && codes.has(entite)),
    portee,
  )
}

interface MoisDemandes {
  readonly territoire: string
  readonly mois: readonly Mois[]
}

const toutesLesSuites = memoriser(
  ({ connection }, { territoire, mois, filtre }: MoisDemandes & { readonly filtre: FiltreSuites }) =>
    lireSuites(connection, territoire, mois, filtre),
)

export const historiqueDe = async (
  { lecteur: { base }, portee, territoire }: Lecture,
  mois: readonly Mois[],
  filtre: FiltreSuites,
): Promise<Historique> => ({
  mois,
  series: await suitesAvecAutres(
    { base, portee, territoire },
    dansLaPortee(await toutesLesSuites(base, { territoire, mois, filtre }), portee),
    mois,
    filtre,
  ),
})

const tousLesEtatsSignales = memoriser(({ connection }, { territoire, mois }: MoisDemandes) =>
  lireEtatsSignales(connection, territoire, mois),
)

export const etatsSignalesDe = async (
  { lecteur: { base }, portee, territoire }: Lecture,
  mois: readonly Mois[],
): Promise<EtatSignale[]> => dansLaPortee(await tousLesEtatsSignales(base, { territoire, mois }), portee)

/** Reads ahead what pages show of a month, everything once; `mois` are those that have been computed. */
export const lireChiffresDAvance = async (
  base: Base,
  { territoire, calcule }: MoisDuTerritoire,
  mois: readonly Mois[],
): Promise<void> => {
  for (const duree of [1, 12] as const) {
    await toutesParIndicateur(base, { territoire, calcule, duree })
    await tousLesPairs(base, { territoire, calcule, duree })
  }
  await toutesAffichees(base, { territoire, calcule })
  for (const niveau of ['TERRITOIRE', 'SERVICE'] as const)
    await toutesLesSuites(base, {
      territoire,
      mois: derniersMois(mois, calcule.mois, MOIS_DES_COURBES),
      filtre: { niveaux: [niveau] },
    })
  await toutesLesSuites(base, {
    territoire,
    mois: derniersMois(mois, calcule.mois, MOIS_DES_ETATS),
    filtre: { niveaux: ['GUICHET'] },
  })
  const precedent = derniersMois(mois, calcule.mois, 2).slice(0, -1)
  for (const lesquels of [derniersMois(mois, calcule.mois, MOIS_DES_ETATS), precedent])
    await tousLesEtatsSignales(base, { territoire, mois: lesquels })
}

const tousLesPoints = memoriser(
  ({ connection }, { territoire, code, mois }: MoisDemandes & { readonly code: string }) =>
    lirePoints(connection, territoire, 'GUICHET', code, mois),
)

/** Value, denominator and interval of a guichet month by month. */
export const pointsDe = ({ lecteur: { base }, portee, territoire }: Lecture, code: string, mois: readonly Mois[]) => {
  exigerEntite(portee, { niveau: 'GUICHET', entite: code })
  return tousLesPoints(base, { territoire, code, mois })
}
