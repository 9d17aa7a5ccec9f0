import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { lien } from '../../web/liens.ts'
import { vueDemandee } from '../../web/modeles/registre.ts'
import { Registre } from '../../web/pages/registre.tsx'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { jourDe } from '../horloge.ts'
import { lienExportRegistre, liensListePublique } from '../lecture/exports.ts'
import { ecartsVus, lireRegistreDInstantane } from '../lecture/registre/ecarts.ts'
import { type SujetRegistre, sujetDuRegistre } from '../lecture/registre/sujet.ts'
import { inscrireTous, resoudreEcart } from '../services/ecarts-registre.ts'
import { acteurDeLAgenda } from './acteur-agenda.ts'
import { lireFormulaire, OCTETS_DE_FORMULAIRE } from './formulaire.ts'
import { schemaEcart } from './saisie-registre.ts'
import { sansSujet } from './sans-sujet.tsx'
import { annonceDe, continuer } from './suite.ts'

interface Refusee {
  readonly refus?: string
  readonly saisie?: Readonly<Record<string, string>>
}

/** `/registre`: the services enregistreurs, and what differs from the register of the latest snapshot. */
export const registre = (deps: Deps): Hono<Env> => {
  const aujourdhui = () => jourDe(deps.maintenant())

  const ecartsDuSujet = async ({ lecteur, territoire, services, range }: SujetRegistre) => {
    const propose = await lireRegistreDInstantane(lecteur, territoire)
    return { propose, ecarts: ecartsVus(propose, services, range) }
  }

  const page = async (c: Context<Env>, { refus, saisie = {} }: Refusee = {}) => {
    const { fait } = annonceDe(deps, c)
    const sujet = await sujetDuRegistre(c, aujourdhui())
    if (sujet === null) return sansSujet(c)
    const { lecteur, contexte, services } = sujet
    const { role } = lecteur.acces
    const [sien] = services
    // A service has but its own sheet there.
    if (role === 'guichet' && sien !== undefined)
      return c.redirect(lien(contexte, `/registre/${encodeURIComponent(sien.service)}`), 303)
    const { propose, ecarts } = role === 'guichet' ? { propose: null, ecarts: [] } : await ecartsDuSujet(sujet)
    return c.html(
      <Registre
        contexte={{ ...contexte, chemin: '/registre' }}
        services={services}
        ecarts={ecarts}
        instantane={propose?.instantane ?? null}
        vue={vueDemandee(c.req.query('voir'))}
        annee={Number(aujourdhui().slice(0, 4))}
        peutTenir={role === 'gestionnaire'}
        saisie={saisie}
        exports={lienExportRegistre(contexte, 'registre')}
        publique={role === 'gestionnaire' ? liensListePublique(contexte) : []}
        {...(fait ? { fait } : {})}
        {...(refus ? { refus: { phrase: refus, suite: 'Rien n’a été enregistré.' } } : {})}
      />,
      refus ? 422 : 200,
    )
  }

  return new Hono<Env>()
    .use('/registre/*', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }))
    .get('/registre', (c) => page(c))
    .post('/registre/ecarts', async (c) => {
      const [acteur, sujet] = [await acteurDeLAgenda(deps, c), await sujetDuRegistre(c, aujourdhui())]
      if (acteur === null || sujet === null) return c.notFound()
      const lu = await lireFormulaire(c, schemaEcart)
      const brut = await c.req.parseBody()
      const saisie = Object.fromEntries(Object.entries(brut).map(([nom, valeur]) => [nom, String(valeur)]))
      if ('reproche' in lu) return page(c, { refus: lu.reproche, saisie })
      const { propose, ecarts } = await ecartsDuSujet(sujet)
      if (propose === null) return c.notFound()
      const { acte, la_bas: laBas, ...reste } = lu.champs
      if (acte === 'INSCRIRE') {
        const n = await inscrireTous(acteur, ecarts, propose)
        return continuer(deps, c, '/registre#services', { fait: `Services inscrits au registre : ${n}.` })
      }
      // A browser sends the ends of lines its own way.
      const decision = { ...reste, acte, laBas: laBas.replaceAll('\r\n', '\n') }
      const refus = await resoudreEcart(acteur, ecarts, propose, decision)
      return refus === null
        ? continuer(deps, c, '/registre#ecarts', { fait: 'La différence est examinée.' })
        : page(c, { refus, saisie })
    })
}
