import { raw } from 'hono/html'
import { compte } from '../../ingest/socle/francais/phrase.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import { nomCategorie } from '../categories.ts'
import type { Contexte } from '../contexte.ts'
import { echapper } from '../echapper.ts'
import { compteEtat } from '../etats.ts'
import { type FicheIndicateur, seuilEn } from '../fiche-indicateur.ts'
import { lienGuichet } from '../liens.ts'
import type { Affichage } from '../modeles/filtres-matrice.ts'
import type { LigneMatrice } from '../modeles/matrice.ts'
import type { Tri } from '../modeles/tri.ts'
import { celluleMatrice, celluleSansChiffre, etatSansChiffre } from './matrice-cellule.ts'
import { debute, entetesMatrice } from './matrice-entetes.ts'

export interface MatriceProps {
  readonly contexte: Contexte
  readonly colonnes: readonly FicheIndicateur[]
  readonly lignes: readonly LigneMatrice[]
  readonly affichage: Affichage
  readonly tri: Tri | null
  readonly legende: string
  /** Last day of the month: the thresholds in force then. */
  readonly fin: Jour
}

/** Shapes of the two states that ask for something, as signs of text. */
const SIGNES = { ALERTE: '◆', SURVEILLANCE: '▲' } as const

const SIGNALES = Object.keys(SIGNES) as (keyof typeof SIGNES)[]

/** A guichet, in two elements; how many of its cells are signalled stands in attributes that the style-sheet shows. */
const entete = (contexte: Contexte, { guichet, comptes, actives }: LigneMatrice): string => {
  const precision =
    comptes.NORMAL > 0
      ? compteEtat('NORMAL', comptes.NORMAL)
      : actives === null
        ? ''
        : compte(actives, 'demande active', 'demandes actives')
  const siens = SIGNALES.filter((statut) => comptes[statut] > 0)
  const signes = siens.map((statut) => `${SIGNES[statut]}\u202f${comptes[statut]}`).join('\u2002')
  const dits = siens.map((statut) => compteEtat(statut, comptes[statut])).join(', ')
  const signaux = signes === '' ? '' : ` data-q="${signes}" data-m=", ${echapper(dits)}"`
  const suite = precision === '' ? '' : ` data-n=" · ${echapper(precision)}"`
  return `<th scope="row" role="rowheader" class="c1c"${signaux}${suite}><a href="${echapper(lienGuichet(contexte, guichet.code))}">${echapper(guichet.libelle)}</a>${echapper(guichet.code)} · ${echapper(nomCategorie(guichet.categorie))}</th>`
}

const rangee = (
  { contexte, colonnes, affichage }: MatriceProps,
  seuils: readonly (number | null)[],
  ligne: LigneMatrice,
): string => {
  const cellules: string[] = []
  for (let i = 0; i < ligne.cellules.length; i++) {
    const cellule = ligne.cellules[i]
    if (cellule === undefined) continue
    const premiere = debute(colonnes, i)
    const etat = etatSansChiffre(cellule)
    if (etat !== null) {
      const debut = i
      for (let une = ligne.cellules[i + 1]; une && etatSansChiffre(une) === etat; une = ligne.cellules[i + 1]) i++
      cellules.push(celluleSansChiffre(etat, i - debut + 1, premiere))
      continue
    }
    const href = `${lienGuichet(contexte, ligne.guichet.code)}#${cellule.fiche.code}`
    cellules.push(celluleMatrice(cellule, seuils[i] ?? null, affichage === 'tendance', href, premiere))
  }
  return `<tr role="row">${entete(contexte, ligne)}${cellules.join('')}</tr>`
}

/** Guichets × indicators: value, state by shape and colour, trend. Less wide than 768 px, a card for each guichet. */
export const Matrice = (props: MatriceProps) => {
  const { colonnes, lignes, legende, fin } = props
  const seuils = colonnes.map((fiche) => seuilEn(fiche, fin))
  const { entetes, reference } = entetesMatrice(props.contexte, colonnes, seuils, props.tri)
  const corps = lignes.map((ligne) => rangee(props, seuils, ligne)).join('')
  return (
    <section class="mx-scroll" tabindex={0} aria-label="Matrice des guichets et des indicateurs">
      {raw(
        `<table class="mx a-${props.affichage}${colonnes.length > 15 ? ' etendue' : ''}" role="table"><caption class="vh">${echapper(legende)}</caption><colgroup><col class="c1"></colgroup>${entetes}<tbody role="rowgroup">${reference}${corps}</tbody></table>`,
      )}
    </section>
  )
}
