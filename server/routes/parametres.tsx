import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { accord, compte } from '../../ingest/socle/francais/phrase.ts'
import { indicateurDe } from '../../metrics/registry.ts'
import { decoupage } from '../../metrics/tableaux/decoupage.ts'
import { ApercuNorme } from '../../web/pages/apercu-norme.tsx'
import { Parametres } from '../../web/pages/parametres.tsx'
import { tientTout } from '../acces/lecteur.ts'
import { AccesRefuse } from '../acces/refus.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe, jourDe } from '../horloge.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { FICHES } from '../lecture/fiches.ts'
import { apercevoirNorme, normesEnVigueur } from '../lecture/normes.ts'
import { estCleReglage, OFFRES } from '../lecture/offres-reglages.ts'
import { decisionsDe, direNorme, enMotsDepuis, lireValeurDeNorme, reglagesOfferts } from '../lecture/parametres.ts'
import { lireSeuil, seuilsEnVigueur } from '../lecture/seuils.ts'
import { recompterParSeuils } from '../services/seuils.ts'
import { consigner } from '../state/journal.ts'
import { NATURES, type Reglage, reglerNorme } from '../state/normes.ts'
import { estDuTerritoire, regler } from '../state/reglages.ts'
import { saisirSeuils } from '../state/seuils.ts'
import { jour, lireChamps, lireFormulaire, OCTETS_DE_FORMULAIRE, requisSansNumero, texte } from './formulaire.ts'
import { annonceDe, continuer } from './suite.ts'

const quand = { depuis: jour, motif: requisSansNumero('La décision ou le motif') }
const schemaNorme = z.object({ indicateur: texte(50), nature: z.enum(NATURES), valeur: texte(20), ...quand })
const schemaReglage = z.object({ cle: texte(50), valeur: texte(200), ...quand })

/** The fields of a form that hold the thresholds of EPCI. */
const CHAMP_DE_SEUIL = /^seuil_(\d{9})$/

const JUGES = FICHES.filter(({ famille }) => famille !== 'activite').map(
  ({ code, libelle }) => [code, libelle] as const,
)

