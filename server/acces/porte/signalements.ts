import { kyselyOn } from '../../../ingest/socle/sql/dialecte.ts'
import { listInstantanes } from '../../../ingest/store/instantanes.ts'
import { lireDemandes } from '../../../metrics/doublons/demandes.ts'
import type { TablesLues } from '../../../metrics/tables.ts'
import { avancerSignalement, lireSignalements, type Signalement } from '../../state/signalements.ts'
import { exigerTerritoire, type Lecteur } from '../lecteur.ts'
import { consignerPassage, exigerDesNumeros } from './passage.ts'
import { dansLaTranche, detailDe, type Tranche } from './tranche.ts'

/**
 * Confirms the reports that the latest snapshot shows done: it is later than their acceptance, the number kept is active
 * and no other is.
 */
const confirmer = async ({ base, etat }: Lecteur, territoire: string): Promise<void> => {
  const dernier = (await listInstantanes(base.connection, territoire)).at(-1)
  if (dernier === undefined) return
  for (const { id, numeros, garde, etapes } of await lireSignalements(etat, territoire, null)) {
    const derniere = etapes.at(-1)
    if (derniere === undefined || !['ACCEPTE', 'FAIT'].includes(derniere.etape)) continue
    if (dernier.importe_le <= derniere.le) continue
    const actives = (await lireDemandes(base.connection, territoire, numeros)).filter(
      ({ statut }) => statut === 'ACTIVE',
    )
    if (actives.length === 1 && actives[0]?.numero_unique === garde)
      await avancerSignalement(etat, id, {
        etape: 'CONFIRME',
        motif: '',
        par: `instantané du ${dernier.date}`,
        le: dernier.importe_le,
      })
  }
}

/** The reports of a territory that a person may see: a guichet, those of its own service alone. */
const lireLesSiens = async ({ etat, acces }: Lecteur, territoire: string): Promise<Signalement[]> =>
  acces.role === 'guichet' && acces.service === null
    ? []
    : lireSignalements(etat, territoire, acces.role === 'guichet' ? acces.service : null)

/**
 * The reports of duplicates, as they stand.
 *
 * @throws AccesRefuse where they are out of the person's reach, before anything is read.
 */
export const consulterSignalements = async (
  lecteur: Lecteur,
  territoire: string,
  instant: string,
  tranche?: Tranche,
): Promise<{ readonly lignes: readonly Signalement[]; readonly total: number }> => {
  exigerDesNumeros(lecteur, territoire)
  await confirmer(lecteur, territoire)
  const tous = await lireLesSiens(lecteur, territoire)
  const lignes = dansLaTranche(tous, tranche)
  await consignerPassage(lecteur, {
    action: 'CONSULTATION',
    instant,
    territoire,
    nombre: lignes.reduce((n, { numeros }) => n + numeros.length, 0),
    detail: { liste: 'signalements', ...detailDe(tranche) },
  })
  return { lignes, total: tous.length }
}

/**
 * How many reports wait for an answer, and when the oldest was sent: no number.
 *
 * @throws AccesRefuse where they are out of the person's reach, before anything is read.
 */
export const compterSignalementsEnAttente = async (
  lecteur: Lecteur,
  territoire: string,
): Promise<{ readonly nombre: number; readonly plusAncien: string | null }> => {
  exigerDesNumeros(lecteur, territoire)
  const attendent = (await lireLesSiens(lecteur, territoire)).filter(
    ({ etapes }) => (etapes.at(-1)?.etape ?? 'DEPOSE') === 'DEPOSE',
  )
  return {
    nombre: attendent.length,
    plusAncien: attendent.map(({ etapes }) => etapes[0]?.le ?? '').toSorted()[0] ?? null,
  }
}

/**
 * When each report that is treated was sent, and when it was done or refused: no number.
 *
 * @throws AccesRefuse for a territory that is not the person's, before anything is read.
 */
export const lireDelaisDesSignalements = async (
  lecteur: Lecteur,
  territoire: string,
): Promise<{ readonly depose: string; readonly traite: string }[]> => {
  exigerTerritoire(lecteur, territoire)
  return (await lireLesSiens(lecteur, territoire)).flatMap(({ etapes }) => {
    const traite = etapes.find(({ etape }) => etape === 'FAIT' || etape === 'REFUSE')
    const depose = etapes[0]
    return traite === undefined || depose === undefined ? [] : [{ depose: depose.le, traite: traite.le }]
  })
}

/** Where a report stands; null for one that is not of the territory. */
export const etapeDuSignalement = async (lecteur: Lecteur, territoire: string, id: number) => {
  exigerDesNumeros(lecteur, territoire)
  const connu = (await lireLesSiens(lecteur, territoire)).find((s) => s.id === id)
  return connu === undefined ? null : (connu.etapes.at(-1)?.etape ?? 'DEPOSE')
}

/** What is wrong with a report, as a sentence that names no number but those that the person wrote; null where nothing is. */
export const reprocherAuSignalement = async (
  lecteur: Lecteur,
  s: Pick<Signalement, 'territoire' | 'service' | 'numeros' | 'garde' | 'reprises'>,
): Promise<string | null> => {
  exigerDesNumeros(lecteur, s.territoire)
  if (s.numeros.length < 2) return 'Deux numéros différents au moins sont attendus.'
  if (!s.numeros.includes(s.garde)) return 'Le numéro à garder n’est pas l’un des numéros signalés.'
  const autre = Object.values(s.reprises).find((numero) => !s.numeros.includes(numero))
  if (autre !== undefined) return `Le numéro ${autre} n’est pas l’un des numéros signalés.`
  const { connection } = lecteur.base
  const connues = await lireDemandes(connection, s.territoire, s.numeros)
  const absent = s.numeros.find((numero) => !connues.some(({ numero_unique }) => numero_unique === numero))
  if (absent !== undefined) return `Le numéro ${absent} n’est pas dans le dernier instantané : le vérifier.`
  if (s.service === null) return null
  const siens = await kyselyOn<TablesLues>(connection)
    .selectFrom('registres')
    .select('code')
    .distinct()
    .where('territoire', '=', s.territoire)
    .where('service_code', '=', s.service)
    .execute()
  const codes = new Set([s.service, ...siens.map(({ code }) => code)])
  return connues.some(({ guichet_enregistrement: g }) => g !== null && codes.has(g))
    ? null
    : 'Aucune de ces demandes n’a été enregistrée par votre service : prévenir le gestionnaire.'
}
