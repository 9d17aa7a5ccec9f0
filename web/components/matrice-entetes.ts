import { formatRepere } from '../../ingest/socle/francais/format.ts'
import type { Contexte } from '../contexte.ts'
import { echapper } from '../echapper.ts'
import { FAMILLES, type Famille, type FicheIndicateur } from '../fiche-indicateur.ts'
import { lienIndicateur } from '../liens.ts'

/** A family begins at this column. */
export const debute = (colonnes: readonly FicheIndicateur[], i: number): boolean =>
  colonnes[i]?.famille !== colonnes[i - 1]?.famille

const sorted = (tri: string, cle: string, sens: string): string => (tri === cle ? ` aria-sort="${sens}"` : '')

/** Over one column, a long name is cut and said whole. */
const COURTS: Partial<Record<Famille, string>> = {
  enregistrement: '<abbr title="Enregistrement">Enreg.</abbr>',
  renouvellement: '<abbr title="Renouvellement">Renouv.</abbr>',
  coherence: '<abbr title="Cohérence, flux">Cohér.</abbr>',
}

/** Families, names, thresholds. Roles are written out: on a phone the table is laid out as cards, and would lose them. */
export const entetesMatrice = (
  contexte: Contexte,
  colonnes: readonly FicheIndicateur[],
  seuils: readonly (number | null)[],
  tri: string,
): { readonly entetes: string; readonly reference: string } => {
  const familles = [...new Set(colonnes.map(({ famille }) => famille))].map((famille) => {
    const n = colonnes.filter((c) => c.famille === famille).length
    const nom = n === 1 ? (COURTS[famille] ?? FAMILLES[famille]) : FAMILLES[famille]
    return `<th role="columnheader" scope="colgroup" class="f0" colspan="${n}">${nom}</th>`
  })
  const noms = colonnes.map(({ code, libelle }, i) => {
    const bord = debute(colonnes, i) ? ' class="f0"' : ''
    return `<th role="columnheader" scope="col"${bord}${sorted(tri, code, 'descending')}><a href="${echapper(lienIndicateur(contexte, code))}">${echapper(libelle)}</a></th>`
  })
  const reference = colonnes.map(({ unite }, i) => {
    const seuil = seuils[i] ?? null
    const texte = seuil === null ? `–\u00a0${unite === 'part' ? '%' : 'j'}` : formatRepere(unite, seuil)
    return `<td role="cell"${debute(colonnes, i) ? ' class="f0"' : ''}>${texte}</td>`
  })
  return {
    entetes: `<thead role="rowgroup"><tr role="row" class="fam"><th role="columnheader" scope="col" class="c1c"><span class="vh">Famille</span></th>${familles.join('')}</tr><tr role="row" class="names"><th role="columnheader" scope="col" class="c1c"${sorted(tri, 'nom', 'ascending')}>Guichet</th>${noms.join('')}</tr></thead>`,
    reference: `<tr role="row" class="ref"><th role="rowheader" scope="row" class="c1c">Seuil</th>${reference.join('')}</tr>`,
  }
}
