import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { ACTES_CHARTE, estCharte } from '../../web/chartes.ts'
import { PageCharte } from '../../web/pages/charte.tsx'
import { Chartes } from '../../web/pages/chartes.tsx'
import { PremiereUtilisation } from '../../web/pages/premiere-utilisation.tsx'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { jourDe } from '../horloge.ts'
import { type CharteLue, lireAdhesions, lireChartes } from '../lecture/chartes.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { constatsDesEchantillons } from '../lecture/echantillons.ts'
import { lienExportRegistre } from '../lecture/exports.ts'
import { FICHES } from '../lecture/fiches.ts'
import { lireIndicateursDArticles } from '../lecture/indicateurs-articles.ts'
import { agirSurCharte } from '../services/chartes.ts'
import { acteurDeLAgenda } from './acteur-agenda.ts'
import { lireFormulaire, OCTETS_DE_FORMULAIRE } from './formulaire.ts'
import { saisieDeCharte, schemaCharte } from './saisie-charte.ts'
import { annonceDe, continuer } from './suite.ts'

interface Refusee {
  readonly refus?: string
  readonly saisie?: Readonly<Record<string, string>>
}

const brouillonDe = ({ versions }: CharteLue) => versions.find(({ etat }) => etat === 'BROUILLON') ?? null

/** The version that an address asks for, and the one it is compared to: the latest validated before it. */
const choisir = ({ versions, enVigueur }: CharteLue, demandee: string | undefined, comparer: boolean) => {
  const montree =
    versions.find(({ version }) => String(version) === demandee) ??
    enVigueur ??
    versions.findLast(({ etat }) => etat === 'BROUILLON') ??
    null
  const avant =
    comparer && montree !== null
      ? (versions.findLast(({ version, etat }) => version < montree.version && etat === 'VALIDEE') ?? null)
      : null
  return { montree, avant }
}

/** `/chartes`: what services commit to, and `/chartes/:code`, one of them. */
export const chartes = (deps: Deps): Hono<Env> => {
  const aujourdhui = () => jourDe(deps.maintenant())

  const page = async (c: Context<Env>, { refus, saisie = {} }: Refusee = {}) => {
    const code = c.req.param('code') ?? ''
    const sujet = await lireSujet(c)
    const { lecteur, contexte } = sujet
    if (!estCharte(code)) return c.notFound()
    if (contexte.territoire === null) return c.html(<PremiereUtilisation contexte={contexte} />)
    const { fait } = annonceDe(deps, c)
    const lues = await lireChartes(lecteur, contexte.territoire, aujourdhui())
    const charte = lues.find((une) => une.code === code)
    if (charte === undefined) return c.notFound()
    return c.html(
      <PageCharte
        contexte={{ ...contexte, chemin: `/chartes/${code}` }}
        code={code}
        versions={charte.versions}
        enVigueur={charte.enVigueur}
        {...choisir(charte, c.req.query('version'), c.req.query('comparer') === '1')}
        indicateurs={await lireIndicateursDArticles(sujet)}
        adhesions={await lireAdhesions(lecteur, contexte.territoire, charte, aujourdhui())}
        constats={code === 'dossier-unique' ? await constatsDesEchantillons(lecteur, contexte.territoire) : null}
        offerts={FICHES.map((fiche) => [fiche.code, fiche.libelle] as const)}
        peutRediger={lecteur.acces.role === 'gestionnaire'}
        aujourdhui={aujourdhui()}
        saisie={saisie}
        exports={lienExportRegistre(contexte, 'chartes', { charte: code })}
        {...(fait ? { fait } : {})}
        {...(refus ? { refus: { phrase: refus, suite: 'Rien n’a été enregistré.' } } : {})}
      />,
      refus ? 422 : 200,
    )
  }

  return new Hono<Env>()
    .use('/chartes/*', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }))
    .get('/chartes', async (c) => {
      const { lecteur, contexte } = await lireSujet(c)
      const { territoire } = contexte
      if (territoire === null) return c.html(<PremiereUtilisation contexte={contexte} />)
      const lues = await lireChartes(lecteur, territoire, aujourdhui())
      const listees = []
      for (const charte of lues)
        listees.push({
          code: charte.code,
          enVigueur: charte.enVigueur,
          brouillon: brouillonDe(charte),
          adhesions: await lireAdhesions(lecteur, territoire, charte, aujourdhui()),
        })
      const exports = lues.some(({ enVigueur }) => enVigueur !== null) ? lienExportRegistre(contexte, 'chartes') : []
      return c.html(<Chartes contexte={{ ...contexte, chemin: '/chartes' }} chartes={listees} exports={exports} />)
    })
    .get('/chartes/:code', (c) => page(c))
    .post('/chartes/:code', async (c) => {
      const [code, acteur] = [c.req.param('code'), await acteurDeLAgenda(deps, c)]
      if (acteur === null || !estCharte(code)) return c.notFound()
      const lu = await lireFormulaire(c, schemaCharte)
      const brut = await c.req.parseBody()
      const saisie = Object.fromEntries(Object.entries(brut).map(([nom, valeur]) => [nom, String(valeur)]))
      if ('reproche' in lu) return page(c, { refus: lu.reproche, saisie })
      const refus = await agirSurCharte(acteur, code, saisieDeCharte(lu.champs))
      if (refus !== null) return page(c, { refus, saisie })
      const { acte } = lu.champs
      const ancre = acte === 'REDIGER' || acte === 'OUVRIR' ? '#redaction' : ''
      return continuer(deps, c, `/chartes/${code}${ancre}`, { fait: `C’est enregistré : ${ACTES_CHARTE[acte]}.` })
    })
}
