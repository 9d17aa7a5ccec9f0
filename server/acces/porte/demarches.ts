import type { Jour } from '../../../ingest/socle/jour.ts'
import { listInstantanes } from '../../../ingest/store/instantanes.ts'
import type { DemandeSuivie } from '../../../metrics/demarches/montrer.ts'
import type { CodeSorte } from '../../../web/demarches/mots.ts'
import { type ChoixDemarches, choisirDemarches } from '../../lecture/choix-demarches.ts'
import type { Lecteur } from '../lecteur.ts'
import { type DemarcheLue, lireLesSiennes, lireVisibles } from './lire-demarches.ts'
import { consignerPassage, exigerDesNumeros, formeDe, type Pourquoi } from './passage.ts'
import { dansLaTranche } from './tranche.ts'

type Export = Extract<Pourquoi, { readonly action: 'EXPORT' }>

const nombreDeNumeros = (demarches: readonly Pick<DemarcheLue, 'numeros'>[]): number =>
  demarches.reduce((n, { numeros }) => n + numeros.length, 0)

/**
 * A page of the démarches that a person may read.
 *
 * @throws AccesRefuse where they are out of the person's reach, before anything is read.
 */
export const consulterDemarches = async (
  lecteur: Lecteur,
  territoire: string,
  { instant, ...choix }: ChoixDemarches & { readonly instant: string },
) => {
  exigerDesNumeros(lecteur, territoire)
  const toutes = await lireLesSiennes(lecteur, territoire)
  const choisi = choisirDemarches(toutes, choix)
  const nombre = nombreDeNumeros(choisi.montrees)
  await consignerPassage(lecteur, {
    action: 'CONSULTATION',
    instant,
    territoire,
    nombre,
    detail: { liste: 'demarches' },
  })
  const services = new Map(toutes.flatMap(({ codeService: code, service }) => (code ? [[code, service] as const] : [])))
  return { ...choisi, services: [...services].toSorted(([, a], [, b]) => a.localeCompare(b, 'fr')) }
}

/**
 * The démarches that a person may read, to be taken away: all of them, those of a kind, or a page.
 *
 * @throws AccesRefuse where they are out of the person's reach, before anything is read.
 */
export const exporterDemarches = async (
  lecteur: Lecteur,
  territoire: string,
  {
    sorte,
    id,
    ...pourquoi
  }: Omit<Export, 'action'> & { readonly sorte?: CodeSorte | undefined; readonly id?: number | undefined },
): Promise<{ readonly lignes: readonly DemarcheLue[]; readonly total: number }> => {
  exigerDesNumeros(lecteur, territoire)
  const toutes = (await lireLesSiennes(lecteur, territoire)).filter(
    (d) => (sorte === undefined || d.sorte === sorte) && (id === undefined || d.id === id),
  )
  const lignes = dansLaTranche(toutes, pourquoi.tranche)
  await consignerPassage(lecteur, {
    action: 'EXPORT',
    instant: pourquoi.instant,
    territoire,
    nombre: nombreDeNumeros(lignes),
    detail: { liste: 'demarches', sorte, demarche: id, ...formeDe({ action: 'EXPORT', ...pourquoi }) },
  })
  return { lignes, total: toutes.length }
}

export interface DemarcheConsultee {
  readonly demarche: DemarcheLue
  readonly instantane: Jour | null
  readonly demandes: readonly DemandeSuivie[]
}

/**
 * One démarche, and what the latest snapshot shows of those of its numbers that the person may read; null where it is not
 * one that they may.
 *
 * @throws AccesRefuse where it is out of the person's reach, before anything is read.
 */
export const consulterDemarche = async (
  lecteur: Lecteur,
  territoire: string,
  id: number,
  instant: string,
): Promise<DemarcheConsultee | null> => {
  exigerDesNumeros(lecteur, territoire)
  const demarche = (await lireLesSiennes(lecteur, territoire)).find((d) => d.id === id)
  if (demarche === undefined) return null
  const demandes = await lireVisibles(lecteur, territoire, demarche.numeros)
  const dernier = (await listInstantanes(lecteur.base.connection, territoire)).at(-1)
  const detail = { liste: 'demarches', demarche: id }
  await consignerPassage(lecteur, {
    action: 'CONSULTATION',
    instant,
    territoire,
    nombre: demarche.numeros.length,
    detail,
  })
  return { demarche, instantane: dernier?.date ?? null, demandes }
}

/**
 * What an act of a démarche is judged by, without its numbers; null where it is not one that the person may read.
 *
 * @throws AccesRefuse where it is out of the person's reach, before anything is read.
 */
export const trouverDemarche = async (lecteur: Lecteur, territoire: string, id: number) => {
  exigerDesNumeros(lecteur, territoire)
  const trouvee = (await lireLesSiennes(lecteur, territoire)).find((d) => d.id === id)
  if (trouvee === undefined) return null
  const { sorte, situation, actes, codeService } = trouvee
  return { id, sorte, situation, codeService, actes: actes.map((acte) => ({ ...acte, numero: null })) }
}
