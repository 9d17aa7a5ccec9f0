import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { champDecision } from '../../web/components/table-comptes.tsx'
import { RevueComptes } from '../../web/pages/revue-comptes.tsx'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { pourListe } from '../lecture/comptes.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { listerComptesDuRessort } from '../services/comptes.ts'
import { signerRevue } from '../services/revue.ts'
import { auteurDe } from './auteur.ts'
import { lireFormulaire, OCTETS_DE_FORMULAIRE } from './formulaire.ts'
import { continuer } from './suite.ts'

const numeros = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((ids) => new Set([ids].flat().map(Number)))
const schemaRevue = z.object({ vu: numeros, garder: numeros })

/** What was said of an account; null where nothing was. */
const decisionDe = (dite: string | undefined) => (dite === 'garder' || dite === 'fermer' ? dite : null)

/** `/comptes/revue`: what the review would do, by name, then its signature. */
export const revueComptes = (deps: Deps): Hono<Env> => {
  const { etat } = deps

  /** What a review would do, from what its form says of each account. */
  const relecture = async (c: Context<Env>) => {
    const { contexte } = await lireSujet(c)
    const ouverts = (await listerComptesDuRessort(etat, auteurDe(deps, c))).filter(({ ferme_le }) => ferme_le === null)
    const dits = (decision: string | null) =>
      ouverts.filter(({ id }) => decisionDe(c.req.query(champDecision(id))) === decision).map(pourListe)
    return c.html(
      <RevueComptes
        contexte={{ ...contexte, chemin: '/comptes/revue', requete: {} }}
        aFermer={dits('fermer').filter(({ id }) => id !== c.get('compte').id)}
        aGarder={dits('garder')}
        sansDecision={dits(null)}
      />,
    )
  }

  return new Hono<Env>()
    .use('/comptes/revue', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }))
    .get('/comptes/revue', relecture)
    .post('/comptes/revue', async (c) => {
      const lu = await lireFormulaire(c, schemaRevue)
      if ('reproche' in lu) return c.redirect('/comptes', 303)
      const { vu: vus, garder: gardes } = lu.champs
      const fermes = await signerRevue(etat, { vus, gardes }, c.get('compte'), auteurDe(deps, c))
      return continuer(deps, c, '/comptes', { fait: `La revue est signée. Comptes fermés : ${fermes}.` })
    })
}
