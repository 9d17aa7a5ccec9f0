import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compterTraductions, lireProfil, type Profil } from '../../ingest/contract/profil.ts'
import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe } from '../horloge.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { ecrireProfil, lireProfilGarde } from '../lecture/profil-garde.ts'
import { changerProfil } from '../services/profil.ts'
import { rendreImports } from './imports.tsx'
import { continuer } from './suite.ts'

/** What a profile may weigh. */
const OCTETS_DE_PROFIL = 2 ** 20

/** `/imports/profil`: how the extractions of the territory shown are read. */
export const profil = (deps: Deps): Hono<Env> => {
  const remplacer = async (c: Context<Env>, nouveau: Profil, note: string): Promise<Response> => {
    const { lecteur, contexte } = await lireSujet(c)
    if (contexte.territoire === null) return c.redirect('/imports', 303)
    await changerProfil(lecteur, contexte.territoire, nouveau, instantDe(deps.maintenant()))
    return continuer(deps, c, '/imports', { fait: note })
  }

  return new Hono<Env>()
    .use('/imports/profil', bodyLimit({ maxSize: OCTETS_DE_PROFIL }))
    .get('/imports/profil.json', async (c) => {
      const { lecteur, contexte } = await lireSujet(c)
      const garde = contexte.territoire === null ? null : await lireProfilGarde(lecteur, contexte.territoire)
      if (garde === null) return c.notFound()
      c.header('Content-Type', 'application/json; charset=utf-8')
      c.header('Content-Disposition', `attachment; filename="profil-${contexte.territoire}.json"`)
      return c.body(ecrireProfil(garde.profil))
    })
    .post('/imports/profil', async (c) => {
      const texte = String((await c.req.parseBody()).profil ?? '')
      try {
        const lu = lireProfil(texte, 'de cette page')
        const { intitules, mots } = compterTraductions(lu)
        return await remplacer(
          c,
          lu,
          intitules + mots === 0
            ? 'Le profil ne traduit rien : aucun n’est plus gardé.'
            : 'Le profil est gardé : il lira les prochaines extractions du territoire.',
        )
      } catch (cause) {
        if (!(cause instanceof ErreurInfocentre && cause.publique)) throw cause
        return rendreImports(deps, c, { profilRefuse: { texte, refus: cause.message } })
      }
    })
    .post('/imports/profil/oter', (c) =>
      remplacer(c, {}, 'Le profil n’est plus appliqué : les prochaines extractions se liront telles quelles.'),
    )
}
