import { CHARGEMENTS, CHIFFRES, GESTION, NUMEROS, TOUS } from './ensembles.ts'
import type { Role } from './roles.ts'

/** Measures, letters, their templates, what is joined, and what is written of meetings and controls: who may ask for each. */
export const TABLE_DES_MESURES: Readonly<Record<string, readonly Role[]>> = {
  'GET /mesures': CHIFFRES,
  'POST /mesures': GESTION,
  'GET /mesures/ouvrir': GESTION,
  'GET /mesures/:id': CHIFFRES,
  // Which acts of it are whose is said by the table of states.
  'POST /mesures/:id': ['gestionnaire', 'etat', 'guichet'],
  'GET /exports/:fichier{mesures\\.[a-z]+}': CHIFFRES,
  // Lists of demandes joined to a measure: who sees numbers, a service those of its own measures.
  'GET /mesures/:id/listes/:liste': NUMEROS,
  'POST /mesures/:id/listes': GESTION,
  'POST /mesures/:id/listes/:liste': GESTION,
  'GET /exports/:fichier{annexe\\.[a-z]+}': NUMEROS,
  'GET /api/v1/mesures/listes': NUMEROS,
  // The letters before their act, and what is joined.
  'GET /mesures/:id/:fichier{projet-formaliser\\.[a-z]+}': GESTION,
  'GET /mesures/:id/:fichier{projet-signaler\\.[a-z]+}': GESTION,
  'POST /mesures/:id/documents': ['gestionnaire', 'guichet'],
  // Which of them is whose is said by what they are of.
  // A partner has what is published for it.
  'GET /documents/:id': TOUS,
  'GET /controles/:mois/:fichier{releve\\.[a-z]+}': CHARGEMENTS,
  'GET /agenda/reunions/:id/:fichier{convocation\\.[a-z]+}': CHARGEMENTS,
  'GET /agenda/reunions/:id/:fichier{compte-rendu\\.[a-z]+}': CHARGEMENTS,
  'GET /parametres/modeles': GESTION,
  'GET /parametres/modeles/:modele': GESTION,
  'GET /parametres/modeles/:modele/:fichier{exemple\\.[a-z]+}': GESTION,
  'POST /parametres/modeles/:modele': GESTION,
  'POST /parametres/modeles/:modele/origine': GESTION,
}
