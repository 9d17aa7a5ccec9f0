import { join } from 'node:path'
import { tracerCalendrier } from './fabrique/calendrier.ts'
import { creerAncienne, creerFiche } from './fabrique/creer-fiche.ts'
import { ecrireInstantane } from './fabrique/ecrire-instantane.ts'
import { faireVivre } from './fabrique/faire-vivre.ts'
import type { Monde } from './fabrique/fiche.ts'
import { creerHasard } from './fabrique/hasard.ts'
import { creerReseau, modifierReseau } from './fabrique/reseau.ts'
import { plusJours } from './jours.ts'

interface OptionsSerie {
  /** Demandes ever met in the series; 30 to 400 by default. */
  readonly demandes?: number
  /** Months covered, some of them without a snapshot; 2 to 16 by default. */
  readonly mois?: number
  /** No rejected row, no warning, no missing column. */
  readonly saine?: boolean
  /** Every snapshot brings the same register, so that the order of loading cannot matter to it. */
  readonly registrePartout?: boolean
}

/** The month whose end a snapshot is nearest to. */
const moisVise = (date: string): string => plusJours(date, -14).slice(0, 7)

/** Writes a small nasty series of snapshots, one folder each, the oldest first. The same seed writes the same bytes. */
export const ecrireSerie = (
  dossier: string,
  graine: number,
  options: OptionsSerie = {},
): { dossier: string; date: string }[] => {
  const h = creerHasard(graine)
  const calendrier = tracerCalendrier(h, options.mois ?? h.choisir([2, 3, 4, 5, 6, 7, 8, 13, 16]))
  const total = options.demandes ?? h.choisir([30, 60, 120, 200, 300, 400])
  const monde: Monde = {
    h,
    calendrier,
    reseau: creerReseau(h, calendrier),
    fiches: [],
    absentes: [],
    ordre: 0,
    malice: h.choisir([0.05, 0.4, 1]),
    concentration: h.choisir([0, 0.6]),
    bauxFideles: h.chance(0.6),
  }
  const saine = options.saine ?? false
  const stock = Math.floor(total * h.choisir([0.2, 0.5, 0.7]))
  while (monde.ordre < stock) monde.fiches.push(creerAncienne(monde))

  const { dates } = calendrier
  const pointe = h.entier(0, dates.length - 1)
  let creees = stock
  return dates.map((date, rang) => {
    const mois = moisVise(date)
    const reste = total - creees
    const part = rang === dates.length - 1 ? 1 : rang === pointe ? 0.5 : 0.12
    const aCreer = Math.floor(reste * part)
    for (let n = 0; n < aCreer; n++) monde.fiches.push(creerFiche(monde, mois))
    creees += aCreer
    faireVivre(monde, mois, date)
    if (rang > 0 && options.registrePartout !== true && h.chance(0.15)) modifierReseau(h, monde.reseau, calendrier)
    const registre = rang === 0 || options.registrePartout === true || h.chance(0.6)
    const sousDossier = join(dossier, date)
    ecrireInstantane(monde, sousDossier, date, mois, { registre, saine })
    return { dossier: sousDossier, date }
  })
}
