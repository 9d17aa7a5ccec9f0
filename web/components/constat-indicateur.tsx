import { formatMois, formatRepere, formatValeur } from '../../ingest/socle/francais/format.ts'
import { accord, capitale, compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import type { Contexte } from '../contexte.ts'
import { hasEtats } from '../etats.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import type { Compare } from '../modeles/comparaison.ts'
import { expliquerMotif } from '../pourquoi.ts'

interface Props {
  readonly contexte: Contexte
  readonly fiche: FicheIndicateur
  readonly lignes: readonly LigneIndicateur[]
  readonly compares: readonly Compare[]
  readonly seuil: number | null
}

/** The definition in a sentence, then the month's value, its threshold, and how many are in alert. */
export const ConstatIndicateur = ({ contexte, fiche, lignes, compares, seuil }: Props) => {
  const territoire = lignes.find(({ niveau }) => niveau === 'TERRITOIRE')
  const definition = `${capitale(fr(fiche.definition).replace(/\.$/, ''))}. `
  const mois = contexte.mois ? formatMois(contexte.mois) : ''
  if (!territoire || territoire.valeur === null)
    return (
      <>
        {definition}
        {territoire?.motif ? expliquerMotif(territoire.motif) : `Pas de valeur en ${mois}.`}
      </>
    )
  const alertes = compares.filter(({ ligne }) => ligne.statut_affiche === 'ALERTE').length
  const nom = compares[0]?.ligne.niveau === 'SERVICE' ? 'service' : 'guichet'
  const juge = hasEtats(compares.map(({ ligne }) => ligne))
  return (
    <>
      {fr(`${definition}En ${mois} : `)}
      <strong>{formatValeur(fiche.unite, territoire.valeur)}</strong>
      {seuil === null
        ? ' sur le territoire.'
        : ` sur le territoire, pour un seuil de ${formatRepere(fiche.unite, seuil)} par ${nom}.`}
      {juge && seuil !== null
        ? ` ${alertes === 0 ? `Aucun ${nom} n’est` : `${compte(alertes, nom)} ${accord(alertes, 'est', 'sont')}`} en alerte.`
        : ''}
    </>
  )
}
