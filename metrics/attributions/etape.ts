import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import type { Jour } from '../../ingest/socle/jour.ts'
import { jourSql, runQuery } from '../../ingest/socle/sql/query.ts'
import { type Instantane, listInstantanes } from '../../ingest/store/instantanes.ts'
import { registreEnVigueur } from '../../ingest/store/registre.ts'
import { construireRegistre, lireInscrits } from '../engine/registre.ts'
import { mesurerDelais } from './delais.ts'
import { type SaisiesEntite, saisiesParEntite } from './entites.ts'
import { EFFECTIF_AJUSTE, type Estimation, estimer } from './estimer.ts'
import { type Fenetre, fenetreDe } from './fenetre.ts'
import { joursCharges } from './lots.ts'
import { lireSaisies, type Saisie } from './saisie.ts'
import { type Lecture, NATURES, type Nature, signaleesSql } from './signalees.ts'
import { chercherSilences } from './silences.ts'
import { type LigneMesures, remplacerMesures, TABLES_MESURES } from './stockage.ts'
import { triangleDe } from './triangle.ts'

/** Columns without which an attribution has no month or no lag. */
const COLONNES = ['motif_radiation', 'date_saisie_radiation', 'date_signature_bail']

interface Etat extends Lecture {
  readonly registre: Jour | null
  /** Why nothing is measured; null where it is. */
  readonly motif: string | null
}

const lireEtats = (connection: DuckDBConnection, territoire: string) =>
  runQuery<{ instantane: Jour; precedent: Jour | null; registre: Jour | null }>(
    connection,
    sql`SELECT instantane, precedent, registre FROM attributions_mesurees WHERE territoire = ${sql.lit(territoire)}`,
  )

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

const ecrireEtat = (connection: DuckDBConnection, { territoire, instantane, precedent, registre, motif }: Etat) => {
  const jour = (valeur: Jour | null) => (valeur === null ? sql`NULL` : jourSql(valeur))
  return runQuery(
    connection,
    sql`INSERT OR REPLACE INTO attributions_mesurees VALUES (${sql.lit(territoire)}, ${jourSql(instantane)}, ${jour(precedent)}, ${jour(registre)}, ${sql.lit(motif)})`,
  )
}

const delaisDe = (
  { niveau, entite, saisies }: SaisiesEntite,
  { mois }: Fenetre,
): LigneMesures<'attributions_delais'>[] =>
  mois.map((m) => ({
    niveau,
    entite: entite.code,
    libelle: entite.libelle,
    categorie: entite.categorie,
    mois: m,
    ...mesurerDelais(saisies.filter((ligne) => ligne.mois === m)),
  }))

const effectif = (saisies: readonly Saisie[]): number => saisies.reduce((total, { n }) => total + n, 0)

/** What is estimated: the territory, its categories, and the guichets that record enough for it. */
const estimationsDe = (
  groupes: readonly SaisiesEntite[],
  fenetre: Fenetre,
): LigneMesures<'attributions_estimees'>[] => {
  const territoire = groupes.find(({ niveau }) => niveau === 'TERRITOIRE')
  if (territoire === undefined) return []
  const { achevement } = estimer(territoire.saisies, fenetre)
  const concernes = groupes.filter(
    ({ niveau, saisies }) =>
      niveau === 'TERRITOIRE' ||
      niveau === 'CATEGORIE' ||
      (niveau === 'GUICHET' && effectif(saisies) >= EFFECTIF_AJUSTE),
  )
  return concernes.flatMap(({ niveau, entite, saisies }) =>
    estimer(saisies, fenetre, achevement).estimations.map((estimation: Estimation) => ({
      niveau,
      entite: entite.code,
      ...estimation,
    })),
  )
}

const compterSignalees = async (
  connection: DuckDBConnection,
  lecture: Lecture,
): Promise<LigneMesures<'attributions_signalees'>[]> => {
  const lignes: LigneMesures<'attributions_signalees'>[] = []
  for (const nature of Object.keys(NATURES) as Nature[]) {
    const comptes = await runQuery<{ guichet: string; n: number }>(
      connection,
      sql`SELECT coalesce(guichet_radiation, '') AS guichet, count(*) AS n FROM (${signaleesSql(nature, lecture)}) GROUP BY ALL ORDER BY ALL`,
    )
    lignes.push(...comptes.map((compte) => ({ nature, ...compte })))
  }
  return lignes
}

const mesurer = async (connection: DuckDBConnection, etat: Etat): Promise<void> => {
  const { territoire, instantane, dernier } = etat
  const fenetre = fenetreDe(instantane)
  const ecrire = <T extends (typeof TABLES_MESURES)[number]>(table: T, lignes: readonly LigneMesures<T>[]) =>
    remplacerMesures(connection, table, territoire, instantane, lignes)
  await ecrireEtat(connection, etat)
  if (etat.motif !== null) {
    for (const table of TABLES_MESURES) await ecrire(table, [])
    return
  }
  const saisies = await lireSaisies(connection, territoire, instantane, dernier, fenetre.mois)
  const registre = construireRegistre(
    await lireInscrits(connection, territoire, etat.registre),
    saisies.flatMap(({ guichet }) => guichet ?? []),
  )
  const groupes = saisiesParEntite(saisies, registre, territoire)
  await ecrire(
    'attributions_delais',
    groupes.flatMap((groupe) => delaisDe(groupe, fenetre)),
  )
  await ecrire(
    'attributions_triangles',
    groupes
      .filter(({ niveau }) => niveau === 'TERRITOIRE' || niveau === 'CATEGORIE')
      .flatMap(({ niveau, entite, saisies: siennes }) =>
        triangleDe(siennes).map((cellule) => ({ niveau, entite: entite.code, ...cellule })),
      ),
  )
  await ecrire('attributions_estimees', estimationsDe(groupes, fenetre))
  await ecrire('attributions_jours', joursCharges(saisies))
  await ecrire('attributions_signalees', await compterSignalees(connection, etat))
  await ecrire('attributions_silences', await chercherSilences(connection, territoire, instantane, dernier, registre))
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
