import { AxeBuilder } from '@axe-core/playwright'
import { describe, expect, it } from 'vitest'
import type { Role } from '../../server/acces/roles.ts'
import { TABLE } from '../../server/acces/table.ts'
import { lireHabilitations } from '../../server/state/habilitations.ts'
import { lireMesures } from '../../server/state/mesures.ts'
import { SERVICE, TERRITOIRE } from '../demonstration.ts'
import { servirDemonstration } from './demonstration.ts'

const { ouvrir, etat } = servirDemonstration()
const ROLES: readonly Role[] = ['gestionnaire', 'etat', 'prefet', 'copil', 'guichet', 'partenaire']

/** A measure that whoever may read any reads: the last of the demonstration, reported to the comité. */
const MESURE = '/mesures/derniere'

/** What stands for the parameters of a page: one that the demonstration has. */
const EXEMPLES: Readonly<Record<string, string>> = {
  '/guichets/:code': `/guichets/${SERVICE}`,
  '/indicateurs/:code': '/indicateurs/attestations_hors_delai',
  '/doublons/:groupe': '/doublons/1',
  '/mesures/:id': MESURE,
  '/controles/:mois': '/controles/2026-10',
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
  '/comptes/:id': '/comptes/1',
  '/dossiers': '/dossiers?indicateur=enregistrements&niveau=SERVICE&entite=B01A1',
  '/guichets': '/guichets?indicateurs=tous',
  '/recherche': '/recherche?q=doublons',
  '/parametres/norme': '/parametres/norme?indicateur=forcages&nature=seuil&valeur=5&depuis=2027-01-01&motif=comité',
}

/** Files, streams and pages that a developer alone opens. */
const AUTRES =
  /^\/(?:exports|statique|api\/|calendrier|composants|connexion|documents|imports\/|habilitations\/fichier)|\.arrow$|\.txt$|:fichier/

const pagesDe = (role: Role): string[] =>
  Object.entries(TABLE)
    .filter(([route, regle]) => route.startsWith('GET /') && (regle === 'PUBLIC' || regle.includes(role)))
    .map(([route]) => route.slice('GET '.length))
    .filter((chemin) => !AUTRES.test(chemin))
    .map((chemin) => EXEMPLES[chemin] ?? chemin)
    .filter((chemin) => !chemin.includes(':'))

const TELEPHONE = { viewport: { width: 320, height: 800 } }
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
      const mienne = (await lireHabilitations(etat(), TERRITOIRE)).find(({ service }) => service === SERVICE)?.id
      for (const [rang, chemin] of pagesDe(role).entries()) {
        // Both themes, page after page, the other way round for the next role.
        const theme = (rang + ROLES.indexOf(role)) % 2 === 0 ? 'light' : 'dark'
        const adresse = chemin.replace(MESURE, `/mesures/${derniere}`).replace('/mienne', `/${mienne}`)
        const { page, plaintes, fermer } = await ouvrir(role, adresse, {
          ...TELEPHONE,
          colorScheme: theme,
        })
        const deborde: number = await page.evaluate(DEBORDE)
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
        fautes.push(
          ...(deborde > 0 ? [`${chemin} ${theme} : ${deborde} pixels de trop`] : []),
          ...plaintes.map((plainte) => `${chemin} ${theme} : console, ${plainte}`),
          ...violations.map(({ id, nodes }) => `${chemin} ${theme} : ${id}, ${nodes[0]?.html.slice(0, 120)}`),
        )
        await fermer()
      }
      expect(fautes).toEqual([])
    },
  )
})
