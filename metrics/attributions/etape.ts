import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import type { Jour } from '../../ingest/socle/jour.ts'
import { entier, texte } from '../../ingest/socle/sql/colonne.ts'
import { kyselyOn } from '../../ingest/socle/sql/dialecte.ts'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import type { LigneDeTable } from '../../ingest/socle/sql/table.ts'
import { type Instantane, listInstantanes } from '../../ingest/store/instantanes.ts'
import { registreEnVigueur } from '../../ingest/store/registre.ts'
import { construireRegistre, lireInscrits } from '../engine/registre.ts'
import type { TablesLues } from '../tables.ts'
import { mesurerDelais } from './delais.ts'
import { type SaisiesEntite, saisiesParEntite } from './entites.ts'
import { estimationsDe } from './estimer-entites.ts'
import { extractionDe, type Fenetre, fenetreDe } from './fenetre.ts'
import { joursCharges } from './lots.ts'
import { lireSaisies } from './saisie.ts'
import { CODES_NATURES, type Lecture, signaleesSql } from './signalees.ts'
import { chercherSilences } from './silences.ts'
import { type InstantaneMesure, remplacerMesures, viderMesures } from './stockage.ts'
import { ATTRIBUTIONS_DELAIS, ATTRIBUTIONS_ESTIMEES, ATTRIBUTIONS_TRIANGLES, TABLES_MESURES } from './tables.ts'
import { ATTRIBUTIONS_JOURS, ATTRIBUTIONS_SIGNALEES, ATTRIBUTIONS_SILENCES } from './tables-signalees.ts'
import { triangleDe } from './triangle.ts'

/** Columns without which an attribution has no month or no lag. */
const COLONNES = ['motif_radiation', 'date_saisie_radiation', 'date_signature_bail']

interface Etat extends Lecture {
  readonly registre: Jour | null
  /** Why nothing is measured; null where it is. */
  readonly motif: string | null
}

const lireEtats = (connection: DuckDBConnection, territoire: string) =>
  kyselyOn<TablesLues>(connection)
    .selectFrom('attributions_mesurees')
    .select(['instantane', 'precedent', 'registre'])
    .where('territoire', '=', territoire)
    .execute()

const etatDe = async (
  connection: DuckDBConnection,
  territoire: string,
  instantanes: readonly Instantane[],
  rang: number,
): Promise<Etat> => {
  const { date, colonnes_vides } = instantanes[rang] as Instantane
  const vide = COLONNES.find((colonne) => colonnes_vides.includes(colonne))
  return {
    territoire,
    instantane: date,
    precedent: instantanes[rang - 1]?.date ?? null,
    dernier: instantanes.at(-1)?.date ?? date,
    registre: await registreEnVigueur(connection, territoire, date),
    motif: vide === undefined ? null : `COLONNE_VIDE ${vide}`,
  }
}

const ecrireEtat = (connection: DuckDBConnection, { territoire, instantane, precedent, registre, motif }: Etat) =>
  runQuery(
    connection,
    sql`INSERT OR REPLACE INTO attributions_mesurees (territoire, instantane, precedent, registre, motif)
      VALUES (${territoire}, ${instantane}, ${precedent}, ${registre}, ${motif})`,
  )

const delaisDe = (
  cle: InstantaneMesure,
  { niveau, entite, saisies }: SaisiesEntite,
  { mois }: Fenetre,
): LigneDeTable<typeof ATTRIBUTIONS_DELAIS>[] =>
  mois.map((m) => ({
    ...cle,
    niveau,
    entite: entite.code,
    libelle: entite.libelle,
    categorie: entite.categorie,
    mois: m,
    ...mesurerDelais(saisies.filter((ligne) => ligne.mois === m)),
  }))

