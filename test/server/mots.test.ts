import { describe, expect, it } from 'vitest'
import type { Role } from '../../server/acces/roles.ts'
import { preparerDepartement } from './acces/departement.ts'
import { adresse, creerApplication } from './aide.ts'

const departement = preparerDepartement()

/** Words of statistics, of English and of the code: who does not program reads none of them. */
const INTERDITS: readonly RegExp[] = [
  /\bIC\s95/,
  /surdispersion/i,
  /\bz ajust/i,
  /écart-type/i,
  /centile|décile/i,
  /\bp90\b/,
  /wilson|laney|clopper|binomial/i,
  /chain ladder|nowcast/i,
  /\bKPI\b|dashboard|reporting|benchmark/i,
  /\b(?:null|undefined|NaN|true|false)\b/,
  /\b(?:numérateur|dénominateur)\b/i,
  /\bS0\b|S⁻/,
  /\b[A-Z]{3,}_[A-Z_]+\b/,
  /\b[a-z]{3,}_[a-z]{2,}\b/,
  /\bAucun guichet (?:est|a)\b/,
  /\bLes 1 /,
]

const PAGES: Readonly<Partial<Record<Role, readonly string[]>>> = {
  prefet: ['/', '/indicateurs', '/attributions', '/aide', '/methode', '/accessibilite'],
  copil: ['/', '/indicateurs', '/attributions', '/aide', '/methode'],
  guichet: ['/', '/guichets', '/guichets/:code', '/indicateurs', '/attributions', '/demarches', '/aide', '/methode'],
  gestionnaire: ['/aide', '/methode'],
  etat: ['/aide', '/methode'],
  partenaire: ['/aide', '/methode', '/accessibilite'],
}

/** What a page gives to read: neither its markup nor its addresses. */
const texteDe = (html: string): string =>
  html
    .replace(/<(script|style)[^>]*>.*?<\/\1>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&[a-z#0-9]+;/g, ' ')
    .replace(/\S+@\S+/g, ' ')

describe.each(Object.entries(PAGES))('les pages de %s', (role, chemins) => {
  it('se lisent sans jargon', async () => {
    const { base, sien } = departement()
    const service = role === 'guichet' ? sien.service : null
    const { app } = await creerApplication(base, { role: role as Role, territoires: ['013'], service })
    const trouves: string[] = []
    for (const chemin of chemins) {
      const reponse = await app.request(adresse(chemin.replace(':code', sien.code)))
      const texte = texteDe(await reponse.text())
      expect([chemin, reponse.status]).toEqual([chemin, 200])
      for (const interdit of INTERDITS) {
        const mot = interdit.exec(texte)
        if (mot)
          trouves.push(`${chemin} : ${texte.slice(Math.max(0, mot.index - 30), mot.index + 40).replace(/\s+/g, ' ')}`)
      }
    }
    expect(trouves).toEqual([])
  })
})
