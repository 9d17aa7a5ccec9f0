import { compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { Page } from '../components/page.tsx'
import { FormulaireRecherche } from '../components/recherche.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'
import type { Trouvable } from '../recherche/chercher.ts'

export interface RechercheProps {
  readonly contexte: Contexte
  readonly question: string
  /** The nearest first. */
  readonly trouves: readonly Trouvable[]
}

/** Answers that one page shows. */
const MONTRES = 50

const direTrouves = ({ question, trouves }: RechercheProps): string => {
  if (question === '')
    return 'Un guichet, un service, un indicateur, une page, ou un mot : NUD, ZUS, radiation abusive…'
  if (trouves.length === 0) return `Rien ne répond à « ${question} ». Essayer un autre mot, ou le code d’un guichet.`
  const suite = trouves.length > MONTRES ? ` ; les ${MONTRES} plus proches sont montrés` : ''
  return `${compte(trouves.length, 'réponse')} à « ${question} »${suite}.`
}

/** What answers some words, within what the person may see. */
export const Recherche = (p: RechercheProps) => (
  <Page contexte={p.contexte} titre="Recherche">
    <Tete titre="Recherche">{fr(direTrouves(p))}</Tete>
    <FormulaireRecherche contexte={p.contexte} question={p.question} prefixe="page" />
    <ul class="trouves">
      {p.trouves.slice(0, MONTRES).map(({ sorte, libelle, precision, href }) => (
        <li>
          <span class="sorte">{sorte}</span>
          <span>
            {href === null ? <strong>{libelle}</strong> : <a href={href}>{libelle}</a>}
            {precision === '' ? null : <span class="sub">{fr(precision)}</span>}
          </span>
        </li>
      ))}
    </ul>
  </Page>
)
