/**
 * The pages that may be kept, by their paths as the application declares them: those made, for a scope, of the base, the
 * application's database and the day alone. Of those that show numbers each sending is logged. Those that show names, or
 * what nothing counts (sessions, deposits under way, the audit log), are made each time.
 */
export const GARDABLES: ReadonlySet<string> = new Set([
  '/',
  '/changement',
  '/territoires',
  '/guichets',
  '/guichets/:code',
  '/indicateurs',
  '/indicateurs/:code',
  '/attributions',
  '/doublons',
  '/forcages',
  '/demarches',
  '/tableaux',
  '/tableaux/:code',
  '/controles',
  '/controles/:mois',
  '/alertes',
  '/mesures',
  '/mesures/:id',
  '/echantillons',
  '/agenda',
  '/agenda/activite',
  '/agenda/reunions/:id',
  '/registre',
  '/registre/:service',
  '/chartes',
  '/chartes/:code',
  '/rapports',
  '/parametres',
  '/aide',
  '/methode',
  '/api',
])
