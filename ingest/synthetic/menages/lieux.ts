import type { Alea } from '../alea.ts'
import type { Calendrier } from '../calendrier.ts'
import type { Ancien } from '../fenetre.ts'
import { type Identite, tirerTelephone } from '../identite.ts'
import type { Situation } from '../situation.ts'
import type { Territoire } from '../territoire.ts'
import { prepareTirage, type Tirage, tirer } from '../tirage.ts'

/** Where households that have no contact of their own are reached. */
export type SorteDeLieu = 'FOYER' | 'CCAS' | 'ASSOCIATION'

/** A place whose telephone, e-mail and address many demandes bear. */
export interface Lieu {
  readonly code: string
  readonly sorte: SorteDeLieu
  readonly telephone: string
  readonly courriel: string
  readonly codePostal: string
  /** The last households that it took in, for those whose neighbours look like them. */
  readonly residents: Ancien[]
}

export interface Lieux {
  readonly liste: readonly Lieu[]
  readonly tirage: Tirage
}

/** Demandes for one such place: two or three in a département of twenty thousand. */
const DEMANDES_PAR_LIEU = 8000
/** Share of the households registered at a guichet: about one demande in eighty, online ones included. */
const PART_DES_MENAGES = 0.035
const RESIDENTS_RETENUS = 60
const SORTES: readonly SorteDeLieu[] = ['FOYER', 'CCAS', 'ASSOCIATION']

/** Births whose day and month nobody knew, recorded on 1 January. */
const NES_UN_PREMIER_JANVIER: Readonly<Record<SorteDeLieu, number>> = { FOYER: 0.35, CCAS: 0.06, ASSOCIATION: 0.2 }

export const creerLieux = ({ communes }: Territoire, demandes: number, alea: Alea): Lieux => {
  const n = Math.max(1, Math.round(demandes / DEMANDES_PAR_LIEU))
  const liste = Array.from({ length: n }, (_, i): Lieu => {
    const sorte = SORTES[i % SORTES.length] as SorteDeLieu
    const code = `${sorte}${i + 1}`
    const [codePostal = ''] = communes[i % Math.min(12, communes.length)]?.codesPostaux ?? []
    const courriel = `accueil.${code.toLowerCase()}@exemple.fr`
    return { code, sorte, telephone: `04${tirerTelephone(alea).slice(2)}`, courriel, codePostal, residents: [] }
  })
  return { liste, tirage: prepareTirage(liste.map(() => alea.entre(0.5, 1.6))) }
}

/** The place that a household registered at a guichet is reached at; null for nearly all. */
export const tirerLieu = ({ liste, tirage }: Lieux, alea: Alea): Lieu | null =>
  alea.nombre() < PART_DES_MENAGES ? (liste[tirer(tirage, alea)] as Lieu) : null

/** Gives a household the contact of a place, and in some the birth date that its papers lack. */
export const loger = (identite: Identite, lieu: Lieu, calendrier: Calendrier, alea: Alea): void => {
  identite.codePostal = lieu.codePostal
  if (alea.nombre() < 0.95) identite.telephone = lieu.telephone
  if (alea.nombre() < 0.8) identite.courriel = lieu.courriel
  if (alea.nombre() < NES_UN_PREMIER_JANVIER[lieu.sorte])
    identite.nee = calendrier.jour(calendrier.annees[identite.nee] as number, 1, 1)
}

/** Those whom a hostel houses say so. */
export const direHebergement = (situation: Situation, { sorte }: Lieu): void => {
  if (sorte === 'CCAS') return
  situation.logement = sorte === 'FOYER' ? 'RESIDENCE_SOCIALE' : 'HEBERGEMENT'
  situation.motif = 'SANS_LOGEMENT'
}

export const retenirResident = ({ residents }: Lieu, ancien: Ancien): void => {
  residents.push(ancien)
  if (residents.length > RESIDENTS_RETENUS) residents.shift()
}

/** The places, as the truth names them. */
export const direLieux = ({ liste }: Lieux): string[] => [
  'lieu;sorte;telephone;courriel;code_postal',
  ...liste.map((l) => [l.code, l.sorte, l.telephone, l.courriel, l.codePostal].join(';')),
]
