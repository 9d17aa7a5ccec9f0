import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { PremiereUtilisation } from '../../web/pages/premiere-utilisation.tsx'
import { Rapports } from '../../web/pages/rapports.tsx'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { jourDe } from '../horloge.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { listerRapports } from '../lecture/rapports/page.ts'
import { ajouterValeurDeReference, retirerValeurDeReference } from '../services/references.ts'
import { lireReferences } from '../state/rapports.ts'
import { acteurDeLAgenda } from './acteur-agenda.ts'
import { enRefus, jour, lireBrut, lireFormulaire, OCTETS_DE_FORMULAIRE, requis, texteSansNumero } from './formulaire.ts'
import { annonceDe, continuer } from './suite.ts'

const PAS_UN_NOMBRE = 'La valeur n’est pas un nombre.'

const ecrit = (quoi: string, longueur: number) =>
  texteSansNumero(longueur).refine((dit) => dit !== '', `${quoi} manque.`)

/** A value as it is written in French: « 1 234,5 ». */
const nombre = requis('La valeur', 20)
  .transform((dit) => Number(dit.replace(/[\s%]/g, '').replace(',', '.')))
  .refine((lu) => Number.isFinite(lu) && lu >= 0, PAS_UN_NOMBRE)

const schema = z
  .object({
    libelle: ecrit('Ce qui est mesuré', 120),
    lieu: ecrit('Le lieu', 80),
    date: jour,
    unite: z.enum(['nombre', 'part', 'jours'], 'Cette unité n’existe pas.'),
    valeur: nombre,
    source: ecrit('La source', 200),
  })
  .refine(({ unite, valeur }) => unite !== 'part' || valeur <= 100, 'Un pourcentage ne dépasse pas 100.')
  .transform((lu) => (lu.unite === 'part' ? { ...lu, valeur: lu.valeur / 100 } : lu))

/** `/rapports`: the reports of the semesters, and the values that they read ours beside. */
export const rapports = (deps: Deps): Hono<Env> => {
  const page = async (
    c: Context<Env>,
    { refus, saisie = {} }: { readonly refus?: string; readonly saisie?: Readonly<Record<string, string>> } = {},
  ) => {
    const { fait } = annonceDe(deps, c)
    const { lecteur, contexte, portee } = await lireSujet(c)
    const { territoire } = contexte
    if (territoire === null) return c.html(<PremiereUtilisation contexte={contexte} />)
    const { role } = lecteur.acces
    return c.html(
      <Rapports
        contexte={{ ...contexte, chemin: '/rapports' }}
        rapports={await listerRapports(lecteur, territoire, jourDe(deps.maintenant()))}
        references={role === 'gestionnaire' ? await lireReferences(deps.etat, territoire) : null}
        guichets={portee?.entiere ? portee.guichets.map(({ code, libelle }) => ({ code, libelle })) : []}
        saisie={saisie}
        {...(fait ? { fait } : {})}
        {...enRefus(refus)}
      />,
      refus ? 422 : 200,
    )
  }

  return new Hono<Env>()
    .use('/rapports/references/*', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }))
    .get('/rapports', (c) => page(c))
    .post('/rapports/references', async (c) => {
      const saisie = await lireBrut(c)
      const acteur = await acteurDeLAgenda(deps, c)
      if (acteur === null) return c.notFound()
      const lu = await lireFormulaire(c, schema)
      if ('reproche' in lu) return page(c, { refus: lu.reproche, saisie })
      await ajouterValeurDeReference(acteur, lu.champs)
      return continuer(deps, c, '/rapports#references', { fait: 'La valeur de référence est enregistrée.' })
    })
    .post('/rapports/references/:id/retirer', async (c) => {
      const acteur = await acteurDeLAgenda(deps, c)
      if (acteur === null) return c.notFound()
      if (!(await retirerValeurDeReference(acteur, Number(c.req.param('id')) || 0))) return c.notFound()
      return continuer(deps, c, '/rapports#references', { fait: 'La valeur de référence est retirée.' })
    })
}
