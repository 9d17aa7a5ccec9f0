import { sql } from 'kysely'
import { texte } from '../../ingest/socle/sql/colonne.ts'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import type { Base } from '../../ingest/store/base.ts'
import type { RapportImport } from '../../ingest/store/rapport.ts'
import { lireRejets } from '../ingest/rejets.ts'
import { TERRITOIRE, type Verite } from './cas.ts'

const somme = (comptes: Readonly<Record<string, number>> = {}): number =>
  Object.values(comptes).reduce((total, n) => total + n, 0)

const trie = (textes: readonly string[]): string => [...textes].sort().join(', ')

const rejetsDesDemandes = ({ fichier_rejets }: RapportImport): string[] =>
  fichier_rejets === null
    ? []
    : lireRejets(fichier_rejets)
        .filter(({ fichier }) => fichier.toLowerCase().startsWith('demandes'))
        .map(({ ligne }) => ligne)

/** What an import reports and stores against what its file held. */
export const comparerRapport = async (
  { connection }: Base,
  rapport: RapportImport,
  { lignes, rejetsAnnexes }: Verite,
): Promise<string[]> => {
  const vraies = lignes.filter(({ sort }) => sort !== 'AUCUNE')
  const de = (...sorts: string[]) => vraies.filter(({ sort }) => sorts.includes(sort))
  const stockes = await runQuery(
    connection,
    sql`SELECT numero_unique AS n FROM demandes_courantes WHERE territoire = ${TERRITOIRE}`,
    { n: texte },
  )
  const attendus: readonly (readonly [quoi: string, lu: unknown, vrai: unknown])[] = [
    ['lignes', rapport.lignes, vraies.length],
    ['rejets des guichets', rapport.rejets_guichets, somme(rejetsAnnexes?.guichets)],
    ['rejets du flux', rapport.rejets_flux, somme(rejetsAnnexes?.flux)],
    ['rejets des baux', rapport.rejets_baux, somme(rejetsAnnexes?.baux)],
    ['acceptées', rapport.acceptees, de('ACCEPTEE').length],
    ['purgées', rapport.purgees, de('PURGEE').length],
    ['stockés', trie(stockes.map(({ n }) => n)), trie(de('ACCEPTEE').map(({ numero }) => numero ?? ''))],
    [
      'lignes rejetées',
      trie(rejetsDesDemandes(rapport)),
      trie(vraies.filter(({ sort }) => sort !== 'ACCEPTEE' && sort !== 'PURGEE').map(({ ligne }) => String(ligne))),
    ],
  ]
  return attendus.flatMap(([quoi, lu, vrai]) => (lu === vrai ? [] : [`${quoi} : ${lu}, et non ${vrai}`]))
}

export const comptesFaux = ({ lignes, acceptees, rejetees, purgees }: RapportImport): string[] =>
  lignes === acceptees + rejetees + purgees ? [] : [`${lignes} lignes, ${acceptees} + ${rejetees} + ${purgees}`]
