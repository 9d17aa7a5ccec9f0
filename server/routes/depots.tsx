import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { streamSSE } from 'hono/streaming'
import { contientNumero } from '../../ingest/contract/numero.ts'
import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'
import type { RefusDepot } from '../../web/depot.ts'
import { type Etape, suiviDe } from '../../web/modeles/etapes.ts'
import { DepotRefuse } from '../../web/pages/depot-refuse.tsx'
import { PageExamen } from '../../web/pages/examen.tsx'
import { ImportEnCours } from '../../web/pages/import-en-cours.tsx'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { examenVu } from '../lecture/examen.ts'
import { refusVu } from '../lecture/refus-depot.ts'
import { type Depot, ETAPES, estEnCours } from '../services/depot.ts'
import { acteurDe } from './acteur.ts'
import { rendreImports } from './imports.tsx'
import { type Champs, changeDIdentite, lireSaisie } from './saisie-depot.ts'

/** What a mapping of every heading and word may weigh. */
const OCTETS_DE_SAISIE = 2 ** 20

/** How often an act under way is looked at for who follows it. */
const REGARD = 400

const etapesDe = ({ etat }: Depot): Etape[] => {
  if (etat.sorte !== 'CHARGEMENT')
    return [{ libelle: 'Lecture et vérification des fichiers', etat: etat.sorte === 'EXAMEN' ? 'en_cours' : 'faite' }]
  const rang = ETAPES.findIndex(([code]) => code === etat.etape)
  return ETAPES.map(([, libelle], i) => ({ libelle, etat: i < rang ? 'faite' : i === rang ? 'en_cours' : 'a_venir' }))
}

const chemin = ({ id }: Depot): string => `/imports/depots/${id}`

/** `/imports/depots/:id`: what has been sent, from its examination to its load, for who sent it alone. */
export const depots = (deps: Deps): Hono<Env> => {
  /** Runs with the person's own deposit; who has none is sent back to the list. */
  const surLeSien =
    (faire: (c: Context<Env>, depot: Depot) => Response | Promise<Response>) =>
    async (c: Context<Env>): Promise<Response> => {
      deps.depots.expirer(deps.maintenant())
      const depot = deps.depots.trouver(c.req.param('id') ?? '', c.get('acces').qui)
      return depot === undefined ? c.redirect('/imports', 303) : faire(c, depot)
    }

  const rendre = async (c: Context<Env>, depot: Depot, refus?: RefusDepot) => {
    const { contexte } = await lireSujet(c)
    const commun = { contexte, depot: depot.id, fichiers: depot.fichiers, saisie: depot.saisie }
    const examen = depot.examen
    if (examen !== null)
      return c.html(
        <PageExamen {...commun} examen={examenVu(examen)} {...(refus ? { refus } : {})} />,
        refus ? 422 : 200,
      )
    return refus ? c.html(<DepotRefuse {...commun} refus={refus} />, 422) : c.redirect('/imports', 303)
  }

  /** Reads the form of an examination, then goes on; what is wrong with it is said on the page, which keeps the rest. */
  const avecSaisie = (faire: (c: Context<Env>, depot: Depot, champs: Champs) => Response | Promise<Response>) =>
    surLeSien(async (c, depot) => {
      try {
        return await faire(c, depot, await c.req.parseBody({ all: true }))
      } catch (cause) {
        if (!(cause instanceof ErreurInfocentre && cause.publique)) throw cause
        const { etat } = depot
        const refus = refusVu(etat.sorte === 'REFUSE' ? etat.refus : { code: cause.code, constat: '', faits: {} })
        return rendre(c, depot, { ...refus, phrase: cause.message, suite: 'Rien n’a été chargé.' })
      }
    })

  const enCours = async (c: Context<Env>, depot: Depot) => {
    const { contexte } = await lireSujet(c)
    return c.html(
      <ImportEnCours
        contexte={contexte}
        acte={depot.etat.sorte === 'EXAMEN' ? 'EXAMEN' : 'CHARGEMENT'}
        fichiers={depot.fichiers}
        etapes={etapesDe(depot)}
        duree={Math.max(0, Math.round((deps.maintenant().getTime() - depot.touche) / 1000))}
        suivi={`${chemin(depot)}/suivi`}
      />,
    )
  }

  return new Hono<Env>()
    .use('/imports/depots/*', bodyLimit({ maxSize: OCTETS_DE_SAISIE }))
    .get(
      '/imports/depots/:id',
      surLeSien((c, depot) => {
        const { etat } = depot
        if (etat.sorte === 'REFUSE') return rendre(c, depot, refusVu(etat.refus))
        if (etat.sorte === 'EXAMINE') return rendre(c, depot)
        if (etat.sorte === 'CHARGE')
          return c.redirect(`/imports?territoire=${encodeURIComponent(etat.rapport.territoire)}&fait=${depot.id}`, 303)
        if (etat.sorte !== 'ECHEC') return enCours(c, depot)
        const phrase = 'La lecture du dépôt a échoué, la base est intacte.'
        return rendreImports(deps, c, {
          saisie: depot.saisie,
          refus: { phrase, suite: `Référence : ${etat.reference}` },
        })
      }),
    )
    .get(
      '/imports/depots/:id/suivi',
      surLeSien((c, depot) =>
        streamSSE(c, async (flux) => {
          let dernier = ''
          while (!flux.aborted) {
            const fini = !estEnCours(depot)
            const data = JSON.stringify(suiviDe(etapesDe(depot), fini ? chemin(depot) : null))
            if (data !== dernier) await flux.writeSSE({ data })
            dernier = data
            if (fini) return
            await flux.sleep(REGARD)
          }
        }),
      ),
    )
    .post(
      '/imports/depots/:id/examen',
      avecSaisie((c, depot, champs) => {
        deps.depots.examiner(acteurDe(deps, c), depot, lireSaisie(champs, depot))
        return c.redirect(chemin(depot), 303)
      }),
    )
    .post(
      '/imports/depots/:id/charger',
      avecSaisie((c, depot, champs) => {
        const saisie = lireSaisie(champs, depot)
        const { examen } = depot
        const motif = String(champs.motif ?? '').trim()
        const outre = champs.outre === '1'
        if (outre && motif === '')
          throw new ErreurInfocentre('MOTIF_ABSENT', 'Le motif manque : dire pourquoi charger quand même.')
        if (contientNumero(motif))
          throw new ErreurInfocentre('MOTIF_AVEC_NUMERO', 'Le motif contient un numéro unique : l’ôter.')
        // What is loaded is what was examined: another snapshot is examined first.
        if (examen === null || changeDIdentite(saisie, depot)) deps.depots.examiner(acteurDe(deps, c), depot, saisie)
        else
          deps.depots.charger(acteurDe(deps, c), depot, saisie, {
            remplacer: champs.remplacer === '1' && examen.remplacement !== null,
            motif: outre ? motif : null,
          })
        return c.redirect(chemin(depot), 303)
      }),
    )
    .post(
      '/imports/depots/:id/abandon',
      surLeSien((c, depot) => {
        deps.depots.abandonner(depot)
        return c.redirect('/imports', 303)
      }),
    )
}
