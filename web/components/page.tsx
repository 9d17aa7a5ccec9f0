import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { formatMois } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { feuille, icone, script } from '../assets.ts'
import type { Contexte, MoisMontre } from '../contexte.ts'
import { lien } from '../liens.ts'
import { entreeDe } from '../modeles/menu.ts'
import { BarreContexte } from './barre-contexte.tsx'
import { Bandeau, Onglets } from './navigation.tsx'
import { Pied } from './pied.tsx'
import { Sprite } from './sprite.tsx'
import { TeteImprimee } from './tete-imprimee.tsx'

export interface Etape {
  readonly libelle: string
  readonly chemin: string
}

export interface PageProps {
  /** Null where the base could not be read: no territory, no period. */
  readonly contexte: Contexte | null
  readonly titre: string
  /** Pages between the dashboard and this one. */
  readonly fil?: readonly Etape[]
  /** The matrix takes the width it can. */
  readonly large?: boolean
  /** Printed, the page keeps to one sheet: what is drawn over time and among peers stays on the screen. */
  readonly uneFeuille?: boolean
  /** The page shows a month: false for the snapshots themselves. */
  readonly periode?: boolean
  /** The month that the page is about, where its own address names it. */
  readonly du?: MoisMontre
  /** Seconds after which the page asks for itself again, where no script follows what it shows. */
  readonly rafraichir?: number
  readonly children?: Child
}

/** A tab comes after its heading, unless the page says its own way. */
const etapes = (contexte: Contexte, fil: readonly Etape[]): readonly Etape[] => {
  const entree = entreeDe(contexte)
  return fil.length > 0 || entree === null || entree.chemin === '/' || entree.chemin === contexte.chemin
    ? fil
    : [entree]
}

const Fil = ({ contexte, titre, fil }: { contexte: Contexte; titre: string; fil: readonly Etape[] }) => (
  <nav class="crumbs" aria-label="Fil d’Ariane">
    <ol>
      {[{ libelle: 'Accueil', chemin: '/' }, ...etapes(contexte, fil)].map(({ libelle, chemin }) => (
        <li>
          <a href={lien(contexte, chemin)}>{libelle}</a>
        </li>
      ))}
      <li aria-current="page">{titre}</li>
    </ol>
  </nav>
)

/** A whole document: banner, territory and period, the page, its source. */
export const Page = ({
  contexte,
  titre,
  fil = [],
  large,
  uneFeuille,
  periode = true,
  du,
  rafraichir,
  children,
}: PageProps) => (
  <>
    {raw('<!doctype html>')}
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {rafraichir ? (
          <noscript>
            <meta http-equiv="refresh" content={String(rafraichir)} />
          </noscript>
        ) : null}
        <title>{`${titre}${periode && contexte?.mois ? `, ${formatMois(contexte.mois)}` : ''} – Infocentre`}</title>
        <link rel="icon" href={icone()} />
        <link rel="stylesheet" href={feuille()} />
        {contexte?.feuilleDeStyle ? <link rel="stylesheet" href={contexte.feuilleDeStyle} /> : null}
        <script type="module" src={script()}></script>
      </head>
      <body class={large ? 'wide' : uneFeuille ? 'feuille' : undefined}>
        <Sprite />
        <a class="skip" href="#contenu">
          Aller au contenu
        </a>
        <header>
          {contexte?.demo ? (
            <p class="demo">
              <span class="wrap">{fr('Données fictives : territoire et demandes inventés.')}</span>
            </p>
          ) : null}
          <Bandeau contexte={contexte} />
        </header>
        {contexte && contexte.territoires.length > 0 ? <BarreContexte contexte={contexte} periode={periode} /> : null}
        <main id="contenu" tabindex={-1}>
          <div class="wrap">
            {contexte ? <TeteImprimee contexte={contexte} periode={periode} du={du} /> : null}
            {contexte && contexte.chemin !== '/' ? <Fil contexte={contexte} titre={titre} fil={fil} /> : null}
            {contexte ? <Onglets contexte={contexte} /> : null}
            {children}
          </div>
        </main>
        <Pied contexte={contexte} />
      </body>
    </html>
  </>
)
