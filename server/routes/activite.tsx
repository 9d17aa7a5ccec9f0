import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { SORTES_ACTIVITE, SORTES_DROIT, type SorteActivite, type SorteDroit } from '../../web/activite.ts'
import { mesurerActivite } from '../../web/modeles/activite.ts'
import { PageActivite } from '../../web/pages/activite.tsx'
import { PremiereUtilisation } from '../../web/pages/premiere-utilisation.tsx'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { jourDe } from '../horloge.ts'
import { lireDroitsVus, lireJournalDActivite, lireTraitements } from '../lecture/activite.ts'
import { anneesDeLAgenda } from '../lecture/agenda/annees.ts'
import { lireAgenda } from '../lecture/agenda/lire.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { lienExportActivite } from '../lecture/exports.ts'
import { agirSurDroit, noterActivite, recevoirDroit, retirerDuJournal } from '../services/activite.ts'
import { acteurDeLAgenda } from './acteur-agenda.ts'
import {
  enRefus,
  jour,
  jourOuRien,
  lireBrut,
  lireFormulaire,
  OCTETS_DE_FORMULAIRE,
  texte,
  texteSansNumero,
} from './formulaire.ts'
import { annonceDe, continuer } from './suite.ts'

const PAS_UN_NOMBRE = 'La durée et les participants sont des nombres entiers.'

const nombreOuRien = (au_plus: number) =>
  texte(6)
    .default('')
    .refine((saisi) => /^\d*$/.test(saisi) && Number(saisi) <= au_plus, PAS_UN_NOMBRE)
    .transform((saisi) => (saisi === '' ? null : Number(saisi)))

const schemaActivite = z.object({
  sorte: z.enum(Object.keys(SORTES_ACTIVITE) as [SorteActivite, ...SorteActivite[]], 'Cette sorte n’existe pas.'),
  jour,
  titre: texteSansNumero(150).refine((titre) => titre !== '', 'Dire ce qui est fait.'),
  texte: texteSansNumero(2000).default(''),
  minutes: nombreOuRien(99_999),
  participants: nombreOuRien(99_999),
})

const schemaDroit = z.object({
  sorte: z.enum(Object.keys(SORTES_DROIT) as [SorteDroit, ...SorteDroit[]], 'Ce droit n’existe pas.'),
  jour,
})

const schemaActeDeDroit = z.object({
  acte: z.enum(['PROLONGER', 'REPONDRE', 'ROUVRIR', 'RETIRER'], 'Cet acte n’existe pas.'),
  jour: jourOuRien,
  texte: texteSansNumero(500).default(''),
})

/** `/agenda/activite`: the gestionnaire's own work, measured and written down, and the rights that people exercise. */
export const activite = (deps: Deps): Hono<Env> => {
  const aujourdhui = () => jourDe(deps.maintenant())

  const page = async (c: Context<Env>, refus?: string, saisie: Readonly<Record<string, string>> = {}) => {
    const { fait } = annonceDe(deps, c)
    const { lecteur, contexte } = await lireSujet(c)
    const { territoire } = contexte
    if (territoire === null) return c.html(<PremiereUtilisation contexte={contexte} />)
    const lu = await lireAgenda(lecteur, territoire, aujourdhui())
    const { annee, annees } = anneesDeLAgenda(lu.depuis, aujourdhui(), c.req.query('annee'))
    const { role } = lecteur.acces
    const tient = role === 'gestionnaire' || role === 'etat'
    return c.html(
      <PageActivite
        contexte={{ ...contexte, chemin: '/agenda/activite' }}
        annee={annee}
        annees={annees.filter((une) => une <= Number(aujourdhui().slice(0, 4)))}
        activite={mesurerActivite(lu.echeances, await lireTraitements(lecteur, territoire, aujourdhui()), annee)}
        entrees={await lireJournalDActivite(lecteur, territoire, lu.reunions)}
        droits={tient ? await lireDroitsVus(lecteur, territoire, aujourdhui()) : null}
        peutTenir={role === 'gestionnaire'}
        aujourdhui={aujourdhui()}
        saisie={saisie}
        exports={lienExportActivite(contexte, annee, tient)}
        {...(fait ? { fait } : {})}
        {...enRefus(refus)}
      />,
      refus === undefined ? 200 : 422,
    )
  }

  const finir = (c: Context<Env>, refus: string | null, chemin: string, fait: string, saisie = {}) =>
    refus === null ? continuer(deps, c, chemin, { fait }) : page(c, refus, saisie)

  return new Hono<Env>()
    .use('/agenda/activite/*', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }))
    .get('/agenda/activite', (c) => page(c))
    .post('/agenda/activite', async (c) => {
      const acteur = await acteurDeLAgenda(deps, c)
      if (acteur === null) return c.notFound()
      const saisie = await lireBrut(c)
      const lu = await lireFormulaire(c, schemaActivite)
      if ('reproche' in lu) return page(c, lu.reproche, saisie)
      return finir(c, await noterActivite(acteur, lu.champs), '/agenda/activite#journal', 'C’est noté.', saisie)
    })
    .post('/agenda/activite/droits', async (c) => {
      const acteur = await acteurDeLAgenda(deps, c)
      if (acteur === null) return c.notFound()
      const lu = await lireFormulaire(c, schemaDroit)
      if ('reproche' in lu) return page(c, lu.reproche)
      const refus = await recevoirDroit(acteur, lu.champs.sorte, lu.champs.jour)
      return finir(c, refus, '/agenda/activite#droits', 'La demande est notée.')
    })
    .post('/agenda/activite/droits/:id', async (c) => {
      const acteur = await acteurDeLAgenda(deps, c)
      if (acteur === null) return c.notFound()
      const lu = await lireFormulaire(c, schemaActeDeDroit)
      if ('reproche' in lu) return page(c, lu.reproche)
      const { acte, ...saisie } = lu.champs
      const refus = await agirSurDroit(acteur, Number(c.req.param('id')), acte, saisie)
      return finir(c, refus, '/agenda/activite#droits', 'C’est enregistré.')
    })
    .post('/agenda/activite/:id/retirer', async (c) => {
      const acteur = await acteurDeLAgenda(deps, c)
      const id = Number(c.req.param('id'))
      if (acteur === null || !Number.isInteger(id) || !(await retirerDuJournal(acteur, id))) return c.notFound()
      return continuer(deps, c, '/agenda/activite#journal', {
        fait: 'L’entrée est retirée ; son retrait reste visible.',
      })
    })
}
