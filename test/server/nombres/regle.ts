import type { Annonce } from './annonces.ts'
import { texteDe } from './html.ts'
import type { LecteurDePages } from './lecteur.ts'
import { nombreDe } from './montres.ts'

/** What one says of a target, and what the target shows of it. */
export interface Comparaison {
  readonly quoi: string
  readonly annonce: number | string
  readonly montre: number | string
}

/** A kind of announcement: where it leads, how it is said, what is then counted on the page. */
export interface Regle {
  readonly nom: string
  readonly vers: RegExp
  readonly dit: RegExp
  comparer(lecteur: LecteurDePages, annonce: Annonce, dit: RegExpExecArray): Promise<Comparaison[]>
}

export const compare = (quoi: string, annonce: string | undefined, montre: number): Comparaison => ({
  quoi,
  annonce: nombreDe(annonce ?? ''),
  montre,
})

/** A figure is told as it is written: the page that it opens writes it too. */
export const ecritLaMeme = async (
  lecteur: LecteurDePages,
  { adresse }: Annonce,
  valeur: string,
): Promise<Comparaison[]> => {
  const page = await lecteur.lire(adresse)
  const lu = page === null ? '' : texteDe(page)
  return [{ quoi: 'la valeur', annonce: valeur, montre: lu.includes(valeur) ? valeur : 'la page ne l’écrit pas' }]
}

/** The page of a guichet has its month, or its year where the month is too small to judge: not the year of every comparison. */
export const estComparable = ({ texte, adresse }: Annonce): boolean =>
  !(texte.includes('sur 12 mois') && adresse.startsWith('/guichets/'))
