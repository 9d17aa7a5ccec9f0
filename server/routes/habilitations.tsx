import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { plusMois } from '../../ingest/socle/jour.ts'
import { ACTES_HABILITATION } from '../../web/habilitations.ts'
import { estFiltreEtat } from '../../web/modeles/habilitations.ts'
import { PageHabilitation } from '../../web/pages/habilitation.tsx'
import { Habilitations } from '../../web/pages/habilitations.tsx'
import { OuvrirHabilitation } from '../../web/pages/ouvrir-habilitation.tsx'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { lireAgenda } from '../lecture/agenda/lire.ts'
import { lienExportHabilitations } from '../lecture/exports.ts'
import { lireCampagnesVues } from '../lecture/habilitations/campagnes.ts'
import { lireHabilitationsVues } from '../lecture/habilitations/lire.ts'
import { enChoix, type SujetHabilitations, sujetDesHabilitations } from '../lecture/habilitations/sujet.ts'
import { agirSurHabilitation, type Ouverture, ouvrirHabilitation } from '../services/habilitations/agir.ts'
import { lancerCampagne } from '../services/habilitations/campagnes.ts'
import { enRefus, lireBrut, lireFormulaire, OCTETS_DE_FORMULAIRE } from './formulaire.ts'
import { pageDemandee } from './numero-de-page.ts'
import { schemaActe, schemaLancement, schemaOuverture } from './saisie-habilitation.ts'
import { sansSujet } from './sans-sujet.tsx'
import { annonceDe, continuer } from './suite.ts'

/** Years of which a review is still owed, for who may launch one. */
const anneesARevoir = async (c: Context<Env>, { contexte: { territoire }, aujourdhui }: SujetHabilitations) => {
  if (c.get('acces').role !== 'gestionnaire') return []
  const { echeances } = await lireAgenda(c.get('lecteur'), territoire, aujourdhui)
  return echeances
    .filter(({ obligation, faiteLe }) => obligation === 'HABILITATIONS' && faiteLe === null)
    .map(({ periode }) => Number(periode))
}

