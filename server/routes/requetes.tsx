import { setTimeout } from 'node:timers/promises'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { lien } from '../../web/liens.ts'
import { Introuvable } from '../../web/pages/introuvable.tsx'
import { Requetes } from '../../web/pages/requetes.tsx'
import { ACTES_REQUETE } from '../../web/requetes.ts'
import { type QuestionLibre, travailDeRequete } from '../acces/porte/requetes.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe } from '../horloge.ts'
import { parametresChoisis } from '../lecture/requetes.ts'
import { atelierDe, type Execution } from '../requetes/atelier.ts'
import { agirSurRequete, enregistrerRequete } from '../services/requetes.ts'
import { lireFormulaire, OCTETS_DE_FORMULAIRE } from './formulaire.ts'
import { type Montree, propsDe, type SujetRequetes, sujetDesRequetes } from './requetes-vue.ts'
import { direReproche, schemaActeRequete, schemaExecution, schemaGarder } from './saisie-requete.ts'
import { sansSujet } from './sans-sujet.tsx'
import { annonceDe, continuer } from './suite.ts'

/** Milliseconds for which a short query is waited for before its page says that it runs. */
const PATIENCE = 1500

/** What a query was launched with. */
export interface QuestionPosee extends QuestionLibre {
  readonly requete: number | null
  readonly saisie: { readonly sql: string; readonly mois: string; readonly guichet: string }
}

/** `/requetes`: free queries, run, kept, shared. */
export const requetes = (deps: Deps): Hono<Env> => {
  const atelier = atelierDe<QuestionPosee>(deps.base)

  const rendre = async (c: Context<Env>, sujet: SujetRequetes, montree: Montree) =>
    c.html(await Requetes(propsDe(deps, sujet, montree)), montree.refus === undefined ? 200 : 422)

  /** Answers with what queries are about; a base without snapshot has a page of its own. */
  const avecSujet =
    (faire: (c: Context<Env>, sujet: SujetRequetes) => Response | Promise<Response>) =>
    async (c: Context<Env>): Promise<Response> => {
      const sujet = await sujetDesRequetes(deps, c)
      return sujet === null ? sansSujet(c) : faire(c, sujet)
    }

  const introuvable = (c: Context<Env>, { contexte }: SujetRequetes) =>
    c.html(<Introuvable contexte={contexte} quoi="cette requête" />, 404)

  const lancer = (c: Context<Env>, sujet: SujetRequetes, question: QuestionPosee): Execution<QuestionPosee> => {
    const { lecteur, territoire } = sujet
    const pourquoi = { action: 'CONSULTATION', instant: instantDe(deps.maintenant()) } as const
    const duree = lecteur.reglages.pour(territoire).secondes_requete * 1000
    return atelier.lancer(
      c.get('acces').qui,
      question,
      travailDeRequete(lecteur, question, pourquoi, duree),
      Date.now(),
    )
  }

  return new Hono<Env>()
    .use('/requetes/*', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }))
    .get(
      '/requetes',
      avecSujet((c, sujet) => rendre(c, sujet, { requete: null, ...annonceDe(deps, c) })),
    )
    .post(
      '/requetes',
      avecSujet(async (c, sujet) => {
        const brut = await c.req.parseBody()
        const saisie = Object.fromEntries(Object.entries(brut).map(([nom, valeur]) => [nom, String(valeur)]))
        const requete = sujet.requetes.find(({ vue }) => String(vue.id) === saisie.requete)?.vue ?? null
        const lu = await lireFormulaire(c, schemaGarder)
        if ('reproche' in lu) return rendre(c, sujet, { requete, saisie, refus: direReproche(lu.reproche) })
        const { titre, description, sql, partagee, garder: id } = lu.champs
        const gardee = { id, titre, description, sql, partagee: partagee === '1', dessin: requete?.dessin ?? null }
        const issue = await enregistrerRequete(sujet.lecteur, sujet.territoire, gardee, deps.maintenant())
        if ('refus' in issue) return rendre(c, sujet, { requete, saisie, refus: issue.refus })
        return continuer(deps, c, `/requetes/${issue.id}`, {
          fait: issue.nouvelle ? 'La requête est enregistrée.' : 'La nouvelle version est enregistrée.',
        })
      }),
    )
    .post(
      '/requetes/executer',
      avecSujet(async (c, sujet) => {
        const lu = await lireFormulaire(c, schemaExecution)
        if ('reproche' in lu) return rendre(c, sujet, { requete: null, refus: lu.reproche })
        const { sql, mois, guichet, requete = null } = lu.champs
        const parametres = parametresChoisis(sujet.choix, { mois, guichet })
        const saisie = { sql, mois, guichet }
        const execution = lancer(c, sujet, { territoire: sujet.territoire, texte: sql, parametres, requete, saisie })
        await Promise.race([execution.finie, setTimeout(PATIENCE)])
        return c.redirect(lien(sujet.contexte, `/requetes/executions/${execution.id}`), 303)
      }),
    )
    .post(
      '/requetes/arreter',
      avecSujet(async (c, sujet) => {
        const { qui } = c.get('acces')
        const enCours = atelier.enCoursDe(qui)
        atelier.arreter(qui)
        await enCours?.finie
        return c.redirect(lien(sujet.contexte, enCours ? `/requetes/executions/${enCours.id}` : '/requetes'), 303)
      }),
    )
    .get(
      '/requetes/executions/:execution',
      avecSujet((c, sujet) => {
        const execution = atelier.trouver(c.get('acces').qui, c.req.param('execution') ?? '')
        const question = execution?.question
        // Its result has been let go of, or the territory shown is another.
        if (execution === undefined || question == null || question.territoire !== sujet.territoire)
          return c.redirect(lien(sujet.contexte, '/requetes'), 303)
        const requete = sujet.requetes.find(({ vue }) => vue.id === question.requete)?.vue ?? null
        return rendre(c, sujet, { requete, execution, saisie: question.saisie, ...annonceDe(deps, c) })
      }),
    )
    .get(
      '/requetes/:id',
      avecSujet((c, sujet) => {
        const trouvee = sujet.requetes.find(({ vue }) => String(vue.id) === c.req.param('id'))
        if (trouvee === undefined) return introuvable(c, sujet)
        const version = trouvee.gardee.versions.find(({ id }) => String(id) === c.req.query('version'))
        return rendre(c, sujet, {
          requete: trouvee.vue,
          ...(version === undefined ? {} : { saisie: version }),
          ...annonceDe(deps, c),
        })
      }),
    )
    .post(
      '/requetes/:id',
      avecSujet(async (c, sujet) => {
        const trouvee = sujet.requetes.find(({ vue }) => String(vue.id) === c.req.param('id'))
        if (trouvee === undefined) return introuvable(c, sujet)
        const lu = await lireFormulaire(c, schemaActeRequete)
        const { vue: requete, gardee } = trouvee
        if ('reproche' in lu) return rendre(c, sujet, { requete, refus: lu.reproche })
        const issue = await agirSurRequete(sujet.lecteur, gardee, lu.champs.acte, deps.maintenant())
        if ('refus' in issue) return rendre(c, sujet, { requete, refus: issue.refus })
        const suite = lu.champs.acte === 'RETIRER' ? '/requetes' : `/requetes/${requete.id}`
        return continuer(deps, c, suite, { fait: `C’est fait : requête ${ACTES_REQUETE[lu.champs.acte]}.` })
      }),
    )
}
