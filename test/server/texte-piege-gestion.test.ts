import { expect, it } from 'vitest'
import { adresse, creerApplication, poster, suivre } from './aide.ts'
import { preparer } from './doublons.ts'
import { BIEN_REMPLIS, cheminDuFormulaire } from './formulaires.ts'
import { adressesDe } from './pages/scene.ts'

/** A formula for a spreadsheet, an element for a browser, a line for a calendar or a header, an expression for a letter. */
const PIEGE = '=HYPERLINK("http://ailleurs.exemple")<img src=x onerror=alert(1)>\r\nX-VOLE:1 #eval("1") {autre}'
const SIGNES = ['=', '+', '-', '@', '\t']

const TEXTES = [
  ...['texte', 'titre', 'description', 'nom', 'motif', 'lieu', 'qui', 'libelle', 'libelle_0', 'graine', 'profil'],
  ...['adresses', 'horaires', 'publics', 'contact', 'mandats', 'organisme', 'base_legale'],
]

/** The cells of a CSV, quotes taken away. */
const cellules = (csv: string): string[] =>
  [...csv.replaceAll('\r\n', '\n').matchAll(/(?:^|[;\n\ufeff])(?:"((?:[^"]|"")*)"|([^;"\n]*))/g)].map(
    ([, cite, nu]) => cite ?? nu ?? '',
  )

it('un texte piégé dans un formulaire de la gestion reste un texte : pages, exports, API, calendrier, lettres', async () => {
  const { base } = await preparer()
  const { app, etat, serveur, journal } = await creerApplication(base)
  let pieges = 0
  for (const [route, champs] of BIEN_REMPLIS.filter(
    ([chemin]) => !/fermer|retirer|origine|deconnexion|revoquer/.test(chemin),
  )) {
    const chemin = adresse(await cheminDuFormulaire(etat, route))
    const piege = Object.fromEntries(
      Object.entries(champs).map(([nom, valeur], i) => {
        const signe = SIGNES[i % SIGNES.length] ?? '='
        return [nom, TEXTES.includes(nom) && nom !== 'code' ? `${signe}${PIEGE}` : valeur]
      }),
    )
    const { status } = await app.request(chemin, poster(piege))
    expect([route, status < 500]).toEqual([route, true])
    if (status === 303) pieges += 1
    else await app.request(chemin, poster(champs))
  }
  expect(pieges).toBeGreaterThan(30)
  const ouverte = await (await suivre(app, await app.request(adresse('/agenda/calendrier'), poster({})))).text()
  const secret = /\/calendrier\/([\w-]+)\.ics/.exec(ouverte)?.[1] ?? ''
  const ics = await (await serveur.request(adresse(`/calendrier/${secret}.ics`))).text()
  expect(ics).toContain('BEGIN:VEVENT')
  expect(ics.split(/[\r\n]+/).filter((ligne) => /^X-VOLE/.test(ligne))).toEqual([])

  const fautes: string[] = []
  let [vus, tables] = [0, 0]
  for (const chemin of adressesDe('AAAAA').map((un) =>
    un.replace(':service', 'AAAAA').replace(':modele', 'convocation').replace(':sorte', 'doublon'),
  )) {
    const reponse = await app.request(adresse(chemin))
    if (reponse.status >= 500) fautes.push(`${chemin} : ${reponse.status}`)
    if (reponse.headers.get('x-vole') !== null) fautes.push(`${chemin} : en-tête`)
    const texte = await reponse.text()
    const type = reponse.headers.get('content-type') ?? ''
    if (texte.includes('ailleurs.exemple')) vus += 1
    if (type.includes('html') && /<img src=x|<script>alert/.test(texte)) fautes.push(`${chemin} : élément`)
    if (!type.includes('csv')) continue
    tables += 1
    for (const cellule of cellules(texte))
      if (/^[=+@\t\r]|^-[^\d]/.test(cellule)) fautes.push(`${chemin} : ${cellule.slice(0, 40)}`)
  }
  expect([...new Set(fautes)]).toEqual([])
  expect([vus > 15, tables > 15]).toEqual([true, true])
  expect(journal.join('')).not.toMatch(/HYPERLINK|ailleurs\.exemple/)
}, 300_000)
