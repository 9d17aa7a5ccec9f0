import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { estMois } from '../../ingest/socle/jour.ts'
import { ACTES_CONTROLE, estPoint, rangDuPoint } from '../../web/controles.ts'
import { titreDuControle } from '../../web/modeles/mois-controle.ts'
import { Controle } from '../../web/pages/controle.tsx'
import { Controles } from '../../web/pages/controles.tsx'
import { PremiereUtilisation } from '../../web/pages/premiere-utilisation.tsx'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe, jourDe, minuteDe } from '../horloge.ts'
import { nommerAuteurs } from '../lecture/auteurs.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { lireConnu } from '../lecture/controles/connu.ts'
import { lireFaits } from '../lecture/controles/faits.ts'
import { lireControle, lireControles } from '../lecture/controles/lire.ts'
import { actesVus, pointsDuJour, pointsFiges, versionsDe } from '../lecture/controles/vue.ts'
import { lienExportRegistre } from '../lecture/exports.ts'
import { agirSurControle, type Demande } from '../services/controles.ts'
import { lireFormulaire, OCTETS_DE_FORMULAIRE, requis, texteSansNumero } from './formulaire.ts'
import { sansSujet } from './sans-sujet.tsx'
import { annonceDe, continuer } from './suite.ts'

const schemaPoint = z.object({
  point: requis('Le point', 30),
  acte: z.enum(['COCHER', 'DECOCHER', 'NOTER']),
  note: texteSansNumero(1000).default(''),
})
const schemaMotif = z.object({ motif: texteSansNumero(1000).default('') })

