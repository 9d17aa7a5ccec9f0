import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Context, Hono } from 'hono'
import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'
import { JOURS_DE_REJETS } from '../../ingest/socle/regles/conservation.ts'
import { regleEn } from '../../ingest/socle/regles/regle.ts'
import { Imports, type ImportsProps } from '../../web/pages/imports.tsx'
import { recevoir } from '../depot.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe, jourDe, minuteDe } from '../horloge.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { FICHES } from '../lecture/fiches.ts'
import { chargementsDe, refusRecentsDe } from '../lecture/imports.ts'
import { ecrireProfil, lireProfilGarde, profilVu } from '../lecture/profil-garde.ts'
import { acteurDe } from './acteur.ts'
import { annonceDe } from './suite.ts'

/** What one page of `/imports` adds to what they all show. */
export interface ResteImports extends Pick<ImportsProps, 'saisie' | 'refus' | 'fait' | 'note'> {
  /** A text of profile that has just been refused, and why. */
  readonly profilRefuse?: { readonly texte: string; readonly refus: string }
}

/** The page of the data: what is loaded, what waits, how extractions are read, and a form to send more. */
export const rendreImports = async (deps: Deps, c: Context<Env>, reste: ResteImports): Promise<Response> => {
  const { profilRefuse, ...props } = reste
  const { contexte, lecteur } = await lireSujet(c)
  const { territoire } = contexte
  const garde = territoire === null ? null : await lireProfilGarde(lecteur, territoire)
  const attente = deps.depots.listerEnAttente(c.get('acces').qui)
  return c.html(
    <Imports
      contexte={{ ...contexte, chemin: '/imports' }}
      indicateurs={FICHES}
      chargements={territoire === null ? [] : await chargementsDe(lecteur, territoire)}
      enAttente={attente.map(({ id, fichiers, touche }) => ({
        id,
        fichiers,
        touche: minuteDe(instantDe(new Date(touche))),
      }))}
      refusRecents={refusRecentsDe(lecteur, territoire)}
      joursDeRejets={regleEn(JOURS_DE_REJETS, jourDe(deps.maintenant()))}
      profil={
        territoire === null
          ? null
          : {
              profil: profilVu(garde),
              texte: profilRefuse?.texte ?? ecrireProfil(garde?.profil ?? { colonnes: {}, valeurs: {} }),
              refus: profilRefuse?.refus ?? null,
            }
      }
      {...props}
    />,
    props.refus || profilRefuse ? 422 : 200,
  )
}

/** `/imports`: what is loaded, and a deposit to examine. */
export const imports = (deps: Deps): Hono<Env> =>
  new Hono<Env>()
    .get('/imports', (c) => {
      const fini = deps.depots.trouver(c.req.query('fait') ?? '', c.get('acces').qui)?.etat
      if (fini?.sorte !== 'CHARGE') {
        const { fait: note } = annonceDe(deps, c)
        return rendreImports(deps, c, note ? { note } : {})
      }
      const { territoire, date, etat } = fini.rapport
      return rendreImports(deps, c, { fait: { territoire, date, etat } })
    })
    .post('/imports', async (c) => {
      const dossier = join(deps.base.dossier.temporaire, `depot-${randomUUID()}`)
      mkdirSync(dossier, { recursive: true, mode: 0o700 })
      try {
        const { champs, fichiers } = await recevoir(c.req.raw, dossier)
        const saisie = { territoire: champs.territoire ?? '', date: champs.date ?? '', profil: null }
        const { id } = deps.depots.deposer(acteurDe(deps, c), dossier, fichiers, saisie)
        return c.redirect(`/imports/depots/${id}`, 303)
      } catch (cause) {
        rmSync(dossier, { recursive: true, force: true })
        if (cause instanceof ErreurInfocentre && cause.publique)
          return rendreImports(deps, c, { refus: { phrase: cause.message, suite: 'Rien n’a été gardé.' } })
        throw cause
      }
    })
