import { z } from 'zod'
import { estJour } from '../../ingest/socle/jour.ts'
import { LONGUEUR_DES_TEXTES } from '../../web/components/mesures/formulaires.tsx'
import { ACTES_MESURE, type ActeMesure } from '../../web/mesures.ts'
import type { SaisieMesure } from '../gestion/mesures/faits.ts'
import { PAS_UN_JOUR, texte, texteSansNumero } from './formulaire.ts'

/** Boxes ticked: none, one or several. */
const ligne = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((choisies) => [choisies].flat())

/** The box that joins the lists of demandes. */
const liste = z
  .string()
  .default('')
  .transform((cochee) => cochee === '1')

export const schemaOuverture = z.object({
  service: texte(20),
  texte: texteSansNumero(LONGUEUR_DES_TEXTES),
  ligne,
  liste,
})

/** Lines whose list is joined later. */
export const schemaListes = z.object({ ligne })

export const schemaActeDeListe = z.object({ acte: z.enum(['RENOUVELER', 'RETIRER'], 'Cet acte n’existe pas.') })

export const schemaActe = z.object({
  acte: z.enum(Object.keys(ACTES_MESURE) as [ActeMesure, ...ActeMesure[]], 'Cet acte n’existe pas.'),
  texte: texteSansNumero(LONGUEUR_DES_TEXTES).default(''),
  plan: texteSansNumero(LONGUEUR_DES_TEXTES).default(''),
  jour: texte(10)
    .default('')
    .refine((saisi) => saisi === '' || estJour(saisi), PAS_UN_JOUR),
  code: texte(30).default(''),
  autre: texte(10).default(''),
  adresse: texteSansNumero(400).default(''),
  ligne,
  liste,
})

export const saisieDe = (champs: z.output<typeof schemaActe>): SaisieMesure => ({
  texte: champs.texte,
  plan: champs.plan,
  jour: estJour(champs.jour) ? champs.jour : null,
  code: champs.code === '' ? null : champs.code,
  autre: /^\d+$/.test(champs.autre) ? Number(champs.autre) : null,
})
