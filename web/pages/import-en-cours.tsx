import { formatDuree } from '../../ingest/socle/francais/format.ts'
import { accord } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { Page } from '../components/page.tsx'
import { Icone } from '../components/sprite.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'
import { type Etape, iconeDe, MOTS_ETAPES } from '../modeles/etapes.ts'

/** With the script, the page follows `suivi` (server-sent events); without it, it asks for itself again every few seconds. */
export interface ImportEnCoursProps {
  readonly contexte: Contexte
  readonly acte: 'EXAMEN' | 'CHARGEMENT'
  readonly fichiers: readonly string[]
  readonly etapes: readonly Etape[]
  /** Seconds since the start. */
  readonly duree: number
  /** Address of the events that tell the steps. */
  readonly suivi: string
}

const RAFRAICHIR = 5

const TITRES = { EXAMEN: 'Examen en cours', CHARGEMENT: 'Chargement en cours' } as const

const phrase = ({ acte, fichiers, duree }: ImportEnCoursProps): string => {
  const quoi = accord(fichiers.length, 'ce fichier', 'ces fichiers')
  const depuis = `a commencé il y a ${formatDuree(1000 * duree)}`
  return acte === 'EXAMEN'
    ? `L’examen de ${quoi} ${depuis}. Rien n’en est enregistré.`
    : `Le chargement de ${quoi} ${depuis}. Vous pouvez quitter cette page : il continue. S’il échoue, la base reste comme elle était.`
}

export const ImportEnCours = (p: ImportEnCoursProps) => {
  const actuelle = p.etapes.find(({ etat }) => etat === 'en_cours')
  const faites = p.etapes.filter(({ etat }) => etat === 'faite').length
  return (
    <Page
      contexte={p.contexte}
      titre={TITRES[p.acte]}
      periode={false}
      rafraichir={RAFRAICHIR}
      fil={[{ libelle: 'Données', chemin: '/imports' }]}
    >
      <Tete titre={TITRES[p.acte]} identite={p.fichiers.join(', ')}>
        {fr(phrase(p))}
      </Tete>
      <div class="suivi" data-suivi={p.suivi}>
        <progress
          max={p.etapes.length}
          aria-label="Avancement, en étapes"
          {...(p.etapes.length > 1 ? { value: String(faites) } : {})}
        >
          {`${faites} sur ${p.etapes.length}`}
        </progress>
        <p class="vh" role="status" data-annonce>
          {actuelle ? actuelle.libelle : ''}
        </p>
        <ol class="etapes">
          {p.etapes.map(({ libelle, etat }) => (
            <li data-etape={etat}>
              <Icone nom={iconeDe(etat)} />
              <span class="t">{libelle}</span>
              <span class="w">{MOTS_ETAPES[etat]}</span>
            </li>
          ))}
        </ol>
      </div>
    </Page>
  )
}
