import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { rapportsDuRole } from '../../server/acces/rapports.ts'
import type { Role } from '../../server/acces/roles.ts'
import { TABLE } from '../../server/acces/table.ts'
import { lireAnnexes } from '../../server/state/annexes.ts'
import { lireHabilitations } from '../../server/state/habilitations.ts'
import { lireMesures } from '../../server/state/mesures.ts'
import { listerPublies } from '../../server/state/rapports.ts'
import { SERVICE, TERRITOIRE } from '../demonstration.ts'
import { servirDemonstration } from './demonstration.ts'

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

const { ouvrir, etat } = servirDemonstration()
const ROLES: readonly Role[] = ['gestionnaire', 'etat', 'prefet', 'copil', 'guichet', 'partenaire']

/** A measure that whoever may read any reads: the last of the demonstration, reported to the comité. */
const MESURE = '/mesures/derniere'

/** A report that the person reads: the préfet's, being written, for who writes it; the last that was published for the others. */
const RAPPORT = '/rapports/sien'

/** What stands for the parameters of a page: one that the demonstration has. */
const EXEMPLES: Readonly<Record<string, string>> = {
  '/guichets/:code': `/guichets/${SERVICE}`,
  '/indicateurs/:code': '/indicateurs/attestations_hors_delai',
  '/doublons/:groupe': '/doublons/1',
  '/mesures/:id': MESURE,
  '/mesures/:id/listes/:liste': `${MESURE}/listes/jointe`,
  '/controles/:mois': '/controles/2026-10',
  '/controles/:mois/civilite': '/controles/2026-10/civilite',
  '/echantillons/:id': '/echantillons/1',
  '/echantillons/:id/papier': '/echantillons/1/papier',
  '/echantillons/:id/fiches/:rang': '/echantillons/1/fiches/1',
  '/demarches/:id': '/demarches/1',
  '/demarches/nouvelle/:sorte': '/demarches/nouvelle/doublon',
  '/signalements/:id': '/signalements/1',
  '/agenda/reunions/:id': '/agenda/reunions/1',
  '/parametres/modeles/:modele': '/parametres/modeles/lettre',
  '/requetes/:id': '/requetes/1',
  '/requetes/executions/:execution': '/requetes/executions/passee',
  '/habilitations/:id': '/habilitations/mienne',
  '/habilitations/campagnes/:id': '/habilitations/campagnes/2',
  '/habilitations/campagnes/:id/services/:service': `/habilitations/campagnes/2/services/${SERVICE}`,
  '/habilitations/campagnes/:id/services/:service/recapitulatif': `/habilitations/campagnes/2/services/${SERVICE}/recapitulatif`,
  '/tableaux/:code': '/tableaux/TAB01-01',
  '/registre/:service': `/registre/${SERVICE}`,
  '/chartes/:code': '/chartes/saisie',
  '/rapports/:pour/:semestre': RAPPORT,
  '/comptes/:id': '/comptes/1',
  '/dossiers': '/dossiers?indicateur=enregistrements&niveau=SERVICE&entite=B01A1',
  '/guichets': '/guichets?indicateurs=tous',
  '/recherche': '/recherche?q=doublons',
  '/parametres/norme': '/parametres/norme?indicateur=forcages&nature=seuil&valeur=5&depuis=2027-01-01&motif=comité',
}

/** Files, streams and pages that a developer alone opens. */
const AUTRES =
  /^\/(?:exports|statique|api\/|calendrier|composants|connexion|documents|imports\/|habilitations\/fichier)|\.arrow$|\.txt$|\.eml$|:fichier/

const pagesDe = (role: Role): string[] =>
  Object.entries(TABLE)
    .filter(([route, regle]) => route.startsWith('GET /') && (regle === 'PUBLIC' || regle.includes(role)))
    .map(([route]) => route.slice('GET '.length))
    .filter((chemin) => !AUTRES.test(chemin))
    .map((chemin) => EXEMPLES[chemin] ?? chemin)
    .filter((chemin) => !chemin.includes(':'))

