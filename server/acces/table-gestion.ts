import { CHARGEMENTS, GESTION, NUMEROS } from './ensembles.ts'
import type { Role } from './roles.ts'

/** Who may ask for what of the gestionnaire's work: alerts, measures, controls, samples, the year, the register, the charters. */
export const TABLE_DE_LA_GESTION = {
  'GET /alertes': CHARGEMENTS,
  'POST /alertes': GESTION,
  'GET /exports/:fichier{alertes\\.[a-z]+}': CHARGEMENTS,
  'GET /controles': CHARGEMENTS,
  'GET /controles/:mois': CHARGEMENTS,
  'POST /controles/:mois/points': GESTION,
  'POST /controles/:mois/signer': GESTION,
  'POST /controles/:mois/rouvrir': GESTION,
  'GET /controles/:mois/civilite': CHARGEMENTS,
  'POST /controles/:mois/civilite': GESTION,
  'GET /exports/:fichier{controles\\.[a-z]+}': CHARGEMENTS,
  'GET /exports/:fichier{controle\\.[a-z]+}': CHARGEMENTS,
  'GET /exports/:fichier{civilites\\.[a-z]+}': CHARGEMENTS,
  // A service reads its own demandes, whose pieces it is asked for; nothing of the others, nor what the whole comes to.
  'GET /echantillons': NUMEROS,
  'GET /echantillons/nouveau': GESTION,
  'POST /echantillons': GESTION,
  'GET /echantillons/:id': NUMEROS,
  'POST /echantillons/:id': GESTION,
  'GET /echantillons/:id/papier': CHARGEMENTS,
  'GET /echantillons/:id/fiches/:rang': CHARGEMENTS,
  'POST /echantillons/:id/fiches/:rang': GESTION,
  'GET /exports/:fichier{echantillons\\.[a-z]+}': CHARGEMENTS,

  // The comité reads the year and the gestionnaire's own work; meetings and what keeps them are not its.
  'GET /agenda': ['gestionnaire', 'etat', 'copil'],
  'POST /agenda/reunions': GESTION,
  'GET /agenda/reunions/:id': CHARGEMENTS,
  'POST /agenda/reunions/:id/acte': GESTION,
  'POST /agenda/reunions/:id/presences': GESTION,
  'POST /agenda/reunions/:id/decisions': GESTION,
  'POST /agenda/reunions/:id/decisions/:decision': GESTION,
  'POST /agenda/faits': GESTION,
  'POST /agenda/faits/:id/retirer': GESTION,
  'POST /agenda/calendrier': GESTION,
  'POST /agenda/calendrier/revoquer': GESTION,
  'GET /exports/:fichier{obligations\\.[a-z]+}': CHARGEMENTS,
  'GET /exports/:fichier{decisions\\.[a-z]+}': CHARGEMENTS,
} as const satisfies Readonly<Record<string, readonly Role[]>>
