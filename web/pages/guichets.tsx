import { formatMois, nomMois } from '../../ingest/socle/francais/format.ts'
import { accord, capitale, compte, enLettres } from '../../ingest/socle/francais/phrase.ts'
import { finMois } from '../../ingest/socle/jour.ts'
import type { Guichet } from '../../ingest/store/guichet.ts'
import type { EtatSignale } from '../../metrics/historique.ts'
import type { LigneAffichee } from '../affichee.ts'
import { LegendeEtats } from '../components/etat.tsx'
import { FiltresGuichets } from '../components/filtres-guichets.tsx'
import { Matrice } from '../components/matrice.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte, LienExport } from '../contexte.ts'
import { countEtats, hasEtats } from '../etats.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import type { Historique } from '../historique.ts'
import { lien, lienIci } from '../liens.ts'
import { AFFICHAGES, type Affichage, colonnes, readFiltres } from '../modeles/filtres-matrice.ts'
import { buildMatrice } from '../modeles/matrice.ts'

/** Filters, sort and display are read from `contexte.requete`: categorie, service, indicateurs, tri, affichage, signales. */
export interface GuichetsProps {
  readonly contexte: Contexte
  readonly indicateurs: readonly FicheIndicateur[]
  readonly guichets: readonly Guichet[]
  /** The month's rows, level GUICHET, every indicator. */
  readonly lignes: readonly LigneAffichee[]
  /** GUICHET, 13 months that end with the month shown. */
  readonly historique: Historique
  /** States signalled the month before; null where that month has no states. */
  readonly etatsPrecedents: readonly EtatSignale[] | null
  readonly exports: readonly LienExport[]
}

const enAlerte = (lignes: readonly { readonly entite: string }[]): Set<string> =>
  new Set(lignes.map(({ entite }) => entite))

const mouvements = (maintenant: Set<string>, precedents: readonly EtatSignale[] | null): string => {
  const mois = precedents?.[0]?.mois
  if (!precedents || !mois) return ''
  const avant = enAlerte(precedents.filter(({ statut, niveau }) => statut === 'ALERTE' && niveau === 'GUICHET'))
  const entres = [...maintenant].filter((g) => !avant.has(g)).length
  const sortis = [...avant].filter((g) => !maintenant.has(g)).length
  if (entres + sortis === 0) return ` Ce sont les mêmes qu’en ${nomMois(mois)}.`
  const sont = (n: number, lien: string, participe: string): string =>
    n === 0
      ? `aucun n’${lien} est ${participe}`
      : `${enLettres(n)} ${lien} ${accord(n, `est ${participe}`, `sont ${participe}s`)}`
  return ` ${capitale(sont(entres, 'y', 'entré'))} depuis ${nomMois(mois)}, ${sont(sortis, 'en', 'sorti')}.`
}

const Constat = ({ contexte, lignes, guichets, etatsPrecedents }: GuichetsProps) => {
  const mois = contexte.mois ? formatMois(contexte.mois) : ''
  if (!hasEtats(lignes))
    return <>{`Les valeurs de ${compte(guichets.length, 'guichet')} en ${mois}. Aucun n’est encore jugé.`}</>
  const alertes = lignes.filter(({ statut_affiche }) => statut_affiche === 'ALERTE')
  const entites = enAlerte(alertes)
  const juges = enAlerte(lignes.filter(({ statut_affiche: s }) => s !== null && s !== 'SANS_OBJET')).size
  if (alertes.length === 0) return <>{`Aucun guichet en alerte en ${mois}, sur ${juges} jugés.`}</>
  return (
    <>
      <strong>{`${compte(entites.size, 'guichet')} en alerte`}</strong>
      {` sur ${juges}, pour ${compte(alertes.length, 'alerte')}.${mouvements(entites, etatsPrecedents)}`}
    </>
  )
}

const Affichages = ({ contexte, actuel, juge }: { contexte: Contexte; actuel: Affichage; juge: boolean }) => (
  <nav class="seg" aria-label="Affichage">
    {(Object.keys(AFFICHAGES) as Affichage[])
      .filter((affichage) => juge || affichage !== 'etat')
      .map((affichage) => (
        <a href={lienIci(contexte, { affichage })} aria-current={affichage === actuel ? 'true' : undefined}>
          {AFFICHAGES[affichage]}
        </a>
      ))}
  </nav>
)

/** « Suivi des guichets » : every guichet against every indicator. */
export const Guichets = (props: GuichetsProps) => {
  const { contexte, indicateurs, guichets, lignes, historique } = props
  const filtres = readFiltres(contexte.requete)
  const juge = hasEtats(lignes)
  const montrees = colonnes(indicateurs, filtres.indicateurs)
  const rangees = buildMatrice({ colonnes: montrees, guichets, lignes, historique }, filtres)
  const comptes = countEtats(
    rangees.flatMap(({ cellules }) => cellules.map(({ ligne }) => ligne ?? { statut_affiche: null })),
  )
  const mois = contexte.mois ? formatMois(contexte.mois) : ''
  return (
    <Page contexte={contexte} titre="Suivi des guichets" large>
      <Tete titre="Suivi des guichets" exports={props.exports}>
        <Constat {...props} />
      </Tete>
      <FiltresGuichets
        contexte={contexte}
        guichets={guichets}
        indicateurs={indicateurs}
        filtres={filtres}
        juge={juge}
      />
      <div class="bar">
        {juge ? <LegendeEtats comptes={comptes} /> : <p class="meta">{compte(rangees.length, 'guichet')}</p>}
        <Affichages contexte={contexte} actuel={filtres.affichage} juge={juge} />
      </div>
      {rangees.length === 0 || contexte.mois === null ? (
        <p class="empty">
          {'Aucun guichet ne correspond à ces filtres. '}
          <a href={lien(contexte, contexte.chemin)}>Retirer les filtres</a>
        </p>
      ) : (
        <Matrice
          contexte={contexte}
          colonnes={montrees}
          lignes={rangees}
          affichage={filtres.affichage}
          tri={filtres.tri}
          fin={finMois(contexte.mois)}
          legende={`Valeur et état de ${montrees.length} indicateurs par guichet, ${mois}. Tendance sur treize mois.`}
        />
      )}
    </Page>
  )
}
