import type { Contexte } from '../contexte.ts'
import { lien } from '../liens.ts'
import { Icone } from './sprite.tsx'

interface Rubrique {
  readonly libelle: string
  readonly chemin: string
}

/** A heading of the product is one line here. */
const RUBRIQUES: readonly Rubrique[] = [
  { libelle: 'Tableau de bord', chemin: '/' },
  { libelle: 'Guichets', chemin: '/guichets' },
  { libelle: 'Indicateurs', chemin: '/indicateurs' },
  { libelle: 'Données', chemin: '/imports' },
]

const isCurrent = (rubrique: Rubrique, chemin: string): boolean =>
  chemin === rubrique.chemin || (rubrique.chemin !== '/' && chemin.startsWith(`${rubrique.chemin}/`))

const Liste = ({ contexte }: { readonly contexte: Contexte | null }) => (
  <ul>
    {RUBRIQUES.map((rubrique) => (
      <li>
        <a
          href={contexte ? lien(contexte, rubrique.chemin) : rubrique.chemin}
          aria-current={contexte && isCurrent(rubrique, contexte.chemin) ? 'page' : undefined}
        >
          {rubrique.libelle}
        </a>
      </li>
    ))}
  </ul>
)

export const Bandeau = ({ contexte }: { readonly contexte: Contexte | null }) => (
  <div class="top">
    <div class="wrap">
      <a class="brand" href={contexte ? lien(contexte, '/') : '/'}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M3 3c1 6 6 8 18 8M3 21c1-6 6-8 18-8" fill="none" stroke="currentColor" stroke-width="1.8" />
          <circle cx="14" cy="5" r="2.4" fill="var(--accent)" />
        </svg>
        Infocentre
      </a>
      <nav class="nav" aria-label="Principale">
        <Liste contexte={contexte} />
      </nav>
      <details class="menu nav-small">
        <summary class="btn">
          <Icone nom="menu" />
          Menu
        </summary>
        <nav aria-label="Principale, menu">
          <Liste contexte={contexte} />
        </nav>
      </details>
    </div>
  </div>
)
