import { GESTION, NUMEROS } from './ensembles.ts'
import type { Role } from './roles.ts'

/** All but a service, which has its own sheet. */
const LECTEURS: readonly Role[] = ['gestionnaire', 'etat', 'prefet', 'copil', 'partenaire']

/** Who may ask for what of reports: which of them, and which acts, is said by whom each is for and by their table of states. */
export const TABLE_DES_RAPPORTS: Readonly<Record<string, readonly Role[]>> = {
  'GET /rapports': LECTEURS,
  'POST /rapports/references': GESTION,
  'POST /rapports/references/:id/retirer': GESTION,
  'GET /rapports/:pour/:semestre': LECTEURS,
  'POST /rapports/:pour/:semestre': ['gestionnaire', 'etat'],
  'GET /rapports/:pour/:semestre/:fichier{projet\\.[a-z]+}': ['gestionnaire', 'etat'],
  'POST /rapports/:pour/:semestre/envoyer': GESTION,
  'POST /rapports/:pour/:semestre/documents': GESTION,
  'GET /rapports/diffusion': GESTION,
  'POST /rapports/diffusion': GESTION,
  'POST /rapports/diffusion/:id/retirer': GESTION,
  'GET /rapports/diffusion/envois/:id/message.eml': GESTION,
  'POST /rapports/diffusion/envois/:id/relancer': GESTION,
  'GET /exports/:fichier{envois\\.[a-z]+}': GESTION,
  'GET /api/v1/envois': GESTION,
  // With the numbers that it has to put right: of its own guichets, for a service.
  'GET /guichets/:code/:fichier{fiche\\.[a-z]+}': NUMEROS,
  'GET /api/v1/rapports': LECTEURS,
}
