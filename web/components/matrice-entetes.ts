import { formatRepere } from '../../ingest/socle/francais/format.ts'
import type { Contexte } from '../contexte.ts'
import { echapper } from '../echapper.ts'
import { FAMILLES, type Famille, type FicheIndicateur } from '../fiche-indicateur.ts'
import { lienIci, lienIndicateur } from '../liens.ts'
import { demandeDe, type Tri } from '../modeles/tri.ts'

/** A family begins at this column. */
export const debute = (colonnes: readonly FicheIndicateur[], i: number): boolean =>
  colonnes[i]?.famille !== colonnes[i - 1]?.famille

const aria = (tri: Tri | null, cle: string): string =>
  tri?.cle === cle ? ` aria-sort="${tri.descend ? 'descending' : 'ascending'}"` : ''

/** The matrix sorted by a column, the other way where it is already. */
const lienTri = (contexte: Contexte, tri: Tri | null, colonne: Parameters<typeof demandeDe>[0]): string =>
  echapper(lienIci(contexte, { tri: demandeDe(colonne, tri) }))

/** Over one column, a long name is cut and said whole. */
const COURTS: Partial<Record<Famille, string>> = {
  enregistrement: '<abbr title="Enregistrement">Enreg.</abbr>',
  renouvellement: '<abbr title="Renouvellement">Renouv.</abbr>',
  coherence: '<abbr title="Cohérence, flux">Cohér.</abbr>',
}

/** Families, names that sort, thresholds that lead to what is measured. Roles are written out: on a phone the table is laid out as cards, and would lose them. */
export const entetesMatrice = (
  contexte: Contexte,
  colonnes: readonly FicheIndicateur[],
  seuils: readonly (number | null)[],
  tri: Tri | null,
): { readonly entetes: string; readonly reference: string } => {
  const familles = [...new Set(colonnes.map(({ famille }) => famille))].map((famille) => {
    const n = colonnes.filter((c) => c.famille === famille).length
    const nom = n === 1 ? (COURTS[famille] ?? FAMILLES[famille]) : FAMILLES[famille]
    return `<th role="columnheader" scope="colgroup" class="f0" colspan="${n}">${nom}</th>`
  })
  const noms = colonnes.map(({ code, libelle }, i) => {
    const bord = debute(colonnes, i) ? ' class="f0"' : ''
    return `<th role="columnheader" scope="col"${bord}${aria(tri, code)}><a href="${lienTri(contexte, tri, { cle: code, nombre: true })}">${echapper(libelle)}</a></th>`
  })
  const reference = colonnes.map(({ code, libelle, unite }, i) => {
    const seuil = seuils[i] ?? null
    const texte = seuil === null ? 'aucun' : formatRepere(unite, seuil)
    return `<td role="cell"${debute(colonnes, i) ? ' class="f0"' : ''}><a href="${echapper(lienIndicateur(contexte, code))}" title="${echapper(libelle)}, sa définition">${texte}</a></td>`
  })
  return {
    entetes: `<thead role="rowgroup"><tr role="row" class="fam"><th role="columnheader" scope="col" class="c1c"><span class="vh">Famille</span></th>${familles.join('')}</tr><tr role="row" class="names"><th role="columnheader" scope="col" class="c1c"${aria(tri, 'nom')}><a href="${lienTri(contexte, tri, { cle: 'nom' })}">Guichet</a></th>${noms.join('')}</tr></thead>`,
    reference: `<tr role="row" class="ref"><th role="rowheader" scope="row" class="c1c">Seuil</th>${reference.join('')}</tr>`,
  }
}
