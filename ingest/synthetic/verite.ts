import { join } from 'node:path'
import type { Ancien } from './fenetre.ts'
import { BOM, SAUT } from './ligne.ts'
import { estDoublon, type Nature, type Projet } from './projet.ts'
import { Sortie } from './sortie.ts'

/** What was planted among households, written as it is. */
export interface Verite {
  /** Pairs that resemble each other, of one household or of two. */
  readonly paires: Sortie
  readonly forcages: Sortie
  /** Demandes reached at a place that many share. */
  readonly residents: Sortie
  /** Demandes that continue by law the seniority of another. */
  readonly reprises: Sortie
}

export const ouvrirVerite = (dossier: string): Verite => {
  const paires = new Sortie(join(dossier, 'paires.csv'))
  const forcages = new Sortie(join(dossier, 'forcages.csv'))
  paires.ecrire(`${BOM}a;b;nature;doublon;force;guichet_b;actives${SAUT}`)
  forcages.ecrire(
    `${BOM}numero_unique;guichet;date_enregistrement;motif;numero_unique_rapproche;nature;justifie${SAUT}`,
  )
  const residents = new Sortie(join(dossier, 'residents.csv'))
  const reprises = new Sortie(join(dossier, 'reprises.csv'))
  residents.ecrire(`${BOM}numero_unique;lieu${SAUT}`)
  reprises.ecrire(`${BOM}numero_unique;numero_continue;date_depot${SAUT}`)
  return { paires, forcages, residents, reprises }
}

/** A demande as the truth names it. */
export interface Tardif {
  readonly numero: string
  readonly guichet: string
  readonly date: string
  readonly motif: string
  readonly fin: number
}

const ouiNon = (b: boolean): string => (b ? 'O' : 'N')

/** How two copies of one household resemble each other. */
const entreCopies = (a: string, b: Nature): string => {
  if (a === 'INVERSION' || b === 'INVERSION') return a === b ? 'EXACTE' : 'INVERSION'
  return a === 'GRAPHIE' || b === 'GRAPHIE' ? 'GRAPHIE' : 'EXACTE'
}

/** Writes a pair, and those it makes with the earlier copies of the same household. */
export const noterPaire = (verite: Verite, ancien: Ancien, tardif: Tardif, projet: Projet, dernier: number): void => {
  const { nature, forcage } = projet
  const ecrire = (a: string, finA: number, genre: string, force: boolean): void => {
    const actives = finA > dernier && tardif.fin > dernier
    verite.paires.ecrire(
      `${a};${tardif.numero};${genre};${ouiNon(estDoublon(nature))};${ouiNon(force)};${tardif.guichet};${ouiNon(actives)}${SAUT}`,
    )
  }
  ecrire(ancien.numero, ancien.fin, nature, forcage !== 'AUCUN')
  if (!estDoublon(nature)) return
  for (const copie of ancien.copies) ecrire(copie.numero, copie.fin, entreCopies(copie.nature, nature), false)
  ancien.copies.push({ numero: tardif.numero, nature, fin: tardif.fin })
}

export const noterForcage = (verite: Verite, rapproche: string, tardif: Tardif, projet: Projet | null): void => {
  const justifie = ouiNon(projet?.forcage !== 'INJUSTIFIE')
  verite.forcages.ecrire(
    `${tardif.numero};${tardif.guichet};${tardif.date};${tardif.motif};${rapproche};${projet?.nature ?? ''};${justifie}${SAUT}`,
  )
}

export const noterResident = ({ residents }: Verite, numero: string, lieu: string): void =>
  residents.ecrire(`${numero};${lieu}${SAUT}`)

export const noterReprise = ({ reprises }: Verite, numero: string, continuee: string, depot: string): void =>
  reprises.ecrire(`${numero};${continuee};${depot}${SAUT}`)
