import { z } from 'zod'
import { ACTES_DEMARCHE, type ActeDemarche, cheminDeLaSorte, estSorte } from '../../web/demarches/mots.ts'
import { LONGUEUR_DES_TEXTES } from '../../web/demarches/sorte.ts'
import { texte, texteSansNumero } from './formulaire.ts'

/** Fields as they were typed: one that was sent twice is read once. */
export const brutDe = (corps: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(corps).map(([nom, valeur]) => [nom, String([valeur].flat().at(-1) ?? '')]))

export const schemaActeDemarche = z.object({
  acte: z.enum(Object.keys(ACTES_DEMARCHE) as [ActeDemarche, ...ActeDemarche[]], 'Cet acte n’existe pas.'),
  texte: texteSansNumero(LONGUEUR_DES_TEXTES).default(''),
  numero: texte(30).default(''),
})

/** What a form is to begin with, read again once it is whole; without its kind, which is then chosen. */
export const schemaPreparation = z
  .object({
    sorte: texte(30).default(''),
    numeros: texte(400).min(1),
    garde: texte(30).default(''),
    motif: texteSansNumero(500).default(''),
  })
  .transform(({ sorte, ...champs }) => ({
    ...champs,
    chemin: estSorte(sorte) ? cheminDeLaSorte(sorte) : '/demarches/nouvelle',
  }))
