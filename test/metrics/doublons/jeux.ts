import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Fiche } from './base.ts'

const DOSSIER = join(import.meta.dirname, '../../../../shared/linkage')

export const SANS_JEUX = !existsSync(DOSSIER)

/** Says in the title why a test was skipped. */
export const titre = (phrase: string): string =>
  SANS_JEUX ? `${phrase} (ignoré : ../shared/linkage est absent)` : phrase

export interface FicheEtiquetee extends Fiche {
  readonly numero: string
  readonly identite: string
}

const lire = (fichier: string): ((colonne: string) => string)[] => {
  const [entete = '', ...lignes] = readFileSync(join(DOSSIER, fichier), 'utf8').trim().split(/\r?\n/)
  const colonnes = entete.split(',').map((nom) => nom.trim())
  return lignes.map((ligne) => {
    const cellules = ligne.split(',').map((cellule) => cellule.trim())
    return (colonne) => cellules[colonnes.indexOf(colonne)] ?? ''
  })
}

/** A day `AAAA-MM-JJ`, or null where the calendar has none such. */
export const jourPossible = (annee: string, mois: string, jour: string): string | null => {
  const texte = `${annee.padStart(4, '0')}-${mois.padStart(2, '0')}-${jour.padStart(2, '0')}`
  const date = new Date(`${texte}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(texte) ? texte : null
}

const inconnu = (texte: string): string | null => (texte === '' || texte === 'NA' ? null : texte)

/** RLdata500: 500 records of German names and birth dates, 50 of them copies. */
export const lireRl500 = (): FicheEtiquetee[] =>
  lire('RLdata500.csv').map((de) => ({
    numero: de('rec_id').padStart(6, '0'),
    numero_unique: de('rec_id').padStart(6, '0'),
    identite: de('identity'),
    nom_naissance: inconnu(de('lname_c1')),
    prenom: inconnu(de('fname_c1')),
    date_naissance: jourPossible(de('by'), de('bm'), de('bd')),
  }))

/** FEBRL 1: 500 records and one copy of each; `soc_sec_id` stands for the telephone. */
export const lireFebrl1 = (): FicheEtiquetee[] =>
  lire('febrl1.csv').map((de) => {
    const naissance = de('date_of_birth')
    const [codePostal, telephone] = [inconnu(de('postcode')), inconnu(de('soc_sec_id'))]
    return {
      numero: de('rec_id'),
      numero_unique: de('rec_id'),
      identite: de('rec_id').split('-')[1] ?? '',
      nom_naissance: inconnu(de('surname')),
      prenom: inconnu(de('given_name')),
      date_naissance: jourPossible(naissance.slice(0, 4), naissance.slice(4, 6), naissance.slice(6)),
      ...(codePostal === null ? {} : { code_postal: codePostal }),
      ...(telephone === null ? {} : { telephone }),
    }
  })
