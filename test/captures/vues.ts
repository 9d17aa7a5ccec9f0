import type { Role } from '../../server/acces/roles.ts'
import { IMAGES, type NomImage } from '../../web/aide/images.ts'

/** What a picture shows: whose page, how it is reached, and from which element down. */
export interface Vue {
  readonly fichier: string
  readonly largeur: number
  readonly hauteur: number
  /** Pixels of the picture for one of the page. */
  readonly echelle: number
  readonly role: Role
  readonly chemin: string
  /** A link of that page to follow first. */
  readonly puis?: string
  /** The picture begins here; the whole window where it is not said. */
  readonly depuis?: string
}

type Prise = Pick<Vue, 'role' | 'chemin'> & Partial<Vue>

/** The pictures of the guide: their sizes and words are with the guide. */
const DU_GUIDE: Readonly<Record<NomImage, Prise>> = {
  changement: { role: 'gestionnaire', chemin: '/changement', depuis: 'h1' },
  charger: { role: 'gestionnaire', chemin: '/imports', depuis: '#charges' },
  corriger: { role: 'guichet', chemin: '/', depuis: '.afaire' },
  courbe: {
    role: 'gestionnaire',
    chemin: '/guichets/13055',
    depuis: '#evolution figure.chart',
  },
  entonnoir: {
    role: 'gestionnaire',
    chemin: '/indicateurs/dossiers_incomplets?categorie=BAILLEUR&sur=12',
    depuis: 'figure.chart',
  },
  qualifier: {
    role: 'gestionnaire',
    chemin: '/doublons',
    puis: '#groupes tbody th a',
    depuis: '#qualifier',
  },
  suivi: { role: 'gestionnaire', chemin: '/guichets?signales=1', depuis: '.mx-scroll' },
  synthese: { role: 'prefet', chemin: '/', depuis: 'h1' },
  tableau: { role: 'gestionnaire', chemin: '/tableaux/TAB01-01', depuis: 'h1' },
}

/** The six pictures of the README. */
const DU_README: Readonly<Record<string, Prise>> = {
  'tableau-de-bord': { role: 'gestionnaire', chemin: '/' },
  guichets: { role: 'gestionnaire', chemin: '/guichets?signales=1', depuis: 'h1' },
  indicateur: {
    role: 'gestionnaire',
    chemin: '/indicateurs/dossiers_incomplets?categorie=BAILLEUR&sur=12',
    depuis: 'h1',
  },
  attributions: { role: 'gestionnaire', chemin: '/attributions', depuis: 'h1' },
  changement: { role: 'gestionnaire', chemin: '/changement', depuis: 'h1' },
  'a-corriger': { role: 'guichet', chemin: '/', depuis: 'h1' },
}

export const VUES: readonly Vue[] = [
  ...Object.entries(DU_GUIDE).map(([nom, prise]) => {
    const { largeur, hauteur } = IMAGES[nom as NomImage]
    return { fichier: `web/aide/images/${nom}.webp`, largeur, hauteur, echelle: 1.5, ...prise }
  }),
  ...Object.entries(DU_README).map(([nom, prise]) => ({
    fichier: `docs/captures/${nom}.webp`,
    largeur: 1280,
    hauteur: 800,
    echelle: 1,
    ...prise,
  })),
]
