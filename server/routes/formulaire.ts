import type { Context } from 'hono'
import { z } from 'zod'
import { contientNumero } from '../../ingest/contract/numero.ts'
import { enJour, estJour } from '../../ingest/socle/jour.ts'

z.config(z.locales.fr())

/** What a form may weigh: the files of an import go another way. */
export const OCTETS_DE_FORMULAIRE = 64 * 1024

export const texte = (longueur = 200) => z.string().trim().max(longueur)
export const requis = (quoi: string, longueur = 200) => texte(longueur).min(1, `${quoi} manque.`)

const PORTE_UN_NUMERO =
  'Ce texte contient un numéro unique : l’ôter. Les numéros ne s’écrivent que dans les listes de demandes.'

/** A text that a record keeps or sends: one that holds a numéro unique is refused. Lines end one way. */
export const texteSansNumero = (longueur: number) =>
  texte(longueur)
    .transform((saisi) => saisi.replaceAll('\r\n', '\n'))
    .refine((saisi) => !contientNumero(saisi), PORTE_UN_NUMERO)

/** The same, that may not be empty. */
export const requisSansNumero = (quoi: string, longueur = 200) =>
  texteSansNumero(longueur).refine((saisi) => saisi !== '', `${quoi} manque.`)

/** Codes of territories, separated by spaces or commas. */
export const codesDeTerritoires = texte().transform((liste) =>
  liste
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((code) => code !== ''),
)

export const PAS_UN_JOUR = 'La date n’est pas une date du calendrier.'

export const jour = z.string(PAS_UN_JOUR).refine(estJour, PAS_UN_JOUR).transform(enJour)

/** A day that may be left empty. */
export const jourOuRien = texte(10)
  .default('')
  .refine((saisi) => saisi === '' || estJour(saisi), PAS_UN_JOUR)
  .transform((saisi) => (estJour(saisi) ? saisi : null))

/** What is said of a field that is not there at all: no form of the application leaves one out. */
const INCOMPLET = 'Le formulaire est incomplet : le remplir depuis sa page.'

/** What fields taken from a form or an address say, or the first thing wrong with them as a sentence. */
export const lireChamps = <S extends z.ZodType>(
  schema: S,
  champs: unknown,
): { readonly champs: z.output<S> } | { readonly reproche: string } => {
  const lu = schema.safeParse(champs, { error: ({ input }) => (input === undefined ? INCOMPLET : undefined) })
  return lu.success ? { champs: lu.data } : { reproche: lu.error.issues[0]?.message ?? INCOMPLET }
}

/** Reads the fields of a form. */
export const lireFormulaire = async <S extends z.ZodType>(
  c: Context,
  schema: S,
): Promise<{ readonly champs: z.output<S> } | { readonly reproche: string }> => {
  return lireChamps(schema, await c.req.parseBody({ all: true }))
}

/** The fields of a form as they were typed, to be given back where it is refused. */
export const lireBrut = async (c: Context): Promise<Record<string, string>> =>
  Object.fromEntries(Object.entries(await c.req.parseBody({ all: true })).map(([nom, valeur]) => [nom, String(valeur)]))

/** A refusal, as pages take it: nothing was written. */
export const enRefus = (refus: string | undefined) =>
  refus === undefined ? {} : { refus: { phrase: refus, suite: 'Rien n’a été enregistré.' } }

/** A path of this application to go back to; « / » for anything else. */
export const suiteSure = (suite: string | undefined): string =>
  suite !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(suite) && suite.length <= 1000 ? suite : '/'