/** `/parametres`: what the territory has decided. */
export const parametres = (deps: Deps): Hono<Env> => {
  const { etat } = deps

  const page = async (c: Context<Env>, reste: { refus?: string } = {}) => {
    const { fait } = annonceDe(deps, c)
    const aujourdhui = jourDe(deps.maintenant())
    const { contexte, lecteur } = await lireSujet(c)
    const ressort = { territoire: contexte.territoire, installation: await tientTout(lecteur) }
    return c.html(
      <Parametres
        contexte={{ ...contexte, chemin: '/parametres' }}
        indicateurs={JUGES}
        normes={ressort.territoire === null ? [] : await normesEnVigueur(etat, ressort.territoire, aujourdhui)}
        seuils={ressort.territoire === null ? [] : await seuilsEnVigueur(etat, ressort.territoire, aujourdhui)}
        reglages={reglagesOfferts(lecteur.reglages, ressort)}
        decisions={await decisionsDe(etat, ressort)}
        aujourdhui={aujourdhui}
        {...(fait ? { fait } : {})}
        {...(reste.refus ? { refus: { phrase: reste.refus, suite: 'Rien n’a été changé.' } } : {})}
      />,
      reste.refus ? 422 : 200,
    )
  }

  /** The norm that fields ask for, or why it cannot be. */
  const lireNorme = async (c: Context<Env>, champs: unknown): Promise<{ reglage: Reglage } | { refus: string }> => {
    const lu = lireChamps(schemaNorme, champs)
    if ('reproche' in lu) return { refus: lu.reproche }
    const { nature, depuis, motif } = lu.champs
    const indicateur = indicateurDe(lu.champs.indicateur)
    const { territoire } = (await lireSujet(c)).contexte
    if (indicateur === undefined || territoire === null)
      return { refus: 'L’indicateur n’existe pas, ou le territoire n’a encore rien de chargé.' }
    const valeur = lireValeurDeNorme(indicateur.code, nature, lu.champs.valeur)
    if (valeur === undefined)
      return { refus: `« ${lu.champs.valeur} » n’est pas une valeur possible : un nombre positif est attendu.` }
    return { reglage: { territoire, indicateur: indicateur.code, nature, valeur, depuis, motif } }
  }

  /** The thresholds that a form adds, or what is wrong with one. */
  const lireSeuils = (territoire: string, champs: Readonly<Record<string, unknown>>) => {
    const siens = new Set(decoupage().epciDuTerritoire(territoire))
    const saisis = Object.entries(champs).flatMap(([nom, valeur]) => {
      const epci = CHAMP_DE_SEUIL.exec(nom)?.[1]
      const saisie = String(valeur).trim()
      return epci !== undefined && siens.has(epci) && saisie !== '' ? [{ epci, saisie, euros: lireSeuil(saisie) }] : []
    })
    const faux = saisis.find(({ euros }) => euros === undefined)
    if (faux !== undefined)
      return {
        refus: `« ${faux.saisie} » n’est pas un seuil de ressources : un montant annuel en euros par unité de consommation est attendu, comme 9 120.`,
      }
    if (saisis.length === 0) return { refus: 'Aucun seuil n’est saisi : en écrire un au moins.' }
    return { seuils: saisis.flatMap(({ epci, euros }) => (euros === undefined ? [] : [{ epci, euros }])) }
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
    .get('/parametres/norme', async (c) => {
      const lue = await lireNorme(c, c.req.query())
      if ('refus' in lue) return page(c, lue)
      const { reglage } = lue
      const { lecteur, contexte, calcule, portee } = await lireSujet(c)
      const { territoire } = reglage
      const lecture = calcule === null || portee === null ? null : { lecteur, portee, territoire, calcule }
      const { indicateur, nature, valeur, depuis, motif } = c.req.query()
      return c.html(
        <ApercuNorme
          contexte={{ ...contexte, requete: {} }}
          indicateur={indicateurDe(reglage.indicateur)?.libelle ?? reglage.indicateur}
          norme={direNorme(reglage)}
          depuis={reglage.depuis}
          etats={lecture === null ? null : await apercevoirNorme(lecture, etat, reglage)}
          champs={{ indicateur, nature, valeur, depuis, motif } as Record<string, string>}
        />,
      )
    })
    .post('/parametres/norme', async (c) => {
      const lue = await lireNorme(c, await c.req.parseBody({ all: true }))
      if ('refus' in lue) return page(c, lue)
      const { reglage } = lue
      const { saisi_le, saisi_par } = saisie(c)
      await reglerNorme(etat, reglage, saisi_le, saisi_par)
      await consignerReglage(c, reglage.territoire, { ...reglage })
      return continuer(deps, c, '/parametres', {
        fait: `La norme est enregistrée, ${enMotsDepuis(reglage.depuis)}. Les mois déjà calculés gardent la leur.`,
      })
    })
    .post('/parametres/seuils', async (c) => {
      const { territoire } = (await lireSujet(c)).contexte
      if (territoire === null) return page(c, { refus: 'Le territoire n’a encore rien de chargé.' })
      const champs = await c.req.parseBody()
      const [lu, lus] = [lireChamps(z.object(quand), champs), lireSeuils(territoire, champs)]
      if ('reproche' in lu) return page(c, { refus: lu.reproche })
      if ('refus' in lus) return page(c, lus)
      const decision = { territoire, ...lu.champs, ...saisie(c) }
      await saisirSeuils(
        etat,
        lus.seuils.map((seuil) => ({ ...seuil, ...decision })),
      )
      await consignerReglage(c, territoire, { cle: 'seuils_ressources', ...lu.champs, seuils: lus.seuils })
      const recompte = await recompterParSeuils(deps.base, etat, territoire)
      return continuer(deps, c, '/parametres', {
        fait: `${compte(lus.seuils.length, 'seuil')} ${accord(lus.seuils.length, 'enregistré')}, ${enMotsDepuis(lu.champs.depuis)}. ${recompte ? 'Le tableau TAB04-07 du dernier mois est recompté.' : 'Le tableau TAB04-07 sera compté au prochain chargement qui le permet.'}`,
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
      return continuer(deps, c, '/parametres', { fait: `Le réglage est enregistré, ${enMotsDepuis(depuis)}.` })
    })
}
