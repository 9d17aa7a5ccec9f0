import { z } from 'zod'
import { enMois, estMois, type Mois } from '../../ingest/socle/jour.ts'
import { NIVEAUX } from '../../metrics/resultat.ts'
import type { ColonneTableau, TypeColonne } from '../../reports/tableau/tableau.ts'

z.config(z.locales.fr())

export const jour = z.iso.date('Un jour s’écrit AAAA-MM-JJ.')
export const mois = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Un mois s’écrit AAAA-MM.')
export const niveau = z.enum(NIVEAUX)

const moisLu = mois.refine(estMois, 'Un mois s’écrit AAAA-MM.').transform((lu): Mois => enMois(lu))

/** Rows that an answer gives where the request does not say, and at most. */
export const LIMITE = 1000
export const LIMITE_MAX = 10_000
const DEPART_MAX = 1_000_000_000

/** Parameters of addresses, said once. */
export const parametre = {
  territoire: z
    .string()
    .regex(/^[0-9A-Z]{3}$/, 'Un territoire s’écrit sur trois caractères, par exemple 013.')
    .optional()
    .describe('Territoire, sur trois caractères ; à dire quand le compte en couvre plusieurs.'),
  mois: moisLu.optional().describe('Mois, AAAA-MM ; le dernier qui a des chiffres si rien n’est dit.'),
  depuis: moisLu.optional().describe('Premier mois, AAAA-MM.'),
  jusqua: moisLu.optional().describe('Dernier mois, AAAA-MM.'),
  niveau: niveau.optional().describe('Niveau.'),
  entite: z.string().min(1).max(50).optional().describe('Code de l’entité, tel que les réponses le donnent.'),
  guichet: z.string().min(1).max(10).optional().describe('Code d’un guichet.'),
  depart: z.coerce.number().int().min(0).max(DEPART_MAX).default(0).describe('Nombre de lignes à passer.'),
  limite: z.coerce.number().int().min(1).max(LIMITE_MAX).default(LIMITE).describe('Nombre de lignes au plus.'),
} as const

/** Which page of an answer: every list has these two. */
export const PAGE = { depart: parametre.depart, limite: parametre.limite } as const

const PAR_TYPE: Readonly<Record<TypeColonne, z.ZodType>> = {
  texte: z.string(),
  entier: z.int(),
  nombre: z.number(),
  part: z.number(),
  jours: z.number(),
  jour,
  moment: z.string(),
  booleen: z.boolean(),
  json: z.record(z.string(), z.unknown()),
}

/**
 * The schema of a row, made of the columns that write it in CSV and Arrow: their names, their headings, their types; a
 * cell may be empty. `precisions` says more of some fields, or adds those that JSON alone has.
 */
export const ligneDe = <L>(
  colonnes: readonly ColonneTableau<L>[],
  precisions: Readonly<Record<string, z.ZodType>> = {},
): z.ZodObject => {
  const deColonnes = colonnes.map(({ nom, intitule, type }) => {
    const schema = precisions[nom] ?? PAR_TYPE[type].nullable()
    return [nom, schema.meta({ title: intitule })] as const
  })
  return z.object({ ...precisions, ...Object.fromEntries(deColonnes) })
}
