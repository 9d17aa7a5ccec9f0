import { formatCellule } from '../../ingest/socle/francais/format.ts'
import { dansPhrase } from '../../ingest/socle/francais/phrase.ts'
import { INSECABLE } from '../../ingest/socle/francais/typographie.ts'
import type { Statut } from '../../metrics/resultat.ts'
import { courbe } from '../charts/courbe.ts'
import { echapper } from '../echapper.ts'
import { MOTS_ETATS } from '../etats.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import type { Affichage } from '../modeles/filtres-matrice.ts'
import type { CelluleMatrice } from '../modeles/matrice.ts'

const TAILLE = { largeur: 48, hauteur: 13 }

const UNITES: Readonly<Record<FicheIndicateur['unite'], string>> = {
  part: `${INSECABLE}%`,
  jours: `${INSECABLE}j`,
  nombre: '',
}

const forme = (statut: Statut | null): string =>
  statut === null
    ? '<span></span>'
    : `<svg class="gl s-${statut}" viewBox="0 0 12 12" aria-hidden="true"><use href="#g-${statut}"/></svg>`

const contenu = ({ ligne, serie, fiche }: CelluleMatrice, seuil: number | null, affichage: Affichage): string => {
  const statut = ligne?.statut_affiche ?? null
  const valeur = ligne?.valeur ?? null
  const mot = statut === null ? '' : `, ${dansPhrase(MOTS_ETATS[statut])}`
  const nombre = valeur === null ? '–' : formatCellule(fiche.unite, valeur, seuil)
  const unite = valeur === null ? '' : `<span class="u">${UNITES[fiche.unite]}</span>`
  const vu =
    affichage === 'etat' && statut !== null
      ? `<span class="vh">${nombre}${unite}${mot}</span>`
      : `<span class="${ligne?.surDouzeMois ? 'v an' : 'v'}">${nombre}${unite}<span class="vh">${ligne?.surDouzeMois ? ', sur douze mois' : ''}${mot}</span></span>`
  return `${forme(statut)}${vu}${affichage === 'tendance' ? courbe(serie, TAILLE) : ''}`
}

/**
 * A cell of the matrix, written as text: a page holds 1 500 of them. Its state by shape, its value, its 13 months.
 * Only signalled cells are links: the keyboard goes from one thing to do to the next.
 */
export const celluleMatrice = (
  cellule: CelluleMatrice,
  seuil: number | null,
  affichage: Affichage,
  href: string,
  premiere: boolean,
): string => {
  const statut = cellule.ligne?.statut_affiche ?? null
  const bord = premiere ? ' f0' : ''
  const classe = `s-${statut ?? 'NEUTRE'}${bord}`
  if (statut === 'SANS_OBJET' || cellule.ligne === null || (statut === null && cellule.ligne.valeur === null))
    return `<td role="cell" class="s-SANS_OBJET${bord}"><span class="in">–<span class="vh"> sans objet</span></span></td>`
  const dedans = contenu(cellule, seuil, affichage)
  if (statut === 'ALERTE' || statut === 'SURVEILLANCE')
    return `<td role="cell" class="${classe}"><a href="${echapper(href)}" data-l="${echapper(cellule.fiche.libelle)}">${dedans}</a></td>`
  return `<td role="cell" class="${classe}"><span class="in">${dedans}</span></td>`
}
