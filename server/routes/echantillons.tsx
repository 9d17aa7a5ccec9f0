import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { estMois } from '../../ingest/socle/jour.ts'
import { ACTES_ECHANTILLON } from '../../web/echantillons.ts'
import { titreDe } from '../../web/modeles/echantillons.ts'
import { PageEchantillon } from '../../web/pages/echantillon.tsx'
import { Echantillons } from '../../web/pages/echantillons.tsx'
import { PapierEchantillon } from '../../web/pages/papier-echantillon.tsx'
import { PremiereUtilisation } from '../../web/pages/premiere-utilisation.tsx'
import { TirerEchantillon } from '../../web/pages/tirer-echantillon.tsx'
import { demanderNumerosTires } from '../acces/porte/echantillons.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe } from '../horloge.ts'
import type { EchantillonLu } from '../lecture/echantillons.ts'
import { lienExportEchantillons } from '../lecture/exports.ts'
import { type SujetEchantillons, sujetDesEchantillons } from '../lecture/sujet-echantillons.ts'
import { moisATirer, moisTirables } from '../lecture/tirage.ts'
import { agirSurEchantillon, prevoirTirage, tirerEchantillon } from '../services/echantillons.ts'
import { enRefus, lireChamps, lireFormulaire, OCTETS_DE_FORMULAIRE } from './formulaire.ts'
import { lireAttendue, schemaActeEchantillon, schemaTirage, tirageSaisi } from './saisie-echantillon.ts'
import { sansSujet } from './sans-sujet.tsx'
import { annonceDe, continuer } from './suite.ts'

/** `/echantillons`: demandes drawn at random, to be read with their pieces. */
export const echantillons = (deps: Deps): Hono<Env> => {
  const instant = () => instantDe(deps.maintenant())

  /** The sample that an address names; null where the person sees none of it. */
  const echantillonDe = async (c: Context<Env>) => {
    const sujet = await sujetDesEchantillons(c)
    const lu = sujet?.lus.find(({ vue }) => String(vue.id) === c.req.param('id'))
    return sujet === null || lu === undefined ? null : { sujet, lu }
  }

  const page = async (c: Context<Env>, sujet: SujetEchantillons, lu: EchantillonLu, refus?: string) => {
    const { fait } = annonceDe(deps, c)
    const pourquoi = { action: 'CONSULTATION', instant: instant() } as const
    return c.html(
      <PageEchantillon
        contexte={sujet.contexte}
        echantillon={lu.vue}
        numeros={await demanderNumerosTires(sujet.lecteur, lu.echantillon, pourquoi)}
        exports={lienExportEchantillons(sujet.contexte, lu.vue.id)}
        {...(fait ? { fait } : {})}
        {...enRefus(refus)}
      />,
      refus ? 422 : 200,
    )
  }

  /** What a draw would take, from what an address or a form says of it. */
  const preparer = async (
    c: Context<Env>,
    { lecteur, territoire, etat, contexte }: SujetEchantillons,
    lu: Readonly<Record<string, string | undefined>>,
    refus?: string,
  ) => {
    const demande = lu.mois ?? ''
    const calcule = moisATirer(etat, estMois(demande) ? demande : contexte.mois)
    if (calcule === undefined) return c.html(<PremiereUtilisation contexte={contexte} />)
    const saisie = tirageSaisi(
      { ...lu, mois: calcule.mois },
      { mois: calcule.mois, graine: randomBytes(8).toString('hex') },
    )
    const champs = lireChamps(schemaTirage, saisie)
    const prevu =
      'reproche' in champs
        ? { refus: champs.reproche }
        : await prevoirTirage(lecteur, territoire, { ...champs.champs, sorte: champs.champs.strate, calcule })
    const phrase = refus ?? ('refus' in prevu ? prevu.refus : undefined)
    return c.html(
      <TirerEchantillon
        contexte={contexte}
        mois={moisTirables(etat).map(({ mois }) => mois)}
        saisie={saisie}
        attendue={lireAttendue(saisie.attendue)}
        strates={'strates' in prevu ? prevu.strates : null}
        {...enRefus(phrase)}
      />,
      phrase === undefined ? 200 : 422,
    )
  }

  return new Hono<Env>()
    .use('/echantillons/*', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }))
    .get('/echantillons', async (c) => {
      const sujet = await sujetDesEchantillons(c)
      if (sujet === null) return sansSujet(c)
      const { fait } = annonceDe(deps, c)
      return c.html(
        <Echantillons
          contexte={sujet.contexte}
          echantillons={sujet.lus.map(({ vue }) => vue)}
          mois={moisTirables(sujet.etat)[0]?.mois ?? null}
          exports={lienExportEchantillons(sujet.contexte)}
          {...(fait ? { fait } : {})}
        />,
      )
    })
    .get('/echantillons/nouveau', async (c) => {
      const sujet = await sujetDesEchantillons(c)
      return sujet === null ? sansSujet(c) : preparer(c, sujet, c.req.query())
    })
    .post('/echantillons', async (c) => {
      const sujet = await sujetDesEchantillons(c)
      if (sujet === null) return c.notFound()
      const brut = (await c.req.parseBody()) as Record<string, string>
      const lu = await lireFormulaire(c, schemaTirage)
      if ('reproche' in lu) return preparer(c, sujet, brut, lu.reproche)
      const calcule = moisTirables(sujet.etat).find(({ mois }) => mois === lu.champs.mois)
      if (calcule === undefined)
        return preparer(
          c,
          sujet,
          brut,
          'L’instantané de ce mois n’est plus entier, ou n’existe pas : en choisir un autre.',
        )
      const demande = { ...lu.champs, sorte: lu.champs.strate, calcule }
      const tire = await tirerEchantillon(sujet.lecteur, sujet.territoire, demande, instant())
      if ('refus' in tire) return preparer(c, sujet, brut, tire.refus)
      const nom = titreDe({ mois: calcule.mois, reference: tire.reference })
      return continuer(deps, c, `/echantillons/${tire.id}`, { fait: `${nom} : il est tiré, sa graine est gardée.` })
    })
    .get('/echantillons/:id', async (c) => {
      const trouve = await echantillonDe(c)
      return trouve === null ? sansSujet(c) : page(c, trouve.sujet, trouve.lu)
    })
    .post('/echantillons/:id', async (c) => {
      const trouve = await echantillonDe(c)
      if (trouve === null) return c.notFound()
      const { sujet, lu } = trouve
      const champs = await lireFormulaire(c, schemaActeEchantillon)
      if ('reproche' in champs) return page(c, sujet, lu, champs.reproche)
      const refuse = await agirSurEchantillon(sujet.lecteur, lu, champs.champs, instant())
      if (refuse !== null) return page(c, sujet, lu, refuse.refus)
      return continuer(deps, c, `/echantillons/${lu.vue.id}`, { fait: `${ACTES_ECHANTILLON[champs.champs.acte]}.` })
    })
    .get('/echantillons/:id/papier', async (c) => {
      const trouve = await echantillonDe(c)
      if (trouve === null) return sansSujet(c)
      const { sujet, lu } = trouve
      const numeros = await demanderNumerosTires(sujet.lecteur, lu.echantillon, {
        action: 'EXPORT',
        instant: instant(),
        forme: 'papier',
      })
      return c.html(<PapierEchantillon contexte={sujet.contexte} echantillon={lu.vue} numeros={numeros} />)
    })
}
