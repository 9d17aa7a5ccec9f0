import { formatNombre, formatPart } from '../../ingest/socle/francais/format.ts'
import { accord, capitale } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { estProportionnelle } from '../../metrics/stats/allocation.ts'
import { clopperPearson } from '../../metrics/stats/clopper-pearson.ts'
import type { Intervalle } from '../../metrics/stats/intervalle.ts'
import { kornGraubard } from '../../metrics/stats/korn-graubard.ts'
import type { EchantillonVu, FicheVue } from '../echantillon-vue.ts'
import { CONFORMITE, type FicheRemplie } from '../echantillons.ts'

/** Faults found, among the demandes where they could be looked for. */
export interface Decompte {
  readonly defauts: number
  readonly verifiees: number
  /** Forms filled that could not tell. */
  readonly nonVerifiables: number
}

/** A question in a stratum: the interval is exact, at 95 %; null where nothing was verified. */
export interface ResultatStrate extends Decompte {
  readonly code: string
  readonly libelle: string
  readonly effectif: number
  readonly tirees: number
  readonly intervalle: Intervalle | null
}

/** What a sample says of a question, for the whole it was drawn from. */
export interface ResultatQuestion extends Decompte {
  readonly code: string
  readonly libelle: string
  /** Fraction in [0, 1], strata at their weight where they were not drawn at it; null where nothing was verified. */
  readonly part: number | null
  readonly intervalle: Intervalle | null
  /** The strata were not verified at their weight: each was given it back. */
  readonly ponderee: boolean
  readonly strates: readonly ResultatStrate[]
}

type Lecture = (fiche: FicheRemplie) => 'DEFAUT' | 'SANS' | 'NON_VERIFIABLE'

const decompter = (fiches: readonly FicheVue[], lire: Lecture): Decompte => {
  const lues = fiches.flatMap(({ reponse }) => (reponse === null ? [] : [lire(reponse)]))
  const n = (dit: ReturnType<Lecture>) => lues.filter((lue) => lue === dit).length
  return { defauts: n('DEFAUT'), verifiees: n('DEFAUT') + n('SANS'), nonVerifiables: n('NON_VERIFIABLE') }
}

const lireConformite: Lecture = ({ constat }) => {
  if (constat === 'NON_VERIFIABLE') return constat
  return constat === 'NON_CONFORME' ? 'DEFAUT' : 'SANS'
}

type Sujet = Pick<EchantillonVu, 'questions' | 'strates' | 'fiches'>

const resultatDe = ({ strates, fiches }: Sujet, code: string, libelle: string, lire: Lecture): ResultatQuestion => {
  const total = decompter(fiches, lire)
  const parStrate = strates.map((strate): ResultatStrate => {
    const compte = decompter(
      fiches.filter((fiche) => fiche.strate === strate.code),
      lire,
    )
    return { ...strate, ...compte, intervalle: clopperPearson(compte.defauts, compte.verifiees) }
  })
  // What was verified, not what was drawn: a sample half read, guichet after guichet, is not drawn at its weights.
  const ponderee = !estProportionnelle(parStrate.map(({ effectif, verifiees }) => ({ effectif, tirees: verifiees })))
  const estimee = ponderee
    ? kornGraubard(
        parStrate.map(({ effectif, verifiees, defauts }) => ({ effectif, verifies: verifiees, cas: defauts })),
      )
    : null
  return {
    ...{ code, libelle: fr(libelle), ponderee, strates: parStrate },
    ...total,
    part: ponderee ? (estimee?.part ?? null) : total.verifiees === 0 ? null : total.defauts / total.verifiees,
    intervalle: ponderee ? (estimee?.intervalle ?? null) : clopperPearson(total.defauts, total.verifiees),
  }
}

/** What a sample says: first whether records are right, then of each question. */
export const resultatsDe = (echantillon: Sujet): ResultatQuestion[] => [
  resultatDe(echantillon, CONFORMITE.code, CONFORMITE.libelle, lireConformite),
  ...echantillon.questions.map(({ code, libelle, defaut }) =>
    resultatDe(echantillon, code, libelle, ({ reponses }) => {
      const reponse = reponses[code] ?? 'NON_VERIFIABLE'
      return reponse === 'NON_VERIFIABLE' ? reponse : reponse === defaut ? 'DEFAUT' : 'SANS'
    }),
  ),
]

/** « entre 0,8 % et 22,1 % », « jusqu’à 11,6 % » where none was found, « au moins 88,4 % » where all were. */
export const direIntervalle = ({ bas, haut }: Intervalle): string => {
  if (bas === 0) return `jusqu’à ${formatPart(haut)}`
  return haut === 1 ? `au moins ${formatPart(bas)}` : `entre ${formatPart(bas)} et ${formatPart(haut)}`
}

/** « 2 défauts sur 30 ». */
export const direDecompte = ({ defauts, verifiees }: Decompte): string =>
  `${formatNombre(defauts)} ${accord(defauts, 'défaut')} sur ${formatNombre(verifiees)}`

/** « 2 défauts sur 30 : entre 0,8 % et 22,1 % »; the weighted share too where strata were given back their weight. */
export const direResultat = (
  resultat: Decompte & Pick<ResultatQuestion, 'intervalle'> & Partial<Pick<ResultatQuestion, 'part' | 'ponderee'>>,
): string => {
  const { intervalle, part = null, ponderee = false } = resultat
  if (intervalle === null) return 'rien de vérifié'
  const remise =
    ponderee && resultat.defauts > 0 && part !== null ? `, ${formatPart(part)} chaque strate à son poids` : ''
  return `${direDecompte(resultat)}${remise} : ${direIntervalle(intervalle)}`
}

/** The question with the greatest share of faults, in a sentence that its numbers prove. */
export const titreDesResultats = (resultats: readonly ResultatQuestion[]): string => {
  const [pire] = resultats.toSorted((a, b) => (b.part ?? -1) - (a.part ?? -1))
  if (pire === undefined || pire.intervalle === null) return 'Rien n’est encore vérifié'
  return pire.defauts === 0
    ? capitale(`aucun défaut : ${direResultat(pire)}`)
    : `${pire.libelle} : ${direResultat(pire)}`
}
