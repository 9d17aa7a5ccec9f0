import { type Contexte, type Personne, peutOuvrir } from '../contexte.ts'
import { lien } from '../liens.ts'
import { entreeDe, estIci, gestionDe, menuDe } from '../modeles/menu.ts'
import type { Rubrique } from '../rubriques.ts'
import { FormulaireRecherche } from './recherche.tsx'
import { Icone } from './sprite.tsx'

const Lien = ({
  contexte,
  rubrique,
  ici,
}: {
  readonly contexte: Contexte
  readonly rubrique: Rubrique
  readonly ici: boolean
}) => (
  <a href={lien(contexte, rubrique.chemin)} aria-current={ici ? 'page' : undefined}>
    {rubrique.libelle}
  </a>
)

const Liste = ({ contexte }: { readonly contexte: Contexte }) => (
  <ul>
    {menuDe(contexte).map((entree) => (
      <li>
        <Lien
          contexte={contexte}
          rubrique={entree}
          ici={[entree, ...entree.onglets].some((une) => estIci(contexte, une))}
        />
      </li>
    ))}
  </ul>
)

/** The pages that stand under the same heading as the one shown. */
export const Onglets = ({ contexte }: { readonly contexte: Contexte }) => {
  const entree = entreeDe(contexte)
  return entree === null ? null : (
    <nav class="tabs" aria-label={`${entree.libelle}, pages`}>
      {entree.onglets.map((une) => (
        <Lien contexte={contexte} rubrique={une} ici={une.chemin === contexte.chemin} />
      ))}
    </nav>
  )
}

/** The account of who is signed in, and the way out. */
const Sortie = ({ contexte, personne }: { readonly contexte: Contexte; readonly personne: Personne }) => (
  <ul>
    <li class="meta">{`${personne.nom}, ${personne.libelleRole}`}</li>
    {gestionDe(contexte).map((une) => (
      <li>
        <Lien contexte={contexte} rubrique={une} ici={estIci(contexte, une)} />
      </li>
    ))}
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
