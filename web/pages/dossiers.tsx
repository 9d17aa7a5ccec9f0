import { formatMois, formatNombre, formatValeur } from '../../ingest/socle/francais/format.ts'
import { compte, dansPhrase, lesPremiers } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import { DitEffaces } from '../components/effaces.tsx'
import { ListeDesDossiers } from '../components/liste-dossiers.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte, LienExport } from '../contexte.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import { type Figure, lien, lienDossiers, lienGuichet, lienIndicateur } from '../liens.ts'
import type { ListeDossiers } from '../modeles/liste-dossiers.ts'
import { lireOrigine } from '../origine.ts'

export interface DossiersProps {
  readonly contexte: Contexte
  readonly fiche: FicheIndicateur
  /** The stored figure. */
  readonly ligne: LigneIndicateur
  readonly figure: Figure
  /** The first of them. */
  readonly liste: ListeDossiers
  /** Records that the figure counted and that retention has erased since. */
  readonly effaces: number
  readonly exports: readonly LienExport[]
}

/** How many records there are: those of the numerator, or all that were looked at. */
const effectifs = ({ fiche, ligne }: DossiersProps): { concernes: number; examines: number } => {
  if (fiche.unite === 'nombre') return { concernes: ligne.valeur ?? 0, examines: ligne.valeur ?? 0 }
  return { concernes: ligne.numerateur ?? ligne.denominateur ?? 0, examines: ligne.denominateur ?? 0 }
}

const Choix = (p: DossiersProps) => {
  const { contexte, fiche, figure } = p
  if (fiche.unite !== 'part') return null
  const { concernes, examines } = effectifs(p)
  return (
    <nav class="tabs" aria-label="Dossiers listés">
      <a href={lienDossiers(contexte, { ...figure, tous: false })} aria-current={figure.tous ? undefined : 'true'}>
        {`Concernés (${formatNombre(concernes)})`}
      </a>
      <a href={lienDossiers(contexte, { ...figure, tous: true })} aria-current={figure.tous ? 'true' : undefined}>
        {`Tous ceux examinés (${formatNombre(examines)})`}
      </a>
    </nav>
  )
}

/** Where the list was opened from, whose figure it is, and the indicator. */
const Suites = ({ contexte, fiche, ligne }: DossiersProps) => {
  const guichet = ligne.niveau === 'GUICHET' ? `/guichets/${encodeURIComponent(ligne.entite)}` : null
  const origine = lireOrigine(contexte, nomsDe({ fiche, ligne }))
  return (
    <p class="more">
      {origine === null ? null : (
        <a href={lien(contexte, origine.chemin, origine.parametres)}>{fr(`Revenir à : ${origine.libelle}`)}</a>
      )}
      {guichet === null || guichet === origine?.chemin ? null : (
        <a href={lienGuichet(contexte, ligne.entite)}>{`Voir ${ligne.libelle}`}</a>
      )}
      {origine?.chemin === `/indicateurs/${fiche.code}` ? null : (
        <a href={lienIndicateur(contexte, fiche.code)}>{fr(`L’indicateur : ${dansPhrase(fiche.libelle)}`)}</a>
      )}
    </p>
  )
}

/** What the pages of the figure's guichet and indicator are called, by their path. */
const nomsDe = ({ fiche, ligne }: Pick<DossiersProps, 'fiche' | 'ligne'>): Record<string, string> => ({
  [`/indicateurs/${fiche.code}`]: fiche.libelle,
  ...(ligne.niveau === 'GUICHET' ? { [`/guichets/${encodeURIComponent(ligne.entite)}`]: ligne.libelle } : {}),
})

/** The records behind a figure, so that whoever answers for it can find and correct them. */
export const Dossiers = (p: DossiersProps) => {
  const { contexte, fiche, ligne, figure, liste } = p
  const { rangees } = liste
  const { concernes, examines } = effectifs(p)
  const total = figure.tous ? examines : concernes
  const mois = contexte.mois ? formatMois(contexte.mois) : ''
  const periode = figure.surDouzeMois ? `douze mois jusqu’à ${mois}` : mois
  const lieu = ligne.niveau === 'TERRITOIRE' ? 'tout le territoire' : ligne.libelle
  return (
    <Page
      contexte={contexte}
      titre={`Dossiers, ${fiche.libelle}`}
      fil={[
        { libelle: 'Indicateurs', chemin: '/indicateurs' },
        { libelle: fiche.libelle, chemin: `/indicateurs/${fiche.code}` },
      ]}
    >
      <Tete titre={fr(`Dossiers : ${fiche.libelle}`)} identite={`${lieu} · ${periode}`} exports={p.exports}>
        {fiche.unite === 'part'
          ? fr(
              `${formatValeur(fiche.unite, ligne.valeur)} : ${formatNombre(concernes)} sur ${formatNombre(examines)}. `,
            )
          : `${compte(total, 'dossier')}. `}
        {fiche.correction ? fr(fiche.correction) : null}
      </Tete>
      <DitEffaces effaces={p.effaces} />
      <Choix {...p} />
      {rangees.length === 0 ? (
        <p class="empty">Aucun dossier derrière ce chiffre.</p>
      ) : (
        <>
          <ListeDesDossiers contexte={contexte} nom={`Dossiers, ${fiche.libelle}`} liste={liste} />
          <p class="meta">
            {rangees.length < total
              ? fr(`${lesPremiers(rangees.length)} sur ${formatNombre(total)} : « Exporter » les donne tous.`)
              : `${compte(total, 'dossier')}, numéros seulement : les noms restent dans le système national.`}
          </p>
        </>
      )}
      <Suites {...p} />
    </Page>
  )
}
