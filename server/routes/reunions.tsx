import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { estJour } from '../../ingest/socle/jour.ts'
import { ACTES_DECISION, ACTES_REUNION, type ActeDecision, type ActeReunion } from '../../web/agenda.ts'
import { Reunion } from '../../web/pages/reunion.tsx'
import type { Lecteur } from '../acces/lecteur.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { MACHINE_DECISIONS, MACHINE_REUNIONS } from '../gestion/agenda/table.ts'
import { actesDe } from '../gestion/machine.ts'
import { jourDe } from '../horloge.ts'
import { lireAgenda } from '../lecture/agenda/lire.ts'
import { nommerAuteurs } from '../lecture/auteurs.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { documentVu } from '../lecture/documents.ts'
import { lireEcrivain } from '../lecture/lettres.ts'
import { agirSurReunion, pointerPresences, releverDecision, suivreDecision } from '../services/agenda.ts'
import { ecritDeLActe, garderEcrit } from '../services/lettres-reunion.ts'
import { lireDocuments } from '../state/documents.ts'
import { acteurDeLAgenda } from './acteur-agenda.ts'
import { compterAdresses, diffuserALaListe } from './envoi-reunion.ts'
import { lireFormulaire, OCTETS_DE_FORMULAIRE, requisSansNumero, texteSansNumero } from './formulaire.ts'
import { lirePointages } from './pointages.ts'
import { sansSujet } from './sans-sujet.tsx'
import { annonceDe, continuer } from './suite.ts'

const codes = <T extends string>(mots: Readonly<Record<T, string>>) => Object.keys(mots) as [T, ...T[]]

const jourOuRien = texteSansNumero(10)
  .default('')
  .refine((saisi) => saisi === '' || estJour(saisi), 'La date n’est pas une date du calendrier.')
  .transform((saisi) => (estJour(saisi) ? saisi : null))

const schemaActe = z.object({
  acte: z.enum(codes<ActeReunion>(ACTES_REUNION)),
  jour: jourOuRien,
  lieu: texteSansNumero(200).default(''),
  texte: texteSansNumero(4000).default(''),
  diffuser: texteSansNumero(1).default(''),
})
const schemaDecision = z.object({
  texte: requisSansNumero('La décision', 1000),
  qui: requisSansNumero('Qui la fait', 120),
  pour_le: jourOuRien,
})
const schemaSuite = z.object({
  acte: z.enum(codes<ActeDecision>(ACTES_DECISION)),
  texte: texteSansNumero(500).default(''),
})

/** Acts that say when something was done, or is to be. */
const DATES: ReadonlySet<ActeReunion> = new Set(['CONVOQUER', 'REPORTER', 'TENIR', 'ENVOYER'])
/** Acts that have a form of their own. */
const AILLEURS: ReadonlySet<ActeReunion> = new Set(['PROGRAMMER', 'POINTER', 'DECIDER'])

