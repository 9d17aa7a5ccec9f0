/** A page of the product, as its menus name it. */
export interface Rubrique {
  readonly libelle: string
  readonly chemin: string
  /** What its own tab is called, where that is not the heading. */
  readonly onglet?: string
  /** Pages that stand under it, as tabs. */
  readonly sous?: readonly Rubrique[]
}

const INDICATEURS: Rubrique = { libelle: 'Indicateurs', chemin: '/indicateurs' }
const ATTRIBUTIONS: Rubrique = { libelle: 'Attributions', chemin: '/attributions' }
const CHARTES: Rubrique = { libelle: 'Chartes', chemin: '/chartes' }
const RAPPORTS: Rubrique = { libelle: 'Rapports', chemin: '/rapports' }
const DEMARCHES: Rubrique = { libelle: 'Démarches', chemin: '/demarches' }

/** A heading of the product is one line here. */
const PRINCIPALES: readonly Rubrique[] = [
  {
    libelle: 'Tableau de bord',
    chemin: '/',
    sous: [
      { libelle: 'Ce qui a changé', chemin: '/changement' },
      { libelle: 'Territoires', chemin: '/territoires' },
    ],
  },
  { libelle: 'Guichets', chemin: '/guichets' },
  INDICATEURS,
  { libelle: 'Doublons', chemin: '/doublons', sous: [{ libelle: 'Forçages', chemin: '/forcages' }] },
  ATTRIBUTIONS,
  {
    libelle: 'Tableaux',
    chemin: '/tableaux',
    onglet: 'Tableaux standards',
    sous: [{ libelle: 'Requêtes', chemin: '/requetes' }],
  },
  {
    libelle: 'Gestion',
    chemin: '/controles',
    onglet: 'Contrôle mensuel',
    sous: [
      { libelle: 'Alertes', chemin: '/alertes' },
      { libelle: 'Mesures', chemin: '/mesures' },
      DEMARCHES,
      { libelle: 'Échantillons', chemin: '/echantillons' },
      { libelle: 'Agenda', chemin: '/agenda' },
      { libelle: 'Registre', chemin: '/registre' },
      CHARTES,
      { libelle: 'Activité', chemin: '/agenda/activite' },
      { libelle: 'Habilitations', chemin: '/habilitations' },
    ],
  },
  RAPPORTS,
  { libelle: 'Données', chemin: '/imports' },
]

const SYNTHESE: readonly Rubrique[] = [
  { libelle: 'Synthèse', chemin: '/' },
  { ...INDICATEURS, sous: [ATTRIBUTIONS] },
  { libelle: 'Mesures signalées', chemin: '/mesures' },
  RAPPORTS,
  { libelle: 'Obligations', chemin: '/agenda', sous: [{ libelle: 'Activité', chemin: '/agenda/activite' }] },
  CHARTES,
]

/** The headings of a role that has its own work. */
const PROPRES: Readonly<Record<string, readonly Rubrique[]>> = {
  guichet: [
    { libelle: 'À corriger', chemin: '/' },
    { libelle: 'Mes chiffres', chemin: '/guichets', sous: [INDICATEURS, ATTRIBUTIONS] },
    DEMARCHES,
    { libelle: 'Mesures', chemin: '/mesures', sous: [{ libelle: 'Échantillons', chemin: '/echantillons' }] },
    { libelle: 'Notre fiche', chemin: '/registre' },
    { libelle: 'Charte', chemin: '/chartes' },
    { libelle: 'Habilitations', chemin: '/habilitations' },
  ],
  partenaire: [{ libelle: 'Bilans publiés', chemin: '/' }, CHARTES],
  prefet: SYNTHESE,
  copil: SYNTHESE,
}

export const rubriquesDe = (role: string | undefined): readonly Rubrique[] => PROPRES[role ?? ''] ?? PRINCIPALES

/** What is tended now and then stands in the menu of the account. */
export const GESTION: readonly Rubrique[] = [
  { libelle: 'Comptes', chemin: '/comptes' },
  { libelle: 'Jetons d’API', chemin: '/jetons' },
  { libelle: 'Journal', chemin: '/journal' },
  { libelle: 'Paramètres', chemin: '/parametres' },
  { libelle: 'Modèles de lettres', chemin: '/parametres/modeles' },
]

/** Open before signing in too. */
export const ACCESSIBILITE = '/accessibilite'

/** What helps to read the rest: at the foot of every page. */
export const AIDE: readonly Rubrique[] = [
  { libelle: 'Aide', chemin: '/aide' },
  { libelle: 'Méthode', chemin: '/methode' },
  { libelle: 'Accessibilité', chemin: ACCESSIBILITE },
  { libelle: 'API', chemin: '/api' },
]
