import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'
import { plusMois } from '../../ingest/socle/jour.ts'
import { Jetons, type JetonsProps } from '../../web/pages/jetons.tsx'
import { servicesDe } from '../acces/lecteur.ts'
import { LIBELLES_ROLES, ROLES } from '../acces/roles.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { jourDe } from '../horloge.ts'
import { OPTIONS_ROLES } from '../lecture/comptes.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { jetonPourListe } from '../lecture/jetons.ts'
import { listerComptesDuRessort } from '../services/comptes.ts'
import { creerJeton, listerJetonsDuRessort, revoquer } from '../services/jetons.ts'
import { auteurDe } from './auteur.ts'
import {
  codesDeTerritoires,
  jour,
  lireFormulaire,
  OCTETS_DE_FORMULAIRE,
  requisSansNumero,
  texteSansNumero,
} from './formulaire.ts'
import { annonceDe, continuer } from './suite.ts'

const schema = z.object({
  nom: requisSansNumero('Ce à quoi le jeton sert', 100),
  compte: z.coerce.number('Le compte manque.').int('Le compte manque.'),
  role: z.union([z.literal('').transform(() => null), z.enum(ROLES)]),
  territoires: codesDeTerritoires,
  service: texteSansNumero(50).transform((code) => (code === '' ? null : code.toUpperCase())),
  dernier_jour: jour,
})

/** Months that a token lives where nothing else is chosen. */
const MOIS_PROPOSES = 6

/** `/jetons`: what programs ask the API with. */
export const jetons = (deps: Deps): Hono<Env> => {
  const { etat } = deps
  const page = async (c: Context<Env>, reste: Partial<JetonsProps> = {}) => {
    const { contexte, lecteur } = await lireSujet(c)
    const auteur = auteurDe(deps, c)
    const aujourdhui = jourDe(deps.maintenant())
    const comptes = (await listerComptesDuRessort(etat, auteur)).filter(({ ferme_le }) => ferme_le === null)
    return c.html(
      <Jetons
        contexte={{ ...contexte, chemin: '/jetons' }}
        jetons={(await listerJetonsDuRessort(etat, auteur)).map((jeton) => jetonPourListe(jeton, aujourdhui))}
        comptes={comptes.map(({ id, nom, role }) => [String(id), `${nom}, ${LIBELLES_ROLES[role]}`])}
        roles={OPTIONS_ROLES}
        services={await servicesDe(lecteur)}
        saisie={{
          nom: '',
          compte: String(c.get('compte').id),
          role: '',
          territoires: '',
          service: '',
          dernier_jour: plusMois(aujourdhui, MOIS_PROPOSES),
        }}
        {...reste}
      />,
      reste.refus ? 422 : 200,
    )
  }
  const refus = (phrase: string) => ({ refus: { phrase, suite: 'Aucun jeton n’a été créé.' } })

  return new Hono<Env>()
    .use('/jetons', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }))
    .use('/jetons/*', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }))
    .get('/jetons', (c) => page(c, annonceDe(deps, c)))
    .post('/jetons', async (c) => {
      const lu = await lireFormulaire(c, schema)
      if ('reproche' in lu) return page(c, refus(lu.reproche))
      const { nom, compte, role, territoires, service, dernier_jour: dernierJour } = lu.champs
      try {
        const saisie = { nom, compte, role, territoires, service, dernierJour }
        const clair = await creerJeton(etat, saisie, auteurDe(deps, c))
        return await continuer(deps, c, '/jetons', { jeton: { nom, clair } })
      } catch (cause) {
        if (!(cause instanceof ErreurInfocentre && cause.publique)) throw cause
        const saisie = {
          nom,
          compte: String(compte),
          role: role ?? '',
          territoires: territoires.join(' '),
          service: service ?? '',
          dernier_jour: dernierJour,
        }
        return page(c, { ...refus(cause.message), saisie })
      }
    })
    .post('/jetons/:id/revoquer', async (c) => {
      await revoquer(etat, Number(c.req.param('id')), auteurDe(deps, c))
      return continuer(deps, c, '/jetons', { fait: 'Le jeton est révoqué.' })
    })
}
