import { formatNombre } from '../../ingest/socle/francais/format.ts'
import { dansPhrase } from '../../ingest/socle/francais/phrase.ts'
import type { PopulationTiree } from '../../metrics/echantillons/tirer.ts'
import type { MoisCalcule } from '../../metrics/engine/mois-calcules.ts'
import { allouer, type Repartition, tailleDuMinimum } from '../../metrics/stats/allocation.ts'
import { ACTES_ECHANTILLON, type ActeEchantillon, type SorteDeStrate } from '../../web/echantillons.ts'
import { serviceDe } from '../acces/groupes.ts'
import type { Lecteur } from '../acces/lecteur.ts'
import { porteeDuMois } from '../acces/lecteur.ts'
import { tirerPourEchantillon } from '../acces/porte/echantillons.ts'
import { MACHINE_ECHANTILLONS } from '../gestion/echantillons/table.ts'
import { essayer } from '../gestion/machine.ts'
import type { EchantillonLu } from '../lecture/echantillons.ts'
import { empreinteDe } from '../lecture/evolutions.ts'
import { lireEtat } from '../lecture/territoires.ts'
import { GUICHET_NON_DIT, type StrateOfferte, sourceDuTirage, stratesOffertes } from '../lecture/tirage.ts'
import {
  ajouterActeDEchantillon,
  type Echantillon,
  garderEchantillon,
  garderReponse,
  type NouvelEchantillon,
  type NouvelleReponse,
} from '../state/echantillons.ts'
import { consigner } from '../state/journal.ts'

interface Refuse {
  readonly refus: string
}

const DEPASSE = 'Quelqu’un d’autre vient d’y toucher : recharger la page et recommencer.'

/** What a draw is asked for. */
export interface DemandeDeTirage {
  readonly calcule: MoisCalcule
  readonly population: PopulationTiree
  readonly sorte: SorteDeStrate
  readonly repartition: Repartition
  readonly minimum: number
  readonly taille: number
  readonly graine: string
}

/** A stratum, and how many of it a draw would take. */
export interface StratePrevue extends StrateOfferte {
  readonly tirees: number
}

/** How a draw would be shared among the strata, the largest first; or why it cannot be. */
export const prevoirTirage = async (
  lecteur: Lecteur,
  territoire: string,
  { calcule, population, sorte, repartition, minimum, taille }: Omit<DemandeDeTirage, 'graine'>,
): Promise<{ readonly strates: readonly StratePrevue[] } | Refuse> => {
  const strates = await stratesOffertes(lecteur, territoire, calcule, { population, sorte })
  if (strates.length === 0) return { refus: 'Cette population est vide ce mois-ci : en choisir une autre.' }
  const plancher = tailleDuMinimum(strates, minimum)
  if (plancher > taille)
    return {
      refus: `Un minimum de ${formatNombre(minimum)} par strate demande ${formatNombre(plancher)} demandes au moins : augmenter la taille, ou baisser le minimum.`,
    }
  const tirees = allouer(strates, { taille, repartition, minimum })
  return { strates: strates.map((strate) => ({ ...strate, tirees: tirees.get(strate.code) ?? 0 })) }
}

const consignerActe = (
  { etat, acces }: Lecteur,
  territoire: string,
  instant: string,
  detail: Record<string, unknown>,
) => consigner(etat, { instant, qui: acces.qui, role: acces.role, action: 'ECHANTILLON', territoire, detail })

