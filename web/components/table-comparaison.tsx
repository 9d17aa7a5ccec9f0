import { raw } from 'hono/html'
import { formatIntervalle, formatNombre, formatValeur } from '../../ingest/socle/francais/format.ts'
import { nomCategorie } from '../categories.ts'
import { courbe } from '../charts/courbe.ts'
import { type Echelle, lineaire, reglette } from '../charts/reglette.ts'
import { type Contexte, peutOuvrir, peutOuvrirDossiers } from '../contexte.ts'
import { echapper } from '../echapper.ts'
import { MOTS_ETATS } from '../etats.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import type { Historique } from '../historique.ts'
import { lienDossiers, lienGuichet, lienIci } from '../liens.ts'
import type { Compare, Tri } from '../modeles/comparaison.ts'
import { Defilement } from './blocs.tsx'

export interface TableComparaisonProps {
  readonly contexte: Contexte
  readonly fiche: FicheIndicateur
  readonly compares: readonly Compare[]
  readonly historique: Historique
  readonly seuil: number | null
  readonly tri: Tri
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

/** Rows are written as text: a territory has 200 guichets. */
/** Services have no category that a page may tell: the column is for guichets. */
const avecCategorie = (compares: readonly Compare[]): boolean =>
  compares.some(({ ligne }) => ligne.niveau === 'GUICHET')

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
      : `<td class="num x">${formatNombre(ligne.denominateur)}${ligne.surDouzeMois ? '<span class="sub">sur 12\u00a0mois</span>' : ''}</td>${unite === 'part' ? `<td class="num x">${concernes(p.contexte, ligne)}</td>` : ''}`
  const ic =
    unite === 'nombre'
      ? ''
      : `<td class="ic">${valeur === null ? '' : reglette({ valeur, bas, haut, seuil: p.seuil, echelle, statut, largeur: 150 })}${bas === null ? '' : `<span class="vh">${formatIntervalle(unite, bas, haut)}</span>`}</td>`
  const z =
    unite === 'part'
      ? `<td class="num x">${ligne.z_ajuste === null ? '–' : `${ligne.z_ajuste > 0 ? '+' : ''}${formatNombre(ligne.z_ajuste, 2)}`}</td>`
      : ''
  return `<tr${ligne.entite === p.choisi ? ' class="avant"' : ''}><th scope="row">${titre}</th>${avecCategorie(p.compares) ? `<td class="c">${echapper(nomCategorie(categorie))}</td>` : ''}${comptes}<td class="num v"><strong>${formatValeur(unite, valeur)}</strong></td>${ic}${z}<td class="sp">${courbe(series.get(ligne.entite) ?? [], { largeur: 84, hauteur: 18 })}</td>${unite === 'nombre' ? '' : `<td class="e">${etat(ligne)}</td>`}</tr>`
}

const Entete = ({
  contexte,
  tri,
  cle,
  libelle,
  nombre,
}: {
  contexte: Contexte
  tri: Tri
  cle: Tri
  libelle: string
  nombre?: boolean
}) => (
  <th
    scope="col"
    class={nombre ? 'num' : undefined}
    aria-sort={tri === cle ? (cle === 'nom' ? 'ascending' : 'descending') : undefined}
  >
    <a href={`${lienIci(contexte, { tri: cle })}#tous`}>{libelle}</a>
  </th>
)

/** Every guichet on this indicator, sorted as asked. */
export const TableComparaison = (props: TableComparaisonProps) => {
  const { contexte, fiche, compares, historique, seuil, tri } = props
  const { unite } = fiche
  const niveau = compares[0]?.ligne.niveau
  const series = new Map(
    historique.series.filter((s) => s.niveau === niveau).map((s) => [s.entite, s.valeurs.slice(-13)]),
  )
  const hauts = compares
    .filter(({ ligne }) => (ligne.denominateur ?? 0) >= fiche.minimum)
    .map(({ ligne }) => ligne.valeur ?? 0)
  const echelle = lineaire(Math.max(seuil === null ? 0 : seuil * 2, ...hauts, 1e-6) * 1.05)
  const entete = { contexte, tri }
  return (
    <Defilement nom={`Tableau, ${fiche.libelle}`}>
      <table class={`data tight stack-n cmp u-${unite}`}>
        <thead>
          <tr>
            <Entete {...entete} cle="nom" libelle={niveau === 'SERVICE' ? 'Service' : 'Guichet'} />
            {avecCategorie(compares) ? <th scope="col">Catégorie</th> : null}
            {unite === 'nombre' ? null : <Entete {...entete} cle="effectif" libelle="Effectif" nombre />}
            {unite === 'part' ? (
              <th scope="col" class="num">
                Concernés
              </th>
            ) : null}
            <Entete
              {...entete}
              cle="valeur"
              libelle={unite === 'part' ? 'Part' : unite === 'jours' ? 'Médiane' : 'Nombre'}
              nombre
            />
            {unite === 'nombre' ? null : <th scope="col">{'Intervalle à 95\u00a0%'}</th>}
            {unite === 'part' ? (
              <th scope="col" class="num">
                Écart (z)
              </th>
            ) : null}
            <th scope="col">Treize mois</th>
            {unite === 'nombre' ? null : <Entete {...entete} cle="ecart" libelle="État" />}
          </tr>
        </thead>
        <tbody>{raw(compares.map((c) => rangee(props, series, echelle, c)).join(''))}</tbody>
      </table>
    </Defilement>
  )
}
