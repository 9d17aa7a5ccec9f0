import { sql } from 'kysely'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import type { Base } from '../../ingest/store/base.ts'
import { listInstantanes } from '../../ingest/store/instantanes.ts'
import { lireDemandes } from '../../metrics/doublons/demandes.ts'
import type { BaseEtat } from '../state/etat.ts'
import { avancerSignalement, lireSignalements, type Signalement } from '../state/signalements.ts'

/** Letters and digits of a number, with the zero that a spreadsheet ate. */
export const normaliserNumero = (texte: string): string => {
  const numero = texte.replace(/[^0-9A-Za-z]/g, '').toUpperCase()
  return numero.length === 17 ? `0${numero}` : numero
}

/** What is wrong with a report, as a sentence; null where nothing is. */
export const reprocher = async (
  base: Base,
  s: Pick<Signalement, 'territoire' | 'service' | 'numeros' | 'garde' | 'reprises'>,
): Promise<string | null> => {
  if (s.numeros.length < 2) return 'Deux numéros différents au moins sont attendus.'
  if (!s.numeros.includes(s.garde)) return 'Le numéro à garder n’est pas l’un des numéros signalés.'
  const autre = Object.values(s.reprises).find((numero) => !s.numeros.includes(numero))
  if (autre !== undefined) return `Le numéro ${autre} n’est pas l’un des numéros signalés.`
  const connues = await lireDemandes(base.connection, s.territoire, s.numeros)
  const absent = s.numeros.find((numero) => !connues.some(({ numero_unique }) => numero_unique === numero))
  if (absent !== undefined) return `Le numéro ${absent} n’est pas dans le dernier instantané : le vérifier.`
  if (s.service === null) return null
  const siens = await runQuery<{ code: string }>(
    base.connection,
    sql`SELECT DISTINCT code FROM registres WHERE territoire = ${sql.lit(s.territoire)} AND service_code = ${sql.lit(s.service)}`,
  )
  const codes = new Set([s.service, ...siens.map(({ code }) => code)])
  return connues.some(({ guichet_enregistrement: g }) => g !== null && codes.has(g))
    ? null
    : 'Aucune de ces demandes n’a été enregistrée par votre service : prévenir le gestionnaire.'
}

/**
 * Confirms the reports that the latest snapshot shows done: it is later than their acceptance, the number kept is active
 * and no other is.
 */
export const confirmerSignalements = async (base: Base, etat: BaseEtat, territoire: string): Promise<void> => {
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
        ...{ etape: 'CONFIRME', motif: '', par: `instantané du ${dernier.date}`, le: dernier.importe_le },
      })
  }
}
