import { formatMois, nomMois } from '../../ingest/socle/francais/format.ts'
import { accord, capitale, compte, enLettres } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { EtatSignale } from '../../metrics/historique.ts'
import { nomsCategorie } from '../categories.ts'
import type { Contexte } from '../contexte.ts'
import { hasEtats } from '../etats.ts'
import { FAMILLES, type Famille, type FicheIndicateur } from '../fiche-indicateur.ts'
import { lienIci } from '../liens.ts'
import { bilanEtats } from '../modeles/bilan-etats.ts'
import type { FiltresMatrice } from '../modeles/filtres-matrice.ts'
import { etatsDe, type LigneMatrice } from '../modeles/matrice.ts'

export interface ConstatGuichetsProps {
  readonly contexte: Contexte
  readonly filtres: FiltresMatrice
  /** The columns shown. */
  readonly montrees: readonly FicheIndicateur[]
  /** The guichets that the filters keep, signalled or not, by the columns shown. */
  readonly rangees: readonly LigneMatrice[]
  /** Alerts of the same guichets over every indicator. */
  readonly alertesEnTout: number
  /** States signalled the month before; null where that month has no states. */
  readonly etatsPrecedents: readonly EtatSignale[] | null
}

/** « de la catégorie Communes », « du service Habitat du Rove ». */
const qui = ({ filtres, rangees }: ConstatGuichetsProps): string => {
  const { categorie, service } = filtres
  const nomService = rangees[0]?.guichet.service_libelle ?? rangees[0]?.guichet.libelle ?? service
  return [
    ...(categorie === null ? [] : [` de la catégorie « ${nomsCategorie(categorie)} »`]),
    ...(service === null ? [] : [` du service « ${nomService} »`]),
  ].join('')
}

/** « sur les quinze indicateurs principaux ». */
const surQuoi = ({ filtres, montrees }: ConstatGuichetsProps): string => {
  const n = enLettres(montrees.length)
  if (filtres.indicateurs === 'tous') return `sur les ${n} indicateurs`
  if (Object.hasOwn(FAMILLES, filtres.indicateurs))
    return `sur ${accord(montrees.length, 'l’indicateur', `les ${n} indicateurs`)} « ${FAMILLES[filtres.indicateurs as Famille]} »`
  return `sur les ${n} indicateurs principaux`
}

/** Who came in and out of alert since the month before, of the guichets and the indicators shown. */
const mouvements = (
  { montrees, rangees, etatsPrecedents }: ConstatGuichetsProps,
  maintenant: ReadonlySet<string>,
): string => {
  const mois = etatsPrecedents?.[0]?.mois
  if (!etatsPrecedents || !mois) return ''
  const codes = new Set(montrees.map(({ code }) => code))
  const guichets = new Set(rangees.map(({ guichet }) => guichet.code))
  const avant = new Set(
    etatsPrecedents
      .filter(({ statut, niveau }) => statut === 'ALERTE' && niveau === 'GUICHET')
      .filter(({ indicateur, entite }) => codes.has(indicateur) && guichets.has(entite))
      .map(({ entite }) => entite),
  )
  const entres = [...maintenant].filter((g) => !avant.has(g)).length
  const sortis = [...avant].filter((g) => !maintenant.has(g)).length
  if (entres + sortis === 0) return maintenant.size === 0 ? '' : ` Ce sont les mêmes qu’en ${nomMois(mois)}.`
  const sont = (n: number, lien: string, participe: string): string =>
    n === 0
      ? `aucun n’${lien} est ${participe}`
      : `${enLettres(n)} ${lien} ${accord(n, `est ${participe}`, `sont ${participe}s`)}`
  return ` ${capitale(sont(entres, 'y', 'entré'))} depuis ${nomMois(mois)}, ${sont(sortis, 'en', 'sorti')}.`
}

/** The other alerts of these guichets, where the columns shown are not all: the link opens them. */
const EnTout = ({ contexte, alertesEnTout, alertes }: ConstatGuichetsProps & { readonly alertes: number }) =>
  alertesEnTout === alertes ? null : (
    <>
      {' ('}
      <a href={lienIci(contexte, { indicateurs: 'tous' })}>
        {fr(`${compte(alertesEnTout, 'alerte')} sur tous les indicateurs`)}
      </a>
      )
    </>
  )

/** What the matrix shows, in a sentence: of the guichets and the indicators that its filters keep, and of no others. */
export const ConstatGuichets = (props: ConstatGuichetsProps) => {
  const { contexte, rangees } = props
  const mois = contexte.mois ? formatMois(contexte.mois) : ''
  if (rangees.length === 0) return <>Aucun guichet à montrer.</>
  const etats = etatsDe(rangees)
  if (!hasEtats(etats))
    return <>{fr(`${compte(rangees.length, 'guichet')}${qui(props)} en ${mois}. Aucun n’y est jugé.`)}</>
  const { juges, enAlerte, comptes } = bilanEtats(etats)
  const suite = mouvements(props, enAlerte)
  if (enAlerte.size === 0)
    return (
      <>
        {fr(`Aucun guichet${qui(props)} en alerte en ${mois} ${surQuoi(props)}, ${juges} ${accord(juges, 'jugé')}`)}
        <EnTout {...props} alertes={0} />
        {`.${suite}`}
      </>
    )
  return (
    <>
      <strong>{fr(`${compte(enAlerte.size, 'guichet')}${qui(props)} en alerte`)}</strong>
      {fr(` sur ${juges} ${accord(juges, 'jugé')}, pour ${compte(comptes.ALERTE, 'alerte')} ${surQuoi(props)}`)}
      <EnTout {...props} alertes={comptes.ALERTE} />
      {`.${suite}`}
    </>
  )
}
