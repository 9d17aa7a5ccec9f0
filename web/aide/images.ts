/** A picture of a page, made by `npm run captures`: what it shows, for who does not see it, and its size in pixels of a page. */
export interface Image {
  readonly alt: string
  readonly largeur: number
  readonly hauteur: number
}

/** Under `web/aide/images/`, as `<name>.webp`. */
export const IMAGES = {
  changement: {
    alt: 'Une égalité : les alertes du mois d’avant, plus les entrées, moins les sorties ; puis le tableau des alertes entrées.',
    largeur: 720,
    hauteur: 560,
  },
  charger: {
    alt: 'Le rapport du dernier instantané chargé : sa date, les lignes lues, rejetées et signalées, ce qui est mesurable.',
    largeur: 720,
    hauteur: 520,
  },
  corriger: {
    alt: 'Une demande à corriger : ce qui manque, son numéro, où et quoi corriger, et les boutons « C’est fait » et « Le ménage ne répond pas ».',
    largeur: 720,
    hauteur: 520,
  },
  courbe: {
    alt: 'La courbe d’un indicateur sur vingt-cinq mois, entre ses limites en pointillés, avec sa moyenne et le seuil en tireté.',
    largeur: 720,
    hauteur: 520,
  },
  entonnoir: {
    alt: 'Un entonnoir : des guichets placés selon leur nombre de demandes et leur part, entre des courbes qui se resserrent.',
    largeur: 720,
    hauteur: 620,
  },
  qualifier: {
    alt: 'Le formulaire « Qualifier » : doublon avéré, homonymie, séparation, à instruire, un motif et le bouton d’enregistrement.',
    largeur: 480,
    hauteur: 520,
  },
  suivi: {
    alt: 'La matrice des guichets et des indicateurs : une ligne par guichet, les cases en alerte en rouge avec un losange, à surveiller en ambre avec un triangle.',
    largeur: 1280,
    hauteur: 560,
  },
  synthese: {
    alt: 'La synthèse du préfet : en titre, combien de normes le territoire tient, puis « Ce qui a bougé en un an ».',
    largeur: 720,
    hauteur: 460,
  },
  tableau: {
    alt: 'Un tableau standard : sa phrase, ses filtres, un graphique en cascade du stock et de ses mouvements.',
    largeur: 720,
    hauteur: 620,
  },
} as const satisfies Readonly<Record<string, Image>>

export type NomImage = keyof typeof IMAGES

export const NOMS_IMAGES = Object.keys(IMAGES) as readonly NomImage[]

export const cheminImage = (nom: string): string => `/statique/aide/${nom}.webp`