const compterSignalees = async (
  connection: DuckDBConnection,
  cle: InstantaneMesure,
  lecture: Lecture,
): Promise<LigneDeTable<typeof ATTRIBUTIONS_SIGNALEES>[]> => {
  const lignes: LigneDeTable<typeof ATTRIBUTIONS_SIGNALEES>[] = []
  for (const nature of CODES_NATURES) {
    const comptes = await runQuery(
      connection,
      sql`SELECT coalesce(guichet_radiation, '') AS guichet, count(*) AS n FROM (${signaleesSql(nature, lecture)}) GROUP BY ALL ORDER BY ALL`,
      { guichet: texte, n: entier },
    )
    lignes.push(...comptes.map((compte) => ({ ...cle, nature, ...compte })))
  }
  return lignes
}

const mesurer = async (connection: DuckDBConnection, etat: Etat): Promise<void> => {
  const { territoire, instantane, dernier } = etat
  const douze = fenetreDe(instantane)
  const cle = { territoire, instantane }
  await ecrireEtat(connection, etat)
  if (etat.motif !== null) {
    for (const table of TABLES_MESURES) await viderMesures(connection, table, cle)
    return
  }
  const saisies = await lireSaisies(connection, territoire, instantane, dernier, douze.mois)
  const extraction = extractionDe(
    instantane,
    saisies.map(({ saisie }) => saisie),
  )
  const fenetre = fenetreDe(instantane, extraction, etat.precedent)
  const registre = construireRegistre(
    await lireInscrits(connection, territoire, etat.registre),
    saisies.flatMap(({ guichet }) => guichet ?? []),
  )
  const groupes = saisiesParEntite(saisies, registre, territoire)
  await remplacerMesures(
    connection,
    ATTRIBUTIONS_DELAIS,
    cle,
    groupes.flatMap((groupe) => delaisDe(cle, groupe, fenetre)),
  )
  await remplacerMesures(
    connection,
    ATTRIBUTIONS_TRIANGLES,
    cle,
    groupes
      .filter(({ niveau }) => niveau === 'TERRITOIRE' || niveau === 'CATEGORIE')
      .flatMap(({ niveau, entite, saisies: siennes }) =>
        triangleDe(siennes).map((cellule) => ({ ...cle, niveau, entite: entite.code, ...cellule })),
      ),
  )
  await remplacerMesures(connection, ATTRIBUTIONS_ESTIMEES, cle, await estimationsDe(cle, groupes, fenetre))
  const jours = joursCharges(saisies).map((charge) => ({ ...cle, ...charge }))
  await remplacerMesures(connection, ATTRIBUTIONS_JOURS, cle, jours)
  await remplacerMesures(connection, ATTRIBUTIONS_SIGNALEES, cle, await compterSignalees(connection, cle, etat))
  const silences = await chercherSilences(connection, territoire, instantane, dernier, registre)
  await remplacerMesures(
    connection,
    ATTRIBUTIONS_SILENCES,
    cle,
    silences.map((silence) => ({ ...cle, ...silence })),
  )
}

/**
 * Measures the attributions of the snapshot that has just been written, of those that it is the one before of, and of those
 * whose register it brings; those never measured too. What retention has touched is left as it was measured. Runs in the
 * import's transaction.
 */
export const mesurerAttributions = async (
  connection: DuckDBConnection,
  territoire: string,
  date: Jour,
): Promise<void> => {
  const instantanes = await listInstantanes(connection, territoire)
  const anciens = new Map((await lireEtats(connection, territoire)).map((etat) => [etat.instantane, etat]))
  for (const rang of instantanes.keys()) {
    if (instantanes[rang]?.clos) continue
    const etat = await etatDe(connection, territoire, instantanes, rang)
    const ancien = anciens.get(etat.instantane)
    const meme = ancien?.precedent === etat.precedent && ancien.registre === etat.registre
    const touche = [etat.instantane, etat.precedent, etat.registre].includes(date)
    if (meme && !touche) continue
    await mesurer(connection, etat)
  }
}

/** Measures again the attributions of one snapshot, whatever was measured of it. */
export const remesurerAttributions = async (
  connection: DuckDBConnection,
  territoire: string,
  date: Jour,
): Promise<void> => {
  const instantanes = await listInstantanes(connection, territoire)
  const rang = instantanes.findIndex((instantane) => instantane.date === date)
  if (rang >= 0) await mesurer(connection, await etatDe(connection, territoire, instantanes, rang))
}