const rapportDe = async (role: Role): Promise<string> => {
  if (role === 'gestionnaire') return '/rapports/prefet/2026-S2'
  const lus = rapportsDuRole(role)
  const publie = (await listerPublies(etat(), TERRITOIRE)).findLast(({ destinataire }) => lus.includes(destinataire))
  return `/rapports/${publie?.destinataire}/${publie?.semestre}`
}

const direViolations = (ou: string, { violations }: { violations: readonly Violation[] }): string[] =>
  violations.map(({ id, nodes }) => `${ou} : ${id}, ${nodes[0]?.html.slice(0, 120)}`)

/** The other theme changes nothing but colours. */
const lireAvecAxe = async (page: Page, chemin: string): Promise<string[]> => {
  const clair = await new AxeBuilder({ page }).setLegacyMode().analyze()
  await page.emulateMedia({ colorScheme: 'dark' })
  const sombre = await new AxeBuilder({ page }).setLegacyMode().withRules('color-contrast').analyze()
  return [...direViolations(`${chemin}, clair`, clair), ...direViolations(`${chemin}, sombre`, sombre)]
}

const TELEPHONE = { viewport: { width: 320, height: 800 } }

/** What may be read sideways on a phone: figures crossed, records compared. */
const SE_LIT_EN_LARGEUR = /^(?:Données|Chiffres)\s:|^Demandes côte à côte$/
const DEFILENT =
  '[...document.querySelectorAll(".scroll")].filter((r) => r.scrollWidth > r.clientWidth + 1).map((r) => r.ariaLabel)'
const DEBORDE = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

describe('chaque page, telle que chaque rôle la voit', () => {
  it('a un exemple pour chacun de ses paramètres', () => {
    const sans = Object.keys(TABLE)
      .filter((route) => route.startsWith('GET /') && route.includes(':'))
      .map((route) => route.slice('GET '.length))
      .filter((chemin) => !AUTRES.test(chemin) && EXEMPLES[chemin] === undefined)
    expect(sans).toEqual([])
  })

  it.each(ROLES)(
    '%s : sur un téléphone de 320 pixels, rien ne dépasse, axe ne trouve rien, la console ne dit rien',
    async (role) => {
      const fautes: string[] = []
      const derniere = (await lireMesures(etat(), TERRITOIRE)).at(-1)?.id
      const sien = await rapportDe(role)
      const mienne = (await lireHabilitations(etat(), TERRITOIRE)).find(({ service }) => service === SERVICE)?.id
      for (const chemin of pagesDe(role)) {
        const jointe = (await lireAnnexes(etat(), derniere === undefined ? [] : [derniere])).at(-1)?.id
        const adresse = chemin
          .replace(RAPPORT, sien)
          .replace(MESURE, `/mesures/${derniere}`)
          .replace('/jointe', `/${jointe}`)
          .replace('/mienne', `/${mienne}`)
        const { page, plaintes, fermer } = await ouvrir(role, adresse, { ...TELEPHONE, colorScheme: 'light' })
        const deborde: number = await page.evaluate(DEBORDE)
        const defilent = await page.evaluate<string[]>(DEFILENT)
        const violations = await lireAvecAxe(page, chemin)
        fautes.push(
          ...(deborde > 0 ? [`${chemin} : ${deborde} pixels de trop`] : []),
          ...defilent
            .filter((nom) => !SE_LIT_EN_LARGEUR.test(nom))
            .map((nom) => `${chemin} : « ${nom} » défile au lieu de se mettre en fiches`),
          ...plaintes.map((plainte) => `${chemin} : console, ${plainte}`),
          ...violations,
        )
        await fermer()
      }
      expect(fautes).toEqual([])
    },
  )
})

describe('sur papier', () => {
  const pagesDuPdf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0

  it.each([
    ['la synthèse du préfet', 'prefet', '/'],
    ['la synthèse du comité', 'copil', '/'],
    ['la fiche d’un guichet, pour le gestionnaire', 'gestionnaire', `/guichets/${SERVICE}`],
    ['la fiche d’un guichet, pour lui', 'guichet', `/guichets/${SERVICE}`],
  ] as const)('%s tient sur une page A4', async (_, role, chemin) => {
    const { page, fermer } = await ouvrir(role, chemin)
    expect(pagesDuPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }))).toBe(1)
    await fermer()
  })
})
