import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { PremiereUtilisation } from '../../web/pages/premiere-utilisation.tsx'
import { Signalements, type SignalementVu } from '../../web/pages/signalements.tsx'
import { consulterSignalements, etapeDuSignalement, reprocherAuSignalement } from '../acces/porte/signalements.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe, minuteDe } from '../horloge.ts'
import { nommerAuteurs } from '../lecture/auteurs.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { normaliserNumero } from '../services/numero.ts'
import {
  avancerSignalement,
  deposerSignalement,
  ETAPES_SIGNALEMENT,
  type Signalement,
  SUITES,
} from '../state/signalements.ts'
import { lireFormulaire, OCTETS_DE_FORMULAIRE, requis, texte } from './formulaire.ts'
import { annonceDe, continuer } from './suite.ts'

/** What may be taken from another demande than the one kept. */
const INFORMATIONS = [
  ['identite', 'L’identité'],
  ['contact', 'L’adresse et le contact'],
  ['menage', 'Le ménage et ses ressources'],
  ['souhaits', 'Le logement voulu'],
] as const

const schema = z.object({
  numeros: requis('Les numéros', 400),
  garde: requis('Le numéro à garder', 30),
  motif: requis('La raison', 500),
  ...Object.fromEntries(INFORMATIONS.map(([code]) => [`reprise_${code}`, texte(30).optional()])),
})

/** What a signalement is to begin with, read again once it is whole. */
const schemaPrepare = z.object({ numeros: requis('Les numéros', 400), garde: texte(30), motif: texte(500) })

const schemaSuite = z.object({ etape: z.enum(['ACCEPTE', 'REFUSE', 'FAIT']), motif: texte(500) })

const enVue = (s: Signalement, gestion: boolean, nommer: (qui: string) => string): SignalementVu => ({
  id: s.id,
  service: s.service,
  numeros: s.numeros,
  garde: s.garde,
  reprises: INFORMATIONS.flatMap(([code, libelle]) => {
    const numero = s.reprises[code]
    return numero === undefined ? [] : [[libelle.toLowerCase(), numero] as const]
  }),
  etapes: s.etapes.map(({ etape, motif, par, le }) => ({
    libelle: ETAPES_SIGNALEMENT[etape],
    motif,
    par: nommer(par),
    le: minuteDe(le),
  })),
  suites: gestion
    ? SUITES[s.etapes.at(-1)?.etape ?? 'DEPOSE'].map((code) => [code, ETAPES_SIGNALEMENT[code]] as const)
    : [],
})

/** `/signalements`: duplicates that guichets report, and what the gestionnaire answers. */
export const signalements = (deps: Deps): Hono<Env> => {
  const instant = () => instantDe(deps.maintenant())

  const page = async (
    c: Context<Env>,
    reste: { readonly refus?: string; readonly saisie?: Readonly<Record<string, string>> } = {},
  ) => {
    const { fait, signalement: saisie = reste.saisie } = annonceDe(deps, c)
    const { lecteur, contexte } = await lireSujet(c)
    const { territoire } = contexte
    if (territoire === null) return c.html(<PremiereUtilisation contexte={contexte} />)
    const { acces } = lecteur
    const { lignes: lus } = await consulterSignalements(lecteur, territoire, instant())
    const gestion = acces.role === 'gestionnaire'
    const nommer = await nommerAuteurs(lecteur)
    return c.html(
      <Signalements
        contexte={{ ...contexte, chemin: '/signalements' }}
        signalements={lus.map((s) => enVue(s, gestion, nommer))}
        informations={INFORMATIONS}
        peutDeposer={gestion || acces.role === 'guichet'}
        {...(reste.refus ? { refus: { phrase: reste.refus, suite: 'Rien n’a été enregistré.' } } : {})}
        {...(fait ? { fait } : {})}
        {...(saisie ? { saisie } : {})}
      />,
      reste.refus ? 422 : 200,
    )
  }

  return new Hono<Env>()
    .use('/signalements/*', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }))
    .get('/signalements', (c) => page(c))
    .post('/signalements', async (c) => {
      const { lecteur, contexte } = await lireSujet(c)
      const { territoire } = contexte
      const lu = await lireFormulaire(c, schema)
      if ('reproche' in lu) return page(c, { refus: lu.reproche })
      if (territoire === null) return page(c)
      const champs = lu.champs as Record<string, string>
      const signalement = {
        territoire,
        service: lecteur.acces.service,
        motif: champs.motif ?? '',
        numeros: [...new Set((champs.numeros ?? '').split(/[\s,;]+/).map(normaliserNumero))].filter((n) => n !== ''),
        garde: normaliserNumero(champs.garde ?? ''),
        reprises: Object.fromEntries(
          INFORMATIONS.map(([code]) => [code, normaliserNumero(champs[`reprise_${code}`] ?? '')] as const).filter(
            ([, numero]) => numero !== '',
          ),
        ),
      }
      const reproche = await reprocherAuSignalement(lecteur, signalement)
      if (reproche !== null) return page(c, { refus: reproche, saisie: champs })
      const id = await deposerSignalement(lecteur.etat, { ...signalement, par: lecteur.acces.qui, le: instant() })
      return continuer(deps, c, '/signalements', {
        fait: `Le signalement ${id} est déposé : le gestionnaire y répondra.`,
      })
    })
    .post('/signalements/preparer', async (c) => {
      const lu = await lireFormulaire(c, schemaPrepare)
      if ('reproche' in lu) return page(c, { refus: lu.reproche })
      return continuer(deps, c, '/signalements#deposer', { signalement: lu.champs })
    })
    .post('/signalements/:id', async (c) => {
      const { lecteur, contexte } = await lireSujet(c)
      const lu = await lireFormulaire(c, schemaSuite)
      if ('reproche' in lu) return page(c, { refus: lu.reproche })
      const id = Number(c.req.param('id'))
      const { territoire } = contexte
      const atteinte = territoire === null ? null : await etapeDuSignalement(lecteur, territoire, id)
      const { etape, motif } = lu.champs
      if (atteinte === null || !SUITES[atteinte].includes(etape))
        return page(c, { refus: 'Ce signalement n’attend pas cette suite.' })
      if (etape === 'REFUSE' && motif === '') return page(c, { refus: 'Un refus demande un motif.' })
      await avancerSignalement(lecteur.etat, id, { etape, motif, par: lecteur.acces.qui, le: instant() })
      return continuer(deps, c, '/signalements', {
        fait: `Le signalement ${id} est noté : ${ETAPES_SIGNALEMENT[etape].toLowerCase()}.`,
      })
    })
}
