import type { Role } from './roles.ts'

/** Open to anybody: what signing in needs. */
export const PUBLIC = 'PUBLIC'

/** Who may ask for a route; `PUBLIC` before signing in, otherwise the roles. What they then see is their scope's. */
export type Regle = typeof PUBLIC | readonly Role[]

const TOUS: readonly Role[] = ['gestionnaire', 'etat', 'prefet', 'copil', 'guichet', 'partenaire']
const CHIFFRES: readonly Role[] = ['gestionnaire', 'etat', 'prefet', 'copil', 'guichet']
const NUMEROS: readonly Role[] = ['gestionnaire', 'etat', 'guichet']
const CHARGEMENTS: readonly Role[] = ['gestionnaire', 'etat']
const GESTION: readonly Role[] = ['gestionnaire']

/** Every route of the application, as it declares them, and who may ask for it. One that is not here is refused. */
export const TABLE: Readonly<Record<string, Regle>> = {
  'GET /statique/infocentre.css': PUBLIC,
  'GET /statique/infocentre.js': PUBLIC,
  'GET /statique/favicon.svg': PUBLIC,
  'GET /statique/aide/:image': PUBLIC,
  'GET /statique/fonts/infocentre-sans-latin.woff2': PUBLIC,
  'GET /statique/fonts/OFL.txt': PUBLIC,

  'GET /connexion': PUBLIC,
  'POST /connexion': PUBLIC,
  'GET /connexion/code': PUBLIC,
  'POST /connexion/code': PUBLIC,
  'GET /connexion/fournisseur': PUBLIC,
  'GET /connexion/fournisseur/retour': PUBLIC,
  'POST /deconnexion': TOUS,
  'GET /compte': TOUS,
  'POST /compte/mot-de-passe': TOUS,
  'POST /compte/second-facteur': TOUS,

  'GET /accessibilite': PUBLIC,
  'GET /aide': TOUS,
  'GET /methode': TOUS,
  // Answers where a developer asked for it; elsewhere it is a page that does not exist.
  'GET /composants': TOUS,

  'GET /': TOUS,
  'POST /corrections': ['guichet'],
  'GET /changement': CHARGEMENTS,
  'GET /exports/:fichier{changement\\.[a-z]+}': CHARGEMENTS,
  'GET /territoires': CHARGEMENTS,
  'GET /guichets': ['gestionnaire', 'etat', 'guichet'],
  'GET /guichets/:code': ['gestionnaire', 'etat', 'guichet'],
  'POST /guichets/:code/annotations': GESTION,
  'POST /guichets/:code/annotations/:id/retirer': GESTION,
  'GET /exports/:fichier{matrice\\.[a-z]+}': ['gestionnaire', 'etat', 'guichet'],
  'GET /indicateurs': CHIFFRES,
  'GET /indicateurs/:code': CHIFFRES,
  'GET /exports/:fichier{indicateurs\\.[a-z]+}': CHIFFRES,
  'GET /recherche': CHIFFRES,
  'GET /attributions': CHIFFRES,
  'GET /exports/:fichier{attributions\\.[a-z]+}': CHIFFRES,
  'GET /exports/:fichier{attributions-delais\\.[a-z]+}': CHIFFRES,
  'GET /exports/:fichier{attributions-retro\\.[a-z]+}': CHIFFRES,
  // Every guichet's numbers at once: a guichet has its own behind its figures.
  'GET /exports/:fichier{attributions-signalees\\.[a-z]+}': ['gestionnaire', 'etat'],
  'GET /dossiers': NUMEROS,
  'GET /exports/:fichier{enregistrements\\.[a-z]+}': NUMEROS,

  // Whole counts of households: nobody else sees them before small ones are suppressed.
  'GET /tableaux': CHARGEMENTS,
  'GET /tableaux/:code': CHARGEMENTS,
  'GET /exports/:fichier{tableau\\.[a-z]+}': CHARGEMENTS,

  'GET /doublons': CHARGEMENTS,
  'GET /doublons/contacts': GESTION,
  'POST /doublons/contacts': GESTION,
  'GET /doublons/:groupe': CHARGEMENTS,
  'POST /doublons/:groupe': GESTION,
  'GET /exports/:fichier{doublons\\.[a-z]+}': CHARGEMENTS,
  'GET /forcages': CHARGEMENTS,
  'POST /forcages': GESTION,
  'GET /exports/:fichier{forcages\\.[a-z]+}': CHARGEMENTS,
  'GET /signalements': NUMEROS,
  'POST /signalements': ['gestionnaire', 'guichet'],
  'POST /signalements/preparer': ['gestionnaire', 'guichet'],
  'POST /signalements/:id': GESTION,

  'GET /alertes': CHARGEMENTS,
  'POST /alertes': GESTION,
  'GET /exports/:fichier{alertes\\.[a-z]+}': CHARGEMENTS,
  'GET /mesures': CHIFFRES,
  'POST /mesures': GESTION,
  'GET /mesures/ouvrir': GESTION,
  'GET /mesures/:id': CHIFFRES,
  // Which acts of it are whose is said by the table of states.
  'POST /mesures/:id': ['gestionnaire', 'etat', 'guichet'],
  'GET /exports/:fichier{mesures\\.[a-z]+}': CHIFFRES,

  'GET /imports': CHARGEMENTS,
  'POST /imports': GESTION,
  'GET /imports/depots/:id': GESTION,
  'GET /imports/depots/:id/suivi': GESTION,
  'POST /imports/depots/:id/examen': GESTION,
  'POST /imports/depots/:id/charger': GESTION,
  'POST /imports/depots/:id/abandon': GESTION,
  'GET /imports/:territoire/:date/rejets.csv': CHARGEMENTS,
  'GET /imports/:territoire/:date/rejets.xlsx': CHARGEMENTS,
  'GET /imports/refus/:fichier': CHARGEMENTS,
  'GET /imports/profil.json': CHARGEMENTS,
  'POST /imports/profil': GESTION,
  'POST /imports/profil/oter': GESTION,

  'GET /comptes': GESTION,
  'POST /comptes': GESTION,
  'POST /comptes/revue': GESTION,
  'GET /comptes/revue': GESTION,
  'GET /comptes/:id': GESTION,
  'POST /comptes/:id': GESTION,
  'POST /comptes/:id/mot-de-passe': GESTION,
  'POST /comptes/:id/fermer': GESTION,
  'GET /jetons': GESTION,
  'POST /jetons': GESTION,
  'POST /jetons/:id/revoquer': GESTION,
  'POST /comptes/:id/rouvrir': GESTION,
  'GET /journal': GESTION,
  'GET /exports/:fichier{journal\\.[a-z]+}': GESTION,
  'GET /parametres': GESTION,
  'GET /parametres/norme': GESTION,
  'POST /parametres/norme': GESTION,
  'POST /parametres/reglage': GESTION,
  'POST /parametres/seuils': GESTION,

  'GET /api': TOUS,
  'GET /api/v1/openapi.json': PUBLIC,
  'GET /api/v1/territoires': TOUS,
  'GET /api/v1/instantanes': CHARGEMENTS,
  'GET /api/v1/mois': CHIFFRES,
  'GET /api/v1/guichets': NUMEROS,
  'GET /api/v1/definitions': CHIFFRES,
  'GET /api/v1/indicateurs': CHIFFRES,
  'GET /api/v1/series': CHIFFRES,
  'GET /api/v1/etats': CHIFFRES,
  'GET /api/v1/alertes': CHIFFRES,
  'GET /api/v1/enregistrements': NUMEROS,
  'GET /api/v1/doublons': CHARGEMENTS,
  'GET /api/v1/doublons/paires': CHARGEMENTS,
  'GET /api/v1/forcages': CHARGEMENTS,
  'GET /api/v1/signalements': NUMEROS,
  'GET /api/v1/mesures': CHIFFRES,
  'GET /api/v1/attributions': CHIFFRES,
  'GET /api/v1/attributions/delais': CHIFFRES,
  'GET /api/v1/attributions/triangle': CHIFFRES,
  'GET /api/v1/attributions/estimations-passees': CHIFFRES,
  'GET /api/v1/attributions/signalees': CHARGEMENTS,
  'GET /api/v1/tableaux': CHARGEMENTS,
  'GET /api/v1/tableaux/lignes': CHARGEMENTS,
}
