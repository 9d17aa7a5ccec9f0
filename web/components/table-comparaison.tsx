import { raw } from 'hono/html'
import { formatIntervalle, formatNombre, formatValeur } from '../../ingest/socle/francais/format.ts'
import type { Unite } from '../../ingest/socle/unite.ts'
import { nomCategorie } from '../categories.ts'
import { courbe } from '../charts/courbe.ts'
import { type Echelle, lineaire, reglette } from '../charts/reglette.ts'
import { type Contexte, peutOuvrir, peutOuvrirDossiers } from '../contexte.ts'
import { echapper } from '../echapper.ts'
import { MOTS_ETATS, rangEtat } from '../etats.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import type { Historique } from '../historique.ts'
import { lienDossiers, lienGuichet } from '../liens.ts'
import type { Compare } from '../modeles/comparaison.ts'
import { type Colonne, trierIci } from '../modeles/tri.ts'
import { sortCompares } from '../modeles/tri-comparaison.ts'
import { Defilement } from './blocs.tsx'
import { Entetes } from './entetes.tsx'
import { ROLES } from './roles-table.ts'

export interface TableComparaisonProps {
  readonly contexte: Contexte
  readonly fiche: FicheIndicateur
  readonly compares: readonly Compare[]
  readonly historique: Historique
  readonly seuil: number | null
  /** Some have a state: the gravest come first. */
  readonly juge: boolean
  /** The entity put forward; null for none. */
  readonly choisi: string | null
}

const etat = (ligne: Compare['ligne']): string => {
  const statut = ligne.statut_affiche
  if (statut === null) return ''
  return `<span class="badge s-${statut}"><svg class="gl s-${statut}" viewBox="0 0 12 12" aria-hidden="true"><use href="#g-${statut}"/></svg><span>${MOTS_ETATS[statut]}</span></span>`
}

/** The records that count, a click away. */
const concernes = (contexte: Contexte, ligne: Compare['ligne']): string =>
  (ligne.numerateur ?? 0) === 0 || !peutOuvrirDossiers(contexte, ligne)
    ? formatNombre(ligne.numerateur)
    : `<a href="${echapper(lienDossiers(contexte, ligne))}">${formatNombre(ligne.numerateur)}</a>`

/** Services have no category that a page may tell: the column is for guichets. */
const avecCategorie = (compares: readonly Compare[]): boolean =>
  compares.some(({ ligne }) => ligne.niveau === 'GUICHET')

/** Rows are written as text: a territory has 200 guichets. */
const rangee = (
  p: TableComparaisonProps,
  series: ReadonlyMap<string, readonly (number | null)[]>,
  echelle: Echelle,
  { ligne, categorie }: Compare,
): string => {
  const { unite } = p.fiche
  const { valeur, ic_bas: bas, ic_haut: haut, statut_affiche: statut } = ligne
  const nom = echapper(ligne.libelle)
  const titre =
    ligne.niveau === 'GUICHET' && peutOuvrir(p.contexte, '/guichets/:code')
      ? `<a href="${echapper(lienGuichet(p.contexte, ligne.entite))}">${nom}</a>`
      : nom
  const comptes =
    unite === 'nombre'
      ? ''
      : `<td class="num x" role="cell">${formatNombre(ligne.denominateur)}${ligne.surDouzeMois ? '<span class="sub">sur 12\u00a0mois</span>' : ''}</td>${unite === 'part' ? `<td class="num x" role="cell">${concernes(p.contexte, ligne)}</td>` : ''}`
  const ic =
    unite === 'nombre'
      ? ''
      : `<td class="ic" role="cell">${valeur === null ? '' : reglette({ valeur, bas, haut, seuil: p.seuil, echelle, statut, largeur: 150 })}${bas === null ? '' : `<span class="vh">${formatIntervalle(unite, bas, haut)}</span>`}</td>`
  const z =
    unite === 'part'
      ? `<td class="num x" role="cell">${ligne.z_ajuste === null ? '–' : `${ligne.z_ajuste > 0 ? '+' : ''}${formatNombre(ligne.z_ajuste, 2)}`}</td>`
      : ''
  return `<tr${ligne.entite === p.choisi ? ' class="avant"' : ''} role="row"><th scope="row" role="rowheader">${titre}</th>${avecCategorie(p.compares) ? `<td class="c" role="cell">${echapper(nomCategorie(categorie))}</td>` : ''}${comptes}<td class="num v" role="cell"><strong>${formatValeur(unite, valeur)}</strong></td>${ic}${z}<td class="sp" role="cell">${courbe(series.get(ligne.entite) ?? [], { largeur: 84, hauteur: 18 })}</td>${unite === 'nombre' ? '' : `<td class="e" role="cell">${etat(ligne)}</td>`}</tr>`
}

