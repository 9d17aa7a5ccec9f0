import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { ACTES_DEMARCHE, estListe, estSorte, sorteDuChemin } from '../../web/demarches/mots.ts'
import { sortesEnvoyees } from '../../web/demarches/registre.ts'
import { lien } from '../../web/liens.ts'
import { colonnesDe } from '../../web/modeles/demarches.ts'
import { lireTri } from '../../web/modeles/tri.ts'
import { PageDemarche } from '../../web/pages/demarche.tsx'
import { Demarches } from '../../web/pages/demarches.tsx'
import { Introuvable } from '../../web/pages/introuvable.tsx'
import { ChoisirDemarche, NouvelleDemarche } from '../../web/pages/nouvelle-demarche.tsx'
import { PremiereUtilisation } from '../../web/pages/premiere-utilisation.tsx'
import { consulterDemarche, consulterDemarches } from '../acces/porte/demarches.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe, jourDe } from '../horloge.ts'
import { nommerAuteurs } from '../lecture/auteurs.ts'
import { lireSujet, type Sujet } from '../lecture/contexte.ts'
import { demarcheEnVue } from '../lecture/demarches.ts'
import { lienExportDemarches } from '../lecture/exports.ts'
import { agirSurDemarche, envoyerDemarche } from '../services/demarches.ts'
import { enRefus, lireFormulaire, OCTETS_DE_FORMULAIRE } from './formulaire.ts'
import { pageDemandee } from './numero-de-page.ts'
import { brutDe, schemaActeDemarche, schemaPreparation } from './saisie-demarche.ts'
import { annonceDe, continuer } from './suite.ts'

type Brut = Readonly<Record<string, string>>

interface Refusee {
  readonly refus?: string
  readonly saisie?: Brut
}

/** The guichets that the person may name in a form. */
const guichetsDe = ({ portee }: Sujet) =>
  (portee?.guichets ?? []).map(({ code, libelle }) => [code, `${libelle} (${code})`] as const)

