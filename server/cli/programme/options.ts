import { InvalidArgumentError, Option } from 'commander'
import { CODES_FORMES_DE_RAPPORT } from '../../../reports/render/formes.ts'
import { FORMATS } from '../../../reports/tableau/formats.ts'

export const NIVEAUX = ['GUICHET', 'SERVICE', 'CATEGORIE', 'TERRITOIRE']

export const nombreEntier = (minimum: number) => (texte: string) => {
  const nombre = Number(texte)
  if (!Number.isInteger(nombre) || nombre < minimum)
    throw new InvalidArgumentError(`un nombre entier d’au moins ${minimum} est attendu.`)
  return nombre
}

export const part = (texte: string) => {
  const nombre = Number(texte.replace(',', '.'))
  if (!(nombre >= 0 && nombre <= 1)) throw new InvalidArgumentError('une part entre 0 et 1 est attendue.')
  return nombre
}

export const code = (texte: string) => texte.trim().toUpperCase()

export const format = () => new Option('--format <format>', 'forme de la réponse').choices(FORMATS).default('csv')
export const sortie = () => new Option('--sortie <fichier>', 'écrire la réponse dans un fichier')

export const forme = () =>
  new Option('--format <format>', 'forme du document').choices(CODES_FORMES_DE_RAPPORT).default('pdf')
