import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { debutMois, finMois, type Mois } from '../../ingest/socle/jour.ts'
import { DISCULPE, estVerdict } from '../../metrics/doublons/verdicts.ts'
import { tableauForcages } from '../../reports/tableau/forcages.ts'
import { pourLire } from '../../reports/tableau/pour-lire.ts'
import { seuilEn } from '../../web/fiche-indicateur.ts'
import { lien } from '../../web/liens.ts'
import { Forcages } from '../../web/pages/forcages.tsx'
import { Introuvable } from '../../web/pages/introuvable.tsx'
import { consulterForcages, exporterForcages, type ForceeQualifiee, qualifierForcee } from '../acces/porte/forcages.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe } from '../horloge.ts'
import { historiqueDe, lignesDeLIndicateur, pairsDuMois } from '../lecture/chiffres.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { enAvis } from '../lecture/doublons.ts'
import { lienExportTable } from '../lecture/exports.ts'
import { derniersMois, MOIS_DES_COURBES } from '../lecture/territoires.ts'
import { envoyer, formatDe } from './envoyer.ts'
import { lireFormulaire, OCTETS_DE_FORMULAIRE, requis, texte, texteSansNumero } from './formulaire.ts'
import { pageDuMois } from './page.tsx'

const schema = z.object({ numero: requis('Le numéro', 18), verdict: texte(20), motif: texteSansNumero(500) })

const periodeDe = (territoire: string, mois: Mois) => ({
  territoire,
  debut: debutMois(mois),
  fin: finMois(mois),
})

/** Whether a person said of it, or of the pair it makes, that it is two households. */
const disculpee = ({ qualifications, deLaPaire }: ForceeQualifiee): boolean =>
  [qualifications[0], deLaPaire[0]].some((dit) => dit !== undefined && DISCULPE.has(dit.verdict))

/** `/forcages`: who forces the duplicate alert, and the demandes to qualify. */
export const forcages = (deps: Deps): Hono<Env> => {
  const instant = () => instantDe(deps.maintenant())
  return new Hono<Env>()
    .use('/forcages', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }))
    .get(
      '/forcages',
      pageDuMois(deps, async (c, { contexte, fiches, lecture, tousLesMois }) => {
        const { lecteur, territoire, calcule, portee } = lecture
        const fiche = fiches.find(({ code }) => code === 'forcages')
        if (fiche === undefined) return c.html(<Introuvable contexte={contexte} quoi="cet indicateur" />, 404)
        const { mois } = calcule
        const periode = periodeDe(territoire, mois)
        const { demandes, forcages } = await consulterForcages(lecteur, periode, { instant: instant(), mois })
        const lui = ({ indicateur }: { readonly indicateur: string }) => indicateur === 'forcages'
        const injustifiees = demandes.filter(({ injustifiee }) => injustifiee)
        return c.html(
          await Forcages({
            contexte,
            fiche,
            forcages,
            guichets: portee.guichets,
            demandes: demandes.map((demande) => ({ ...demande, avis: demande.qualifications.map(enAvis) })),
            seuil: seuilEn(fiche, periode.fin),
            lignesDuMois: await lignesDeLIndicateur(lecture, fiche.code),
            lignesDeLAnnee: await lignesDeLIndicateur(lecture, fiche.code, 12),
            pairsDuMois: (await pairsDuMois(lecture)).filter(lui),
            pairsDeLAnnee: (await pairsDuMois(lecture, 12)).filter(lui),
            historique: await historiqueDe(lecture, derniersMois(tousLesMois, mois, MOIS_DES_COURBES), {
              niveaux: ['TERRITOIRE', 'CATEGORIE', 'GUICHET'],
              indicateur: 'forcages',
            }),
            injustifies: injustifiees.length,
            retenus: injustifiees.filter((demande) => !disculpee(demande)).length,
            peutQualifier: lecteur.acces.role === 'gestionnaire',
            exports: lienExportTable(contexte, 'forcages'),
            fait: c.req.query('fait') === '1',
          }),
        )
      }),
    )
    .post('/forcages', async (c) => {
      const { lecteur, contexte } = await lireSujet(c)
      const { territoire } = contexte
      const lu = await lireFormulaire(c, schema)
      if ('reproche' in lu) return c.text(lu.reproche, 422)
      if (!estVerdict(lu.champs.verdict) || territoire === null) return c.text('Cette qualification n’existe pas.', 422)
      const { numero, verdict, motif } = lu.champs
      if (!(await qualifierForcee(lecteur, territoire, numero, { verdict, motif, le: instant() })))
        return c.html(<Introuvable contexte={contexte} quoi="cette demande forcée" />, 404)
      return c.redirect(`${lien(contexte, '/forcages', { fait: '1' })}#demandes`, 303)
    })
    .get('/exports/:fichier{forcages\\.[a-z]+}', async (c) => {
      const format = formatDe(c)
      const { lecteur, contexte, calcule } = await lireSujet(c)
      const { territoire } = contexte
      if (format === null || calcule === null || territoire === null) return c.notFound()
      const { mois } = calcule
      const { lignes } = await exporterForcages(lecteur, periodeDe(territoire, mois), {
        instant: instant(),
        forme: format,
        filtre: { mois },
      })
      return envoyer(c, pourLire(tableauForcages(lignes), format), format, `forcages-${territoire}-${mois}`)
    })
}