/** `/demarches`: what guichets ask of the gestionnaire, and what it answers. */
export const demarches = (deps: Deps): Hono<Env> => {
  const rendreListe = async (c: Context<Env>) => {
    const { fait } = annonceDe(deps, c)
    const { lecteur, contexte } = await lireSujet(c)
    const { territoire, requete } = contexte
    if (territoire === null) return c.html(<PremiereUtilisation contexte={contexte} />)
    const liste = estListe(requete.liste) ? requete.liste : 'ATTENTE'
    const choix = {
      liste,
      sorte: estSorte(requete.sorte) ? requete.sorte : null,
      service: requete.service || null,
      tri: lireTri(requete.tri, colonnesDe(liste, false)),
      page: pageDemandee(c),
    }
    const instant = instantDe(deps.maintenant())
    return c.html(
      <Demarches
        contexte={contexte}
        {...choix}
        {...(await consulterDemarches(lecteur, territoire, { ...choix, instant }))}
        aujourdhui={jourDe(deps.maintenant())}
        exports={lienExportDemarches(contexte)}
        {...(fait ? { fait } : {})}
      />,
    )
  }

  const rendreNouvelle = async (c: Context<Env>, sujet: Sujet, reste: Refusee = {}) => {
    const { contexte, lecteur } = sujet
    const code = sorteDuChemin(c.req.param('sorte') ?? '')
    if (code === undefined) return c.html(<Introuvable contexte={contexte} quoi="ce formulaire" />, 404)
    const { demarche: saisie = reste.saisie ?? {} } = annonceDe(deps, c)
    const sortes = sortesEnvoyees(lecteur.acces.role)
    const sorte = sortes.find((une) => une.code === code)
    // A kind that is not the person's to send: those that are.
    if (sorte === undefined)
      return c.html(<ChoisirDemarche contexte={contexte} sortes={sortes} saisie={saisie} />, reste.refus ? 403 : 200)
    return c.html(
      <NouvelleDemarche
        contexte={contexte}
        sorte={sorte}
        guichets={guichetsDe(sujet)}
        saisie={saisie}
        {...enRefus(reste.refus)}
      />,
      reste.refus ? 422 : 200,
    )
  }

  const rendreDemarche = async (c: Context<Env>, { contexte, lecteur }: Sujet, reste: Refusee = {}) => {
    const { territoire } = contexte
    const id = Number(c.req.param('id'))
    const instant = instantDe(deps.maintenant())
    const lue = territoire === null ? null : await consulterDemarche(lecteur, territoire, id, instant)
    if (lue === null) return c.html(<Introuvable contexte={contexte} quoi="cette démarche" />, 404)
    const { fait } = annonceDe(deps, c)
    return c.html(
      <PageDemarche
        contexte={contexte}
        demarche={demarcheEnVue(lue, lecteur.acces, await nommerAuteurs(lecteur))}
        aujourdhui={jourDe(deps.maintenant())}
        saisie={reste.saisie ?? {}}
        exports={lienExportDemarches(contexte, id)}
        {...enRefus(reste.refus)}
        {...(fait ? { fait } : {})}
      />,
      reste.refus ? 422 : 200,
    )
  }

  return new Hono<Env>()
    .use('/demarches/*', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }))
    .get('/demarches', rendreListe)
    .get('/demarches/nouvelle', async (c) => {
      const { contexte, lecteur } = await lireSujet(c)
      const { demarche = {} } = annonceDe(deps, c)
      return c.html(
        <ChoisirDemarche contexte={contexte} sortes={sortesEnvoyees(lecteur.acces.role)} saisie={demarche} />,
      )
    })
    .get('/demarches/nouvelle/:sorte', async (c) => rendreNouvelle(c, await lireSujet(c)))
    .post('/demarches/nouvelle/:sorte', async (c) => {
      const sujet = await lireSujet(c)
      const { territoire } = sujet.contexte
      const sorte = sorteDuChemin(c.req.param('sorte'))
      if (territoire === null || sorte === undefined) return c.notFound()
      const brut = brutDe(await c.req.parseBody({ all: true }))
      const guichets = guichetsDe(sujet).map(([code]) => code)
      const issue = await envoyerDemarche(sujet.lecteur, { territoire, sorte, brut, guichets }, deps.maintenant())
      if ('refus' in issue) return rendreNouvelle(c, sujet, { refus: issue.refus, saisie: brut })
      return continuer(deps, c, `/demarches/${issue.id}`, {
        fait: `La démarche ${issue.id} est envoyée. Sa suite se lit ici.`,
      })
    })
    .post('/demarches/preparer', async (c) => {
      const lu = await lireFormulaire(c, schemaPreparation)
      if ('reproche' in lu) return c.redirect(lien((await lireSujet(c)).contexte, '/demarches/nouvelle'), 303)
      const { chemin, ...demarche } = lu.champs
      return continuer(deps, c, chemin, { demarche })
    })
    .get('/demarches/:id', async (c) => rendreDemarche(c, await lireSujet(c)))
    .post('/demarches/:id', async (c) => {
      const sujet = await lireSujet(c)
      const { territoire } = sujet.contexte
      const saisie = brutDe(await c.req.parseBody({ all: true }))
      const champs = await lireFormulaire(c, schemaActeDemarche)
      if ('reproche' in champs) return rendreDemarche(c, sujet, { refus: champs.reproche, saisie })
      const id = Number(c.req.param('id'))
      const { lecteur } = sujet
      const issue =
        territoire === null ? null : await agirSurDemarche(lecteur, territoire, id, champs.champs, deps.maintenant())
      if (issue === null) return c.notFound()
      if ('refus' in issue) return rendreDemarche(c, sujet, { refus: issue.refus, saisie })
      return continuer(deps, c, `/demarches/${id}`, {
        fait: `C’est enregistré : ${ACTES_DEMARCHE[champs.champs.acte].toLocaleLowerCase('fr')}.`,
      })
    })
}
