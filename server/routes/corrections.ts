import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { lien } from '../../web/liens.ts'
import { declarerCorrection } from '../acces/porte/corrections.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe } from '../horloge.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { normaliserNumero } from '../services/numero.ts'
import { ACTES_CORRECTION } from '../state/table-corrections.ts'
import { lireFormulaire, OCTETS_DE_FORMULAIRE, requis } from './formulaire.ts'

const schema = z.object({ numero: requis('Le numéro', 30), acte: z.enum(ACTES_CORRECTION) })

/** `POST /corrections`: what a guichet says of a demande that it has to put right. */
export const corrections = (deps: Deps): Hono<Env> =>
  new Hono<Env>().post('/corrections', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }), async (c) => {
    const { lecteur, contexte, etat } = await lireSujet(c)
    const { territoire } = contexte
    const calcule = etat?.calcules.at(-1)
    const lu = await lireFormulaire(c, schema)
    if (territoire === null || calcule === undefined || 'reproche' in lu)
      return c.text('Cette déclaration ne se lit pas.', 422)
    const { acte } = lu.champs
    const demandees = { territoire, calcule, instant: instantDe(deps.maintenant()) }
    const dite = await declarerCorrection(lecteur, demandees, { numero: normaliserNumero(lu.champs.numero), acte })
    return c.redirect(lien({ ...contexte, mois: null }, '/', { dit: dite ? acte : 'RIEN' }), 303)
  })
