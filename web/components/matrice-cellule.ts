import { formatCellule } from '../../ingest/socle/francais/format.ts'
import { dansPhrase } from '../../ingest/socle/francais/phrase.ts'
import { INSECABLE } from '../../ingest/socle/francais/typographie.ts'
import type { Statut } from '../../metrics/resultat.ts'
import { coderCourbe } from '../charts/courbe-codee.ts'
import { echapper } from '../echapper.ts'
import { MOTS_ETATS } from '../etats.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import type { CelluleMatrice } from '../modeles/matrice.ts'

const UNITES: Readonly<Record<FicheIndicateur['unite'], string>> = {
  part: `${INSECABLE}%`,
  jours: `${INSECABLE}j`,
  nombre: '',
}

/** Attributes that have something to say. */
const attributs = (liste: Readonly<Record<string, string>>): string =>
  Object.entries(liste)
    .filter(([, valeur]) => valeur !== '')
    .map(([nom, valeur]) => ` ${nom}="${echapper(valeur)}"`)
    .join('')

const classeDe = (etat: string, premiere: boolean): string => `s-${etat}${premiere ? ' f0' : ''}`

/** The state of a cell that has no figure; null for one that has, or that asks for something. */
export const etatSansChiffre = ({ ligne }: CelluleMatrice): Statut | null => {
  if (ligne === null || ligne.statut_affiche === 'SANS_OBJET') return 'SANS_OBJET'
  if (ligne.valeur !== null) return null
  const etat = ligne.statut_affiche ?? 'SANS_OBJET'
  return etat === 'ALERTE' || etat === 'SURVEILLANCE' ? null : etat
}

/** Neighbouring cells of one state that have no figure: it is said once. */
export const celluleSansChiffre = (etat: Statut, colonnes: number, premiere: boolean): string => {
  const dit = { colspan: colonnes > 1 ? String(colonnes) : '', 'data-m': `, ${dansPhrase(MOTS_ETATS[etat])}` }
  return `<td role="cell" class="${classeDe(etat, premiere)}"${attributs(dit)}>–</td>`
}

/**
 * A cell of the matrix that has a figure, written as text: a page holds 3 000 of them, and each is one element, two where
 * it is a link. Its shape and its words are the style-sheet's, from its class and `data-m`; its 13 months are drawn when they are seen, from
 * `data-s`. Only signalled cells are links: the keyboard goes from one thing to do to the next.
 */
export const celluleMatrice = (
  { ligne, serie, fiche }: CelluleMatrice,
  seuil: number | null,
  tendance: boolean,
  href: string,
  premiere: boolean,
): string => {
  const statut = ligne?.statut_affiche ?? null
  const valeur = ligne?.valeur ?? null
  const mot = statut === null ? '' : `, ${dansPhrase(MOTS_ETATS[statut])}`
  const dit = `${ligne?.surDouzeMois ? ', sur douze mois' : ''}${mot}`
  const nombre = valeur === null ? '–' : formatCellule(fiche.unite, valeur, seuil)
  const unite = valeur === null ? '' : UNITES[fiche.unite]
  const trace = tendance && statut !== 'NON_SIGNIFICATIF' ? coderCourbe(serie) : ''
  const classe = classeDe(statut ?? 'NEUTRE', premiere)
  if (statut !== 'ALERTE' && statut !== 'SURVEILLANCE')
    return `<td role="cell" class="${classe}"${attributs({ 'data-m': dit, 'data-s': trace })}>${nombre}</td>`
  const nom = `${fiche.libelle}${INSECABLE}: ${nombre}${unite}${dit}`
  const lien = attributs({ href, 'aria-label': nom, 'data-l': fiche.libelle, 'data-u': unite, 'data-s': trace })
  return `<td role="cell" class="${classe}"><a${lien}>${nombre}</a></td>`
}