/** The columns of the table for an indicator of this unit. */
const colonnesDe = (unite: Unite, compares: readonly Compare[]): readonly Colonne<Compare>[] => {
  const [nombre, part] = [unite === 'nombre', unite === 'part']
  const siNon = (sans: boolean, colonne: Colonne<Compare>): Colonne<Compare>[] => (sans ? [] : [colonne])
  const qui = compares[0]?.ligne.niveau === 'SERVICE' ? 'Service' : 'Guichet'
  const valeur = part ? 'Part' : unite === 'jours' ? 'Médiane' : 'Nombre'
  return [
    { cle: 'nom', libelle: qui, valeur: ({ ligne }) => ligne.libelle },
    ...siNon(!avecCategorie(compares), {
      cle: 'categorie',
      libelle: 'Catégorie',
      valeur: ({ categorie }) => nomCategorie(categorie),
    }),
    ...siNon(nombre, { cle: 'effectif', libelle: 'Effectif', nombre: true, valeur: ({ ligne }) => ligne.denominateur }),
    ...siNon(!part, { cle: 'concernes', libelle: 'Concernés', nombre: true, valeur: ({ ligne }) => ligne.numerateur }),
    { cle: 'valeur', libelle: valeur, nombre: true, valeur: ({ ligne }) => ligne.valeur },
    ...siNon(nombre, {
      cle: 'intervalle',
      libelle: 'Intervalle à 95\u00a0%',
      fortDabord: true,
      valeur: ({ ligne }) => ligne.ic_bas,
    }),
    ...siNon(!part, { cle: 'z', libelle: 'Écart (z)', nombre: true, valeur: ({ ligne }) => ligne.z_ajuste }),
    { cle: 'mois', libelle: 'Treize mois' },
    ...siNon(nombre, { cle: 'ecart', libelle: 'État', valeur: ({ ligne }) => rangEtat(ligne.statut_affiche) }),
  ]
}

/** Every guichet on this indicator, the gravest first or sorted as asked. */
export const TableComparaison = (props: TableComparaisonProps) => {
  const { contexte, fiche, historique, seuil, juge } = props
  const colonnes = colonnesDe(fiche.unite, props.compares)
  const compares = trierIci(contexte, sortCompares(props.compares, juge ? 'ecart' : 'valeur'), colonnes)
  const { unite } = fiche
  const niveau = compares[0]?.ligne.niveau
  const series = new Map(
    historique.series.filter((s) => s.niveau === niveau).map((s) => [s.entite, s.valeurs.slice(-13)]),
  )
  const hauts = compares
    .filter(({ ligne }) => (ligne.denominateur ?? 0) >= fiche.minimum)
    .map(({ ligne }) => ligne.valeur ?? 0)
  const echelle = lineaire(Math.max(seuil === null ? 0 : seuil * 2, ...hauts, 1e-6) * 1.05)
  return (
    <Defilement nom={`Tableau, ${fiche.libelle}`}>
      <table class={`data tight stack-n cmp u-${unite}`} {...ROLES.table}>
        <Entetes
          contexte={contexte}
          colonnes={colonnes}
          section="tous"
          parDefaut={juge ? { cle: 'ecart', descend: false } : { cle: 'valeur', descend: true }}
          roles
        />
        <tbody {...ROLES.groupe}>{raw(compares.map((c) => rangee(props, series, echelle, c)).join(''))}</tbody>
      </table>
    </Defilement>
  )
}
