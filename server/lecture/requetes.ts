import { sql } from 'kysely'
import { formatMois } from '../../ingest/socle/francais/format.ts'
import { jourDeLInstant, moisDe } from '../../ingest/socle/jour.ts'
import { nul, texte } from '../../ingest/socle/sql/colonne.ts'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import type { Base } from '../../ingest/store/base.ts'
import { TABLES_LUES, tablesDe } from '../../metrics/requetes/registre.ts'
import type { TableLue } from '../../metrics/requetes/table-lue.ts'
import type { ExempleRequete } from '../../web/exemples-requetes/exemple.ts'
import { EXEMPLES_REQUETES } from '../../web/exemples-requetes/exemples.ts'
import type { RequeteVue, TuileVue } from '../../web/requetes-vue.ts'
import type { Lecteur } from '../acces/lecteur.ts'
import { estLaSienne, requetesVisibles } from '../acces/requetes.ts'
import type { Role } from '../acces/roles.ts'
import { minuteDe } from '../horloge.ts'
import type { Parametres } from '../requetes/messages.ts'
import { lireTuiles, type RequeteGardee, type Tuile } from '../state/requetes.ts'
import { nommerAuteurs } from './auteurs.ts'
import { memoriser } from './memoire.ts'
import { guichetsDuTerritoire, lireEtat } from './territoires.ts'

const AVEC_NUMEROS: readonly Role[] = ['gestionnaire']

/** The tables that a role reads, and the worked queries that run for it. */
export const offertesA = (
  role: Role,
): { readonly tables: readonly TableLue[]; readonly exemples: readonly ExempleRequete[] } =>
  AVEC_NUMEROS.includes(role)
    ? { tables: TABLES_LUES, exemples: EXEMPLES_REQUETES }
    : { tables: tablesDe('SANS_NUMERO'), exemples: EXEMPLES_REQUETES.filter(({ numeros }) => numeros !== true) }

/** The lists that parameters are chosen in: months of snapshots, the latest first; guichets, by their names. */
export const choixDesParametres = async (base: Base, territoire: string) => {
  const { instantanes, calcules } = await lireEtat(base, { territoire })
  const dates = instantanes
    .map(({ date }) => date)
    .toSorted()
    .toReversed()
  const calcule = calcules.at(-1)
  const guichets = calcule === undefined ? [] : await guichetsDuTerritoire(base, { territoire, calcule })
  return {
    dates,
    mois: dates.map((date) => [moisDe(date), formatMois(moisDe(date))] as const),
    guichet: [
      ['', 'tous (vide)'] as const,
      ...guichets.map(({ code, libelle }) => [code, `${libelle} (${code})`] as const),
    ],
  }
}

export type ChoixParametres = Awaited<ReturnType<typeof choixDesParametres>>

/** The values of parameters: those chosen, where the lists have them; else the latest month, and every guichet. */
export const parametresChoisis = (
  { dates, guichet }: ChoixParametres,
  choisis: { readonly mois?: string | undefined; readonly guichet?: string | undefined },
): Parametres => {
  const date = dates.find((une) => moisDe(une) === choisis.mois) ?? dates[0] ?? null
  return {
    mois: date === null ? null : moisDe(date),
    instantane: date,
    guichet: guichet.some(([code]) => code !== '' && code === choisis.guichet) ? (choisis.guichet ?? null) : null,
  }
}

const enVue = (
  lecteur: Lecteur,
  requete: RequeteGardee,
  nommer: (qui: string) => string,
  tuiles: readonly Tuile[],
): RequeteVue => ({
  id: requete.id,
  titre: requete.derniere.titre,
  description: requete.derniere.description,
  sql: requete.derniere.sql,
  dessin: requete.derniere.dessin,
  partagee: requete.derniere.partagee,
  sienne: estLaSienne(lecteur, requete),
  auteur: nommer(requete.par),
  modifieeLe: jourDeLInstant(requete.derniere.le),
  epinglee: tuiles.some((tuile) => tuile.requete === requete.id),
  versions: requete.versions
    .map(({ id, titre, par, le }) => ({ id, titre, auteur: nommer(par), le: jourDeLInstant(le) }))
    .toReversed(),
})

/** The queries kept that the person may run, as the page shows them; with what each was. */
export const lireRequetesVues = async (
  lecteur: Lecteur,
  territoire: string,
): Promise<readonly { readonly gardee: RequeteGardee; readonly vue: RequeteVue }[]> => {
  const gardees = await requetesVisibles(lecteur, territoire)
  const [nommer, tuiles] = [await nommerAuteurs(lecteur), await lireTuiles(lecteur.etat, territoire)]
  return gardees.map((gardee) => ({ gardee, vue: enVue(lecteur, gardee, nommer, tuiles) }))
}

/** What a base is, for who kept something computed of it: its latest load and its latest erasure of a territory. */
export const etatDeLaBase = memoriser(async ({ connection }, { territoire }: { readonly territoire: string }) => {
  const [lu] = await runQuery(
    connection,
    sql`SELECT max(importe_le)::VARCHAR AS charge, max(purge_au)::VARCHAR AS purge, count(*)::VARCHAR AS nombre
      FROM instantanes WHERE territoire = ${territoire}`,
    { charge: nul(texte), purge: nul(texte), nombre: texte },
  )
  return [lu?.charge ?? '', lu?.purge ?? '', lu?.nombre ?? ''].join(' | ')
})

/** The tiles of a territory, for the dashboard of who sees them: nothing is computed. */
export const lireTuilesVues = async (lecteur: Lecteur, territoire: string): Promise<TuileVue[]> => {
  const visibles = new Map(
    (await requetesVisibles(lecteur, territoire)).map((requete) => [requete.id, requete.derniere]),
  )
  return (await lireTuiles(lecteur.etat, territoire)).flatMap((tuile) => {
    const derniere = visibles.get(tuile.requete)
    if (derniere === undefined) return []
    const { requete, resultat, refus, calculee_le } = tuile
    return [
      { requete, titre: derniere.titre, dessin: derniere.dessin, resultat, refus, calculeeLe: minuteDe(calculee_le) },
    ]
  })
}
