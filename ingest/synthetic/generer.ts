import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Jour } from '../socle/jour.ts'
import { ecrireAnnexes, ecrireVerite } from './annexes.ts'
import { type Atelier, creerAtelier, inscriptionsParAn } from './atelier.ts'
import { Calendrier } from './calendrier.ts'
import { CALIBRAGE } from './calibrage.ts'
import { calibrer } from './calibrer.ts'
import { direHypotheses } from './hypotheses.ts'
import { arrondirAuHasard, inscriptionsDuJour, tirerGuichet } from './jours.ts'
import { BOM, ENTETE_DEMANDES, SAUT } from './ligne.ts'
import { simulerMenage } from './menage.ts'
import { creerMonde } from './monde.ts'
import { datesDesInstantanes, type OptionsGenerer, verifierOptions } from './options.ts'
import { creerParutions } from './parutions.ts'
import { Sortie } from './sortie.ts'
import { ouvrirVerite } from './verite.ts'

export type { OptionsGenerer } from './options.ts'

export interface BilanGeneration {
  readonly instantanes: readonly { readonly dossier: string; readonly date: Jour; readonly lignes: number }[]
  /** French lines to print. */
  readonly hypotheses: readonly string[]
}

/** Lines a snapshot holds for each active demande: itself, and those radiated within the year. */
const LIGNES_PAR_ACTIVE = 1.42

/** Every day from the first registration to the last snapshot, each household in its turn. */
const simuler = async (atelier: Atelier, parAn: number, suivre: (lignes: number) => void): Promise<void> => {
  const { monde, alea, premier, dernier, parutions } = atelier
  const debut = monde.calendrier.plusMois(premier, -12 * CALIBRAGE.anneesAvant)
  for (let jour = debut; jour <= dernier; jour++) {
    const { enLigne, auGuichet } = inscriptionsDuJour(monde, jour, dernier, parAn)
    const part = enLigne / (enLigne + auGuichet)
    for (let n = arrondirAuHasard(alea, enLigne + auGuichet); n > 0; n--) {
      simulerMenage(atelier, jour, tirerGuichet(monde, alea, jour, part))
      if (n % 1024 === 0) for (const sortie of parutions.sorties) await sortie.attendre()
    }
    for (const sortie of parutions.sorties) if (sortie.enRetard) await sortie.attendre()
    if (jour % 16 === 0) {
      suivre(parutions.lignes.reduce((somme, n) => somme + n, 0))
      await setImmediate()
    }
  }
}

/**
 * Writes monthly snapshots of a made-up département in the contract's form, and what was planted in them.
 * The same options give the same bytes. Memory does not grow with the number of demandes.
 */
export const generer = async (options: OptionsGenerer): Promise<BilanGeneration> => {
  verifierOptions(options)
  const { dossier, territoire, demandes, graine, seuilsEn, suivi } = options
  const dates = datesDesInstantanes(options)
  const calendrier = new Calendrier(Math.max(2000, Number(options.fin.slice(0, 4)) + 3))
  const jours = dates.map((date) => calendrier.depuis(date))
  const dernier = jours.at(-1) as number
  const monde = creerMonde(
    { territoire, demandes, graine, seuils: seuilsEn(options.fin), temps: { premier: jours[0] as number, dernier } },
    calendrier,
    dernier,
  )
  const equilibre = calibrer(monde, graine)
  const parAn = inscriptionsParAn(demandes, equilibre)

  const dossiers = dates.map((date) => join(dossier, date))
  for (const d of [...dossiers, join(dossier, 'verite')]) mkdirSync(d, { recursive: true })
  const sorties = dossiers.map((d) => new Sortie(join(d, 'demandes.csv')))
  for (const sortie of sorties) sortie.ecrire(`${BOM}${ENTETE_DEMANDES}${SAUT}`)
  const verite = ouvrirVerite(join(dossier, 'verite'))
  const parutions = creerParutions(jours, sorties)
  const atelier = creerAtelier(monde, graine, demandes, parAn, parutions, verite)

  const total = Math.ceil(demandes * LIGNES_PAR_ACTIVE * dates.length)
  await simuler(atelier, parAn, (lignes) => suivi?.(Math.min(lignes, total), total))
  for (const sortie of [...sorties, ...Object.values(verite)]) await sortie.fermer()
  for (const [k, d] of dossiers.entries()) await ecrireAnnexes(d, atelier, graine, k)
  const hypotheses = direHypotheses(monde, demandes, parAn, equilibre)
  await ecrireVerite(join(dossier, 'verite'), atelier, equilibre, options, hypotheses)
  suivi?.(total, total)
  return {
    instantanes: dates.map((date, k) => ({ dossier: dossiers[k] as string, date, lignes: parutions.lignes[k] ?? 0 })),
    hypotheses,
  }
}
