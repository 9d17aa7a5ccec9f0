import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { loadSecret } from '../../ingest/store/secret.ts'
import { Compte } from '../../web/pages/compte.tsx'
import { accepterCode, proposerCle } from '../auth/codes.ts'
import { prendreEssai } from '../auth/echecs.ts'
import { correspond, hacher } from '../auth/mot-de-passe.ts'
import { reprocheDe } from '../auth/robustesse.ts'
import { fermerSessionsDe, ouvrirSession } from '../auth/sessions.ts'
import { poserTemoin } from '../auth/temoin.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe, minuteDe } from '../horloge.ts'
import { porteeEnMots } from '../lecture/comptes.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { presenterCle } from '../lecture/second-facteur.ts'
import { changerCompte, trouverCompte } from '../state/comptes.ts'
import { consigner } from '../state/journal.ts'
import { lireFormulaire, OCTETS_DE_FORMULAIRE } from './formulaire.ts'
import { annonceDe, continuer } from './suite.ts'

const schemaMotDePasse = z.object({
  actuel: z.string().max(1000),
  nouveau: z.string().max(1000),
  repete: z.string().max(1000),
})
const schemaCode = z.object({ code: z.string().max(20) })

/** `/compte`: one's own account, its password and its second factor. */
export const compte = (deps: Deps): Hono<Env> => {
  const { etat, site } = deps

  const page = async (c: Context<Env>, reste: { refus?: string } = {}) => {
    const { fait } = annonceDe(deps, c)
    const { contexte } = await lireSujet(c)
    const lui = (await trouverCompte(etat, c.get('compte').id)) ?? c.get('compte')
    const secret = await loadSecret(deps.base.connection, deps.secret)
    const offert = lui.second_facteur_le === null && !lui.demonstration && lui.mot_de_passe !== null && secret !== null
    return c.html(
      <Compte
        contexte={{ ...contexte, chemin: '/compte' }}
        courriel={lui.courriel}
        portee={porteeEnMots(lui)}
        secondFacteurLe={lui.second_facteur_le && minuteDe(lui.second_facteur_le)}
        proposition={offert ? presenterCle(await proposerCle(etat, lui, secret), lui.courriel) : null}
        motDePasse={lui.mot_de_passe !== null && !lui.demonstration}
        aChanger={lui.a_changer}
        {...(fait ? { fait } : {})}
        {...(reste.refus ? { refus: { phrase: reste.refus, suite: 'Rien n’a été changé.' } } : {})}
      />,
      reste.refus ? 422 : 200,
    )
  }

  const consignerMotDePasse = (c: Context<Env>, quoi: string) =>
    consigner(etat, {
      instant: instantDe(deps.maintenant()),
      qui: c.get('acces').qui,
      role: c.get('acces').role,
      action: 'MOT_DE_PASSE',
      detail: { quoi },
    })

  return new Hono<Env>()
    .use('/compte/*', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }))
    .get('/compte', (c) => page(c))
    .post('/compte/mot-de-passe', async (c) => {
      const lui = c.get('compte')
      const lu = await lireFormulaire(c, schemaMotDePasse)
      if (lui.demonstration) return page(c, { refus: 'Le mot de passe d’un compte de démonstration ne change pas.' })
      if ('reproche' in lu) return page(c, { refus: lu.reproche })
      const { actuel, nouveau, repete } = lu.champs
      const maintenant = deps.maintenant()
      const essai = await prendreEssai(etat, lui, maintenant)
      if (essai === null || !(await correspond(actuel, lui.mot_de_passe))) {
        await essai?.rater()
        return page(c, { refus: 'Le mot de passe actuel ne convient pas.' })
      }
      await essai.rendre()
      if (nouveau !== repete) return page(c, { refus: 'Les deux saisies du nouveau mot de passe diffèrent.' })
      if (nouveau === actuel) return page(c, { refus: 'Le nouveau mot de passe est le même que l’actuel.' })
      const reproche = reprocheDe(nouveau, [lui.courriel, lui.nom])
      if (reproche !== null) return page(c, { refus: reproche })
      await changerCompte(etat, lui.id, {
        mot_de_passe: await hacher(nouveau),
        a_changer: false,
        provisoire_jusqu_a: null,
        echecs: 0,
      })
      await fermerSessionsDe(etat, lui.id)
      poserTemoin(c, site, await ouvrirSession(etat, lui.id, 'OUVERTE', 'MOT_DE_PASSE', maintenant))
      await consignerMotDePasse(c, 'mot de passe')
      return continuer(deps, c, '/compte', { fait: 'Le mot de passe est changé, vos autres sessions sont fermées.' })
    })
    .post('/compte/second-facteur', async (c) => {
      const lui = c.get('compte')
      const lu = await lireFormulaire(c, schemaCode)
      const secret = await loadSecret(deps.base.connection, deps.secret)
      const proposee = lui.second_facteur !== null && lui.second_facteur_le === null
      if ('reproche' in lu || secret === null || !proposee) return page(c, { refus: 'Aucune clé n’est proposée.' })
      if (!(await accepterCode(etat, lui, lu.champs.code, secret, deps.maintenant())))
        return page(c, { refus: 'Ce code ne convient pas, ou a déjà servi.' })
      await consignerMotDePasse(c, 'second facteur')
      return continuer(deps, c, '/compte', {
        fait: 'Le second facteur est en place : un code sera demandé à chaque connexion.',
      })
    })
}
