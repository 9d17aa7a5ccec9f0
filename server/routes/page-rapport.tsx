import type { Context } from 'hono'
import type { LienExport } from '../../web/contexte.ts'
import { lien } from '../../web/liens.ts'
import { cheminDeRapport } from '../../web/modeles/rapports.ts'
import { PageRapport } from '../../web/pages/rapport.tsx'
import { FORMES_PUBLIEES } from '../../web/rapports.ts'
import { litLeBrouillon } from '../acces/rapports.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe } from '../horloge.ts'
import { nommerAuteurs } from '../lecture/auteurs.ts'
import { lireSujet, type Sujet } from '../lecture/contexte.ts'
import { lireDiffusionDuRapport } from '../lecture/diffusion.ts'
import { matiereOuRien } from '../lecture/rapports/matiere-de.ts'
import { comparer, lireSections, recapituler } from '../lecture/rapports/page.ts'
import { trouverRapport } from '../lecture/rapports/rapports.ts'
import { offrirActes, type RapportVise } from '../services/rapports.ts'
import { acteurDeLAgenda } from './acteur-agenda.ts'
import { enRefus } from './formulaire.ts'
import { annonceDe } from './suite.ts'

/** What is said of a form that was refused. */
export interface Refusee {
  readonly refus?: string
  readonly saisie?: Readonly<Record<string, string>>
}

/** The report that an address names, with who acts on it; null where the person sees none such. */
export const viserRapport = async (deps: Deps, c: Context<Env>) => {
  const sujet = await lireSujet(c)
  const acteur = await acteurDeLAgenda(deps, c)
  if (acteur === null) return null
  const [pour, semestre] = [c.req.param('pour') ?? '', c.req.param('semestre') ?? '']
  const trouve = await trouverRapport(sujet.lecteur, acteur.territoire, pour, semestre)
  if (trouve === null) return null
  const vise: RapportVise = {
    ...{ acteur, lecteur: sujet.lecteur, pour: trouve.rapport.pour, semestre: trouve.rapport.semestre },
    ...{ maintenant: deps.maintenant(), logiciel: deps.version },
  }
  return { ...trouve, sujet, vise }
}

/** What a draft is written from; null where its semester has no figures yet. */
export const matiereVisee = async ({ lecteur, acteur, pour, semestre, maintenant, logiciel }: RapportVise) =>
  matiereOuRien(lecteur, {
    ...{ territoire: acteur.territoire, pour, semestre, maintenant, logiciel },
    redigeLe: instantDe(maintenant),
    par: (await nommerAuteurs(lecteur))(acteur.qui),
  })

const formesDuProjet = ({ contexte }: Sujet, chemin: string): LienExport[] =>
  FORMES_PUBLIEES.map(([forme, libelle]) => ({
    libelle: `Projet, ${libelle}`,
    href: lien(contexte, `${chemin}/projet.${forme}`),
  }))

/** The page of a report. */
export const rendreRapportVise = async (
  deps: Deps,
  c: Context<Env>,
  { refus, saisie = {} }: Refusee = {},
): Promise<Response> => {
  const { fait } = annonceDe(deps, c)
  const lu = await viserRapport(deps, c)
  if (lu === null) return c.notFound()
  const { rapport: vu, precedent, sujet, vise } = lu
  const { lecteur, contexte } = sujet
  const chemin = cheminDeRapport(vu)
  const enCours = litLeBrouillon(lecteur.acces.role, vu.etat) && vu.etat !== 'PUBLIE'
  const matiere = enCours ? await matiereVisee(vise) : null
  const sections = matiere === null ? [] : await lireSections(lecteur, vise.acteur.territoire, vu, matiere)
  return c.html(
    <PageRapport
      contexte={{ ...contexte, chemin }}
      rapport={vu}
      actes={await offrirActes(vise)}
      recapitulatif={matiere === null ? null : recapituler(vu, matiere, sections)}
      sections={sections}
      chiffres={lecteur.acces.role === 'partenaire' ? null : comparer(vu, precedent, matiere)}
      projet={matiere === null ? [] : formesDuProjet(sujet, chemin)}
      diffusion={
        await lireDiffusionDuRapport(lecteur, vise.acteur.territoire, vu, {
          ...{ maintenant: deps.maintenant(), sansRisque: deps.expedition.sansRisque },
        })
      }
      saisie={saisie}
      {...(fait ? { fait } : {})}
      {...enRefus(refus)}
    />,
    refus ? 422 : 200,
  )
}