/** `/agenda/reunions`: meetings, from their convocation to their minutes. */
export const reunions = (deps: Deps): Hono<Env> => {
  const aujourdhui = () => jourDe(deps.maintenant())

  /** The meeting that an address names, with the calendar it is of. */
  const sujetDe = async (c: Context<Env>) => {
    const { lecteur, contexte } = await lireSujet(c)
    const id = Number(c.req.param('id'))
    if (contexte.territoire === null) return null
    const lu = await lireAgenda(lecteur, contexte.territoire, aujourdhui())
    const reunion = lu.reunions.find((une) => une.id === id)
    return reunion === undefined ? null : { lecteur, contexte, reunion, ...lu }
  }

  const documentsDe = async (id: number, lecteur: Lecteur) => {
    const nommer = await nommerAuteurs(lecteur)
    const gardes = await lireDocuments(deps.etat, { sujet: 'reunion', ids: [id] })
    return gardes.map((document) => documentVu(document, nommer))
  }

  /** What was just sent is kept as it was; what kept it from being made is said. */
  const garderEnvoi = async (c: Context<Env>, acte: ActeReunion): Promise<string> => {
    const [code, sujet] = [ecritDeLActe(acte), await sujetDe(c)]
    if (code === null || sujet === null) return ''
    const { lecteur, reunion, contexte } = sujet
    const territoire = contexte.territoire ?? ''
    const ecrivain = await lireEcrivain(lecteur, territoire, deps.maintenant())
    const manque = await garderEcrit(deps.etat, ecrivain, { reunion, territoire, code }, lecteur.acces)
    return manque === null ? ' Ce qui a été envoyé est gardé.' : ` Rien n’est gardé de ce qui a été envoyé. ${manque}`
  }

  const page = async (c: Context<Env>, refus?: string) => {
    const { fait } = annonceDe(deps, c)
    const sujet = await sujetDe(c)
    if (sujet === null) return sansSujet(c)
    const { lecteur, contexte, reunion, services, echeances } = sujet
    const { role } = lecteur.acces
    const appeles = new Set(reunion.presences.map(({ service }) => service))
    const rendu = echeances.find((e) => e.obligation === 'COMPTE_RENDU_REUNION' && e.reunion === reunion.id)
    return c.html(
      <Reunion
        contexte={{ ...contexte, chemin: '/agenda', requete: contexte.requete }}
        reunion={reunion}
        documents={await documentsDe(reunion.id, lecteur)}
        actes={actesDe(MACHINE_REUNIONS, reunion.etat, role).map(({ acte }) => acte)}
        suitesDe={({ etat }) => actesDe(MACHINE_DECISIONS, etat, role).map(({ acte }) => acte)}
        autres={services.filter(({ code }) => !appeles.has(code)).map(({ code, libelle }) => [code, libelle] as const)}
        compteRenduDu={rendu?.echeance ?? null}
        aujourdhui={aujourdhui()}
        adresses={role === 'gestionnaire' ? await compterAdresses(deps, contexte.territoire ?? '') : 0}
        {...(fait ? { fait } : {})}
        {...(refus ? { refus: { phrase: refus, suite: 'Rien n’a été enregistré.' } } : {})}
      />,
      refus ? 422 : 200,
    )
  }

  /** Back to the meeting once an act is done; the meeting with what was wrong where it was not. */
  const finir = (c: Context<Env>, refus: string | null, fait: string, ancre = '') =>
    refus === null
      ? continuer(deps, c, `/agenda/reunions/${Number(c.req.param('id'))}${ancre}`, { fait })
      : page(c, refus)

  return new Hono<Env>()
    .use('/agenda/reunions/*', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }))
    .get('/agenda/reunions/:id', (c) => page(c))
    .post('/agenda/reunions/:id/acte', async (c) => {
      const [acteur, sujet] = [await acteurDeLAgenda(deps, c), await sujetDe(c)]
      if (acteur === null || sujet === null) return c.notFound()
      const lu = await lireFormulaire(c, schemaActe)
      if ('reproche' in lu) return page(c, lu.reproche)
      const { acte, jour: dit, diffuser, ...saisie } = lu.champs
      if (AILLEURS.has(acte)) return page(c, 'Cet acte a son propre formulaire.')
      if (DATES.has(acte) && dit === null) return page(c, 'La date manque.')
      const refus = await agirSurReunion(acteur, sujet.reunion.id, acte, {
        ...saisie,
        jour: DATES.has(acte) ? dit : null,
      })
      if (refus !== null) return page(c, refus)
      const garde = await garderEnvoi(c, acte)
      const parti = acte === 'ENVOYER' && diffuser !== '' ? await diffuserALaListe(deps, acteur, sujet.reunion) : ''
      return finir(c, null, `${ACTES_REUNION[acte]}.${garde}${parti}`)
    })
    .post('/agenda/reunions/:id/presences', async (c) => {
      const [acteur, sujet] = [await acteurDeLAgenda(deps, c), await sujetDe(c)]
      if (acteur === null || sujet === null) return c.notFound()
      const pointages = lirePointages(await c.req.parseBody(), sujet.services, sujet.reunion.presences)
      if ('refus' in pointages) return page(c, pointages.refus)
      return finir(
        c,
        await pointerPresences(acteur, sujet.reunion.id, pointages.lus),
        'Les présences sont notées.',
        '#presences',
      )
    })
    .post('/agenda/reunions/:id/decisions', async (c) => {
      const [acteur, sujet] = [await acteurDeLAgenda(deps, c), await sujetDe(c)]
      if (acteur === null || sujet === null) return c.notFound()
      const lu = await lireFormulaire(c, schemaDecision)
      if ('reproche' in lu) return page(c, lu.reproche)
      return finir(
        c,
        await releverDecision(acteur, sujet.reunion.id, lu.champs),
        'La décision est relevée.',
        '#decisions',
      )
    })
    .post('/agenda/reunions/:id/decisions/:decision', async (c) => {
      const [acteur, sujet] = [await acteurDeLAgenda(deps, c), await sujetDe(c)]
      if (acteur === null || sujet === null) return c.notFound()
      const lu = await lireFormulaire(c, schemaSuite)
      if ('reproche' in lu) return page(c, lu.reproche)
      const visee = { reunion: sujet.reunion.id, decision: Number(c.req.param('decision')) }
      const refus = await suivreDecision(acteur, visee, lu.champs.acte, lu.champs.texte)
      return finir(c, refus, `Décision : ${ACTES_DECISION[lu.champs.acte].toLowerCase()}.`, '#decisions')
    })
}
