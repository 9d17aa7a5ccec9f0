import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import type { Cle } from '../../metrics/doublons/lire.ts'
import { SEUIL_DOUBLON } from '../../metrics/doublons/seuil.ts'
import { estVerdict } from '../../metrics/doublons/verdicts.ts'
import { tableauDoublons } from '../../reports/tableau/doublons.ts'
import { pourLire } from '../../reports/tableau/pour-lire.ts'
import type { Contexte } from '../../web/contexte.ts'
import { choixDe as choixDuLien, FILTRES_GROUPES, type FiltreGroupes, MOTS_CLES } from '../../web/doublons.ts'
import { lien } from '../../web/liens.ts'
import { COLONNES_GROUPES } from '../../web/modeles/colonnes-groupes.ts'
import { lireTri } from '../../web/modeles/tri.ts'
import { Doublons } from '../../web/pages/doublons.tsx'
import { GroupeDoublons } from '../../web/pages/groupe-doublons.tsx'
import { Introuvable } from '../../web/pages/introuvable.tsx'
import { PremiereUtilisation } from '../../web/pages/premiere-utilisation.tsx'
import { consulterGroupe, consulterGroupes, qualifierGroupe } from '../acces/porte/doublons.ts'
import { exporterDoublons } from '../acces/porte/exporter-doublons.ts'
import { compterMarques } from '../acces/porte/marques.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe } from '../horloge.ts'
import type { ChoixGroupes } from '../lecture/choix-groupes.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { messagesDe } from '../lecture/doublons.ts'
import { lienExportTable } from '../lecture/exports.ts'
import { envoyer, formatDe } from './envoyer.ts'
import { lireFormulaire, OCTETS_DE_FORMULAIRE, texte, texteSansNumero } from './formulaire.ts'
import { pageDemandee } from './numero-de-page.ts'

const estFiltre = (code: string | undefined): code is FiltreGroupes =>
  code !== undefined && Object.hasOwn(FILTRES_GROUPES, code)
const estCle = (code: string | undefined): code is Cle => code !== undefined && Object.hasOwn(MOTS_CLES, code)

/** Which groups an address asks for. */
const choixDe = (c: Context<Env>): ChoixGroupes => {
  const { etat, cle, guichet, tri } = c.req.query()
  return {
    filtre: estFiltre(etat) ? etat : 'A_QUALIFIER',
    cle: estCle(cle) ? cle : null,
    guichet: guichet ? guichet.toUpperCase() : null,
    tri: lireTri(tri, COLONNES_GROUPES),
  }
}

/** The pair that an address asks for, from 1; null where it asks for none. */
const paireDe = (c: Context<Env>): number | null => {
  const place = Number(c.req.query('paire'))
  return Number.isInteger(place) && place > 0 ? place : null
}

const schema = z.object({
  verdict: texte(20),
  motif: texteSansNumero(500),
  numeros: texte(OCTETS_DE_FORMULAIRE).default(''),
})

const introuvable = (c: Context<Env>, contexte: Contexte) =>
  c.html(<Introuvable contexte={contexte} quoi="ce groupe de doublons" />, 404)

/** `/doublons`, the groups to qualify, and `/doublons/:groupe`, one of them side by side. */
export const doublons = (deps: Deps): Hono<Env> => {
  const instant = () => instantDe(deps.maintenant())

  return new Hono<Env>()
    .use('/doublons/*', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }))
    .get('/doublons', async (c) => {
      const { lecteur, contexte } = await lireSujet(c)
      const { territoire } = contexte
      if (territoire === null) return c.html(<PremiereUtilisation contexte={contexte} />)
      const choix = choixDe(c)
      const donnes = await consulterGroupes(lecteur, territoire, { ...choix, page: pageDemandee(c) }, instant())
      const { instantane } = donnes
      return c.html(
        <Doublons
          contexte={contexte}
          {...donnes}
          {...choix}
          seuil={SEUIL_DOUBLON}
          marques={instantane === null ? {} : await compterMarques(lecteur, territoire, instantane)}
          messages={instantane === null ? [] : await messagesDe(lecteur, territoire, instantane)}
          voitLesContacts={lecteur.acces.role === 'gestionnaire'}
          exports={instantane === null ? [] : lienExportTable(contexte, 'doublons')}
        />,
      )
    })
    .get('/doublons/:groupe', async (c) => {
      const { lecteur, contexte } = await lireSujet(c)
      const { territoire } = contexte
      const rang = Number(c.req.param('groupe'))
      const demande = { paire: paireDe(c), instant: instant(), choix: choixDe(c) }
      const donne = territoire === null ? null : await consulterGroupe(lecteur, territoire, rang, demande)
      if (donne === null) return introuvable(c, contexte)
      return c.html(
        await GroupeDoublons({
          ...donne,
          contexte,
          groupe: rang,
          peutQualifier: lecteur.acces.role === 'gestionnaire',
          fait: c.req.query('fait') === '1',
        }),
      )
    })
    .post('/doublons/:groupe', async (c) => {
      const { lecteur, contexte } = await lireSujet(c)
      const { territoire } = contexte
      const rang = Number(c.req.param('groupe'))
      const lu = await lireFormulaire(c, schema)
      if ('reproche' in lu) return c.text(lu.reproche, 422)
      if (!estVerdict(lu.champs.verdict)) return c.text('Cette qualification n’existe pas.', 422)
      const { verdict, motif, numeros } = lu.champs
      const paire = paireDe(c)
      const vise = { groupe: rang, paire, vus: numeros.split(' ') }
      const issue =
        territoire === null
          ? 'INTROUVABLE'
          : await qualifierGroupe(lecteur, territoire, vise, { verdict, motif, le: instant() })
      if (issue === 'INTROUVABLE') return introuvable(c, contexte)
      if (issue === 'AUTRES')
        return c.text(
          'Les doublons ont été cherchés de nouveau depuis que cette page est ouverte : la rouvrir avant de qualifier. Rien n’a été retenu.',
          409,
        )
      return c.redirect(
        lien(contexte, `/doublons/${rang}`, {
          ...choixDuLien(contexte),
          paire: paire === null ? null : String(paire),
          fait: '1',
        }),
        303,
      )
    })
    .get('/exports/:fichier{doublons\\.[a-z]+}', async (c) => {
      const format = formatDe(c)
      const { lecteur, contexte } = await lireSujet(c)
      const { territoire } = contexte
      if (format === null || territoire === null) return c.notFound()
      const trouves = await exporterDoublons(lecteur, territoire, { instant: instant(), forme: format })
      if (trouves === null) return c.notFound()
      return envoyer(
        c,
        pourLire(tableauDoublons(trouves), format),
        format,
        `doublons-${territoire}-${trouves.instantane}`,
      )
    })
}
