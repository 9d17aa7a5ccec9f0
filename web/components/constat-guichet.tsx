import { formatMois, nomMois } from '../../ingest/socle/francais/format.ts'
import { accord, capitale, dansPhrase, enLettres, enumerer } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import type { Contexte } from '../contexte.ts'
import { hasEtats } from '../etats.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'

interface Props {
  readonly contexte: Contexte
  readonly indicateurs: readonly FicheIndicateur[]
  readonly lignes: readonly LigneIndicateur[]
}

const ceuxEn = ({ indicateurs, lignes }: Props, statut: LigneIndicateur['statut_affiche']): FicheIndicateur[] =>
  indicateurs.filter(({ code }) => lignes.some((l) => l.indicateur === code && l.statut_affiche === statut))

const noms = (fiches: readonly FicheIndicateur[]): string[] => fiches.map(({ libelle }) => dansPhrase(libelle))

/** « , dont sept des principaux »: the matrix shows these alone at first. */
const dontPrincipaux = (fiches: readonly FicheIndicateur[]): string => {
  const n = fiches.filter(({ principal }) => principal).length
  if (n === fiches.length) return ''
  return n === 0 ? ', aucun des principaux' : `, dont ${enLettres(n)} des principaux`
}

/** What the month says of a guichet, in a sentence. */
export const ConstatGuichet = (props: Props) => {
  const { contexte, lignes } = props
  const { mois } = contexte
  if (mois === null || !hasEtats(lignes)) {
    const exclu = lignes.some(({ motif }) => motif === 'CATEGORIE_EXCLUE')
    if (exclu) return <>Les portails et le gestionnaire ne sont pas évalués.</>
    return (
      <>{`Les valeurs ${mois ? `de ce guichet en ${formatMois(mois)}` : 'de ce guichet'}, sans jugement pour l’instant.`}</>
    )
  }
  const [alertes, surveilles] = [ceuxEn(props, 'ALERTE'), ceuxEn(props, 'SURVEILLANCE')]
  const suite =
    surveilles.length === 0
      ? ''
      : ` ${capitale(enLettres(surveilles.length))} à surveiller${surveilles.length <= 3 ? fr(` : ${enumerer(noms(surveilles))}`) : ''}.`
  if (alertes.length === 0) return <>{`En ${nomMois(mois)}, aucun indicateur en alerte.${suite}`}</>
  return (
    <>
      {`En ${nomMois(mois)}, `}
      <strong>{`${enLettres(alertes.length)} ${accord(alertes.length, 'indicateur')} en alerte`}</strong>
      {fr(`${dontPrincipaux(alertes)} : ${enumerer(noms(alertes))}.`)}
      {suite}
    </>
  )
}
