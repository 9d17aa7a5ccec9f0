import { formatInstant, formatJour, formatMois } from '../../ingest/socle/francais/format.ts'
import { ACTES_ANNEXE, type AnnexeVue } from '../annexes.ts'

type Situee = Pick<AnnexeVue, 'etat' | 'expireLe' | 'retireeLe'>

/** Where a list stands: « à lire jusqu’au 21/02/2027 », « liste expirée le 21/02/2027 ». */
export const direEtatAnnexe = ({ etat, expireLe, retireeLe }: Situee): string => {
  if (etat === 'RETIREE' && retireeLe !== null) return `Liste retirée le ${formatJour(retireeLe)}`
  return etat === 'EXPIREE' ? `Liste expirée le ${formatJour(expireLe)}` : `À lire jusqu’au ${formatJour(expireLe)}`
}

/** The same as the answer to who asks for it once it is read no more. */
export const direListeFermee = (situee: Situee): string => `${direEtatAnnexe(situee)} : elle ne se lit plus ici.`

/** « octobre 2026 », « douze mois jusqu’à octobre 2026 » */
export const direPeriodeAnnexe = ({ mois, surDouzeMois }: Pick<AnnexeVue, 'mois' | 'surDouzeMois'>): string =>
  surDouzeMois ? `douze mois jusqu’à ${formatMois(mois)}` : formatMois(mois)

/** What was done of a list, in order: « Jointe par …, le … ; retirée par …, le … » */
export const direHistoireAnnexe = ({ actes }: Pick<AnnexeVue, 'actes'>): string =>
  actes
    .map(({ acte, par, le, expireLe }, i) => {
      const mot = i === 0 ? ACTES_ANNEXE[acte] : ACTES_ANNEXE[acte].toLocaleLowerCase('fr')
      const jusqua = expireLe === null ? '' : `, jusqu’au ${formatJour(expireLe)}`
      return `${mot} par ${par}, le ${formatInstant(le)}${jusqua}`
    })
    .join(' ; ')
