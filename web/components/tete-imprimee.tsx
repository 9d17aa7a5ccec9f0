import { formatJour, formatMois } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Contexte, MoisMontre } from '../contexte.ts'

interface Props {
  readonly contexte: Contexte
  /** The page shows the month of its address. */
  readonly periode: boolean
  /** The month that the page is about, where its own address names it. */
  readonly du?: MoisMontre | undefined
}

/** The month of the page, or the latest measured where it is of none. */
const moisDe = ({ contexte: { mois, instantane, dernier }, periode, du }: Props): readonly string[] => {
  const montre = du ?? (periode ? (mois === null ? null : { mois, instantane }) : dernier)
  if (montre === null) return []
  return [
    du === undefined && !periode ? fr(`dernier mois mesuré : ${formatMois(montre.mois)}`) : formatMois(montre.mois),
    montre.instantane === null ? 'aucun instantané' : `instantané du ${formatJour(montre.instantane)}`,
  ]
}

/** What the banner says of the page, for paper: which territory, which month, which snapshot. */
export const TeteImprimee = (props: Props) => {
  const { territoires, territoire } = props.contexte
  const libelle = territoires.find(({ code }) => code === territoire)?.libelle
  return libelle === undefined ? null : (
    <p class="imprime">{['Infocentre', `${libelle} (${territoire})`, ...moisDe(props)].join(' · ')}</p>
  )
}
