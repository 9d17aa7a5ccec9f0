import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { debutMois, estMois, finMois } from '../../ingest/socle/jour.ts'
import { tableauAlertesQualifiees } from '../../reports/tableau/alertes.ts'
import { pourLire } from '../../reports/tableau/pour-lire.ts'
import { LONGUEUR_EXPLICATION, RAISONS_ALERTE } from '../../web/alertes.ts'
import { peutOuvrir } from '../../web/contexte.ts'
import { Alertes } from '../../web/pages/alertes.tsx'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe, jourDe } from '../horloge.ts'
import { alertesQualifiees } from '../lecture/alertes.ts'
import { lienExportAlertes } from '../lecture/exports.ts'
import { sujetDesMesures } from '../lecture/sujet-mesures.ts'
import { expliquer } from '../services/alertes.ts'
import { envoyer, formatDe } from './envoyer.ts'
import { lireFormulaire, OCTETS_DE_FORMULAIRE, texte, texteSansNumero } from './formulaire.ts'
import { sansSujet } from './sans-sujet.tsx'
import { annonceDe, continuer } from './suite.ts'

const schema = z.object({
  ligne: texte(80),
  raison: texte(30),
  texte: texteSansNumero(LONGUEUR_EXPLICATION),
  jusqua: texte(7).refine(estMois, 'Le mois jusqu’auquel l’explication vaut n’est pas un mois.'),
})

/** `/alertes`: the lines in alert, and what is made of each. */
export const alertes = (deps: Deps): Hono<Env> => {
  const sujet = (c: Context<Env>) => sujetDesMesures(c, jourDe(deps.maintenant()))

  const page = async (
    c: Context<Env>,
    reste: { readonly refus?: string; readonly saisie?: Readonly<Record<string, string>> } = {},
  ) => {
    const lu = await sujet(c)
    if (!lu?.dernier) return sansSujet(c)
    const { contexte, dernier, jugees } = lu
    const { fait } = annonceDe(deps, c)
    return c.html(
      <Alertes
        contexte={{ ...contexte, chemin: '/alertes' }}
        mois={dernier.calcule.mois}
        alertes={await alertesQualifiees(dernier, jugees)}
        raisons={Object.entries(RAISONS_ALERTE)}
        peutExpliquer={peutOuvrir(contexte, '/mesures/ouvrir')}
        saisie={reste.saisie ?? {}}
        exports={lienExportAlertes(contexte)}
        {...(fait ? { fait } : {})}
        {...(reste.refus ? { refus: { phrase: reste.refus, suite: 'Rien n’a été enregistré.' } } : {})}
      />,
      reste.refus ? 422 : 200,
    )
  }

  return new Hono<Env>()
    .use('/alertes', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }))
    .get('/alertes', (c) => page(c))
    .post('/alertes', async (c) => {
      const lu = await sujet(c)
      if (!lu?.dernier) return c.notFound()
      const brut = Object.fromEntries(Object.entries(await c.req.parseBody()).map(([nom, v]) => [nom, String(v)]))
      const champs = await lireFormulaire(c, schema)
      if ('reproche' in champs) return page(c, { refus: champs.reproche, saisie: brut })
      const { ligne, raison, texte: dit, jusqua } = champs.champs
      const saisie = { ligne, raison, texte: dit, jusqua: estMois(jusqua) ? jusqua : null }
      const issue = await expliquer(lu.dernier, lu.jugees, saisie, deps.maintenant())
      if ('refus' in issue) return page(c, { refus: issue.refus, saisie: brut })
      return continuer(deps, c, '/alertes', { fait: 'L’explication est enregistrée.' })
    })
    .get('/exports/:fichier{alertes\\.[a-z]+}', async (c) => {
      const format = formatDe(c)
      const lu = await sujet(c)
      if (format === null || !lu?.dernier) return c.notFound()
      const { territoire, calcule } = lu.dernier
      const provenance = {
        territoire,
        debut: debutMois(calcule.mois),
        fin: finMois(calcule.mois),
        maintenant: instantDe(deps.maintenant()),
        version: deps.version,
        filtres: {},
      }
      const tableau = tableauAlertesQualifiees(await alertesQualifiees(lu.dernier, lu.jugees), provenance)
      return envoyer(c, pourLire(tableau, format), format, `alertes-${territoire}-${calcule.mois}`)
    })
}
