import { deMois, formatMois, formatNombre } from '../../ingest/socle/francais/format.ts'
import { accord, compte, enumerer } from '../../ingest/socle/francais/phrase.ts'
import type { Mois } from '../../ingest/socle/jour.ts'
import type { FaitDuPoint } from '../controles.ts'
import type { EchantillonVu } from '../echantillon-vue.ts'
import type { ConstatCivilite } from '../echantillons.ts'
import { fait } from './faits-controle.ts'

const somme = <T>(liste: readonly T[], de: (element: T) => number): number => liste.reduce((n, un) => n + de(un), 0)

/** The samples drawn for the month: forms filled, and those that tell a fault. */
export const faitEchantillon = (echantillons: readonly EchantillonVu[], mois: Mois): FaitDuPoint => {
  const siens = echantillons.filter((un) => un.mois === mois)
  if (siens.length === 0)
    return fait('ECHANTILLON', 'Aucun échantillon', ` tiré pour ${formatMois(mois)}.`, { echantillons: 0 })
  const tirees = somme(siens, ({ fiches }) => fiches.length)
  const remplies = somme(siens, (un) => un.remplies)
  const defauts = somme(siens, (un) => un.defauts)
  const clos = siens.every(({ etat }) => etat === 'CLOS')
  const phrases = [
    `${formatNombre(remplies)} ${accord(remplies, 'fiche remplie', 'fiches remplies')}`,
    ...(remplies === 0
      ? []
      : [defauts === 0 ? 'aucun défaut trouvé' : `${formatNombre(defauts)} avec un défaut au moins`]),
    ...(clos ? [siens.length === 1 ? 'échantillon clos' : 'échantillons clos'] : []),
  ]
  const nombre = compte(tirees, 'demande tirée', 'demandes tirées')
  return fait(
    'ECHANTILLON',
    siens.length === 1 ? nombre : `${nombre} en ${siens.length} échantillons`,
    `, ${phrases.join(', ')}.`,
    { echantillons: siens.length, tirees, remplies, defauts },
  )
}

/** A movement of civility, without its number: its month, and what was said of it, the latest last. */
export interface MouvementCompte {
  readonly mois: Mois
  readonly constats: readonly { readonly constat: ConstatCivilite }[]
}

const DITS: Readonly<Record<ConstatCivilite, readonly [un: string, plusieurs: string]>> = {
  PIECE_VUE: ['pièce vue', 'pièces vues'],
  PIECE_ABSENTE: ['pièce absente', 'pièces absentes'],
  SUSPECTE: ['suspecte', 'suspectes'],
}

/** The movements of the month: verified or not, and those of the months before that still wait for a piece. */
export const faitCivilite = (mouvements: readonly MouvementCompte[], mois: Mois): FaitDuPoint => {
  const siens = mouvements.filter((un) => un.mois === mois)
  const anciens = mouvements.length - siens.length
  const n = (constat: ConstatCivilite) => siens.filter(({ constats }) => constats.at(-1)?.constat === constat).length
  const comptes = { PIECE_VUE: n('PIECE_VUE'), PIECE_ABSENTE: n('PIECE_ABSENTE'), SUSPECTE: n('SUSPECTE') }
  const aVerifier = siens.filter(({ constats }) => constats.length === 0).length
  const dits = (Object.keys(DITS) as ConstatCivilite[]).flatMap((constat) =>
    comptes[constat] === 0 ? [] : [`${formatNombre(comptes[constat])} ${accord(comptes[constat], ...DITS[constat])}`],
  )
  const verifies =
    dits.length === 0
      ? ' : aucun vérifié'
      : ` : ${enumerer(dits)}${aVerifier === 0 ? '' : `, ${formatNombre(aVerifier)} à vérifier`}`
  const suite =
    anciens === 0
      ? ''
      : ` ${compte(anciens, 'autre', 'autres')} des mois d’avant ${accord(anciens, 'attend', 'attendent')} encore une pièce.`
  return fait(
    'CIVILITE',
    siens.length === 0
      ? `Aucun mouvement ${deMois(formatMois(mois))}`
      : compte(siens.length, 'mouvement', 'mouvements'),
    `${siens.length === 0 ? '' : verifies}.${suite}`,
    {
      mouvements: siens.length,
      pieces_vues: comptes.PIECE_VUE,
      pieces_absentes: comptes.PIECE_ABSENTE,
      suspectes: comptes.SUSPECTE,
      a_verifier: aVerifier,
      des_mois_d_avant: anciens,
    },
  )
}

/** Where names are not compared, none is known. */
export const CIVILITE_NON_MESUREE = fait(
  'CIVILITE',
  '',
  'Les mouvements de civilité ne se mesurent pas ce mois-ci : les noms de deux instantanés sont nécessaires.',
)
