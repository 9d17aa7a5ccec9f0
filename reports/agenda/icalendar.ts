import { createHash } from 'node:crypto'
import { type Jour, plusJours } from '../../ingest/socle/jour.ts'

/** Something of a whole day. */
export interface Evenement {
  /** What tells it from the others, the same from one reading to the next. */
  readonly cle: string
  readonly jour: Jour
  readonly titre: string
}

const OCTETS_PAR_LIGNE = 75

/** RFC 5545, 3.3.11. */
const echapper = (texte: string): string =>
  texte.replace(/[\\;,]/g, (signe) => `\\${signe}`).replace(/\r\n|[\n\r\u2028\u2029]/g, '\\n')

/** RFC 5545, 3.1: a line of more than 75 octets goes on after a space; no character is cut. */
const plier = (ligne: string): string => {
  const lignes: string[] = []
  let [courante, octets] = ['', 0]
  for (const caractere of ligne) {
    const poids = Buffer.byteLength(caractere)
    if (octets + poids > OCTETS_PAR_LIGNE) {
      lignes.push(courante)
      courante = ' '
      octets = 1
    }
    courante += caractere
    octets += poids
  }
  return [...lignes, courante].join('\r\n')
}

const compact = (jour: Jour): string => jour.replaceAll('-', '')

/** RFC 5545, 3.3.5: a moment of universal time. */
const estampille = (moment: Date): string => moment.toISOString().replace(/[-:]|\.\d+/g, '')

const evenement = ({ cle, jour, titre }: Evenement, moment: Date): string[] => [
  'BEGIN:VEVENT',
  `UID:${createHash('sha256').update(cle).digest('hex').slice(0, 32)}@infocentre`,
  `DTSTAMP:${estampille(moment)}`,
  `DTSTART;VALUE=DATE:${compact(jour)}`,
  `DTEND;VALUE=DATE:${compact(plusJours(jour, 1))}`,
  `SUMMARY:${echapper(titre)}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
]

/** A calendar that other programs read (RFC 5545). */
export const ecrireCalendrier = (
  evenements: readonly Evenement[],
  { nom, moment, version }: { readonly nom: string; readonly moment: Date; readonly version: string },
): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Infocentre//Agenda ${version}//FR`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${echapper(nom)}`,
    ...evenements.flatMap((un) => evenement(un, moment)),
    'END:VCALENDAR',
  ]
    .map((ligne) => `${plier(ligne)}\r\n`)
    .join('')
