import { z } from 'zod'
import { LONGUEURS } from '../../web/components/requetes/editeur.tsx'
import { ACTES_REQUETE, type ActeRequete } from '../../web/requetes.ts'
import { requisSansNumero, texte, texteSansNumero } from './formulaire.ts'

/** What is run: its text, and the values of its parameters. */
export const schemaExecution = z.object({
  sql: z.string().max(LONGUEURS.sql, 'La requête est trop longue : la raccourcir.'),
  mois: texte(7).default(''),
  guichet: texte(10).default(''),
  requete: z.coerce.number().int().positive().optional(),
})

const SANS_NUMERO_DANS_LE_TEXTE =
  'Une requête enregistrée ne porte aucun numéro unique : l’ôter de son texte, ou chercher par un paramètre.'

/** What is kept of it. */
export const schemaGarder = schemaExecution.extend({
  titre: requisSansNumero('Le titre', LONGUEURS.titre),
  description: texteSansNumero(LONGUEURS.description).default(''),
  sql: texteSansNumero(LONGUEURS.sql).refine((lu) => lu !== '', 'La requête est vide.'),
  partagee: z.literal('1').optional(),
  /** The query that it is the next version of. */
  garder: z.union([z.literal('NOUVELLE').transform(() => null), z.coerce.number().int().positive()]).default(null),
})

export const schemaActeRequete = z.object({
  acte: z.enum(Object.keys(ACTES_REQUETE) as [ActeRequete, ...ActeRequete[]], 'Cet acte n’existe pas.'),
})

/** The refusal of a text with a number says what it is of. */
export const direReproche = (reproche: string): string =>
  reproche.startsWith('Ce texte contient un numéro unique') ? SANS_NUMERO_DANS_LE_TEXTE : reproche
