import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { estMois } from '../../ingest/socle/jour.ts'
import { CONSTATS_CIVILITE, type ConstatCivilite } from '../../web/echantillons.ts'
import { faitCivilite } from '../../web/modeles/faits-echantillons.ts'
import { Civilite } from '../../web/pages/civilite.tsx'
import { demanderMouvements, verifierMouvement } from '../acces/porte/civilites.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe } from '../horloge.ts'
import { nommerAuteurs } from '../lecture/auteurs.ts'
import { mouvementsVus } from '../lecture/civilites.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { lienExportRegistre } from '../lecture/exports.ts'
import { consigner } from '../state/journal.ts'
import { lireFormulaire, OCTETS_DE_FORMULAIRE, texteSansNumero } from './formulaire.ts'
import { sansSujet } from './sans-sujet.tsx'
import { annonceDe, continuer } from './suite.ts'

const schema = z.object({
  mouvement: z.coerce.number('Ce mouvement n’existe pas.').int(),
  constat: z.enum(
    Object.keys(CONSTATS_CIVILITE) as [ConstatCivilite, ...ConstatCivilite[]],
    'Dire si la pièce est vue, absente ou suspecte.',
  ),
  note: texteSansNumero(500).default(''),
})

/** `/controles/:mois/civilite`: the movements of civility of a month, verified one by one. */
export const civilite = (deps: Deps): Hono<Env> => {
  const instant = () => instantDe(deps.maintenant())

  /** The month that an address names; null where it has no figures. */
  const sujetDe = async (c: Context<Env>) => {
    const { lecteur, contexte, etat } = await lireSujet(c)
    const mois = c.req.param('mois') ?? ''
    const { territoire } = contexte
    const calcule = etat?.calcules.find((un) => un.mois === mois)
    if (territoire === null || !estMois(mois) || calcule === undefined) return null
    return { lecteur, contexte: { ...contexte, mois, instantane: calcule.instantane }, territoire, mois }
  }
  type Sujet = NonNullable<Awaited<ReturnType<typeof sujetDe>>>

  const page = async (c: Context<Env>, { lecteur, contexte, territoire, mois }: Sujet, refus?: string) => {
    const { fait } = annonceDe(deps, c)
    const pourquoi = { action: 'CONSULTATION', instant: instant() } as const
    const mouvements = await demanderMouvements(lecteur, { territoire, mois }, pourquoi)
    return c.html(
      <Civilite
        contexte={{ ...contexte, chemin: `/controles/${mois}/civilite` }}
        mois={mois}
        mouvements={mouvementsVus(mouvements, await nommerAuteurs(lecteur))}
        constat={faitCivilite(mouvements, mois)}
        peutVerifier={lecteur.acces.role === 'gestionnaire'}
        exports={lienExportRegistre(contexte, 'civilites')}
        {...(fait ? { fait } : {})}
        {...(refus ? { refus: { phrase: refus, suite: 'Rien n’a été enregistré.' } } : {})}
      />,
      refus ? 422 : 200,
    )
  }

  return new Hono<Env>()
    .use('/controles/:mois/civilite', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }))
    .get('/controles/:mois/civilite', async (c) => {
      const sujet = await sujetDe(c)
      return sujet === null ? sansSujet(c) : page(c, sujet)
    })
    .post('/controles/:mois/civilite', async (c) => {
      const sujet = await sujetDe(c)
      if (sujet === null) return c.notFound()
      const lu = await lireFormulaire(c, schema)
      if ('reproche' in lu) return page(c, sujet, lu.reproche)
      const { mouvement, constat, note } = lu.champs
      const { lecteur, territoire, mois } = sujet
      const { qui, role } = lecteur.acces
      const le = instant()
      if (!(await verifierMouvement(lecteur, territoire, mouvement, { constat, note, par: qui, le })))
        return page(c, sujet, 'Ce mouvement n’existe pas, ou son numéro est effacé.')
      await consigner(deps.etat, {
        ...{ instant: le, qui, role, territoire },
        action: 'CIVILITE',
        detail: { mois, quoi: CONSTATS_CIVILITE[constat].toLocaleLowerCase('fr') },
      })
      return continuer(deps, c, `/controles/${mois}/civilite#m${mouvement}`, {
        fait: `C’est noté : ${CONSTATS_CIVILITE[constat].toLocaleLowerCase('fr')}.`,
      })
    })
}
