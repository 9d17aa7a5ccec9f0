import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { extraiteApres } from './check/extraction.ts'
import { completesSql } from './check/menages.ts'
import { verifiees } from './check/raisons.ts'
import { ecrireRejets } from './check/rejets.ts'
import { estVide, type Profil } from './contract/profil.ts'
import { ecrireDemandes, ecrireTables, nommer, nommerFichiers, prolonge } from './ecrire.ts'
import type { EtapeAvantValidation, OptionsImport } from './options.ts'
import { anterieuresDe, noterFormule } from './reprendre-empreintes.ts'
import type { Jour } from './socle/jour.ts'
import { texte } from './socle/sql/colonne.ts'
import { runQuery } from './socle/sql/query.ts'
import type { Dossier } from './store/dossier.ts'
import { noterEmpreintes, removeUncited } from './store/fichiers.ts'
import { forgetOlderFiles, type Instantane, pointHistory, putInstantane, writeRapport } from './store/instantanes.ts'
import { nomDuClasseur } from './store/nom-rejets.ts'
import { garderProfil } from './store/profils.ts'
import type { RapportImport } from './store/rapport.ts'
import { ecartsRegistre, guichetsInconnus } from './store/registre.ts'
import { situationSql } from './store/versions.ts'
import { viewDemandes } from './store/vues.ts'
import type { Verification } from './verifier.ts'

/** A verified snapshot about to be written, and what its report says of its reading. */
export interface AValider {
  readonly territoire: string
  readonly date: Jour
  readonly carte: Readonly<Record<string, unknown>>
  readonly empreintes: Readonly<Record<string, string>>
  /** What the files were read with. */
  readonly profil: Profil
  readonly ignorees: readonly string[]
  readonly ecartees: readonly string[]
  readonly feuilles: Pick<RapportImport, 'feuilles_lues' | 'feuilles_ecartees'>
  readonly verification: Verification
  /** The territory's snapshots loaded so far. */
  readonly charges: readonly Instantane[]
  /** `performance.now()` when the import began. */
  readonly depart: number
}

const guichetsDesMessages = async (connection: DuckDBConnection): Promise<string[]> =>
  (
    await runQuery(
      connection,
      sql`SELECT DISTINCT guichet FROM ${sql.id(verifiees('flux'))} WHERE raison IS NULL ORDER BY guichet`,
      { guichet: texte },
    )
  ).map(({ guichet }) => guichet)

/**
 * Writes a verified snapshot, has computed what it makes possible, and commits all of it at once. What fails leaves the
 * base, and its files, as they were.
 */
export const valider = async (
  dossier: Dossier,
  connection: DuckDBConnection,
  aValider: AValider,
  { secret, maintenant, profil, suivi = () => {} }: OptionsImport,
  etape: EtapeAvantValidation,
): Promise<RapportImport> => {
  const { territoire, date, carte, verification, charges } = aValider
  const { bilan, lecture, presentes, rejets, rejetsAnnexes, vides } = verification
  const dates = [...new Set([...charges.map((i) => i.date), date])].toSorted()
  const dernier = dates.at(-1) ?? date
  const remplace = charges.some((i) => i.date === date)

  const nomRejets = nommer(territoire, date, 'csv')
  const cheminRejets = join(dossier.rejets, nomRejets)
  const ecriture = {
    territoire,
    date,
    dernier: date === dernier,
    secret,
    remplace,
    anciennes: charges.at(-1)?.fichier_courantes ?? null,
  }
  const fichiers = nommerFichiers(ecriture)
  let rapport: RapportImport

  suivi('écriture')
  try {
    const aDesRejets = (await ecrireRejets(connection, verification.parts, cheminRejets)) > 0
    const anterieures = secret === null ? null : await anterieuresDe(connection, dossier, charges.at(-1))
    await connection.run('BEGIN TRANSACTION')
    if (secret !== null) await noterFormule(connection)
    await ecrireDemandes(connection, dossier, { ...ecriture, anterieures }, fichiers)
    await ecrireTables(connection, territoire, date, presentes)
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
      fichier_courantes: null,
      fichier_historique: null,
      fichier_identites: fichiers.identites,
      fichier_cles: fichiers.cles,
      fichier_rejets: aDesRejets ? nomRejets : null,
    })
    if (profil !== undefined) await garderProfil(connection, territoire, profil, maintenant)
    await forgetOlderFiles(connection, territoire, dates)
    await pointHistory(connection, territoire, { dernier, date, ...fichiers, seul: !prolonge(ecriture) })
    await viewDemandes(connection, dossier)
    suivi('calcul')
    const { indicateurs_non_mesurables } = await etape({
      connection,
      dossier,
      territoire,
      date,
      cles: fichiers.cles === null ? null : join(dossier.cles, fichiers.cles),
      completes: completesSql(date),
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
      fichier_rejets: aDesRejets ? nomDuClasseur(cheminRejets) : null,
      ecarts_registre: presentes.has('guichets') ? await ecartsRegistre(connection, territoire, date) : [],
      duree_ms: Math.round(performance.now() - aValider.depart),
      extraite_apres: await extraiteApres(connection, date),
      profil: estVide(aValider.profil) ? null : aValider.profil,
      ...lecture,
      ...aValider.feuilles,
    }
    await writeRapport(connection, territoire, date, rapport)
    await noterEmpreintes(connection, dossier)
    await connection.run('COMMIT')
  } catch (cause) {
    await connection.run('ROLLBACK').catch(() => {})
    // Where even this fails, the next opening does it.
    await removeUncited(connection, dossier).catch(() => {})
    throw cause
  }
  await removeUncited(connection, dossier)
  return rapport
}
