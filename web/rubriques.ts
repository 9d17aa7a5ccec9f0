/** A page of the product, as its menus name it. */
export interface Rubrique {
  readonly libelle: string
  readonly chemin: string
}

/** A heading of the product is one line here. */
export const PRINCIPALES: readonly Rubrique[] = [
  { libelle: 'Tableau de bord', chemin: '/' },
  { libelle: 'Ce qui a changé', chemin: '/changement' },
  { libelle: 'Territoires', chemin: '/territoires' },
  { libelle: 'Guichets', chemin: '/guichets' },
  { libelle: 'Indicateurs', chemin: '/indicateurs' },
  { libelle: 'Attributions', chemin: '/attributions' },
  { libelle: 'Tableaux', chemin: '/tableaux' },
  { libelle: 'Doublons', chemin: '/doublons' },
  { libelle: 'Forçages', chemin: '/forcages' },
  { libelle: 'Signalements', chemin: '/signalements' },
  { libelle: 'Données', chemin: '/imports' },
]

/** What is tended now and then stands in the menu of the account. */
export const GESTION: readonly Rubrique[] = [
  { libelle: 'Comptes', chemin: '/comptes' },
  { libelle: 'Jetons d’API', chemin: '/jetons' },
  { libelle: 'Journal', chemin: '/journal' },
  { libelle: 'Paramètres', chemin: '/parametres' },
]

/** Open before signing in too. */
export const ACCESSIBILITE = '/accessibilite'

/** What helps to read the rest: at the foot of every page. */
export const AIDE: readonly Rubrique[] = [
  { libelle: 'Aide', chemin: '/aide' },
  { libelle: 'Méthode', chemin: '/methode' },
  { libelle: 'Accessibilité', chemin: ACCESSIBILITE },
]
