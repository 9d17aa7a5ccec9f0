import { sql } from 'kysely'
import { entier, jour, nul, texte } from '../../../ingest/socle/sql/colonne.ts'
import { runOne, streamQuery } from '../../../ingest/socle/sql/query.ts'
import { listInstantanes } from '../../../ingest/store/instantanes.ts'
import type { EtatAttributions } from '../../../metrics/attributions/lire.ts'
import { type Nature, signaleesSql } from '../../../metrics/attributions/signalees.ts'
import type { LigneSignalee } from '../../../reports/tableau/attributions.ts'
import type { Lecteur } from '../lecteur.ts'
import { consignerPassage, exigerTousLesNumeros, type Flux } from './passage.ts'
import { detailDe, nombreDans, parcourirTranche, type Tranche } from './tranche.ts'

/** The radiations of attributions that a nature picks out in a snapshot, to be exported. */
interface RequeteSignalees {
  readonly territoire: string
  readonly etat: EtatAttributions
  readonly nature: Nature
  readonly instant: string
  readonly forme: string
  readonly tranche?: Tranche
}

const COLONNES = {
  numero_unique: texte,
  guichet_radiation: nul(texte),
  date_signature_bail: nul(jour),
  date_saisie_radiation: nul(jour),
  siren_bailleur: nul(texte),
  date_signature_bail_avant: nul(jour),
}

/**
 * The radiations that ask to be looked at, for whom sees every guichet: logged before any is given.
 *
 * @throws AccesRefuse where they are out of the person's reach.
 */
export const demanderSignalees = async (
  lecteur: Lecteur,
  { territoire, etat, nature, instant, forme, tranche }: RequeteSignalees,
): Promise<Flux<LigneSignalee> & { readonly total: number }> => {
  exigerTousLesNumeros(lecteur, territoire)
  const connection = await lecteur.base.connect()
  try {
    const dernier = (await listInstantanes(connection, territoire)).at(-1)?.date ?? etat.instantane
    const lecture = { territoire, instantane: etat.instantane, precedent: etat.precedent, dernier }
    const requete = signaleesSql(nature, lecture)
    const { n } = await runOne(connection, sql`SELECT count(*) AS n FROM (${requete})`, { n: entier })
    await consignerPassage(lecteur, {
      action: 'EXPORT',
      instant,
      territoire,
      nombre: nombreDans(n, tranche),
      detail: { attributions: nature, instantane: etat.instantane, forme, ...detailDe(tranche) },
    })
    const toutes = streamQuery(connection, requete, COLONNES)
    const lignes = tranche === undefined ? toutes : parcourirTranche(toutes, tranche)
    return { total: n, lignes, fermer: () => connection.closeSync() }
  } catch (cause) {
    connection.closeSync()
    throw cause
  }
}