/** `/controles`, the monthly controls, and `/controles/:mois`, the one of a month. */
export const controles = (deps: Deps): Hono<Env> => {
  const aujourdhui = () => jourDe(deps.maintenant())

  /** The control that an address names; null where the month is none of those to control. */
  const sujetDe = async (c: Context<Env>) => {
    const sujet = await lireSujet(c)
    const { lecteur, contexte, etat, tousLesMois } = sujet
    const mois = c.req.param('mois') ?? ''
    const { territoire } = contexte
    if (territoire === null || etat === null || !estMois(mois)) return null
    const lu = await lireControle(lecteur, etat, { territoire, mois }, aujourdhui())
    if (lu === null) return null
    const moisLu = { territoire, mois, etat, tousLesMois }
    return { ...lu, lecteur, territoire, mois, moisLu, contexte: { ...contexte, mois } }
  }
  type Sujet = NonNullable<Awaited<ReturnType<typeof sujetDe>>>

  const page = async (c: Context<Env>, sujet: Sujet, refus?: string) => {
    const { fait } = annonceDe(deps, c)
    const { lecteur, controle, signatures, suivi, calcule, contexte } = sujet
    const nommer = await nommerAuteurs(lecteur)
    const versions = versionsDe(signatures)
    const voulue = Number(c.req.query('version'))
    const rang = versions.some((v) => v.rang === voulue) ? voulue : controle.etat === 'SIGNE' ? versions.length : null
    const signature = rang === null ? undefined : signatures[rang - 1]
    const { role } = lecteur.acces
    return c.html(
      <Controle
        contexte={{
          ...contexte,
          chemin: '/controles',
          instantane: controle.instantane,
          calculeLe: calcule === null ? null : minuteDe(calcule.calcule_le),
        }}
        controle={controle}
        controles={sujet.controles}
        points={
          signature === undefined
            ? pointsDuJour(await lireFaits(lecteur, sujet.moisLu, aujourdhui()), suivi, nommer)
            : pointsFiges(signature, nommer)
        }
        actes={actesVus(sujet.actes, nommer)}
        versions={versions}
        version={versions.find((v) => v.rang === rang) ?? null}
        nom={role === 'gestionnaire' ? c.get('compte').nom : null}
        aujourdhui={aujourdhui()}
        exports={lienExportRegistre(contexte, 'controle')}
        {...(fait ? { fait } : {})}
        {...(refus ? { refus: { phrase: refus, suite: 'Rien n’a été enregistré.' } } : {})}
      />,
      refus ? 422 : 200,
    )
  }

  /** Does what a form asks, then leads back to the control, at the place said. */
  const agir = async (c: Context<Env>, sujet: Sujet, demandes: readonly Demande[], fait: string, ancre = '') => {
    const { controle, mois, territoire, calcule, lecteur, moisLu } = sujet
    const { qui, role } = c.get('acces')
    const { nom } = c.get('compte')
    const maintenant = deps.maintenant()
    const instant = instantDe(maintenant)
    const refus = await agirSurControle(
      deps.etat,
      {
        ...{ territoire, mois },
        instantane: controle.instantane,
        calculeLe: calcule?.calcule_le ?? null,
        delaiPasse: controle.signableSans !== null && controle.signableSans <= aujourdhui(),
      },
      demandes,
      { qui, role, nom, instant },
      () => lireConnu(lecteur, moisLu, { maintenant, redigeLe: instant, par: nom }),
    )
    if (refus !== null) return page(c, sujet, refus)
    return continuer(deps, c, `/controles/${mois}${ancre}`, { fait })
  }

  return new Hono<Env>()
    .use('/controles/*', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }))
    .get('/controles', async (c) => {
      const { lecteur, contexte } = await lireSujet(c)
      if (contexte.territoire === null) return c.html(<PremiereUtilisation contexte={contexte} />)
      return c.html(
        <Controles
          contexte={contexte}
          controles={await lireControles(lecteur, contexte.territoire, aujourdhui())}
          exports={lienExportRegistre(contexte, 'controles')}
        />,
      )
    })
    .get('/controles/:mois', async (c) => {
      const sujet = await sujetDe(c)
      return sujet === null ? sansSujet(c) : page(c, sujet)
    })
    .post('/controles/:mois/points', async (c) => {
      const sujet = await sujetDe(c)
      if (sujet === null) return c.notFound()
      const lu = await lireFormulaire(c, schemaPoint)
      if ('reproche' in lu) return page(c, sujet, lu.reproche)
      const { point, acte, note } = lu.champs
      if (!estPoint(point)) return page(c, sujet, 'Ce point n’existe pas.')
      const nouvelle = note !== sujet.suivi.points[point].note
      const demandes: Demande[] = [
        ...(nouvelle ? [{ acte: 'NOTER' as const, point, texte: note }] : []),
        ...(acte === 'NOTER' ? [] : [{ acte, point, texte: '' }]),
      ]
      const ancre = `#p${rangDuPoint(point)}`
      if (demandes.length === 0) return continuer(deps, c, `/controles/${sujet.mois}${ancre}`, {})
      return agir(c, sujet, demandes, `${ACTES_CONTROLE[acte]}, point ${rangDuPoint(point)}.`, ancre)
    })
    .post('/controles/:mois/signer', async (c) => {
      const sujet = await sujetDe(c)
      if (sujet === null) return c.notFound()
      const lu = await lireFormulaire(c, schemaMotif)
      if ('reproche' in lu) return page(c, sujet, lu.reproche)
      const acte = sujet.controle.instantane === null ? 'SIGNER_SANS_INSTANTANE' : 'SIGNER'
      const texte = acte === 'SIGNER' ? '' : lu.champs.motif
      return agir(c, sujet, [{ acte, point: null, texte }], `${titreDuControle(sujet.mois)} signé.`)
    })
    .post('/controles/:mois/rouvrir', async (c) => {
      const sujet = await sujetDe(c)
      if (sujet === null) return c.notFound()
      const lu = await lireFormulaire(c, schemaMotif)
      if ('reproche' in lu) return page(c, sujet, lu.reproche)
      const demande: Demande = { acte: 'ROUVRIR', point: null, texte: lu.champs.motif }
      return agir(c, sujet, [demande], 'Le contrôle est rouvert : la version signée est gardée.')
    })
}
