import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type Evenement, ecrireCalendrier } from '../../reports/agenda/icalendar.ts'
import { NATURES_REUNION } from '../../web/agenda.ts'
import { direPublic } from '../../web/modeles/agenda.ts'
import { jourDeReunion } from '../../web/modeles/reunion.ts'
import type { Lecteur } from '../acces/lecteur.ts'
import { accesDe, compteAdmis } from '../acces/qui-demande.ts'
import { VOIENT_TOUS_LES_NUMEROS } from '../acces/roles.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe, jourDe } from '../horloge.ts'
import { adresseReseau, origineDe } from '../hote.ts'
import { type Agenda, lireAgenda } from '../lecture/agenda/lire.ts'
import { calendrierDuSecret, ouvrirCalendrier, revoquerCalendrier } from '../state/calendriers.ts'
import { trouverCompte } from '../state/comptes.ts'
import { consigner } from '../state/journal.ts'
import { lireReglages } from '../state/reglages.ts'
import { acteurDeLAgenda } from './acteur-agenda.ts'
import { OCTETS_DE_FORMULAIRE } from './formulaire.ts'
import { continuer } from './suite.ts'

/** What falls due, then the meetings to come: neither a name, nor a number, nor a figure. */
const evenementsDe = ({ echeances, reunions }: Agenda, territoire: string): Evenement[] => [
  ...echeances
    .filter(({ etat }) => etat === 'A_FAIRE' || etat === 'EN_RETARD')
    .map((e) => ({ cle: `${territoire} ${e.obligation} ${e.periode}`, jour: e.echeance, titre: direPublic(e) })),
  ...reunions
    .filter(({ etat }) => etat === 'PREVUE' || etat === 'CONVOQUEE')
    .map((r) => ({ cle: `${territoire} reunion ${r.id}`, jour: jourDeReunion(r), titre: NATURES_REUNION[r.nature] })),
]

/** The address that a calendar program reads: opened, revoked, and what it gives to whoever knows it. */
export const calendrier = (deps: Deps): Hono<Env> => {
  const { etat } = deps
  const instant = () => instantDe(deps.maintenant())
  return new Hono<Env>()
    .use('/agenda/calendrier/*', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }))
    .post('/agenda/calendrier', async (c) => {
      const acteur = await acteurDeLAgenda(deps, c)
      if (acteur === null) return c.notFound()
      const { territoire, qui, role } = acteur
      const secret = await ouvrirCalendrier(etat, { territoire, compte: c.get('compte').id }, instant())
      await consigner(etat, {
        ...{ instant: instant(), qui, role, territoire },
        action: 'AGENDA',
        detail: { quoi: 'adresse de calendrier ouverte' },
      })
      const adresse = `${origineDe(deps.site, c)}/calendrier/${secret}.ics`
      return continuer(deps, c, '/agenda#abonnement', { calendrier: adresse })
    })
    .post('/agenda/calendrier/revoquer', async (c) => {
      const acteur = await acteurDeLAgenda(deps, c)
      if (acteur === null) return c.notFound()
      const { territoire, qui, role } = acteur
      const revoquee = await revoquerCalendrier(etat, { territoire, compte: c.get('compte').id }, instant())
      if (revoquee)
        await consigner(etat, {
          ...{ instant: instant(), qui, role, territoire },
          action: 'AGENDA',
          detail: { quoi: 'adresse de calendrier révoquée' },
        })
      return continuer(deps, c, '/agenda#abonnement', { fait: 'L’adresse ne donne plus rien.' })
    })
    .get('/calendrier/:fichier{[A-Za-z0-9_-]+\\.ics}', async (c) => {
      const ouvert = await calendrierDuSecret(etat, c.req.param('fichier').slice(0, -'.ics'.length))
      const compte = ouvert === null ? null : await trouverCompte(etat, ouvert.compte)
      const admis =
        ouvert !== null &&
        compte !== null &&
        compte.ferme_le === null &&
        compte.territoires.includes(ouvert.territoire) &&
        VOIENT_TOUS_LES_NUMEROS.includes(compte.role) &&
        (await compteAdmis(deps, c, compte))
      if (!admis) {
        const tentee = deps.tentatives.tenter(`calendriers de ${adresseReseau(deps.site, c)}`, deps.maintenant())
        return c.text('Cette adresse ne donne rien.', tentee ? 404 : 429)
      }
      const { territoire } = ouvert
      const reglages = await lireReglages(etat, jourDe(deps.maintenant()))
      const lecteur: Lecteur = { base: deps.base, etat, acces: accesDe(compte), reglages }
      const lu = await lireAgenda(lecteur, territoire, jourDe(deps.maintenant()))
      c.header('Content-Type', 'text/calendar; charset=utf-8')
      return c.body(
        ecrireCalendrier(evenementsDe(lu, territoire), {
          nom: `Infocentre ${territoire}`,
          moment: deps.maintenant(),
          version: deps.version,
        }),
      )
    })
}
