import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { writeXlsxStream } from 'hucre/xlsx'
import { ecrireClasseur } from '../../ingest/read/ecrire-classeur.ts'

/** What an office may send that costs the most to read. */
export interface Pire {
  readonly nom: string
  readonly fichiers: readonly string[]
}

const LIGNES_D_UNE_FEUILLE = 1_048_576

/** A workbook of a few kilobytes that says it has a million rows, all empty. */
const classeurVide = (chemin: string): void => {
  const lignes = Array.from({ length: LIGNES_D_UNE_FEUILLE }, (_, i) => `<row r="${i + 1}"/>`).join('')
  ecrireClasseur(chemin, { feuilles: [{ nom: 'demandes', lignes }] })
}

const enClasseur = (lignes: readonly string[], chemin: string): Promise<void> =>
  writeXlsxStream(
    (function* () {
      for (const ligne of lignes) yield ligne.split(';')
    })(),
    { name: 'demandes' },
  ).pipeTo(Writable.toWeb(createWriteStream(chemin)))

/** Writes, from a snapshot, the files that cost the most to read, in folders of their own. */
export const ecrirePires = async (racine: string, instantane: string): Promise<Pire[]> => {
  const autres = ['instantane.json', 'guichets.csv'].map((nom) => join(instantane, nom))
  const texte = readFileSync(join(instantane, 'demandes.csv'), 'utf8').replace(/^\ufeff/, '')
  const [entete = '', ...lignes] = texte.split('\r\n').filter((ligne) => ligne !== '')
  const ouvert = lignes.map((ligne) => ligne.replace(/;([^;]*)$/, ';"$1'))
  const accentues = lignes.map((ligne) => ligne.replace(/;([^;]*)$/, ';é$1'))
  const fautives = lignes.map((ligne) => ligne.replaceAll('/', '/9'))
  const joindre = (corps: readonly string[]) => [entete, ...corps, ''].join('\r\n')
  const poser = (nom: string, octets: Buffer): Pire => {
    const dossier = join(racine, nom.replaceAll(/[^a-z0-9]+/gi, '-'))
    mkdirSync(dossier, { recursive: true })
    const fichier = join(dossier, 'demandes.csv')
    writeFileSync(fichier, octets)
    return { nom, fichiers: [...autres, fichier] }
  }
  mkdirSync(join(racine, 'classeurs'), { recursive: true })
  const classeur = join(racine, 'classeurs', 'demandes.xlsx')
  const creux = join(racine, 'classeurs', 'vide', 'demandes.xlsx')
  mkdirSync(join(racine, 'classeurs', 'vide'))
  await enClasseur([entete, ...lignes], classeur)
  classeurVide(creux)
  return [
    poser('guillemets jamais fermés', Buffer.from(joindre(ouvert))),
    poser('deux encodages mêlés', melerLatin([entete, ...accentues])),
    poser('UTF-16', Buffer.from(`\ufeff${joindre(lignes)}`, 'utf16le')),
    poser('toutes les dates fautives', Buffer.from(joindre(fautives))),
    { nom: 'classeur entier', fichiers: [...autres, classeur] },
    { nom: 'classeur d’un million de lignes vides', fichiers: [...autres, creux] },
    { nom: 'le mois suivant', fichiers: [...autres, join(instantane, 'demandes.csv')] },
  ]
}

/** Every other line in Latin-1, the others in UTF-8. */
const melerLatin = (lignes: readonly string[]): Buffer =>
  Buffer.concat(lignes.map((ligne, i) => Buffer.from(`${ligne}\r\n`, i % 2 === 0 ? 'utf8' : 'latin1')))
