import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { verifiees } from './check/raisons.ts'
import { ecrireRejets } from './check/rejets.ts'
import { ecrireApart, ecrireDemandes, ecrireTables, nommer, removeFiles } from './ecrire.ts'
import type { EtapeAvantValidation, OptionsImport } from './options.ts'
import type { RapportImport } from './rapport.ts'
import type { Dossier } from './store/dossier.ts'
import { forgetOlderFiles, type Instantane, listInstantanes, putInstantane, writeRapport } from './store/instantanes.ts'
import type { Jour } from './store/jour.ts'
import { runQuery } from './store/query.ts'
import { ecartsRegistre, guichetsInconnus } from './store/registre.ts'
import { situationSql } from './store/versions.ts'
import type { Verification } from './verifier.ts'

/** A verified snapshot about to be written, and what its report says of its reading. */
export interface AValider {
  readonly territoire: string
  readonly date: Jour
  readonly carte: Readonly<Record<string, unknown>>
  readonly empreintes: Readonly<Record<string, string>>
  readonly ignorees: readonly string[]
  readonly ecartees: readonly string[]
  readonly verification: Verification
  /** The territory's snapshots loaded so far. */
  readonly charges: readonly Instantane[]
  /** `performance.now()` when the import began. */
  readonly depart: number
}

const guichetsDesMessages = async (connection: DuckDBConnection): Promise<string[]> =>
  (
    await runQuery<{ guichet: string }>(
      connection,
      sql`SELECT DISTINCT guichet FROM ${sql.id(verifiees('flux'))} WHERE raison IS NULL ORDER BY guichet`,
    )
  ).map(({ guichet }) => guichet)

type Fichiers = Pick<Instantane, 'fichier_identites' | 'fichier_cles' | 'fichier_rejets'>

/** Removes the files that no snapshot refers to any more. */
const removeForgotten = async (connection: DuckDBConnection, dossier: Dossier, anciens: readonly Fichiers[]) => {
  const cites = new Set(
    (await listInstantanes(connection)).flatMap((i) => [i.fichier_identites, i.fichier_cles, i.fichier_rejets]),
  )
  for (const [chemin, noms] of [
    [dossier.identites, anciens.map((i) => i.fichier_identites)],
    [dossier.cles, anciens.map((i) => i.fichier_cles)],
    [dossier.rejets, anciens.map((i) => i.fichier_rejets)],
  ] as const)
    removeFiles(
      chemin,
      noms.filter((nom) => !cites.has(nom)),
    )
}

/**
 * Writes a verified snapshot, has computed what it makes possible, and commits all of it at once. What fails leaves the
 * base, and its files, as they were.
 */
export const valider = async (
  dossier: Dossier,
  connection: DuckDBConnection,
  aValider: AValider,
  { secret, maintenant, suivi = () => {} }: OptionsImport,
  etape: EtapeAvantValidation,
): Promise<RapportImport> => {
  const { territoire, date, carte, verification, charges } = aValider
  const { bilan, presentes, rejets, rejetsAnnexes, vides } = verification
  const dates = [...new Set([...charges.map((i) => i.date), date])].toSorted()
  const dernier = dates.at(-1) ?? date
  const remplace = charges.some((i) => i.date === date)

  const nomRejets = nommer(territoire, date, 'csv')
  const cheminRejets = join(dossier.rejets, nomRejets)
  const aDesRejets = (await ecrireRejets(connection, verification.parts, cheminRejets)) > 0
  if (aDesRejets) chmodSync(cheminRejets, 0o600)
  let apart: Awaited<ReturnType<typeof ecrireApart>> = { identites: null, cles: null }
  let rapport: RapportImport

  suivi('écriture')
  await connection.run('BEGIN TRANSACTION')
  try {
    const enDernier = date === dernier
    await ecrireDemandes(connection, { territoire, date, dernier: enDernier, secret, remplace })
    await ecrireTables(connection, territoire, date, presentes)
    apart = await ecrireApart(connection, dossier, { territoire, date, dernier: enDernier, secret })
    await putInstantane(connection, {
      territoire,
      date,
      source: typeof carte.source === 'string' ? carte.source : null,
      synthetique: carte.synthetique === true,
      importe_le: maintenant,
      demandes: bilan.acceptees,
      empreintes: aValider.empreintes,
      colonnes_vides: vides,
      guichets_flux: presentes.has('flux') ? await guichetsDesMessages(connection) : [],
      sans_secret: secret === null,
      fichier_identites: apart.identites,
      fichier_cles: apart.cles,
      fichier_rejets: aDesRejets ? nomRejets : null,
    })
    await forgetOlderFiles(connection, territoire, dates)
    suivi('calcul')
    const { indicateurs_non_mesurables } = await etape({
      connection,
      territoire,
      date,
      cles: apart.cles === null ? null : join(dossier.cles, apart.cles),
      maintenant,
    })
    rapport = {
      territoire,
      date,
      etat: remplace ? 'REMPLACE' : 'IMPORTE',
      lignes: bilan.lignes,
      acceptees: bilan.acceptees,
      rejetees: bilan.rejetees,
      purgees: bilan.purgees,
      reparees: bilan.reparees,
      avertissements: bilan.avertissements,
      colonnes_vides: vides,
      colonnes_ignorees: aValider.ignorees,
      colonnes_ecartees: aValider.ecartees,
      indicateurs_non_mesurables,
      guichets_inconnus: await guichetsInconnus(connection, territoire, date, situationSql(territoire, date, dernier)),
      rejets,
      rejets_guichets: rejetsAnnexes.guichets,
      rejets_flux: rejetsAnnexes.flux,
      rejets_baux: rejetsAnnexes.baux,
      fichier_rejets: aDesRejets ? cheminRejets : null,
      ecarts_registre: presentes.has('guichets') ? await ecartsRegistre(connection, territoire, date) : [],
      duree_ms: Math.round(performance.now() - aValider.depart),
    }
    await writeRapport(connection, territoire, date, rapport)
    await connection.run('COMMIT')
  } catch (cause) {
    await connection.run('ROLLBACK').catch(() => {})
    removeFiles(dossier.identites, [apart.identites])
    removeFiles(dossier.cles, [apart.cles])
    removeFiles(dossier.rejets, [nomRejets])
    throw cause
  }
  const propres = { fichier_identites: apart.identites, fichier_cles: apart.cles, fichier_rejets: null }
  await removeForgotten(connection, dossier, [...charges, propres])
  return rapport
}
