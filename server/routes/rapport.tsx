import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { composer } from '../../reports/rapport.ts'
import { RAPPORTS_DU_SEMESTRE } from '../../reports/rapports/registry.ts'
import { estFormeDeRapport, rendreRapport } from '../../reports/render/formes.ts'
import type { LienExport } from '../../web/contexte.ts'
import { lien } from '../../web/liens.ts'
import { cheminDeRapport } from '../../web/modeles/rapports.ts'
import { PageRapport } from '../../web/pages/rapport.tsx'
import {
  ACTES_RAPPORT,
  type ActeRapport,
  estChampPropose,
  FORMES_PUBLIEES,
  LONGUEUR_D_UN_CHAMP,
} from '../../web/rapports.ts'
import { litLeBrouillon } from '../acces/rapports.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe } from '../horloge.ts'
import { nommerAuteurs } from '../lecture/auteurs.ts'
import { lireSujet, type Sujet } from '../lecture/contexte.ts'
import { matiereOuRien } from '../lecture/rapports/matiere-de.ts'
import { comparer, estOffert, lireSections, proposerTexte, recapituler } from '../lecture/rapports/page.ts'
import { trouverRapport } from '../lecture/rapports/rapports.ts'
import { nomDeRapport, TYPES_DES_FORMES } from '../services/publier-rapport.ts'
import { agirSurRapport, offrirActes, type RapportVise } from '../services/rapports.ts'
import { acteurDeLAgenda } from './acteur-agenda.ts'
import { envoyerDocument } from './envoyer-document.ts'
import { enRefus, lireBrut, lireFormulaire, OCTETS_DE_FORMULAIRE, texte, texteSansNumero } from './formulaire.ts'
import { annonceDe, continuer } from './suite.ts'

const schema = z.object({
  acte: z.enum(Object.keys(ACTES_RAPPORT) as [ActeRapport, ...ActeRapport[]], 'Cet acte n’existe pas.'),
  champ: texte(50).default(''),
  texte: texteSansNumero(LONGUEUR_D_UN_CHAMP).default(''),
})

interface Refusee {
  readonly refus?: string
  readonly saisie?: Readonly<Record<string, string>>
}

/** `/rapports/:pour/:semestre`: a report, its texts, its acts, its draft in every form. */
export const rapport = (deps: Deps): Hono<Env> => {
  /** The report that an address names, with who acts on it; null where the person sees none such. */
  const viser = async (c: Context<Env>) => {
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

  const matiereDe = async ({ lecteur, acteur, pour, semestre, maintenant, logiciel }: RapportVise) =>
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

  const page = async (c: Context<Env>, { refus, saisie = {} }: Refusee = {}) => {
    const { fait } = annonceDe(deps, c)
    const lu = await viser(c)
    if (lu === null) return c.notFound()
    const { rapport: vu, precedent, sujet, vise } = lu
    const { lecteur, contexte } = sujet
    const chemin = cheminDeRapport(vu)
    const enCours = litLeBrouillon(lecteur.acces.role, vu.etat) && vu.etat !== 'PUBLIE'
    const matiere = enCours ? await matiereDe(vise) : null
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
        saisie={saisie}
        {...(fait ? { fait } : {})}
        {...enRefus(refus)}
      />,
      refus ? 422 : 200,
    )
  }

  return new Hono<Env>()
    .use('/rapports/*', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }))
    .get('/rapports/:pour/:semestre', (c) => page(c))
    .get('/rapports/:pour/:semestre/:fichier{projet\\.[a-z]+}', async (c) => {
      const lu = await viser(c)
      const forme = c.req.param('fichier').split('.')[1] ?? ''
      if (lu === null || !estFormeDeRapport(forme)) return c.notFound()
      const { etat } = lu.rapport
      if (!litLeBrouillon(c.get('acces').role, etat) || etat === 'PUBLIE') return c.notFound()
      const matiere = await matiereDe(lu.vise)
      if (matiere === null) return c.notFound()
      return envoyerDocument(deps, c, {
        nom: nomDeRapport(lu.rapport.pour, matiere, null, forme),
        type: TYPES_DES_FORMES[forme],
        octets: await rendreRapport(composer(RAPPORTS_DU_SEMESTRE[lu.rapport.pour], matiere), forme),
        territoire: matiere.code,
      })
    })
    .post('/rapports/:pour/:semestre', async (c) => {
      const saisie = await lireBrut(c)
      const lu = await viser(c)
      if (lu === null) return c.notFound()
      const recu = await lireFormulaire(c, schema)
      if ('reproche' in recu) return page(c, { refus: recu.reproche, saisie })
      const { acte, champ, texte: dit } = recu.champs
      const { vise, rapport: vu } = lu
      if (acte === 'ECRIRE' && !estOffert(vu.pour, champ))
        return page(c, { refus: 'Ce rapport n’offre pas ce texte : recharger la page.', saisie })
      const matiere = acte === 'ECRIRE' && estChampPropose(champ) ? await matiereDe(vise) : null
      const propose = matiere !== null && estChampPropose(champ) ? proposerTexte(champ, matiere) : null
      const refus = await agirSurRapport(vise, { acte, texte: dit, champ, propose })
      if (refus !== null) return page(c, { refus, saisie })
      const ancre = acte === 'ECRIRE' ? '#textes' : ''
      return continuer(deps, c, `${cheminDeRapport(vu)}${ancre}`, {
        fait: `C’est enregistré : ${ACTES_RAPPORT[acte]}.`,
      })
    })
}
