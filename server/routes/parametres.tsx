import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { indicateurDe } from '../../metrics/registry.ts'
import { Parametres } from '../../web/pages/parametres.tsx'
import { tientTout } from '../acces/lecteur.ts'
import { AccesRefuse } from '../acces/refus.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe, jourDe } from '../horloge.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { FICHES } from '../lecture/fiches.ts'
import {
  decisionsDe,
  enMotsDepuis,
  estCleReglage,
  lireValeurDeNorme,
  OFFRES,
  reglagesOfferts,
} from '../lecture/parametres.ts'
import { consigner } from '../state/journal.ts'
import { NATURES, reglerNorme } from '../state/normes.ts'
import { estDuTerritoire, regler } from '../state/reglages.ts'
import { jour, lireFormulaire, OCTETS_DE_FORMULAIRE, requis, texte } from './formulaire.ts'

const quand = { depuis: jour, motif: requis('La décision ou le motif') }
const schemaNorme = z.object({ indicateur: texte(50), nature: z.enum(NATURES), valeur: texte(20), ...quand })
const schemaReglage = z.object({ cle: texte(50), valeur: texte(200), ...quand })

const JUGES = FICHES.filter(({ famille }) => famille !== 'activite').map(
  ({ code, libelle }) => [code, libelle] as const,
)

/** `/parametres`: what the territory has decided. */
export const parametres = (deps: Deps): Hono<Env> => {
  const { etat } = deps

  const page = async (c: Context<Env>, reste: { refus?: string; fait?: string } = {}) => {
    const { contexte, lecteur } = await lireSujet(c)
    const ressort = { territoire: contexte.territoire, installation: await tientTout(lecteur) }
    return c.html(
      <Parametres
        contexte={{ ...contexte, chemin: '/parametres' }}
        indicateurs={JUGES}
        reglages={reglagesOfferts(lecteur.reglages, ressort)}
        decisions={await decisionsDe(etat, ressort)}
        aujourdhui={jourDe(deps.maintenant())}
        {...(reste.fait ? { fait: reste.fait } : {})}
        {...(reste.refus ? { refus: { phrase: reste.refus, suite: 'Rien n’a été changé.' } } : {})}
      />,
      reste.refus ? 422 : 200,
    )
  }

  const consignerReglage = (c: Context<Env>, territoire: string | null, detail: Record<string, unknown>) =>
    consigner(etat, {
      instant: instantDe(deps.maintenant()),
      qui: c.get('acces').qui,
      role: c.get('acces').role,
      action: 'REGLAGE',
      territoire,
      detail,
    })

  const saisie = (c: Context<Env>) => ({ saisi_le: instantDe(deps.maintenant()), saisi_par: c.get('acces').qui })

  return new Hono<Env>()
    .use('/parametres/*', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }))
    .get('/parametres', (c) => page(c))
    .post('/parametres/norme', async (c) => {
      const lu = await lireFormulaire(c, schemaNorme)
      if ('reproche' in lu) return page(c, { refus: lu.reproche })
      const { nature, depuis, motif } = lu.champs
      const indicateur = indicateurDe(lu.champs.indicateur)
      const { contexte } = await lireSujet(c)
      if (indicateur === undefined || contexte.territoire === null)
        return page(c, { refus: 'L’indicateur n’existe pas, ou le territoire n’a encore rien de chargé.' })
      const valeur = lireValeurDeNorme(indicateur.code, nature, lu.champs.valeur)
      if (valeur === undefined)
        return page(c, {
          refus: `« ${lu.champs.valeur} » n’est pas une valeur possible : un nombre positif est attendu.`,
        })
      const { saisi_le, saisi_par } = saisie(c)
      const reglage = { territoire: contexte.territoire, indicateur: indicateur.code, nature, valeur, depuis, motif }
      await reglerNorme(etat, reglage, saisi_le, saisi_par)
      await consignerReglage(c, contexte.territoire, reglage)
      return page(c, {
        fait: `La norme est enregistrée, ${enMotsDepuis(depuis)}. Les mois déjà calculés gardent la leur.`,
      })
    })
    .post('/parametres/reglage', async (c) => {
      const lu = await lireFormulaire(c, schemaReglage)
      if ('reproche' in lu) return page(c, { refus: lu.reproche })
      const { cle, valeur, depuis, motif } = lu.champs
      if (!estCleReglage(cle) || !OFFRES[cle].options.some(([code]) => code === valeur))
        return page(c, { refus: 'Ce réglage n’existe pas.' })
      const { contexte, lecteur } = await lireSujet(c)
      const territoire = estDuTerritoire(cle) ? contexte.territoire : null
      if (territoire === null && !(await tientTout(lecteur)))
        throw new AccesRefuse('réglage de l’installation', { cle })
      await regler(etat, cle, JSON.parse(valeur) as never, { territoire, depuis, motif, ...saisie(c) })
      await consignerReglage(c, territoire, { cle, valeur, depuis, motif })
      return page(c, { fait: `Le réglage est enregistré, ${enMotsDepuis(depuis)}.` })
    })
}