/** What a draw is to be kept as, but for who did it and when; or why it cannot be. Nobody is shown what it drew. */
export const composerEchantillon = async (
  lecteur: Lecteur,
  territoire: string,
  demande: DemandeDeTirage,
): Promise<Omit<NouvelEchantillon, 'acte'> | Refuse> => {
  const prevu = await prevoirTirage(lecteur, territoire, demande)
  if ('refus' in prevu) return prevu
  const { calcule, population, sorte, repartition, minimum, taille, graine } = demande
  const source = await sourceDuTirage(lecteur, territoire, calcule, population)
  const tirees = await tirerPourEchantillon(lecteur, source, graine, prevu.strates)
  const { guichets } = await porteeDuMois(lecteur, territoire, calcule)
  const inscrits = new Map(guichets.map((guichet) => [guichet.code, guichet]))
  const { instantanes } = await lireEtat(lecteur.base, { territoire })
  const empreintes = instantanes.find(({ date }) => date === calcule.instantane)?.empreintes ?? {}
  return {
    echantillon: {
      ...{ territoire, mois: calcule.mois, instantane: calcule.instantane, empreinte: empreinteDe(empreintes) },
      ...{ population, strate: sorte, repartition, minimum, taille, graine },
      questions: lecteur.reglages.pour(territoire).questions_echantillon,
    },
    strates: prevu.strates.map(({ code, libelle, effectif, tirees: n }) => ({ code, libelle, effectif, tirees: n })),
    fiches: tirees.map(({ numero_unique, guichet, strate }) => {
      const inscrit = guichet === null ? undefined : inscrits.get(guichet)
      return {
        ...{ numero_unique, guichet, strate },
        libelle: inscrit?.libelle ?? guichet ?? GUICHET_NON_DIT,
        service: inscrit === undefined ? guichet : serviceDe(inscrit),
      }
    }),
  }
}

/** Draws a sample and keeps it; gives its number and its reference, or why it was not drawn. */
export const tirerEchantillon = async (
  lecteur: Lecteur,
  territoire: string,
  demande: DemandeDeTirage,
  instant: string,
): Promise<Pick<Echantillon, 'id' | 'reference'> | Refuse> => {
  const compose = await composerEchantillon(lecteur, territoire, demande)
  if ('refus' in compose) return compose
  const { role, qui } = lecteur.acces
  const acte = { acte: 'TIRER', vers: 'TIRE', texte: '', role, par: qui, le: instant } as const
  const garde = await garderEchantillon(lecteur.etat, { ...compose, acte })
  const quoi = dansPhrase(ACTES_ECHANTILLON.TIRER)
  await consignerActe(lecteur, territoire, instant, {
    echantillon: garde.reference,
    quoi,
    taille: compose.fiches.length,
  })
  return garde
}

/** Keeps what was found of a demande; gives why it was not. */
export const remplirFiche = async (
  lecteur: Lecteur,
  { echantillon, faits, vue }: EchantillonLu,
  fiche: Pick<Echantillon['fiches'][number], 'id' | 'rang'>,
  saisie: Omit<NouvelleReponse, 'par' | 'le'>,
  instant: string,
): Promise<Refuse | null> => {
  const { role, qui } = lecteur.acces
  const issue = essayer(MACHINE_ECHANTILLONS, { etat: vue.etat, acte: 'REMPLIR', role, faits, saisie: { texte: '' } })
  if ('empechement' in issue) return { refus: issue.empechement.phrase }
  const acte =
    issue.vers === vue.etat ? null : ({ acte: 'REMPLIR', ...issue, texte: '', role, par: qui, le: instant } as const)
  const garde = await garderReponse(lecteur.etat, echantillon, fiche.id, { ...saisie, par: qui, le: instant }, acte)
  if (!garde) return { refus: DEPASSE }
  const { territoire, reference } = echantillon
  await consignerActe(lecteur, territoire, instant, {
    echantillon: reference,
    quoi: 'fiche remplie',
    fiche: fiche.rang,
  })
  return null
}

/** Closes a sample, or opens it again; gives why it was not done. */
export const agirSurEchantillon = async (
  lecteur: Lecteur,
  { echantillon, faits, vue }: EchantillonLu,
  { acte, texte }: { readonly acte: ActeEchantillon; readonly texte: string },
  instant: string,
): Promise<Refuse | null> => {
  const { role, qui } = lecteur.acces
  const issue = essayer(MACHINE_ECHANTILLONS, { etat: vue.etat, acte, role, faits, saisie: { texte } })
  if ('empechement' in issue) return { refus: issue.empechement.phrase }
  const garde = await ajouterActeDEchantillon(lecteur.etat, echantillon, {
    acte,
    ...issue,
    texte,
    role,
    par: qui,
    le: instant,
  })
  if (!garde) return { refus: DEPASSE }
  const quoi = dansPhrase(ACTES_ECHANTILLON[acte])
  await consignerActe(lecteur, echantillon.territoire, instant, { echantillon: echantillon.reference, quoi })
  return null
}
