import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Demande } from './colonnes.ts'
import { type Bail, type Guichet, lireBaux, lireFlux, lireGuichets, type Message } from './lire-annexes.ts'
import { lireDemandes } from './lire-demandes.ts'

/** What `importer` answers of the rows, under the same names. */
interface Rapport {
  readonly lignes: number
  readonly acceptees: number
  readonly rejetees: number
  readonly purgees: number
  readonly reparees: number
  readonly completees: number
  readonly avertissements: Readonly<Record<string, number>>
  readonly mots_vides: Readonly<Record<string, number>>
  readonly vides_lus_non: readonly string[]
  readonly rejets: Readonly<Record<string, number>>
  readonly rejets_guichets: number
  readonly rejets_flux: number
  readonly rejets_baux: number
  readonly colonnes_vides: readonly string[]
  readonly guichets_inconnus: readonly string[]
}

/** A snapshot held in memory: a table that the folder lacks is null. */
export interface InstantaneLu {
  readonly territoire: string
  readonly date: string
  readonly demandes: readonly Demande[]
  readonly guichets: readonly Guichet[] | null
  readonly flux: readonly Message[] | null
  readonly baux: readonly Bail[] | null
  /** The empty columns of `demandes`. */
  readonly vides: ReadonlySet<string>
  readonly rapport: Rapport
}

/** Every guichet that the rows name, in whatever column, the demandes of associations included. */
export const guichetsCites = (instantane: Pick<InstantaneLu, 'demandes' | 'flux'>): Set<string> => {
  const cites = new Set((instantane.flux ?? []).map((m) => m.guichet))
  for (const d of instantane.demandes)
    for (const code of [
      d.guichet_enregistrement,
      d.guichet_renouvellement,
      d.guichet_modification,
      d.guichet_radiation,
    ])
      if (code !== null) cites.add(code)
  return cites
}

/** Reads a contract folder; `defauts` stands in for a folder without `instantane.json` and for a register left out. */
export const lireInstantane = (
  dossier: string,
  defauts: { readonly territoire?: string; readonly date?: string; readonly registre?: readonly Guichet[] } = {},
): InstantaneLu => {
  const manifeste = join(dossier, 'instantane.json')
  const lu: Record<string, unknown> = existsSync(manifeste) ? JSON.parse(readFileSync(manifeste, 'utf8')) : {}
  const territoire = String(lu.territoire ?? defauts.territoire)
  const date = String(lu.date ?? defauts.date)
  const { demandes, vides, ...comptes } = lireDemandes(dossier, date)
  const [guichets, flux, baux] = [lireGuichets(dossier), lireFlux(dossier), lireBaux(dossier)]
  const connus = new Set((guichets.lignes ?? defauts.registre ?? []).map((g) => g.code))
  const cites = guichetsCites({ demandes, flux: flux.lignes })
  return {
    territoire,
    date,
    demandes,
    guichets: guichets.lignes,
    flux: flux.lignes,
    baux: baux.lignes,
    vides: new Set(vides),
    rapport: {
      ...comptes,
      acceptees: demandes.length,
      rejets_guichets: guichets.rejets,
      rejets_flux: flux.rejets,
      rejets_baux: baux.rejets,
      colonnes_vides: [...vides, ...guichets.vides, ...flux.vides, ...baux.vides],
      guichets_inconnus: [...cites].filter((code) => !connus.has(code)).sort(),
    },
  }
}

/** A series read in the order of its dates: a snapshot without register is held against the last one brought. */
export const lireSerie = (dossiers: readonly string[]): InstantaneLu[] => {
  let registre: readonly Guichet[] = []
  return dossiers.map((dossier) => {
    const lu = lireInstantane(dossier, { registre })
    registre = lu.guichets ?? registre
    return lu
  })
}
