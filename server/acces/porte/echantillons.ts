import { NUMERO_PURGE } from '../../../ingest/store/lieux-des-numeros.ts'
import { type DemandeRapprochee, lireDemandes } from '../../../metrics/doublons/demandes.ts'
import {
  type DemandeTiree,
  type SourceDuTirage,
  type StrateATirer,
  tirerDemandes,
} from '../../../metrics/echantillons/tirer.ts'
import type { Echantillon } from '../../state/echantillons.ts'
import { lireNumerosTires } from '../../state/lire-echantillons.ts'
import type { Lecteur } from '../lecteur.ts'
import {
  consignerPassage,
  exigerDesNumeros,
  exigerGestion,
  exigerTousLesNumeros,
  formeDe,
  type Pourquoi,
} from './passage.ts'

/**
 * The demandes of a draw, to be kept: nobody is shown them here.
 *
 * @throws AccesRefuse where the person does not keep the territory.
 */
export const tirerPourEchantillon = async (
  lecteur: Lecteur,
  source: SourceDuTirage,
  graine: string,
  strates: readonly StrateATirer[],
): Promise<DemandeTiree[]> => {
  exigerGestion(lecteur)
  exigerTousLesNumeros(lecteur, source.territoire)
  return tirerDemandes(lecteur.base.connection, source, graine, strates)
}

/** A sample as `echantillonsVisibles` gives it: its forms are those that the person may see. */
type Visible = Pick<Echantillon, 'id' | 'territoire' | 'reference' | 'fiches'>

/**
 * The numbers of the demandes of a sample that the person sees, by the number of their form; « n° purgé » where retention
 * has passed.
 *
 * @throws AccesRefuse where they are out of the person's reach, before anything is read.
 */
export const demanderNumerosTires = async (
  lecteur: Lecteur,
  { id, territoire, reference, fiches }: Visible,
  pourquoi: Pourquoi,
): Promise<ReadonlyMap<number, string>> => {
  exigerDesNumeros(lecteur, territoire)
  const numeros = await lireNumerosTires(lecteur.etat, id)
  const siens = new Map(fiches.map((fiche) => [fiche.id, numeros.get(fiche.id) ?? NUMERO_PURGE]))
  await consignerPassage(lecteur, {
    action: pourquoi.action,
    instant: pourquoi.instant,
    territoire,
    nombre: [...siens.values()].filter((numero) => numero !== NUMERO_PURGE).length,
    detail: { liste: 'echantillon', echantillon: reference, ...formeDe(pourquoi) },
  })
  return siens
}

/** A demande drawn: its number, and what the latest snapshot says of it; null where it is no more there. */
export interface DemandeDeLaFiche {
  readonly numero: string
  readonly demande: DemandeRapprochee | null
}

/**
 * The demande of a form of a sample.
 *
 * @throws AccesRefuse where it is out of the person's reach, before anything is read.
 */
export const consulterFicheTiree = async (
  lecteur: Lecteur,
  { id, territoire, reference }: Visible,
  fiche: Pick<Echantillon['fiches'][number], 'id' | 'rang'>,
  instant: string,
): Promise<DemandeDeLaFiche> => {
  exigerTousLesNumeros(lecteur, territoire)
  const numero = (await lireNumerosTires(lecteur.etat, id)).get(fiche.id) ?? NUMERO_PURGE
  const [demande] = numero === NUMERO_PURGE ? [] : await lireDemandes(lecteur.base.connection, territoire, [numero])
  await consignerPassage(lecteur, {
    action: 'CONSULTATION',
    instant,
    territoire,
    nombre: numero === NUMERO_PURGE ? 0 : 1,
    detail: { liste: 'echantillon', echantillon: reference, fiche: fiche.rang },
  })
  return { numero, demande: demande ?? null }
}
