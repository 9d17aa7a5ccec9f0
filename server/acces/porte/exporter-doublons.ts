import type { Jour } from '../../../ingest/socle/jour.ts'
import { type Doublons, derniereRecherche, estRecherche, lireDoublons } from '../../../metrics/doublons/lire.ts'
import { SEUIL_DOUBLON } from '../../../metrics/doublons/seuil.ts'
import type { Lecteur } from '../lecteur.ts'
import { consignerPassage, exigerTousLesNumeros } from './passage.ts'
import { dansLaTranche, detailDe, nombreDans, type Tranche } from './tranche.ts'

/**
 * The pairs of a search to be taken away, the latest one's at the default threshold where nothing else is asked; null
 * where none was made.
 *
 * @throws AccesRefuse where they are out of the person's reach, before anything is read.
 */
export const exporterDoublons = async (
  lecteur: Lecteur,
  territoire: string,
  {
    instant,
    forme,
    ...demande
  }: {
    readonly instant: string
    readonly forme: string
    readonly instantane?: Jour | undefined
    readonly seuil?: number | undefined
    readonly tranche?: Tranche
  },
): Promise<(Doublons & { readonly nombreDePaires: number }) | null> => {
  exigerTousLesNumeros(lecteur, territoire)
  const { connection } = lecteur.base
  const instantane = demande.instantane ?? (await derniereRecherche(connection, territoire))
  if (instantane === null || !(await estRecherche(connection, territoire, instantane))) return null
  const trouves = await lireDoublons(connection, territoire, instantane, demande.seuil ?? SEUIL_DOUBLON)
  await consignerPassage(lecteur, {
    action: 'EXPORT',
    instant,
    territoire,
    nombre: nombreDans(trouves.paires.length, demande.tranche),
    detail: { liste: 'doublons', instantane, seuil: demande.seuil, forme, ...detailDe(demande.tranche) },
  })
  const paires = dansLaTranche(trouves.paires, demande.tranche)
  return { ...trouves, paires, nombreDePaires: trouves.paires.length }
}
