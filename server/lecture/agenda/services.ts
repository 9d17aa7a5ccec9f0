import { sql } from 'kysely'
import { debutMois, type Mois, moisDe } from '../../../ingest/socle/jour.ts'
import { mois as colonneMois, jour, nul, texte } from '../../../ingest/socle/sql/colonne.ts'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import { serviceDe } from '../../acces/groupes.ts'
import type { Arrivee } from '../../gestion/agenda/dues.ts'
import { memoriser } from '../memoire.ts'
import { guichetsDuTerritoire, type MoisDuTerritoire } from '../territoires.ts'

/** The month in which each service first registered anything, as the stored figures know it, and when it opened. */
const premiersMois = memoriser(async ({ connection }, { territoire }: { readonly territoire: string }) =>
  runQuery(
    connection,
    sql`SELECT entite AS service, any_value(r.libelle) AS libelle, min(mois) AS mois, any_value(ouvert) AS ouvert
      FROM resultats r LEFT JOIN (SELECT service_code AS service, min(date_ouverture) AS ouvert FROM registres
        WHERE territoire = ${territoire} GROUP BY ALL) o ON o.service = r.entite
      WHERE territoire = ${territoire} AND niveau = 'SERVICE' AND duree = 1 AND indicateur = 'enregistrements' AND valeur > 0
      GROUP BY entite ORDER BY entite`,
    { service: texte, libelle: texte, mois: colonneMois, ouvert: nul(jour) },
  ),
)

/**
 * The services that joined after the month the calendar begins with: they are to be trained. Joining is adhesion, else the
 * first registration. One that registered, or that the register says opened, before then is not new, whenever it signed:
 * its earlier registrations may be older than the history.
 */
export const lireArrivees = async (
  base: Parameters<typeof premiersMois>[0],
  territoire: string,
  depuis: Mois,
  adhesions: ReadonlyMap<string, Arrivee> = new Map(),
): Promise<Arrivee[]> => {
  const premiers = await premiersMois(base, { territoire })
  const connus = new Set(premiers.map(({ service }) => service))
  const nouveaux = premiers
    .filter(({ mois, ouvert }) => mois > depuis && (ouvert === null || moisDe(ouvert) > depuis))
    .map(({ service, libelle, mois }) => adhesions.get(service) ?? { service, libelle, le: debutMois(mois) })
  const sansEnregistrement = [...adhesions.values()].filter(({ service }) => !connus.has(service))
  return [...nouveaux, ...sansEnregistrement].filter(({ le }) => moisDe(le) > depuis)
}

export interface ServiceConnu {
  readonly code: string
  readonly libelle: string
  readonly bailleur: boolean
}

/** The services enregistreurs of a month's register, by name. */
export const lireServices = async (
  base: Parameters<typeof guichetsDuTerritoire>[0],
  { territoire, calcule }: MoisDuTerritoire,
): Promise<ServiceConnu[]> => {
  const services = new Map<string, ServiceConnu>()
  for (const guichet of await guichetsDuTerritoire(base, { territoire, calcule })) {
    const code = serviceDe(guichet)
    const bailleur = guichet.categorie === 'BAILLEUR' || (services.get(code)?.bailleur ?? false)
    services.set(code, { code, libelle: guichet.service_libelle ?? guichet.libelle, bailleur })
  }
  return [...services.values()].toSorted((a, b) => a.libelle.localeCompare(b.libelle, 'fr'))
}
