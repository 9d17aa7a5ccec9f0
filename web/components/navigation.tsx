import { type Contexte, type Personne, peutOuvrir } from '../contexte.ts'
import { lien } from '../liens.ts'
import { AIDE, GESTION, PRINCIPALES, type Rubrique } from '../rubriques.ts'
import { FormulaireRecherche } from './recherche.tsx'
import { Icone } from './sprite.tsx'

/** How a role that has its own work names its headings: the others are those of everybody. */
const NOMS_PROPRES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  guichet: { '/': 'À corriger', '/guichets': 'Mes chiffres' },
  prefet: { '/': 'Synthèse' },
  copil: { '/': 'Synthèse' },
}

const nommer = ({ personne }: Contexte, { libelle, chemin }: Rubrique): string =>
  NOMS_PROPRES[personne?.role ?? '']?.[chemin] ?? libelle

const isCurrent = (rubrique: Rubrique, chemin: string): boolean =>
  chemin === rubrique.chemin || (rubrique.chemin !== '/' && chemin.startsWith(`${rubrique.chemin}/`))

/** The pages among these that are the person's. */
const Rubriques = ({ contexte, rubriques }: { contexte: Contexte; rubriques: readonly Rubrique[] }) => (
  <>
    {rubriques
      .filter(({ chemin }) => peutOuvrir(contexte, chemin))
      .filter(({ chemin }) => chemin !== '/territoires' || contexte.territoires.length > 1)
      .map((rubrique) => (
        <li>
          <a
            href={lien(contexte, rubrique.chemin)}
            aria-current={isCurrent(rubrique, contexte.chemin) ? 'page' : undefined}
          >
            {nommer(contexte, rubrique)}
          </a>
        </li>
      ))}
  </>
)

const Liste = ({ contexte }: { readonly contexte: Contexte }) => (
  <ul>
    <Rubriques contexte={contexte} rubriques={PRINCIPALES} />
  </ul>
)

/** The account of who is signed in, and the way out. */
const Sortie = ({ contexte, personne }: { readonly contexte: Contexte; readonly personne: Personne }) => (
  <ul>
    <li class="meta">{`${personne.nom}, ${personne.libelleRole}`}</li>
    <Rubriques contexte={contexte} rubriques={GESTION} />
    <Rubriques contexte={contexte} rubriques={AIDE.slice(0, 1)} />
    <li>
      <a href={lien(contexte, '/compte')}>Mon compte</a>
    </li>
    <li>
      <form method="post" action="/deconnexion">
        <button class="btn quiet" type="submit">
          Se déconnecter
        </button>
      </form>
    </li>
  </ul>
)

const Compte = ({ contexte, personne }: { readonly contexte: Contexte; readonly personne: Personne }) => (
  <details class="menu compte">
    <summary class="btn quiet">
      <span class="vh">{'Votre compte\u00a0: '}</span>
      <span>{personne.nom}</span>
      <Icone nom="bas" />
    </summary>
    <Sortie contexte={contexte} personne={personne} />
  </details>
)

const Recherche = ({ contexte }: { readonly contexte: Contexte }) =>
  peutOuvrir(contexte, '/recherche') ? (
    <details class="menu cherche">
      <summary class="btn quiet" aria-keyshortcuts="/ Control+K" title="Rechercher ( / ou Ctrl K )">
        <Icone nom="loupe" />
        <span class="vh">Rechercher</span>
      </summary>
      <FormulaireRecherche contexte={contexte} question="" prefixe="bandeau" />
    </details>
  ) : null

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
      {contexte?.personne ? (
        <>
          <nav class="nav" aria-label="Principale">
            <Liste contexte={contexte} />
          </nav>
          <Recherche contexte={contexte} />
          <Compte contexte={contexte} personne={contexte.personne} />
          <details class="menu nav-small">
            <summary class="btn">
              <Icone nom="menu" />
              Menu
            </summary>
            <nav aria-label="Principale, menu">
              <Liste contexte={contexte} />
              <Sortie contexte={contexte} personne={contexte.personne} />
            </nav>
          </details>
        </>
      ) : null}
    </div>
  </div>
)
