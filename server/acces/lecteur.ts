import { sql } from 'kysely'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import type { Base } from '../../ingest/store/base.ts'
import { lireControle } from '../../ingest/store/secret.ts'
import type { MoisCalcule } from '../../metrics/engine/mois-calcules.ts'
import { unefois } from '../lecture/memoire.ts'
import { guichetsDuTerritoire, lireTerritoires } from '../lecture/territoires.ts'
import type { BaseEtat } from '../state/etat.ts'
import type { Reglages } from '../state/reglages.ts'
import type { Acces } from './acces.ts'
import { type Portee, porteeDe, type Sujet } from './portee.ts'
import { AccesRefuse } from './refus.ts'

/** What is read for one person. Every reading function takes one, and gives no more than it may see. */
export interface Lecteur {
  readonly base: Base
  readonly etat: BaseEtat
  readonly acces: Acces
  readonly reglages: Reglages
}

/** The territories loaded that a person covers. */
export const territoiresDe = async ({ base, acces }: Lecteur): Promise<string[]> =>
  (await lireTerritoires(base)).filter((code) => acces.territoires?.includes(code) ?? true)

/** Refuses a territory that the person does not cover, loaded or not. */
export const exigerTerritoire = ({ acces }: Lecteur, territoire: string): void => {
  if (acces.territoires !== null && !acces.territoires.includes(territoire))
    throw new AccesRefuse('territoire hors de portée', { territoire })
}

const selDe = (base: Base): Promise<string> =>
  unefois(base, 'sel', async () => (await lireControle(base.connection)) ?? '')

/** The guichets of a category in a month, whosever they are: their peers' figures come without their names. */
export const codesDeLaCategorie = async (
  lecteur: Lecteur,
  territoire: string,
  calcule: MoisCalcule,
  categorie: string | null,
): Promise<ReadonlySet<string>> => {
  const guichets = await guichetsDuTerritoire(lecteur.base, territoire, calcule)
  return new Set(guichets.filter((g) => categorie !== null && g.categorie === categorie).map(({ code }) => code))
}

/** What a person sees of a month. */
export const porteeDuMois = async (lecteur: Lecteur, territoire: string, calcule: MoisCalcule): Promise<Portee> => {
  exigerTerritoire(lecteur, territoire)
  const { base, acces, reglages } = lecteur
  const guichets = await guichetsDuTerritoire(base, territoire, calcule)
  return porteeDe({ acces, guichets, copilNominatif: reglages.copil_nominatif, sel: await selDe(base) })
}

/** The services enregistreurs of the territories a person covers, by code, with their names. */
export const servicesDe = async (lecteur: Lecteur): Promise<readonly (readonly [code: string, libelle: string])[]> => {
  const territoires = await territoiresDe(lecteur)
  if (territoires.length === 0) return []
  const lignes = await runQuery<{ code: string; libelle: string }>(
    lecteur.base.connection,
    sql`SELECT service_code AS code, arg_max(service_libelle, instantane) AS libelle FROM registres
      WHERE territoire IN (${sql.join(territoires.map((code) => sql.lit(code)))}) GROUP BY ALL ORDER BY libelle, code`,
  )
  return lignes.map(({ code, libelle }) => [code, `${libelle} (${code})`])
}

/** Refuses an entity that the person may not see, whether it exists or not. */
export const exigerEntite = (portee: Portee, sujet: Sujet): void => {
  if (!portee.voit(sujet)) throw new AccesRefuse('entité hors de portée', { ...sujet })
}

/** Every code of a guichet or a service that some register of the base holds. */
const codesConnus = (base: Base): Promise<ReadonlySet<string>> =>
  unefois(base, 'codes', async () => {
    const lignes = await runQuery<{ code: string }>(
      base.connection,
      sql`SELECT code FROM registres UNION SELECT service_code FROM registres UNION SELECT unnest(guichets) FROM mois_calcules`,
    )
    return new Set(lignes.map(({ code }) => code))
  })

/** Refuses a request whose address or fields name a guichet or a service that is not the person's. */
export const refuserCodesDesAutres = async (lecteur: Lecteur, valeurs: Iterable<string>): Promise<void> => {
  const { base, acces } = lecteur
  if (acces.role === 'gestionnaire' || acces.role === 'etat') return
  const demandes = [...valeurs].map((valeur) => valeur.trim().toUpperCase()).filter((valeur) => valeur !== '')
  const connus = await codesConnus(base)
  const nommes = demandes.filter((valeur) => connus.has(valeur))
  if (nommes.length === 0) return
  const siens = await codesDuService(lecteur)
  const autre = nommes.find((code) => !siens.has(code))
  if (autre !== undefined) throw new AccesRefuse('guichet d’un autre service', { code: autre })
}

/** The codes of a person's own service and of its guichets, in whatever register. */
const codesDuService = async ({ base, acces }: Lecteur): Promise<ReadonlySet<string>> => {
  if (acces.role !== 'guichet' || acces.service === null) return new Set()
  const service = acces.service
  const lignes = await runQuery<{ code: string }>(
    base.connection,
    sql`SELECT DISTINCT code FROM registres WHERE service_code = ${sql.lit(service)}`,
  )
  return new Set([service, ...lignes.map(({ code }) => code)])
}
