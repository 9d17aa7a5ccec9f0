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
import { celluleMatrice } from './matrice-cellule.ts'
import { debute, entetesMatrice } from './matrice-entetes.ts'

export interface MatriceProps {
  readonly contexte: Contexte
  readonly colonnes: readonly FicheIndicateur[]
  readonly lignes: readonly LigneMatrice[]
  readonly affichage: Affichage
  readonly tri: string
  readonly legende: string
  /** Last day of the month: the thresholds in force then. */
  readonly fin: Jour
}

const signal = (statut: 'ALERTE' | 'SURVEILLANCE', n: number): string =>
  n === 0
    ? ''
    : `<span><svg class="gl s-${statut}" viewBox="0 0 12 12" aria-hidden="true"><use href="#g-${statut}"/></svg>${n}<span class="vh">${compteEtat(statut, n).replace(/^\d+/, '')}</span></span>`

const entete = (contexte: Contexte, { guichet, comptes, actives }: LigneMatrice): string => {
  const precision =
    comptes.NORMAL > 0
      ? compteEtat('NORMAL', comptes.NORMAL)
      : actives === null
        ? ''
        : compte(actives, 'demande active', 'demandes actives')
  const signaux = signal('ALERTE', comptes.ALERTE) + signal('SURVEILLANCE', comptes.SURVEILLANCE)
  return `<th scope="row" role="rowheader" class="c1c"><a href="${echapper(lienGuichet(contexte, guichet.code))}">${echapper(guichet.libelle)}</a><span class="sub"><span>${echapper(guichet.code)} · ${echapper(nomCategorie(guichet.categorie))}${precision === '' ? '' : `<span class="only-n"> · ${precision}</span>`}</span>${signaux === '' ? '' : `<span class="q">${signaux}</span>`}</span></th>`
}

const rangee = (
  { contexte, colonnes, affichage }: MatriceProps,
  seuils: readonly (number | null)[],
  ligne: LigneMatrice,
): string => {
  const cellules = ligne.cellules.map((cellule, i) =>
    celluleMatrice(
      cellule,
      seuils[i] ?? null,
      affichage,
      `${lienGuichet(contexte, ligne.guichet.code)}#${cellule.fiche.code}`,
      debute(colonnes, i),
    ),
  )
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
        `<table class="mx a-${props.affichage}${colonnes.length > 15 ? ' etendue' : ''}" role="table"><caption class="vh">${echapper(legende)}</caption><colgroup><col class="c1">${'<col>'.repeat(colonnes.length)}</colgroup>${entetes}<tbody role="rowgroup">${reference}${corps}</tbody></table>`,
      )}
    </section>
  )
}
