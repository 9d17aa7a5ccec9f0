import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { PUBLIC, TABLE } from '../../../server/acces/table.ts'
import type { BaseEtat } from '../../../server/state/etat.ts'
import { TABLES_DE_L_APPLICATION } from '../../../server/state/tables.ts'
import { adresse, creerApplication, ouvrirPour, poster } from '../aide.ts'
import { BIEN_REMPLIS, cheminDuFormulaire } from '../formulaires.ts'
import { adressesDe } from '../pages/scene.ts'
import { GUICHETS, PAIRES, preparerDeuxTerritoires } from './deux-territoires.ts'

const deux = preparerDeuxTerritoires()

/** Stands in every text that the gestionnaire of 013 types. */
const MARQUE = 'Propre-au-013'

/** What a service does of itself, or that is the installation's. */
const A_PART: ReadonlySet<string> = new Set(['journal', 'journal_ancres', 'ecritures', 'sessions', 'comptes', 'jetons'])

const TEXTES = new Set(['texte', 'titre', 'description', 'motif', 'qui', 'lieu', 'libelle', 'libelle_0', 'objet'])

const SIENS: Readonly<Record<string, string>> = {
  service: GUICHETS['013'][0].code,
  ligne: `GUICHET|${GUICHETS['013'][0].code}|forcages`,
  numero: PAIRES['013'][1],
  garde: PAIRES['013'][0],
  numeros: PAIRES['013'].join(' '),
}

/** A form of 013, each of its texts marked. */
const marquer = (champs: Readonly<Record<string, string>>, marque = MARQUE): Record<string, string> =>
  Object.fromEntries(
    Object.entries(champs).map(([nom, valeur]) => [
      nom,
      nom in SIENS && valeur !== '' ? (SIENS[nom] ?? '') : TEXTES.has(nom) ? `${valeur} ${marque}`.trim() : valeur,
    ]),
  )

const GESTES = BIEN_REMPLIS.filter(([route]) => !/^\/(deconnexion|comptes|jetons|imports)/.test(route))

const cheminDe = async (etat: BaseEtat, route: string) =>
  await cheminDuFormulaire(etat, route.replace(':service', GUICHETS['013'][0].code))

/** Every row of the application's tables, as texts. */
const relever = async (etat: BaseEtat) => {
  const lignes: string[] = []
  for (const { nom } of TABLES_DE_L_APPLICATION.filter((table) => !A_PART.has(table.nom)))
    for (const ligne of (await sql`SELECT * FROM ${sql.table(nom)}`.execute(etat)).rows)
      lignes.push(`${nom} ${JSON.stringify(ligne, (_, v) => (v instanceof ArrayBuffer ? 'octets' : v))}`)
  return lignes
}

describe('ce qui est du 013', () => {
  it('ne se lit ni ne se change d’un autre territoire, d’un autre service ni d’un rôle qui ne l’a pas, par son numéro', async () => {
    const { base } = deux()
    const { app, etat, serveur } = await creerApplication(base, { territoires: ['013'] })
    let faits = 0
    for (const [route, champs] of GESTES) {
      const { status } = await app.request(adresse(await cheminDe(etat, route)), poster(marquer(champs)))
      if (status === 303) faits += 1
    }
    expect(faits).toBeGreaterThan(GESTES.length * 0.8)
    const avant = await relever(etat)
    expect(avant.filter((ligne) => ligne.includes(MARQUE)).length).toBeGreaterThan(20)

    const autreService = GUICHETS['013'][1].code
    const attaquants = [
      [{ role: 'gestionnaire', territoires: ['059'] }, 'gestionnaire du 059'],
      [{ role: 'etat', territoires: ['059'] }, 'État du 059'],
      [{ role: 'guichet', territoires: ['059'], service: GUICHETS['059'][0].code }, 'guichet du 059'],
      [{ role: 'guichet', territoires: ['013'], service: autreService }, 'autre service du 013'],
      [{ role: 'partenaire', territoires: ['013'] }, 'partenaire du 013'],
    ] as const
    const pages = adressesDe(GUICHETS['013'][0].code).map((chemin) =>
      chemin
        .replace(':service', GUICHETS['013'][0].code)
        .replace(':modele', 'convocation')
        .replace(':sorte', 'doublon'),
    )
    const fuites: string[] = []
    const vues = new Set(avant)
    for (const [personne, qui] of attaquants) {
      const cookie = await ouvrirPour(etat, personne)
      const envoyer = (chemin: string, init: RequestInit = {}) =>
        serveur.request(adresse(chemin), { ...init, headers: { ...(init.headers as object), cookie } })
      for (const chemin of pages) {
        const rendu = await envoyer(chemin)
        const texte = await rendu.text()
        // What commits every service, and what is shared with the whole territory, is everybody's.
        const atous = personne.territoires[0] === '013' && /^\/(chartes|exports\/chartes|api\/v1\/chartes)/.test(chemin)
        if (texte.includes(MARQUE) && !atous) fuites.push(`${qui} lit ${chemin} (${rendu.status})`)
        if (rendu.status >= 500) fuites.push(`${qui} casse ${chemin}`)
      }
      for (const [route, champs] of GESTES) {
        const { status } = await envoyer(
          await cheminDe(etat, route),
          poster({ ...marquer(champs, 'essai'), territoire: '013' }),
        )
        if (status >= 500) fuites.push(`${qui} casse ${route} (${status})`)
      }
      const apres = await relever(etat)
      const nouvelles = apres.filter((une) => !vues.has(une))
      for (const une of nouvelles) vues.add(une)
      for (const ligne of avant) if (!apres.includes(ligne)) fuites.push(`${qui} a changé ${ligne.slice(0, 120)}`)
      // An other service of the territory may send what is its own.
      for (const ligne of nouvelles.filter((une) => une.includes('"territoire":"013"')))
        if (personne.role !== 'guichet' || personne.territoires[0] !== '013')
          fuites.push(`${qui} a écrit ${ligne.slice(0, 160)}`)
        else if (!ligne.includes(`"service":"${autreService}"`)) fuites.push(`${qui} a écrit ${ligne.slice(0, 160)}`)
      const enfants =
        /^(mesures_actes|annexes_actes|reunions_\w+|echantillons_\w+|demarches_actes|requetes_versions|habilitations_actes|campagnes_\w+|droits_actes) \{"id":\d+,"\w+":1,/
      for (const ligne of nouvelles.filter((une) => enfants.test(une)))
        fuites.push(`${qui} a ajouté ${ligne.slice(0, 160)}`)
    }
    expect([...new Set(fuites)]).toEqual([])
    expect(Object.values(TABLE).filter((regle) => regle !== PUBLIC).length).toBeGreaterThan(pages.length)
  }, 600_000)
})
