import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { debutMois, finMois } from '../../ingest/socle/jour.ts'
import { findIdentites } from '../../ingest/store/identites.ts'
import { DISCULPE, estVerdict } from '../../metrics/doublons/verdicts.ts'
import { lireForcages, lireForcees } from '../../metrics/forcages/lire.ts'
import { tableauForcages } from '../../reports/tableau/forcages.ts'
import { seuilEn } from '../../web/fiche-indicateur.ts'
import { lien } from '../../web/liens.ts'
import { Forcages } from '../../web/pages/forcages.tsx'
import { Introuvable } from '../../web/pages/introuvable.tsx'
import { consignerNumeros } from '../acces/porte.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe } from '../horloge.ts'
import { derniersMois, lireSujet } from '../lecture/contexte.ts'
import { historiqueDe, type Lecture, lignesDuMois } from '../lecture/donnees.ts'
import { enAvis } from '../lecture/doublons.ts'
import { lienExportTable } from '../lecture/exports.ts'
import {
  clePaire,
  lireQualificationsForcages,
  lireQualificationsPaires,
  qualifierForcage,
} from '../state/qualifications.ts'
import { envoyer, formatDe } from './envoyer.ts'
import { lireFormulaire, OCTETS_DE_FORMULAIRE, requis, texte } from './formulaire.ts'
import { pageDuMois } from './page.tsx'

const schema = z.object({ numero: requis('Le numéro', 18), verdict: texte(20), motif: texte(500) })

const matiere = async ({ lecteur, territoire, calcule }: Pick<Lecture, 'lecteur' | 'territoire' | 'calcule'>) => {
  const { base } = lecteur
  const periode = { territoire, debut: debutMois(calcule.mois), fin: finMois(calcule.mois) }
  const identites = (await findIdentites(base.connection, base.dossier, territoire))?.relation ?? null
  return { periode, identites }
}

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
        const { periode, identites } = await matiere(lecture)
        const { connection } = lecteur.base
        const qualifications = await lireQualificationsForcages(lecteur.etat, territoire)
        const paires = await lireQualificationsPaires(lecteur.etat, territoire)
        const demandes = (await lireForcees(connection, periode, identites)).map((d) => ({
          ...d,
          avis: (qualifications.get(d.numero_unique) ?? []).map(enAvis),
        }))
        await consignerNumeros(lecteur, {
          ...{ action: 'CONSULTATION', instant: instant(), territoire, nombre: demandes.length },
          detail: { liste: 'forcages', mois: calcule.mois },
        })
        const lui = ({ indicateur }: { readonly indicateur: string }) => indicateur === 'forcages'
        const disculpe = ({
          numero_unique,
          numero_unique_rapproche: autre,
          avis,
        }: (typeof demandes)[number]): boolean =>
          [avis[0], autre === null ? undefined : paires.get(clePaire(numero_unique, autre))?.[0]].some(
            (dit) => dit !== undefined && DISCULPE.has(dit.verdict),
          )
        const injustifiees = demandes.filter(({ injustifiee }) => injustifiee)
        return c.html(
          await Forcages({
            ...{ contexte, fiche, guichets: portee.guichets, demandes, seuil: seuilEn(fiche, periode.fin) },
            lignesDuMois: (await lignesDuMois(lecture)).filter(lui),
            lignesDeLAnnee: (await lignesDuMois(lecture, 12)).filter(lui),
            historique: await historiqueDe(lecture, derniersMois(tousLesMois, calcule.mois, 25), {
              niveaux: ['TERRITOIRE', 'CATEGORIE', 'GUICHET'],
              indicateur: 'forcages',
            }),
            forcages: await lireForcages(connection, periode, identites),
            injustifies: injustifiees.length,
            retenus: injustifiees.filter((demande) => !disculpe(demande)).length,
            peutQualifier: lecteur.acces.role === 'gestionnaire',
            exports: lienExportTable(contexte, 'forcages'),
            fait: c.req.query('fait') === '1',
          }),
        )
      }),
    )
    .post('/forcages', async (c) => {
      const { lecteur, contexte } = await lireSujet(c)
      const lu = await lireFormulaire(c, schema)
      if ('reproche' in lu || !estVerdict(lu.champs.verdict) || contexte.territoire === null)
        return c.text('Cette qualification n’existe pas.', 422)
      const { numero, verdict, motif } = lu.champs
      await qualifierForcage(lecteur.etat, numero, {
        ...{ territoire: contexte.territoire, verdict, motif, par: lecteur.acces.qui, le: instant() },
      })
      return c.redirect(`${lien(contexte, '/forcages', { fait: '1' })}#demandes`, 303)
    })
    .get('/exports/:fichier{forcages\\.[a-z]+}', async (c) => {
      const format = formatDe(c)
      const { lecteur, contexte, calcule } = await lireSujet(c)
      const { territoire } = contexte
      if (format === null || calcule === null || territoire === null) return c.notFound()
      const { periode, identites } = await matiere({ lecteur, territoire, calcule })
      const lignes = await lireForcages(lecteur.base.connection, periode, identites)
      await consignerNumeros(lecteur, {
        ...{ action: 'EXPORT', instant: instant(), territoire },
        nombre: lignes.reduce((n, { demandes }) => n + demandes.length, 0),
        detail: { liste: 'forcages', mois: calcule.mois, forme: format },
      })
      return envoyer(c, tableauForcages(lignes), format, `forcages-${territoire}-${calcule.mois}`)
    })
}
