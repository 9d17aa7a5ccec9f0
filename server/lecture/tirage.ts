import type { Mois } from '../../ingest/socle/jour.ts'
import { compterParGuichet, type PopulationTiree, type SourceDuTirage } from '../../metrics/echantillons/tirer.ts'
import { estClos } from '../../metrics/engine/clos.ts'
import type { MoisCalcule } from '../../metrics/engine/mois-calcules.ts'
import { nomsCategorie } from '../../web/categories.ts'
import type { SorteDeStrate } from '../../web/echantillons.ts'
import { type Lecteur, porteeDuMois } from '../acces/lecteur.ts'
import { memoriser } from './memoire.ts'
import { type EtatTerritoire, lireEtat } from './territoires.ts'

/** A stratum that a sample may be drawn in: the guichets it is made of, null among them for demandes that say none. */
export interface StrateOfferte {
  readonly code: string
  readonly libelle: string
  readonly effectif: number
  readonly guichets: readonly (string | null)[]
}

const compter = memoriser(({ connection }, source: SourceDuTirage) => compterParGuichet(connection, source))

/** The months whose snapshot is whole, the latest first: retention has erased nothing of what they would be drawn from. */
export const moisTirables = ({ calcules, instantanes }: EtatTerritoire): MoisCalcule[] =>
  calcules.filter(({ instantane }) => !estClos(instantanes, instantane)).toReversed()

export const sourceDuTirage = async (
  { base }: Lecteur,
  territoire: string,
  { mois, instantane: s, s0, s_moins: sMoins }: MoisCalcule,
  population: PopulationTiree,
): Promise<SourceDuTirage> => {
  const { instantanes } = await lireEtat(base, { territoire })
  return { territoire, mois, s, s0, sMoins, dernier: instantanes.at(-1)?.date ?? null, population }
}

/** What stands for the guichet of a demande that says none. */
export const GUICHET_NON_DIT = 'Guichet non dit'
const HORS_REGISTRE = 'Hors registre'

/** The strata of a population of a month, the largest first: by guichet, or by category of guichet. */
export const stratesOffertes = async (
  lecteur: Lecteur,
  territoire: string,
  calcule: MoisCalcule,
  { population, sorte }: { readonly population: PopulationTiree; readonly sorte: SorteDeStrate },
): Promise<StrateOfferte[]> => {
  const comptes = await compter(lecteur.base, await sourceDuTirage(lecteur, territoire, calcule, population))
  const { guichets } = await porteeDuMois(lecteur, territoire, calcule)
  const inscrits = new Map(guichets.map((guichet) => [guichet.code, guichet]))
  const strates = new Map<string, { libelle: string; effectif: number; guichets: (string | null)[] }>()
  for (const { guichet, effectif } of comptes) {
    const inscrit = guichet === null ? undefined : inscrits.get(guichet)
    const [code, libelle] =
      sorte === 'GUICHET'
        ? [guichet ?? '', guichet === null ? GUICHET_NON_DIT : (inscrit?.libelle ?? guichet)]
        : [inscrit?.categorie ?? '', inscrit?.categorie ? nomsCategorie(inscrit.categorie) : HORS_REGISTRE]
    const connue = strates.get(code)
    if (connue === undefined) strates.set(code, { libelle, effectif, guichets: [guichet] })
    else {
      connue.effectif += effectif
      connue.guichets.push(guichet)
    }
  }
  return [...strates.entries()]
    .map(([code, strate]) => ({ code, ...strate }))
    .toSorted((a, b) => b.effectif - a.effectif || (a.code < b.code ? -1 : 1))
}

/** The month of a territory that an address asks to draw from, or the latest; undefined where none is whole. */
export const moisATirer = (etat: EtatTerritoire, demande: Mois | null): MoisCalcule | undefined => {
  const tirables = moisTirables(etat)
  return tirables.find(({ mois }) => mois === demande) ?? tirables[0]
}
