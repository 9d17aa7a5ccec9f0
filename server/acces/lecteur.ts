import { sql } from 'kysely'
import { texte } from '../../ingest/socle/sql/colonne.ts'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import type { Base } from '../../ingest/store/base.ts'
import { lireControle } from '../../ingest/store/secret.ts'
import type { MoisCalcule } from '../../metrics/engine/mois-calcules.ts'
import { lirePoids } from '../../metrics/groupe.ts'
import { memoriser } from '../lecture/memoire.ts'
import { guichetsDuTerritoire, lireTerritoires, type MoisDuTerritoire } from '../lecture/territoires.ts'
import type { BaseEtat } from '../state/etat.ts'
import type { Reglages } from '../state/reglages.ts'
import type { Acces } from './acces.ts'
import { grouperCategories, SANS_GROUPE } from './groupes.ts'
import { numeroter } from './numeros.ts'
import type { Passage } from './passage.ts'
import { type Portee, porteeDe, type Sujet } from './portee.ts'
import { AccesRefuse } from './refus.ts'

/** What is read for one person. Every reading function takes one, and gives no more than it may see. */
export interface Lecteur {
  readonly base: Base
  readonly etat: BaseEtat
  readonly acces: Acces
  readonly reglages: Reglages
  /** Where what a page shows of numbers is noted, when it is made for nobody in particular. */
  readonly carnet?: Passage[]
}

const couvre = ({ territoires }: Acces, territoire: string): boolean => territoires?.includes(territoire) ?? true

/** The territories loaded that a person covers. */
export const territoiresDe = async ({ base, acces }: Lecteur): Promise<string[]> =>
  (await lireTerritoires(base, {})).filter((code) => couvre(acces, code))

/** Refuses a territory that the person does not cover, loaded or not. */
export const exigerTerritoire = ({ acces }: Pick<Lecteur, 'acces'>, territoire: string): void => {
  if (!couvre(acces, territoire)) throw new AccesRefuse('territoire hors de portée', { territoire })
}

/** Whether a person covers every territory loaded: what belongs to the installation itself is then theirs to keep. */
export const tientTout = async ({ base, acces }: Pick<Lecteur, 'base' | 'acces'>): Promise<boolean> =>
  (await lireTerritoires(base, {})).every((code) => couvre(acces, code))

const selDe = memoriser(
  async ({ connection }, _: Record<string, never>): Promise<string> => (await lireControle(connection)) ?? '',
)

/** The guichets of a category in a month, whosever they are: their peers' figures come without their names. */
export const codesDeLaCategorie = async (
  lecteur: Lecteur,
  territoire: string,
  calcule: MoisCalcule,
  categorie: string | null,
): Promise<ReadonlySet<string>> => {
  const guichets = await guichetsDuTerritoire(lecteur.base, { territoire, calcule })
  return new Set(guichets.filter((g) => categorie !== null && g.categorie === categorie).map(({ code }) => code))
}

/** Every service that the territory has known, whenever it was. */
const numerosDe = memoriser(async (base, { territoire }: { readonly territoire: string }) => {
  const connus = await runQuery(
    base.connection,
    sql`SELECT code, min(premier) AS premier FROM (
      SELECT service_code AS code, CAST(instantane AS VARCHAR) AS premier FROM registres WHERE territoire = ${territoire}
      UNION ALL SELECT entite, mois FROM resultats WHERE territoire = ${territoire} AND niveau = 'SERVICE') GROUP BY code`,
    { code: texte, premier: texte },
  )
  return numeroter(connus, await selDe(base, {}))
})

const groupeDu = memoriser(async (base, { territoire, calcule }: MoisDuTerritoire) =>
  grouperCategories(
    await guichetsDuTerritoire(base, { territoire, calcule }),
    await lirePoids(base.connection, territoire, [calcule.mois]),
  ),
)

/** What a person sees of a month. */
export const porteeDuMois = async (lecteur: Lecteur, territoire: string, calcule: MoisCalcule): Promise<Portee> => {
  exigerTerritoire(lecteur, territoire)
  const { base, acces, reglages } = lecteur
  const guichets = await guichetsDuTerritoire(base, { territoire, calcule })
  const { copil_nominatif: copilNominatif } = reglages.pour(territoire)
  const anonyme = acces.role === 'copil' && !copilNominatif
  return porteeDe({
    acces,
    guichets,
    copilNominatif,
    numeros: anonyme ? await numerosDe(base, { territoire }) : new Map(),
    groupe: anonyme ? await groupeDu(base, { territoire, calcule }) : SANS_GROUPE,
  })
}

/** The services enregistreurs of the territories a person covers, by code, with their names. */
export const servicesDe = async (lecteur: Lecteur): Promise<readonly (readonly [code: string, libelle: string])[]> => {
  const territoires = await territoiresDe(lecteur)
  if (territoires.length === 0) return []
  const lignes = await runQuery(
    lecteur.base.connection,
    sql`SELECT service_code AS code, arg_max(service_libelle, instantane) AS libelle FROM registres
      WHERE territoire IN (${sql.join(territoires)}) GROUP BY ALL ORDER BY libelle, code`,
    { code: texte, libelle: texte },
  )
  return lignes.map(({ code, libelle }) => [code, `${libelle} (${code})`])
}

/** Refuses an entity that the person may not see, whether it exists or not. */
export const exigerEntite = (portee: Portee, sujet: Sujet): void => {
  if (!portee.voit(sujet)) throw new AccesRefuse('entité hors de portée', { ...sujet })
}
