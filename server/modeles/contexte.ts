import type { Context } from 'hono'
import { estMois, type Mois, moisEntre } from '../../ingest/store/jour.ts'
import type { MoisCalcule } from '../../metrics/engine/mois-calcules.ts'
import type { Contexte } from '../../web/contexte.ts'
import type { Deps } from '../deps.ts'
import { derniersMois, type EtatTerritoire, lireEtat, lireTerritoires } from '../services/lectures.ts'
import { libelleTerritoire } from './territoires.ts'

/** What a page is about: the territory and month of its address, or the latest. */
export interface Sujet {
  readonly contexte: Contexte
  readonly etat: EtatTerritoire | null
  /** The month shown, where it has figures. */
  readonly calcule: MoisCalcule | null
  /** Every month from the first with figures to the last, those without included. */
  readonly tousLesMois: readonly Mois[]
}

/** Reads the territory and the month of an address. Unknown ones fall back on what there is. */
export const lireSujet = async ({ base }: Deps, c: Context): Promise<Sujet> => {
  const requete = c.req.query()
  const codes = await lireTerritoires(base)
  const territoire = codes.find((code) => code === requete.territoire) ?? codes[0] ?? null
  const etat = territoire === null ? null : await lireEtat(base, territoire)
  const disponibles = etat?.calcules.map(({ mois }) => mois) ?? []
  const demande = requete.mois !== undefined && estMois(requete.mois) ? requete.mois : null
  const mois = demande ?? disponibles.at(-1) ?? null
  const calcule = etat?.calcules.find((calculeDuMois) => calculeDuMois.mois === mois) ?? null
  const premier = disponibles[0]
  const dernier = disponibles.at(-1)
  return {
    etat,
    calcule,
    tousLesMois: premier && dernier ? moisEntre(premier, dernier) : [],
    contexte: {
      territoires: codes.map((code) => ({ code, libelle: libelleTerritoire(code) })),
      territoire,
      mois,
      moisDisponibles: disponibles,
      instantane: calcule?.instantane ?? null,
      calculeLe: calcule?.calcule_le.slice(0, 16).replace(' ', 'T') ?? null,
      demo: etat?.instantanes.some(({ synthetique }) => synthetique) ?? false,
      chemin: c.req.path,
      requete,
    },
  }
}

export { derniersMois }
