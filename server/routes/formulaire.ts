import type { Context } from 'hono'
import { z } from 'zod'
import { enJour, estJour } from '../../ingest/socle/jour.ts'
import { porteUnNumero } from '../services/numero.ts'

z.config(z.locales.fr())

/** What a form may weigh: the files of an import go another way. */
export const OCTETS_DE_FORMULAIRE = 64 * 1024

export const texte = (longueur = 200) => z.string().trim().max(longueur)
export const requis = (quoi: string, longueur = 200) => texte(longueur).min(1, `${quoi} manque.`)

/** A text that stays and may be sent: no numéro unique in it. Lines end one way. */
export const texteSansNumero = (longueur: number) =>
  texte(longueur)
    .transform((saisi) => saisi.replaceAll('\r\n', '\n'))
    .refine(
      (saisi) => !porteUnNumero(saisi),
      'Ce texte porte un numéro unique, qui ne peut pas y figurer : désigner la demande par son mois et son guichet.',
    )

/** Codes of territories, separated by spaces or commas. */
export const codesDeTerritoires = texte().transform((liste) =>
  liste
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((code) => code !== ''),
)

export const PAS_UN_JOUR = 'La date n’est pas une date du calendrier.'

export const jour = z.string(PAS_UN_JOUR).refine(estJour, PAS_UN_JOUR).transform(enJour)

/** What fields taken from a form or an address say, or the first thing wrong with them as a sentence. */
export const lireChamps = <S extends z.ZodType>(
  schema: S,
  champs: unknown,
): { readonly champs: z.output<S> } | { readonly reproche: string } => {
  const lu = schema.safeParse(champs)
  return lu.success ? { champs: lu.data } : { reproche: lu.error.issues[0]?.message ?? 'Le formulaire est incomplet.' }
}

/** Reads the fields of a form. */
export const lireFormulaire = async <S extends z.ZodType>(
  c: Context,
  schema: S,
): Promise<{ readonly champs: z.output<S> } | { readonly reproche: string }> => {
  return lireChamps(schema, await c.req.parseBody({ all: true }))
}

/** A path of this application to go back to; « / » for anything else. */
export const suiteSure = (suite: string | undefined): string =>
  suite !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(suite) && suite.length <= 1000 ? suite : '/'
