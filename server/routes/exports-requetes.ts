import { Hono } from 'hono'
import { contientNumero } from '../../ingest/contract/numero.ts'
import { tableauRequete } from '../../reports/tableau/requete.ts'
import { travailDeRequete } from '../acces/porte/requetes.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe, jourDe } from '../horloge.ts'
import { atelierDe } from '../requetes/atelier.ts'
import { envoyer, formatDe } from './envoyer.ts'
import type { QuestionPosee } from './requetes.tsx'
import { sujetDesRequetes } from './requetes-vue.ts'

/** `/exports/requete.<format>`: a result shown, asked for again with the bounds of an export. */
export const exportsRequetes = (deps: Deps): Hono<Env> =>
  new Hono<Env>().get('/exports/:fichier{requete\\.[a-z]+}', async (c) => {
    const format = formatDe(c)
    const sujet = await sujetDesRequetes(deps, c)
    const atelier = atelierDe<QuestionPosee>(deps.base)
    const { qui } = c.get('acces')
    const question = atelier.trouver(qui, c.req.query('execution') ?? '')?.question
    if (format === null || sujet === null || question == null || question.territoire !== sujet.territoire)
      return c.notFound()
    const { lecteur, territoire, requetes } = sujet
    const pourquoi = { action: 'EXPORT', instant: instantDe(deps.maintenant()), forme: format } as const
    const duree = lecteur.reglages.pour(territoire).secondes_requete * 1000
    const travail = travailDeRequete(lecteur, question, pourquoi, duree)
    const issue = await atelier.lancer(qui, question, travail, Date.now()).finie
    if ('refus' in issue) return c.text(`${issue.refus.phrase} ${issue.refus.suite}`, 409)
    const gardee = requetes.find(({ vue }) => vue.id === question.requete)?.vue
    const aujourdhui = jourDe(deps.maintenant())
    const provenance = {
      territoire,
      debut: aujourdhui,
      fin: aujourdhui,
      maintenant: instantDe(deps.maintenant()),
      version: deps.version,
      filtres: {
        ...(question.parametres.mois === null ? {} : { mois: question.parametres.mois }),
        ...(question.parametres.guichet === null ? {} : { guichet: question.parametres.guichet }),
      },
    }
    // The text goes with the file: a number typed in it does not.
    const texte = contientNumero(question.texte) ? 'texte tu : il porte un numéro unique' : question.texte
    const tableau = tableauRequete(issue, gardee?.titre ?? 'Requête libre', texte, provenance)
    return envoyer(c, tableau, format, `requete-${territoire}${gardee === undefined ? '' : `-${gardee.id}`}`)
  })
