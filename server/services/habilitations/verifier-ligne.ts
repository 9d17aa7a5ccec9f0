import { contientNumero } from '../../../ingest/contract/numero.ts'
import type { Jour } from '../../../ingest/socle/jour.ts'
import { cleDAcces } from './agir.ts'
import type { LigneLue } from './lire-fichier.ts'

export interface ServiceConnu {
  readonly code: string
  readonly libelle: string
}

/** A row of a list of which nothing is wrong by itself. */
export interface LigneSure {
  readonly agent: string
  readonly service: ServiceConnu
  readonly profil: string
  /** What makes it one and the same as another access. */
  readonly cle: string
  readonly ouverteLe: Jour
  readonly closeLe: Jour | null
  readonly certificat: Jour | null
}

/** What a row is verified with. */
export interface MoyensDeVerifier {
  readonly services: readonly ServiceConnu[]
  /** The service whose own list it is; null where each row says its own. */
  readonly service: string | null
  readonly aujourdhui: Jour
}

const LONGUEUR_AU_PLUS = 200

const JOURS = [
  ['ouverte_le', 'd’ouverture'],
  ['close_le', 'de clôture'],
  ['certificat', 'de fin du certificat'],
] as const

const nu = (mot: string): string =>
  mot
    .normalize('NFD')
    .replace(/[\p{M}\s’'-]+/gu, '')
    .toLocaleLowerCase('fr')

/** The service that a cell names, by its code or by its name; undefined where it names none, or several. */
const trouverService = ({ services, service }: MoyensDeVerifier, cellule: string): ServiceConnu | undefined => {
  if (service !== null) return services.find(({ code }) => code === service)
  const siens = services.filter(({ code, libelle }) => nu(code) === nu(cellule) || nu(libelle) === nu(cellule))
  return siens.length === 1 ? siens[0] : undefined
}

const fauteDesTextes = ({ cellules, jours }: LigneLue): string | null => {
  if (cellules.agent === '') return 'le nom de l’agent manque.'
  if (cellules.profil === '') return 'le profil manque.'
  const textes = [cellules.agent, cellules.prenom, cellules.profil]
  if (textes.some((mot) => mot.length > LONGUEUR_AU_PLUS)) return `une cellule dépasse ${LONGUEUR_AU_PLUS} caractères.`
  if (textes.some(contientNumero)) return 'une cellule contient un numéro unique.'
  const illisible = JOURS.find(([colonne]) => cellules[colonne] !== '' && jours[colonne] === null)
  return illisible === undefined ? null : `la date ${illisible[1]} n’est pas une date (JJ/MM/AAAA ou AAAA-MM-JJ).`
}

const fauteDesJours = ({ jours }: LigneLue, aujourdhui: Jour): string | null => {
  const { ouverte_le, close_le, certificat } = jours
  if (ouverte_le === null) return 'la date d’ouverture manque.'
  if (ouverte_le > aujourdhui) return 'l’ouverture est à venir.'
  if (close_le !== null && (close_le < ouverte_le || close_le > aujourdhui))
    return 'la clôture n’est pas entre l’ouverture et aujourd’hui.'
  return certificat !== null && certificat < ouverte_le ? 'le certificat finit avant l’ouverture.' : null
}

/** Reads a row: whose access it is, since when; or what is wrong with it, as the end of a sentence. */
export const verifierLigne = (lue: LigneLue, moyens: MoyensDeVerifier): LigneSure | { readonly faute: string } => {
  const faute = fauteDesTextes(lue) ?? fauteDesJours(lue, moyens.aujourdhui)
  const { cellules, jours } = lue
  if (faute !== null || jours.ouverte_le === null) return { faute: faute ?? 'la date d’ouverture manque.' }
  const service = trouverService(moyens, cellules.service)
  if (service === undefined)
    return {
      faute:
        cellules.service === ''
          ? 'le service manque.'
          : `le service « ${cellules.service.slice(0, LONGUEUR_AU_PLUS)} » n’est pas au registre.`,
    }
  const agent = cellules.prenom === '' ? cellules.agent : `${cellules.prenom} ${cellules.agent}`
  const { profil } = cellules
  return {
    ...{ agent, service, profil },
    cle: cleDAcces({ service: service.code, agent, organisme: null, profil }),
    ouverteLe: jours.ouverte_le,
    closeLe: jours.close_le,
    certificat: jours.certificat,
  }
}
