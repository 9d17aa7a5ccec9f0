import type { Context } from 'hono'
import { estMois, type Mois, moisEntre } from '../../ingest/socle/jour.ts'
import type { MoisCalcule } from '../../metrics/engine/mois-calcules.ts'
import type { Contexte, MoisMontre } from '../../web/contexte.ts'
import { exigerTerritoire, type Lecteur, porteeDuMois, territoiresDe } from '../acces/lecteur.ts'
import type { Portee } from '../acces/portee.ts'
import type { Env } from '../env.ts'
import { minuteDe } from '../horloge.ts'
import { libelleTerritoire } from './libelle-territoire.ts'
import { personneDe } from './personne.ts'
import { type EtatTerritoire, lireEtat } from './territoires.ts'

/** What a page is about: the territory and month of its address, or the latest, for the person who asks. */
export interface Sujet {
  readonly lecteur: Lecteur
  readonly contexte: Contexte
  readonly etat: EtatTerritoire | null
  /** The month shown, where it has figures, and what the person sees of it. */
  readonly calcule: MoisCalcule | null
  readonly portee: Portee | null
  /** Every month from the first with figures to the last, those without included. */
  readonly tousLesMois: readonly Mois[]
}

const dernierDe = (etat: EtatTerritoire | null): MoisMontre | null => {
  const calcule = etat?.calcules.at(-1)
  return calcule === undefined ? null : { mois: calcule.mois, instantane: calcule.instantane }
}

/**
 * Reads the territory and the month of an address. Unknown ones fall back on what there is.
 *
 * @throws AccesRefuse for a territory that the person does not cover.
 */
export const lireSujet = async (c: Context<Env>): Promise<Sujet> => {
  const lecteur = c.get('lecteur')
  const { base } = lecteur
  const requete = c.req.query()
  if (requete.territoire) exigerTerritoire(lecteur, requete.territoire)
  const codes = await territoiresDe(lecteur)
  const territoire = codes.find((code) => code === requete.territoire) ?? codes[0] ?? null
  const etat = territoire === null ? null : await lireEtat(base, { territoire })
  const disponibles = etat?.calcules.map(({ mois }) => mois) ?? []
  const demande = requete.mois !== undefined && estMois(requete.mois) ? requete.mois : null
  const mois = demande ?? disponibles.at(-1) ?? null
  const calcule = etat?.calcules.find((calculeDuMois) => calculeDuMois.mois === mois) ?? null
  const premier = disponibles[0]
  const dernier = disponibles.at(-1)
  return {
    lecteur,
    etat,
    calcule,
    portee: calcule === null || territoire === null ? null : await porteeDuMois(lecteur, territoire, calcule),
    tousLesMois: premier && dernier ? moisEntre(premier, dernier) : [],
    contexte: {
      territoires: codes.map((code) => ({ code, libelle: libelleTerritoire(code) })),
      territoire,
      mois,
      moisDisponibles: disponibles,
      dernier: dernierDe(etat),
      instantane: calcule?.instantane ?? null,
      calculeLe: calcule ? minuteDe(calcule.calcule_le) : null,
      demo: etat?.instantanes.some(({ synthetique }) => synthetique) ?? false,
      personne: personneDe(c.get('compte')),
      chemin: c.req.path,
      requete,
    },
  }
}
