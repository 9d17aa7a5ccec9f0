import { formatMois, formatNombre, formatPart, nomMois } from '../../ingest/socle/francais/format.ts'
import { accord, capitale, compte, enLettres } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { LigneAffichee } from '../affichee.ts'
import { countEtats, hasEtats } from '../etats.ts'
import { findSerie, unAnAvant } from '../historique.ts'
import { lignesEntites, type NiveauJuge, niveauJuge } from '../modeles/alertes.ts'
import { bilanEtats } from '../modeles/bilan-etats.ts'
import type { TableauDeBordProps } from '../modeles/tableau-de-bord.ts'

type Props = Pick<TableauDeBordProps, 'contexte' | 'indicateurs' | 'lignes' | 'historique' | 'etats' | 'moisAvecEtats'>

const SansEtats = ({ contexte, lignes, historique }: Props) => {
  const actives = lignes.find((l) => l.niveau === 'TERRITOIRE' && l.indicateur === 'demandes_actives')
  const mois = contexte.mois ? formatMois(contexte.mois) : ''
  if (!actives || actives.valeur === null) return <>{`En ${mois}, le nombre de demandes actives n’est pas connu.`}</>
  const avant = unAnAvant(findSerie(historique, 'TERRITOIRE', actives.entite, 'demandes_actives'))
  const evolution = avant ? (actives.valeur - avant) / avant : null
  return (
    <>
      {`Fin ${mois}, le territoire compte `}
      <strong>{`${formatNombre(actives.valeur)} demandes actives`}</strong>
      {evolution === null || evolution === 0
        ? '.'
        : `, ${formatPart(Math.abs(evolution))} de ${evolution > 0 ? 'plus' : 'moins'} qu’un an plus tôt.`}
    </>
  )
}

const ecart = ({ moisAvecEtats, etats }: Props, juge: NiveauJuge, maintenant: number): string => {
  const avant = moisAvecEtats.at(-2)
  if (!avant) return ''
  const entites = new Set(
    etats.filter((e) => e.mois === avant && e.statut === 'ALERTE' && e.niveau === juge).map(({ entite }) => entite),
  )
  const difference = maintenant - entites.size
  if (difference === 0) return `, autant qu’en ${nomMois(avant)}`
  return `, ${Math.abs(difference)} de ${difference > 0 ? 'plus' : 'moins'} qu’en ${nomMois(avant)}`
}

/** « , dont huit de services »: the alerts of the indicators that guichets do not have. */
const deServices = (listees: readonly LigneAffichee[], juge: NiveauJuge): string => {
  const n = countEtats(listees.filter(({ niveau }) => niveau !== juge)).ALERTE
  return n === 0 ? '' : `, dont ${enLettres(n, 'f')} ${accord(n, 'de service', 'de services')},`
}

/** The month in one sentence: what asks for attention, in bold. */
export const Constat = (props: Props) => {
  const { contexte, indicateurs, lignes } = props
  if (!hasEtats(lignes)) return <SansEtats {...props} />
  const mois = contexte.mois ? formatMois(contexte.mois) : ''
  const juge = niveauJuge(lignes)
  const nom = juge === 'GUICHET' ? 'guichet' : 'service'
  const listees = lignesEntites(lignes, new Map(indicateurs.map((f) => [f.code, f])))
  const { juges, enAlerte } = bilanEtats(listees.filter(({ niveau }) => niveau === juge))
  const alertes = enAlerte.size
  const comptes = countEtats(listees)
  const aSurveiller = comptes.SURVEILLANCE
  if (alertes === 0)
    return (
      <>
        {`Aucun ${nom} en alerte en ${mois}. `}
        {aSurveiller === 0
          ? 'Tous les indicateurs jugés sont conformes.'
          : `${capitale(enLettres(aSurveiller))} ${accord(aSurveiller, 'point')} à surveiller.`}
      </>
    )
  return (
    <>
      {`En ${mois}, `}
      <strong>{`${compte(alertes, nom)} sur ${juges} ${accord(alertes, 'est', 'sont')} en alerte`}</strong>
      {`${ecart(props, juge, alertes)}. ${fr(`${compte(comptes.ALERTE, 'alerte')}${deServices(listees, juge)} et ${compte(aSurveiller, 'point')} à surveiller au total.`)}`}
    </>
  )
}
