import { CHARGEMENTS, GESTION, NUMEROS } from './ensembles.ts'
import type { Role } from './roles.ts'

type Regles = Readonly<Record<string, readonly Role[]>>

/** Who may ask for what of the habilitations of the national system. */
export const TABLE_DES_HABILITATIONS: Regles = {
  // A service sees its own agents, reports a departure, answers the review; the gestionnaire closes.
  'GET /habilitations': NUMEROS,
  'POST /habilitations': GESTION,
  'GET /habilitations/ouvrir': GESTION,
  'POST /habilitations/fichier': GESTION,
  'GET /habilitations/fichier/:lot': GESTION,
  'POST /habilitations/fichier/:lot': GESTION,
  'GET /habilitations/:id': NUMEROS,
  'POST /habilitations/:id': ['gestionnaire', 'guichet'],
  'POST /habilitations/campagnes': GESTION,
  'GET /habilitations/campagnes/:id': CHARGEMENTS,
  'POST /habilitations/campagnes/:id': GESTION,
  'GET /habilitations/campagnes/:id/services/:service': NUMEROS,
  'POST /habilitations/campagnes/:id/services/:service': ['gestionnaire', 'guichet'],
  'GET /habilitations/campagnes/:id/services/:service/recapitulatif': ['gestionnaire', 'guichet'],
  'GET /habilitations/campagnes/:id/services/:service/:fichier{lettre\\.[a-z]+}': GESTION,
  'GET /exports/:fichier{habilitations\\.[a-z]+}': NUMEROS,
  'GET /api/v1/habilitations': NUMEROS,
}

/** Who may ask for what of the gestionnaire's own activity. */
export const TABLE_DE_L_ACTIVITE: Regles = {
  // The comité reads the figures and the journal; the rights exercised are not its.
  'GET /agenda/activite': ['gestionnaire', 'etat', 'copil'],
  'POST /agenda/activite': GESTION,
  'POST /agenda/activite/droits': GESTION,
  'POST /agenda/activite/droits/:id': GESTION,
  'POST /agenda/activite/:id/retirer': GESTION,
  'GET /exports/:fichier{activite\\.[a-z]+}': ['gestionnaire', 'etat', 'copil'],
  'GET /api/v1/activite': ['gestionnaire', 'etat', 'copil'],
  'GET /api/v1/activite/journal': ['gestionnaire', 'etat', 'copil'],
}
