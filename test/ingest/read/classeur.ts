import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { normaliserIntitule } from '../../../ingest/contract/intitules.ts'
import { type ClasseurLu, lireClasseur } from '../../../ingest/read/classeur/lire-classeur.ts'
import { dossierTemporaire } from '../../base.ts'
import { type ClasseurEcrit, ecrireClasseur, rangee } from './ecrire-classeur.ts'

export interface LigneRelue {
  readonly l: number
  readonly c: readonly string[]
}

export const lireA = (chemin: string, connus: readonly string[]): Promise<ClasseurLu> =>
  lireClasseur({
    chemin,
    nom: 'demandes.xlsx',
    prefixe: join(dossierTemporaire(), 'f'),
    connus: connus.map(normaliserIntitule),
  })

export const lignesDe = (lu: ClasseurLu, rang = 0): LigneRelue[] =>
  readFileSync(lu.lues[rang]?.chemin ?? '', 'utf8')
    .split('\n')
    .filter((ligne) => ligne !== '')
    .map((ligne) => JSON.parse(ligne) as LigneRelue)

/** The rows read from a workbook written so, under the headings `a`, `b` and `c`. */
export const relire = async (ecrit: ClasseurEcrit): Promise<LigneRelue[]> =>
  lignesDe(await lireA(ecrireClasseur(join(dossierTemporaire(), 'demandes.xlsx'), ecrit), ['a', 'b', 'c']))

export const ENTETE = rangee(1, ['a', 'b', 'c'])

export const feuille = (lignes: string, suite = ''): ClasseurEcrit => ({
  feuilles: [{ lignes: ENTETE + lignes, suite }],
})
