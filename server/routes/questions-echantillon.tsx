import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { compte } from '../../ingest/socle/francais/phrase.ts'
import type { QuestionEchantillon } from '../../web/echantillons.ts'
import { PremiereUtilisation } from '../../web/pages/premiere-utilisation.tsx'
import { LONGUEUR_DE_LA_QUESTION, QuestionsEchantillon } from '../../web/pages/questions-echantillon.tsx'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe, jourDe } from '../horloge.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { enMotsDepuis } from '../lecture/parametres.ts'
import { consigner } from '../state/journal.ts'
import { regler } from '../state/reglages.ts'
import { jour, lireChamps, OCTETS_DE_FORMULAIRE, requisSansNumero, texteSansNumero } from './formulaire.ts'
import { continuer } from './suite.ts'

const QUESTIONS_MAX = 20

const schemaQuestion = z.object({
  code: texteSansNumero(30).refine((code) => /^[A-Z0-9_]*$/.test(code), 'Cette question n’existe pas.'),
  libelle: texteSansNumero(LONGUEUR_DE_LA_QUESTION),
  defaut: z.enum(['OUI', 'NON'], 'Dire quelle réponse est un défaut.'),
})

const schemaQuand = z.object({ depuis: jour, motif: requisSansNumero('La décision ou le motif') })

type Saisie = { readonly questions: readonly QuestionEchantillon[] } | { readonly reproche: string }

/** The questions that a form has, those left empty taken away; a new one is given a code that no other has. */
const lireQuestions = (champs: Readonly<Record<string, unknown>>): Saisie => {
  const questions: QuestionEchantillon[] = []
  const pris = new Set(Object.entries(champs).flatMap(([nom, code]) => (nom.startsWith('code_') ? [String(code)] : [])))
  for (let i = 0; i < QUESTIONS_MAX && champs[`libelle_${i}`] !== undefined; i += 1) {
    const lu = lireChamps(schemaQuestion, {
      code: champs[`code_${i}`] ?? '',
      libelle: champs[`libelle_${i}`],
      defaut: champs[`defaut_${i}`],
    })
    if ('reproche' in lu) return lu
    const { code, libelle, defaut } = lu.champs
    if (libelle === '') continue
    let neuf = code
    for (let n = 1; neuf === ''; n += 1) if (!pris.has(`Q${n}`)) neuf = `Q${n}`
    pris.add(neuf)
    questions.push({ code: neuf, libelle, defaut })
  }
  return questions.length === 0 ? { reproche: 'Il faut une question au moins.' } : { questions }
}

/** `/parametres/questions`: what is asked of each demande of a sample. */
export const questionsEchantillon = (deps: Deps): Hono<Env> => {
  const page = async (c: Context<Env>, refus?: string) => {
    const { lecteur, contexte } = await lireSujet(c)
    const { territoire } = contexte
    if (territoire === null) return c.html(<PremiereUtilisation contexte={contexte} />)
    return c.html(
      <QuestionsEchantillon
        contexte={{ ...contexte, chemin: '/parametres/questions' }}
        questions={lecteur.reglages.pour(territoire).questions_echantillon}
        aujourdhui={jourDe(deps.maintenant())}
        {...(refus ? { refus: { phrase: refus, suite: 'Rien n’a été changé.' } } : {})}
      />,
      refus ? 422 : 200,
    )
  }

  return new Hono<Env>()
    .use('/parametres/questions', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }))
    .get('/parametres/questions', (c) => page(c))
    .post('/parametres/questions', async (c) => {
      const { territoire } = (await lireSujet(c)).contexte
      if (territoire === null) return page(c)
      const champs = await c.req.parseBody()
      const [quand, lues] = [lireChamps(schemaQuand, champs), lireQuestions(champs)]
      if ('reproche' in lues) return page(c, lues.reproche)
      if ('reproche' in quand) return page(c, quand.reproche)
      const { depuis, motif } = quand.champs
      const { qui, role } = c.get('acces')
      const instant = instantDe(deps.maintenant())
      const saisie = { territoire, depuis, motif, saisi_le: instant, saisi_par: qui }
      await regler(deps.etat, 'questions_echantillon', lues.questions, saisie)
      const detail = {
        cle: 'questions_echantillon',
        depuis,
        motif,
        questions: lues.questions.map(({ libelle }) => libelle),
      }
      await consigner(deps.etat, { instant, qui, role, action: 'REGLAGE', territoire, detail })
      return continuer(deps, c, '/parametres', {
        fait: `${compte(lues.questions.length, 'question')} des échantillons, ${enMotsDepuis(depuis)}. Ceux déjà tirés gardent les leurs.`,
      })
    })
}
