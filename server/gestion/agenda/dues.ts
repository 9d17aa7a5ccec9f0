import { formatJour, formatMois } from '../../../ingest/socle/francais/format.ts'
import { compte } from '../../../ingest/socle/francais/phrase.ts'
import { enJour, finMois, type Jour, type Mois, moisDe, plusJours, plusMois } from '../../../ingest/socle/jour.ts'
import {
  COMITES_PAR_AN,
  JOURS_DU_COMPTE_RENDU,
  JOURS_DU_CONTROLE,
  MOIS_DE_FORMATION,
  REUNIONS_PAR_AN,
} from '../../../ingest/socle/regles/gestion.ts'
import { regleEn } from '../../../ingest/socle/regles/regle.ts'
import { NATURES_REUNION, type NatureReunion } from '../../../web/agenda.ts'
import type { MoisVu } from '../../../web/modeles/mois-controle.ts'
import { annees, type Due, type FaitConsigne, nParAn, premierFait, type Tenue } from './echeances.ts'

export const comites = (depuis: Mois, jusqua: number, tenues: readonly Tenue[]): Due[] =>
  nParAn('COMITE', COMITES_PAR_AN, depuis, jusqua, tenues)

export const reunionsDesServices = (depuis: Mois, jusqua: number, tenues: readonly Tenue[]): Due[] =>
  nParAn('REUNION_SERVICES', REUNIONS_PAR_AN, depuis, jusqua, tenues)

/** The minutes of a meeting held. */
export const compteRendu = ({
  id,
  nature,
  tenueLe,
  envoyeLe,
}: {
  id: number
  nature: NatureReunion
  tenueLe: Jour
  envoyeLe: Jour | null
}): Due => ({
  obligation: 'COMPTE_RENDU_REUNION',
  periode: String(id),
  objet: `${NATURES_REUNION[nature]} du ${formatJour(tenueLe)}`,
  due: plusJours(tenueLe, regleEn(JOURS_DU_COMPTE_RENDU, tenueLe)),
  faiteLe: envoyeLe,
  precision: '',
  reunion: id,
})

/** A service that joined after the calendar began. */
export interface Arrivee {
  readonly service: string
  readonly libelle: string
  readonly le: Jour
}

export const formationDuService = ({ service, libelle, le }: Arrivee, faits: readonly FaitConsigne[]): Due => ({
  obligation: 'FORMATION_SERVICE',
  periode: service,
  objet: libelle,
  due: plusMois(le, regleEn(MOIS_DE_FORMATION, le)),
  faiteLe: premierFait(faits, 'FORMATION_SERVICE', service),
  precision: `arrivé en ${formatMois(moisDe(le))}`,
  reunion: null,
})

/** The landlords' yearly reports (CCH, R441-5-1): done once every one expected has been received. */
export const bilansDesBailleurs = (
  depuis: Mois,
  jusqua: number,
  attendus: readonly string[],
  faits: readonly FaitConsigne[],
): Due[] =>
  attendus.length === 0
    ? []
    : annees(depuis, jusqua - 1).map((annee): Due => {
        const recus = new Map(
          faits
            .filter(({ obligation, periode }) => obligation === 'BILANS_BAILLEURS' && periode === String(annee))
            .map(({ service, fait_le }) => [service, fait_le]),
        )
        const dates = attendus.flatMap((service) => recus.get(service) ?? []).toSorted()
        return {
          obligation: 'BILANS_BAILLEURS',
          periode: String(annee),
          objet: `année ${annee}`,
          due: enJour(`${annee + 1}-02-28`),
          faiteLe: dates.length < attendus.length ? null : (dates.at(-1) ?? null),
          precision: `${compte(dates.length, 'reçu')} sur ${attendus.length}`,
          reunion: null,
        }
      })

/** The controls of the months that have ended: of a month without a snapshot, that it is missing. */
export const controlesDus = (controles: readonly MoisVu[]): Due[] =>
  controles.map(({ mois, instantane, signe, vus }): Due => {
    const depart = instantane ?? finMois(mois)
    return {
      obligation: 'CONTROLE',
      periode: mois,
      objet: formatMois(mois),
      due: plusJours(depart, regleEn(JOURS_DU_CONTROLE, depart)),
      faiteLe: signe?.le ?? null,
      precision: signe === null && instantane !== null ? `${compte(vus, 'point vu', 'points vus')} sur 12` : '',
      reunion: null,
      ...(instantane === null ? { sansInstantane: true } : {}),
    }
  })