/** `/habilitations`: who has access to the national system, and what is done of each access. */
export const habilitations = (deps: Deps): Hono<Env> => {
  const sujet = (c: Context<Env>) => sujetDesHabilitations(deps, c)

  const rendreListe = async (c: Context<Env>, lu: SujetHabilitations, refus?: string) => {
    const { contexte, aujourdhui, services } = lu
    const lecteur = c.get('lecteur')
    const { fait } = annonceDe(deps, c)
    const { etat, service } = c.req.query()
    const campagnes = await lireCampagnesVues(lecteur, contexte.territoire, aujourdhui)
    return c.html(
      <Habilitations
        contexte={{ ...contexte, chemin: '/habilitations' }}
        habilitations={await lireHabilitationsVues(lecteur, contexte.territoire, aujourdhui)}
        campagnes={campagnes}
        etat={estFiltreEtat(etat) ? etat : 'ouvertes'}
        service={service === undefined || service === '' ? null : service}
        page={pageDemandee(c)}
        aujourdhui={aujourdhui}
        annees={campagnes.some((campagne) => campagne.etat === 'EN_COURS') ? [] : await anneesARevoir(c, lu)}
        echeance={plusMois(aujourdhui, 1)}
        services={services.length}
        exports={lienExportHabilitations(contexte)}
        {...(fait ? { fait } : {})}
        {...enRefus(refus)}
      />,
      refus === undefined ? 200 : 422,
    )
  }

  const rendreOuverture = (
    c: Context<Env>,
    { contexte, services, aujourdhui }: SujetHabilitations,
    { refus, saisie = {} }: { refus?: string; saisie?: Readonly<Record<string, string>> } = {},
  ) =>
    c.html(
      <OuvrirHabilitation
        contexte={contexte}
        services={enChoix(services)}
        aujourdhui={aujourdhui}
        saisie={saisie}
        {...enRefus(refus)}
      />,
      refus === undefined ? 200 : 422,
    )

  /** The access that an address names; null for one that the person does not see. */
  const trouver = async (c: Context<Env>) => {
    const lu = await sujet(c)
    if (lu === null) return null
    const toutes = await lireHabilitationsVues(c.get('lecteur'), lu.contexte.territoire, lu.aujourdhui)
    const habilitation = toutes.find(({ id }) => String(id) === c.req.param('id'))
    return habilitation === undefined ? null : { ...lu, habilitation }
  }

  const rendre = (
    c: Context<Env>,
    { contexte, aujourdhui, habilitation }: NonNullable<Awaited<ReturnType<typeof trouver>>>,
    { refus, saisie = {} }: { refus?: string; saisie?: Readonly<Record<string, string>> } = {},
  ) => {
    const { fait } = annonceDe(deps, c)
    return c.html(
      <PageHabilitation
        contexte={contexte}
        habilitation={habilitation}
        aujourdhui={aujourdhui}
        saisie={saisie}
        {...(fait ? { fait } : {})}
        {...enRefus(refus)}
      />,
      refus === undefined ? 200 : 422,
    )
  }

  return new Hono<Env>()
    .get('/habilitations', async (c) => {
      const lu = await sujet(c)
      return lu === null ? sansSujet(c) : rendreListe(c, lu)
    })
    .post('/habilitations', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }), async (c) => {
      const lu = await sujet(c)
      if (lu === null) return c.notFound()
      const saisie = await lireBrut(c)
      const champs = await lireFormulaire(c, schemaOuverture)
      if ('reproche' in champs) return rendreOuverture(c, lu, { refus: champs.reproche, saisie })
      const { nom, profil, ouverte_le: ouverteLe, certificat, ...reste } = champs.champs
      const service = reste.sorte === 'AGENT' ? lu.services.find(({ code }) => code === reste.service) : undefined
      if (reste.sorte === 'AGENT' && service === undefined)
        return rendreOuverture(c, lu, { refus: 'Ce service n’est pas au registre.', saisie })
      const ouverture: Ouverture = {
        ...{ sorte: reste.sorte, profil, ouverteLe, certificat },
        service: service?.code ?? null,
        service_libelle: service?.libelle ?? null,
        agent: reste.sorte === 'AGENT' ? nom : null,
        organisme: reste.sorte === 'ORGANISME' ? nom : null,
        base_legale: reste.sorte === 'ORGANISME' ? reste.base_legale : null,
      }
      const issue = await ouvrirHabilitation(lu.acteur, ouverture)
      if ('refus' in issue) return rendreOuverture(c, lu, { refus: issue.refus, saisie })
      return continuer(deps, c, `/habilitations/${issue.id}`, { fait: 'L’habilitation est notée.' })
    })
    .post('/habilitations/campagnes', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }), async (c) => {
      const lu = await sujet(c)
      if (lu === null) return c.notFound()
      const champs = await lireFormulaire(c, schemaLancement)
      if ('reproche' in champs) return rendreListe(c, lu, champs.reproche)
      const { annee, jour: echeance } = champs.champs
      if (!(await anneesARevoir(c, lu)).includes(annee))
        return rendreListe(c, lu, `Aucune revue n’est due pour ${annee}.`)
      const issue = await lancerCampagne(lu.acteur, { annee, echeance, services: lu.services })
      if ('refus' in issue) return rendreListe(c, lu, issue.refus)
      return continuer(deps, c, `/habilitations/campagnes/${issue.id}`, { fait: 'La revue est lancée.' })
    })
    .get('/habilitations/ouvrir', async (c) => {
      const lu = await sujet(c)
      return lu === null ? sansSujet(c) : rendreOuverture(c, lu)
    })
    .get('/habilitations/:id', async (c) => {
      const lu = await trouver(c)
      return lu === null ? sansSujet(c) : rendre(c, lu)
    })
    .post('/habilitations/:id', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }), async (c) => {
      const lu = await trouver(c)
      if (lu === null) return c.notFound()
      const saisie = await lireBrut(c)
      const champs = await lireFormulaire(c, schemaActe)
      if ('reproche' in champs) return rendre(c, lu, { refus: champs.reproche, saisie })
      const { acte, jour, depart_le: departLe, code, texte } = champs.champs
      const signale = acte === 'SIGNALER'
      const refus = await agirSurHabilitation(lu.acteur, lu.habilitation, acte, {
        jour: acte === 'REPRENDRE' || acte === 'CHANGER' || acte === 'ROUVRIR' ? null : jour,
        departLe: signale && code === 'DEPART' ? departLe : null,
        code: signale ? code : null,
        texte,
      })
      if (refus !== null) return rendre(c, lu, { refus, saisie })
      return continuer(deps, c, `/habilitations/${lu.habilitation.id}`, {
        fait: `C’est enregistré : ${ACTES_HABILITATION[acte].toLocaleLowerCase('fr')}.`,
      })
    })
}
