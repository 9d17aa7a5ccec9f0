import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Base } from '../../ingest/store/base.ts'
import { listInstantanes } from '../../ingest/store/instantanes.ts'
import type { Verdict } from '../../metrics/doublons/verdicts.ts'
import type { BilanRefait } from '../../metrics/refaire/bilan.ts'
import { refaireTerritoire } from '../../metrics/refaire/refaire.ts'
import type { Moyens } from '../../metrics/refaire/refaire-mois.ts'
import { disculpeesDe } from '../state/qualifications.ts'

/** What a person said of a pair, when. */
export interface AvisDate {
  readonly territoire: string
  readonly a: string
  readonly b: string
  readonly verdict: Verdict
  readonly le: string
}

/** What a territory's figures are computed again with; `avis` are in the order they were given. */
const moyensDe = ({ dossier }: Base, avis: readonly AvisDate[], territoire: string): Moyens => {
  const siens = avis.filter((ligne) => ligne.territoire === territoire).toReversed()
  return {
    clesDe: ({ fichier_cles }) => (fichier_cles === null ? null : join(dossier.cles, fichier_cles)),
    disculpeesAu: (instant) => disculpeesDe(siens.filter(({ le }) => le <= instant)),
  }
}

const additionner = (bilans: readonly BilanRefait[]): BilanRefait => ({
  mois: bilans.reduce((somme, { mois }) => somme + mois, 0),
  chiffres: bilans.reduce((somme, { chiffres }) => somme + chiffres, 0),
  ecarts: bilans.flatMap(({ ecarts }) => ecarts),
  nonRefaits: bilans.flatMap(({ nonRefaits }) => nonRefaits),
})

/** Computes every territory's figures again, in a copy within the installation's temporary folder that goes with it. */
export const refaireEnCopie = async (
  { dossier }: Base,
  copier: (racine: string) => Promise<Base>,
  avis: readonly AvisDate[],
  version: string,
): Promise<BilanRefait> => {
  const racine = join(dossier.temporaire, `verification-${randomUUID()}`)
  try {
    const copie = await copier(racine)
    try {
      const instantanes = await listInstantanes(copie.connection)
      const bilans: BilanRefait[] = []
      for (const territoire of new Set(instantanes.map((instantane) => instantane.territoire)))
        bilans.push(await refaireTerritoire(copie.connection, territoire, moyensDe(copie, avis, territoire), version))
      return additionner(bilans)
    } finally {
      copie.close()
    }
  } finally {
    rmSync(racine, { recursive: true, force: true })
  }
}
