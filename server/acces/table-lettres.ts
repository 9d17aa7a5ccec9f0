import { CHARGEMENTS, CHIFFRES, GESTION } from './ensembles.ts'
import type { Role } from './roles.ts'

/** Letters, their templates, what is joined, and what is written of meetings and controls: who may ask for each. */
export const TABLE_DES_LETTRES: Readonly<Record<string, readonly Role[]>> = {
  // The letters before their act, and what is joined.
  'GET /mesures/:id/:fichier{projet-formaliser\\.[a-z]+}': GESTION,
  'GET /mesures/:id/:fichier{projet-signaler\\.[a-z]+}': GESTION,
  'POST /mesures/:id/documents': ['gestionnaire', 'guichet'],
  // Which of them is whose is said by what they are of.
  'GET /documents/:id': CHIFFRES,
  'GET /controles/:mois/:fichier{releve\\.[a-z]+}': CHARGEMENTS,
  'GET /agenda/reunions/:id/:fichier{convocation\\.[a-z]+}': CHARGEMENTS,
  'GET /agenda/reunions/:id/:fichier{compte-rendu\\.[a-z]+}': CHARGEMENTS,
  'GET /parametres/modeles': GESTION,
  'GET /parametres/modeles/:modele': GESTION,
  'GET /parametres/modeles/:modele/:fichier{exemple\\.[a-z]+}': GESTION,
  'POST /parametres/modeles/:modele': GESTION,
  'POST /parametres/modeles/:modele/origine': GESTION,
}
