import { formatNombre, formatPart } from '../../ingest/socle/francais/format.ts'
import { enumerer } from '../../ingest/socle/francais/phrase.ts'
import { libelleDe } from '../../metrics/tableaux/libelles.ts'
import type { LigneTableau } from '../../metrics/tableaux/reponse.ts'
import { sommeDe } from './sommer.ts'

/** Shares that CCH L441-1 asks of each objective. */
export const ATTENDUS = { Q1_HORS_QPV: 0.25, Q234_QPV: 0.5, PRIORITAIRES: 0.25 } as const

type Objectif = keyof typeof ATTENDUS

const OBJECTIFS = Object.keys(ATTENDUS) as readonly Objectif[]

const A_QUI: Readonly<Record<Objectif, string>> = {
  Q1_HORS_QPV: 'hors QPV au premier quartile',
  Q234_QPV: 'en QPV aux autres quartiles',
  PRIORITAIRES: 'à des ménages DALO ou prioritaires',
}

/** An objective over several rows: those of an EPCI, or all. */
export interface ObjectifMesure {
  readonly objectif: Objectif
  readonly classees: number
  readonly conformes: number
  /** Null where nothing could be classed. */
  readonly part: number | null
}

const mesurer = (lignes: readonly LigneTableau[], objectif: Objectif): ObjectifMesure => {
  const siennes = lignes.filter((ligne) => ligne.objectif === objectif)
  const [classees, conformes] = [sommeDe(siennes, 'classees'), sommeDe(siennes, 'conformes')]
  return { objectif, classees, conformes, part: classees === 0 ? null : conformes / classees }
}

/** « 31,2 % des attributions classées hors QPV au premier quartile (25 % attendus) ». */
export const phraseDesObjectifs = (lignes: readonly LigneTableau[]): string => {
  const dits = OBJECTIFS.map((objectif) => mesurer(lignes, objectif)).flatMap(({ objectif, part }) =>
    part === null ? [] : [`${formatPart(part)} ${A_QUI[objectif]} (${formatPart(ATTENDUS[objectif], 0)} attendus)`],
  )
  return dits.length === 0 ? 'Aucune attribution n’a pu être classée.' : `Des attributions classées, ${enumerer(dits)}.`
}

/** The objectives of each EPCI, all réservataires together, with their words. */
export const objectifsParEpci = (
  lignes: readonly LigneTableau[],
): readonly (ObjectifMesure & { readonly nom: string })[] =>
  [...new Set(lignes.map(({ epci }) => String(epci)))].flatMap((epci) =>
    OBJECTIFS.map((objectif) => ({
      nom: `${libelleDe('epci', epci)}, ${libelleDe('objectif', objectif)}`,
      ...mesurer(
        lignes.filter((ligne) => ligne.epci === epci),
        objectif,
      ),
    })),
  )

/** « 31,2 % (5 sur 16) ». */
export const direMesure = ({ part, conformes, classees }: ObjectifMesure): string =>
  `${formatPart(part)} (${formatNombre(conformes)} sur ${formatNombre(classees)})`
