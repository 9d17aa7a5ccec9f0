import { expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { ecrireCalendrier } from '../../../reports/agenda/icalendar.ts'

const ENTETE = { nom: 'Infocentre 013', moment: new Date('2026-11-23T09:00:00.000Z'), version: '1.0' }

it('un calendrier s’écrit selon la RFC 5545 : un jour entier, des lignes d’au plus 75 octets, des signes échappés', () => {
  const titre = 'Envoyer le compte rendu : réunion des services, du 12/11 ; à préparer à la préfecture dès que possible'
  const ics = ecrireCalendrier([{ cle: 'a', jour: enJour('2026-12-31'), titre }], ENTETE)
  expect(ics).toContain('DTSTAMP:20261123T090000Z\r\n')
  expect(ics).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n')
  for (const ligne of ics.split('\r\n')) expect(Buffer.byteLength(ligne)).toBeLessThanOrEqual(75)
  const deplie = ics.replaceAll('\r\n ', '')
  expect(deplie).toContain(`SUMMARY:${titre.replace(',', '\\,').replace(';', '\\;')}\r\n`)
  expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true)
})

it('le même événement garde le même identifiant, un autre en a un autre', () => {
  const uid = (cle: string, titre: string) =>
    /UID:(\S+)/.exec(ecrireCalendrier([{ cle, jour: enJour('2026-12-31'), titre }], ENTETE))?.[1]
  expect(uid('a', 'Signer')).toBe(uid('a', 'Signer le contrôle'))
  expect(uid('a', 'Signer')).not.toBe(uid('b', 'Signer'))
})

it.each(['\r\n', '\n', '\r', '\u2028'])(
  'un titre qui porte une fin de ligne (%j) n’ouvre pas d’autre événement',
  (fin) => {
    const titre = `Réunion${fin}END:VEVENT${fin}BEGIN:VALARM${fin}ATTACH:http://ailleurs.exemple`
    const ics = ecrireCalendrier([{ cle: `a${fin}X-VOLE:1`, jour: enJour('2026-12-31'), titre }], ENTETE)
    const lignes = ics.replaceAll('\r\n ', '').split(/[\r\n\u2028]+/)
    expect(lignes.filter((ligne) => /^(ATTACH|X-VOLE|BEGIN:VALARM)/.test(ligne))).toEqual([])
    expect(lignes.filter((ligne) => ligne === 'END:VEVENT')).toHaveLength(1)
  },
)
