import { Hono } from 'hono'
import { tableauEnregistrements } from '../../reports/tableau/enregistrements.ts'
import { parametresFigure } from '../../web/liens.ts'
import { Dossiers } from '../../web/pages/dossiers.tsx'
import { Introuvable } from '../../web/pages/introuvable.tsx'
import { exigerEntite } from '../acces/lecteur.ts'
import { demanderEnregistrements } from '../acces/porte/enregistrements.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe } from '../horloge.ts'
import { lignesDuMois } from '../lecture/chiffres.ts'
import { lienExportDossiers } from '../lecture/exports.ts'
import { lireFigure } from '../lecture/figure.ts'
import { listeDossiers, ordreDossiers } from '../lecture/liste-dossiers.ts'
import { premiersDe } from '../lecture/premiers.ts'
import { pageDuMois } from './page.tsx'

/** `/dossiers`: the records behind a figure, their numbers without their names. */
export const dossiers = (deps: Deps): Hono<Env> =>
  new Hono<Env>().get(
    '/dossiers',
    pageDuMois(deps, async (c, { contexte, fiches, lecture }) => {
      const { lecteur, territoire, calcule } = lecture
      const figure = lireFigure(c, territoire, calcule)
      const fiche = fiches.find(({ code }) => code === figure?.indicateur.code)
      if (figure === null || fiche === undefined)
        return c.html(<Introuvable contexte={contexte} quoi="cette liste de dossiers" />, 404)
      const { demande, surDouzeMois } = figure
      const { niveau, entite, indicateur, tous, debut, fin } = demande
      const instant = instantDe(deps.maintenant())
      exigerEntite(lecture.portee, demande)
      const ligne = (await lignesDuMois(lecture, surDouzeMois ? 12 : 1)).find(
        (l) => l.niveau === niveau && l.entite === entite && l.indicateur === indicateur,
      )
      if (ligne === undefined) return c.html(<Introuvable contexte={contexte} quoi={`l’entité ${entite}`} />, 404)
      const ordre = ordreDossiers(indicateur, contexte.requete.tri, lecture.portee.guichets)
      const donnes = await demanderEnregistrements(lecteur, demande, { action: 'CONSULTATION', instant }, ordre)
      try {
        const lus = await premiersDe(donnes.lignes)
        const { colonnes } = tableauEnregistrements(indicateur, lus, {
          territoire,
          debut,
          fin,
          maintenant: instant,
          version: deps.version,
          filtres: {},
        })
        return c.html(
          <Dossiers
            contexte={contexte}
            fiche={fiche}
            ligne={ligne}
            figure={{ indicateur, niveau, entite, surDouzeMois, tous }}
            liste={listeDossiers(indicateur, colonnes, lus, lecture.portee.guichets)}
            effaces={await donnes.compterEffaces()}
            exports={lienExportDossiers(contexte, parametresFigure({ indicateur, niveau, entite, surDouzeMois, tous }))}
          />,
        )
      } finally {
        donnes.fermer()
      }
    }),
  )
