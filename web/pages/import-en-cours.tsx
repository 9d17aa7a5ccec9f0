import { formatDuree, formatPart } from '../../ingest/socle/francais/format.ts'
import { accord } from '../../ingest/socle/francais/phrase.ts'
import { Page } from '../components/page.tsx'
import { Icone } from '../components/sprite.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'

export interface EtapeImport {
  readonly libelle: string
  readonly etat: 'faite' | 'en_cours' | 'a_venir'
  /** « 214 000 lignes lues ». */
  readonly detail?: string
}

/** With the script, the page follows `suivi` (JSON); without it, it asks for itself again every few seconds. */
export interface ImportEnCoursProps {
  readonly contexte: Contexte
  readonly fichiers: readonly string[]
  readonly etapes: readonly EtapeImport[]
  /** Share done in [0, 1], or null where it is not known. */
  readonly avancement: number | null
  /** Seconds since the start. */
  readonly duree: number
  /** Address that answers `{avancement, etapes, suite}`; `suite` is where to go when all is done. */
  readonly suivi: string
}

const MOTS = { faite: 'fait', en_cours: 'en cours', a_venir: 'à venir' } as const

const RAFRAICHIR = 5

export const ImportEnCours = ({ contexte, fichiers, etapes, avancement, duree, suivi }: ImportEnCoursProps) => {
  const actuelle = etapes.find(({ etat }) => etat === 'en_cours')
  return (
    <Page
      contexte={contexte}
      titre="Chargement en cours"
      periode={false}
      rafraichir={RAFRAICHIR}
      fil={[{ libelle: 'Données', chemin: '/imports' }]}
    >
      <Tete titre="Chargement en cours" identite={fichiers.join(', ')}>
        {`Le chargement de ${accord(fichiers.length, 'ce fichier', 'ces fichiers')} a commencé il y a ${formatDuree(1000 * duree)}. Vous pouvez quitter cette page\u00a0: il continue. S’il échoue, la base reste comme elle était.`}
      </Tete>
      <div class="suivi" data-suivi={suivi}>
        <progress
          max={1}
          aria-label="Avancement du chargement"
          {...(avancement === null ? {} : { value: String(avancement) })}
        >
          {formatPart(avancement, 0)}
        </progress>
        <p class="vh" role="status" data-annonce>
          {actuelle ? actuelle.libelle : ''}
        </p>
        <ol class="etapes">
          {etapes.map(({ libelle, etat, detail }) => (
            <li data-etape={etat}>
              <Icone nom={etat === 'faite' ? 'ok' : 'due'} />
              <span class="t">{libelle}</span>
              <span class="d">{detail ?? ''}</span>
              <span class="w">{MOTS[etat]}</span>
            </li>
          ))}
        </ol>
      </div>
    </Page>
  )
}
