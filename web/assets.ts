import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { cheminImage, NOMS_IMAGES } from './aide/images.ts'

/** A static file: where it is served, as what, and the files it is made of, joined in their order. */
export interface Asset {
  readonly chemin: string
  readonly type: string
  readonly fichiers: readonly string[]
}

/** Order matters: what comes later wins. */
const FEUILLES = [
  ...['tokens', 'tokens-sombre', 'base', 'bandeau', 'controles', 'page', 'etats', 'chiffres', 'graphiques'],
  'infobulle',
  ...['tableaux', 'listes', 'matrice', 'matrice-cellules', 'imports', 'comptes', 'doublons', 'corrections'],
  ...[
    'mesures',
    'demarches',
    'controle-mensuel',
    'agenda',
    'documents',
    'echantillons',
    'registre',
    'requetes',
    'rapports',
  ],
  ...['changement', 'aide', 'etroit', 'papier', 'corrections-papier'],
]

const FEUILLE = '/statique/infocentre.css'
const SCRIPT = '/statique/infocentre.js'
/** What draws in the browser, asked for by the script when a drawing is to be made there. */
const DESSINATEUR = '/statique/dessinateur.js'
/** What makes an editor of the lines of a free query, asked for by its page alone. */
const EDITEUR = '/statique/editeur.js'
const ICONE = '/statique/favicon.svg'

export const assets: readonly Asset[] = [
  { chemin: FEUILLE, type: 'text/css; charset=utf-8', fichiers: FEUILLES.map((nom) => `styles/${nom}.css`) },
  {
    chemin: SCRIPT,
    type: 'text/javascript; charset=utf-8',
    fichiers: [
      ...[
        'menus',
        'recherche',
        'suivi',
        'qualifier',
        'fiche',
        'courbes',
        'infobulle',
        'remplacer',
        'emporter',
        'dessiner',
        'imprimer',
      ],
    ].map((nom) => `client/${nom}.js`),
  },
  { chemin: DESSINATEUR, type: 'text/javascript; charset=utf-8', fichiers: ['../dist/web/navigateur/dessiner.js'] },
  { chemin: EDITEUR, type: 'text/javascript; charset=utf-8', fichiers: ['../dist/web/navigateur/editeur.js'] },
  { chemin: ICONE, type: 'image/svg+xml', fichiers: ['favicon.svg'] },
  {
    chemin: '/statique/fonts/infocentre-sans-latin.woff2',
    type: 'font/woff2',
    fichiers: ['fonts/infocentre-sans-latin.woff2'],
  },
  { chemin: '/statique/fonts/OFL.txt', type: 'text/plain; charset=utf-8', fichiers: ['fonts/OFL.txt'] },
  ...NOMS_IMAGES.map((nom) => ({
    chemin: cheminImage(nom),
    type: 'image/webp',
    fichiers: [`aide/images/${nom}.webp`],
  })),
]

/** The sources stay beside the package: the compiled modules read the same files. */
const racine = new URL(import.meta.url.includes('/dist/web/') ? '../../web/' : './', import.meta.url)

export const readAsset = ({ fichiers }: Asset): Buffer =>
  Buffer.concat(fichiers.map((fichier) => readFileSync(new URL(fichier, racine))))

const adresses = new Map<string, string>()

/** Address with the content's mark: what is served there may be kept for ever. */
const versioned = (chemin: string): string => {
  const connue = adresses.get(chemin)
  if (connue) return connue
  const asset = assets.find((a) => a.chemin === chemin)
  const marque = asset ? createHash('sha256').update(readAsset(asset)).digest('hex').slice(0, 12) : ''
  adresses.set(chemin, `${chemin}?v=${marque}`)
  return `${chemin}?v=${marque}`
}

export const feuille = (): string => versioned(FEUILLE)
export const script = (): string => versioned(SCRIPT)
export const dessinateur = (): string => versioned(DESSINATEUR)
export const editeur = (): string => versioned(EDITEUR)
export const icone = (): string => versioned(ICONE)
export const image = (chemin: string): string => versioned(chemin)
