import type { Mois } from '../../ingest/socle/jour.ts'
import type { Base } from '../../ingest/store/base.ts'
import { lireGroupe, lirePoids } from '../../metrics/groupe.ts'
import type { FiltreSuites, SerieMensuelle } from '../../metrics/historique.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import { AUTRES, dominees } from '../acces/groupes.ts'
import type { Portee, Sujet } from '../acces/portee.ts'
import { memoriser } from './memoire.ts'
import { lireEtat } from './territoires.ts'

interface Question {
  readonly territoire: string
  readonly mois: readonly Mois[]
  readonly categories: readonly string[]
}

/** The figures of some categories as one over some months, and the indicators that one service makes too much of there. */
const lireAutres = memoriser(async (base, { territoire, mois, categories }: Question) => {
  const { calcules } = await lireEtat(base, { territoire })
  const lus = calcules.filter((calcule) => mois.includes(calcule.mois))
  const poids = await lirePoids(
    base.connection,
    territoire,
    lus.map((calcule) => calcule.mois),
  )
  return {
    lignes: await lireGroupe(base.connection, territoire, lus, { ...AUTRES, categories }),
    tus: dominees(poids.filter(({ categorie }) => categorie === null || categories.includes(categorie))),
  }
})

/** What is read of a territory, and how far the person sees. */
interface Lues {
  readonly base: Base
  readonly portee: Portee
  readonly territoire: string
}

/**
 * Figures in somebody's scope, with those of the categories that are told to them as one. Where one service makes too much
 * of an indicator there, it is told of no category: the territory less the others would give it.
 */
export const avecAutresCategories = async <L extends Sujet & { readonly indicateur: string }>(
  { base, portee, territoire }: Lues,
  lignes: readonly L[],
  mois: readonly Mois[],
  completer: (ligne: LigneIndicateur) => L,
): Promise<L[]> => {
  if (portee.groupe === null) return [...lignes]
  const { categories, dit } = portee.groupe
  const autres = await lireAutres(base, { territoire, mois, categories })
  return [...lignes, ...(dit ? autres.lignes.map(completer) : [])].filter(
    ({ niveau, indicateur }) => niveau !== 'CATEGORIE' || !autres.tus.has(indicateur),
  )
}

/** Series in somebody's scope, with that of the categories told as one: a gap in a month where no category is told. */
export const suitesAvecAutres = async (
  { base, portee, territoire }: Lues,
  series: readonly SerieMensuelle[],
  mois: readonly Mois[],
  { niveaux, entites, indicateur: seul }: FiltreSuites,
): Promise<SerieMensuelle[]> => {
  if (portee.groupe === null || !niveaux.includes('CATEGORIE')) return [...series]
  const { categories, dit } = portee.groupe
  const parMois = await Promise.all(mois.map((un) => lireAutres(base, { territoire, mois: [un], categories })))
  const tue = (indicateur: string, rang: number) => parMois[rang]?.tus.has(indicateur) === true
  const voulues = dit && entites?.includes(AUTRES.entite) !== false
  const codes = new Set(voulues ? parMois.flatMap(({ lignes }) => lignes.map(({ indicateur }) => indicateur)) : [])
  const autres = [...codes]
    .filter((code) => seul === undefined || code === seul)
    .map((indicateur) => ({
      niveau: 'CATEGORIE' as const,
      entite: AUTRES.entite,
      indicateur,
      valeurs: parMois.map(({ lignes }) => lignes.find((ligne) => ligne.indicateur === indicateur)?.valeur ?? null),
    }))
  return [...series, ...autres].map((serie) =>
    serie.niveau === 'CATEGORIE'
      ? { ...serie, valeurs: serie.valeurs.map((valeur, rang) => (tue(serie.indicateur, rang) ? null : valeur)) }
      : serie,
  )
}
