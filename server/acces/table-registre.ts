import { CHARGEMENTS, GESTION, TOUS } from './ensembles.ts'
import type { Role } from './roles.ts'

/** Who may ask for what of the register of services and of the chartes. */
export const TABLE_DU_REGISTRE: Readonly<Record<string, readonly Role[]>> = {
  // A service has its own sheet, which it confirms; which acts are whose is said by the tables of states.
  'GET /registre': ['gestionnaire', 'etat', 'guichet'],
  'POST /registre/ecarts': GESTION,
  'GET /registre/:service': ['gestionnaire', 'etat', 'guichet'],
  'POST /registre/:service/fiche': GESTION,
  'POST /registre/:service/convention': GESTION,
  'POST /registre/:service/confirmation': ['gestionnaire', 'guichet'],
  'POST /registre/:service/consigner': GESTION,
  'GET /registre/:service/:fichier{lettre\\.[a-z]+}': GESTION,
  'GET /exports/:fichier{registre\\.[a-z]+}': CHARGEMENTS,
  'GET /exports/:fichier{liste-publique\\.[a-z]+}': GESTION,
  'GET /chartes': TOUS,
  'GET /chartes/:code': TOUS,
  'POST /chartes/:code': GESTION,
  'GET /exports/:fichier{chartes\\.[a-z]+}': TOUS,
  'GET /api/v1/registre': ['gestionnaire', 'etat', 'guichet'],
  'GET /api/v1/chartes': TOUS,
}
