import type { Jour } from '../socle/jour.ts'

const PREMIERE_ANNEE = 1900
const JOURS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const estBissextile = (annee: number): boolean => (annee % 4 === 0 && annee % 100 !== 0) || annee % 400 === 0
const longueur = (annee: number, mois: number): number =>
  mois === 1 && estBissextile(annee) ? 29 : (JOURS[mois] as number)

/** Days are numbers counted from 1 January 1900, a Monday, which itself stands for « no date ». */
export const AUCUN_JOUR = 0

/** Tables of the calendar: no date object, no time zone, no formatting while rows are written. */
export class Calendrier {
  /** `JJ/MM/AAAA`; empty for « no date ». */
  readonly textes: string[] = []
  readonly annees: Int16Array
  /** Months from 1900, 12 a year. */
  readonly moisDe: Int32Array
  readonly quantiemes: Int8Array
  private readonly debuts: Int32Array
  private readonly longueurs: Int8Array

  constructor(derniereAnnee: number) {
    const nbMois = (derniereAnnee - PREMIERE_ANNEE + 1) * 12
    this.debuts = new Int32Array(nbMois + 1)
    this.longueurs = new Int8Array(nbMois)
    for (let m = 0; m < nbMois; m++) {
      const n = longueur(PREMIERE_ANNEE + Math.floor(m / 12), m % 12)
      this.longueurs[m] = n
      this.debuts[m + 1] = (this.debuts[m] as number) + n
    }
    const nbJours = this.debuts[nbMois] as number
    this.annees = new Int16Array(nbJours)
    this.moisDe = new Int32Array(nbJours)
    this.quantiemes = new Int8Array(nbJours)
    for (let m = 0; m < nbMois; m++) {
      const annee = PREMIERE_ANNEE + Math.floor(m / 12)
      const fin = `/${String((m % 12) + 1).padStart(2, '0')}/${annee}`
      for (let q = 0; q < (this.longueurs[m] as number); q++) {
        const jour = (this.debuts[m] as number) + q
        this.textes.push(`${String(q + 1).padStart(2, '0')}${fin}`)
        this.annees[jour] = annee
        this.moisDe[jour] = m
        this.quantiemes[jour] = q + 1
      }
    }
    this.textes[AUCUN_JOUR] = ''
  }

  jour(annee: number, mois: number, quantieme: number): number {
    return (this.debuts[(annee - PREMIERE_ANNEE) * 12 + mois - 1] as number) + quantieme - 1
  }

  depuis(jour: Jour): number {
    return this.jour(Number(jour.slice(0, 4)), Number(jour.slice(5, 7)), Number(jour.slice(8, 10)))
  }

  debutMois(mois: number): number {
    return this.debuts[mois] as number
  }

  longueurMois(mois: number): number {
    return this.longueurs[mois] as number
  }

  /** `n` calendar months later, the day cut to the month's last. */
  plusMois(jour: number, n: number): number {
    const mois = (this.moisDe[jour] as number) + n
    const q = this.quantiemes[jour] as number
    const l = this.longueurs[mois] as number
    return (this.debuts[mois] as number) + (q < l ? q : l) - 1
  }

  /** `AAAA-MM` of a month counted from 1900. */
  texteMois(mois: number): string {
    return `${PREMIERE_ANNEE + Math.floor(mois / 12)}-${String((mois % 12) + 1).padStart(2, '0')}`
  }

  /** `MMAA`, as inside a numéro unique. */
  moisNumero(mois: number): string {
    const annee = PREMIERE_ANNEE + Math.floor(mois / 12)
    return `${String((mois % 12) + 1).padStart(2, '0')}${String(annee % 100).padStart(2, '0')}`
  }
}

/** Saturday or Sunday. */
export const estFinDeSemaine = (jour: number): boolean => jour % 7 >= 5
