import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { type Context, Hono } from 'hono'
import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'
import { contentType } from '../../reports/tableau/formats.ts'
import { ImportEnCours } from '../../web/pages/import-en-cours.tsx'
import { Imports, type ImportsProps } from '../../web/pages/imports.tsx'
import { Introuvable } from '../../web/pages/introuvable.tsx'
import { exporterRejets, type FormeDeRejets } from '../acces/porte/rejets.ts'
import { recevoir } from '../depot.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe } from '../horloge.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { FICHES } from '../lecture/fiches.ts'
import { chargementsDe } from '../lecture/imports.ts'
import { type Chargement, ETAPES } from '../services/chargements.ts'

const etapesDe = ({ etape, rapport, fichiers }: Chargement) => {
  const rang = rapport ? ETAPES.length : ETAPES.findIndex(([code]) => code === etape)
  return ETAPES.map(([, libelle], i) => ({
    libelle: i === 0 && fichiers.length === 1 ? `${libelle} : ${fichiers[0]}` : libelle,
    etat: i < rang ? ('faite' as const) : i === rang ? ('en_cours' as const) : ('a_venir' as const),
  }))
}

const refusDe = (phrase: string): NonNullable<ImportsProps['refus']> => {
  const [constat = phrase, ...suite] = phrase.split(' : ')
  return suite.length > 0
    ? { phrase: constat, suite: suite.join(' : ') }
    : { phrase, suite: 'Corriger, puis recommencer.' }
}

interface InstantaneDemande {
  readonly territoire: string
  readonly date: string
}

/** `/imports`: what is loaded, its reports and rejects, and a form to load more. */
export const imports = (deps: Deps): Hono<Env> => {
  const rendre = async (
    c: Context<Env>,
    reste: Pick<ImportsProps, 'saisie' | 'refus' | 'fait'>,
    statut: 200 | 422 = 200,
  ) => {
    const { contexte, lecteur } = await lireSujet(c)
    const chargements = contexte.territoire === null ? [] : await chargementsDe(lecteur, contexte.territoire)
    const page = { ...contexte, chemin: '/imports' }
    return c.html(<Imports contexte={page} indicateurs={FICHES} chargements={chargements} {...reste} />, statut)
  }

  /** An import that the person who asks has started. */
  const leSien = (c: Context<Env>, id: string) => deps.chargements.find(id, c.get('acces').qui)

  const envoyerRejets = async (c: Context<Env>, { territoire, date }: InstantaneDemande, forme: FormeDeRejets) => {
    const rejets = await exporterRejets(c.get('lecteur'), territoire, date, forme, instantDe(deps.maintenant()))
    if (rejets === null) {
      const { contexte } = await lireSujet(c)
      return c.html(<Introuvable contexte={contexte} quoi="le fichier des rejets (il est effacé à son terme)" />, 404)
    }
    c.header('Content-Type', contentType(forme))
    c.header('Content-Disposition', `attachment; filename="rejets-${territoire}-${date}.${forme}"`)
    return c.body(Readable.toWeb(rejets) as ReadableStream)
  }

  return new Hono<Env>()
    .get('/imports', (c) => {
      const fini = leSien(c, c.req.query('fait') ?? '')?.rapport
      return rendre(c, fini ? { fait: { territoire: fini.territoire, date: fini.date, etat: fini.etat } } : {})
    })
    .post('/imports', async (c) => {
      const depot = join(deps.base.dossier.temporaire, `depot-${randomUUID()}`)
      mkdirSync(depot, { recursive: true, mode: 0o700 })
      try {
        const { champs, fichiers } = await recevoir(c.req.raw, depot)
        const [seul] = fichiers
        const chargement = deps.chargements.start(
          deps.base,
          depot,
          fichiers.length === 1 && seul ? join(depot, seul) : depot,
          fichiers,
          {
            ...(champs.territoire ? { territoire: champs.territoire } : {}),
            ...(champs.date ? { date: champs.date } : {}),
            remplacer: champs.remplacer === '1',
            acces: c.get('acces'),
            secret: deps.secret,
            maintenant: deps.maintenant(),
            version: deps.version,
          },
        )
        return c.redirect(`/imports/encours/${chargement.id}`, 303)
      } catch (cause) {
        rmSync(depot, { recursive: true, force: true })
        if (cause instanceof ErreurInfocentre && cause.publique)
          return rendre(c, { refus: refusDe(cause.message) }, 422)
        throw cause
      }
    })
    .get('/imports/encours/:id', async (c) => {
      const chargement = leSien(c, c.req.param('id'))
      if (chargement === undefined) return c.redirect('/imports', 303)
      const { rapport, refus, reference, saisie, fichiers } = chargement
      if (refus !== undefined) return rendre(c, { saisie, refus: refusDe(refus) }, 422)
      if (reference !== undefined)
        return rendre(
          c,
          {
            saisie,
            refus: { phrase: 'Le chargement a échoué, la base est intacte.', suite: `Référence : ${reference}` },
          },
          422,
        )
      if (rapport !== undefined)
        return c.redirect(`/imports?territoire=${encodeURIComponent(rapport.territoire)}&fait=${chargement.id}`, 303)
      const { contexte } = await lireSujet(c)
      const duree = Math.max(0, Math.round((deps.maintenant().getTime() - chargement.depart) / 1000))
      return c.html(
        <ImportEnCours
          contexte={contexte}
          fichiers={fichiers}
          etapes={etapesDe(chargement)}
          avancement={null}
          duree={duree}
          suivi={`/imports/encours/${chargement.id}/suivi`}
        />,
      )
    })
    .get('/imports/encours/:id/suivi', (c) => {
      const chargement = leSien(c, c.req.param('id'))
      if (chargement === undefined) return c.notFound()
      const fini = chargement.rapport ?? chargement.refus ?? chargement.reference
      return c.json({
        avancement: null,
        etapes: etapesDe(chargement),
        suite: fini ? `/imports/encours/${chargement.id}` : null,
      })
    })
    .get('/imports/:territoire/:date/rejets.csv', (c) => envoyerRejets(c, c.req.param(), 'csv'))
    .get('/imports/:territoire/:date/rejets.xlsx', (c) => envoyerRejets(c, c.req.param(), 'xlsx'))
}
