/** What is mutated, and the tests that hold its rules, nearest first (a file's own test, by its name, comes before). */
export const DOSSIERS: readonly { readonly dossier: string; readonly essais: readonly string[] }[] = [
  {
    dossier: 'metrics/engine',
    essais: [
      'metrics/engine/etats.test.ts',
      'metrics/engine/plan.test.ts',
      'metrics/oracle.test.ts',
      'metrics/engine',
      'metrics/indicateurs/attribution/attributions-manquantes.test.ts',
      'metrics/sql.test.ts',
      'metrics/indicateurs/coherence',
      'metrics/enregistrements.test.ts',
      'server/state/normes.test.ts',
      'server/purge',
    ],
  },
  {
    dossier: 'metrics/indicateurs',
    essais: ['metrics/sql.test.ts', 'metrics/oracle.test.ts', 'metrics/indicateurs/attribution'],
  },
  { dossier: 'server/acces', essais: ['server/acces', 'server/droits.test.ts', 'server/dossiers.test.ts', 'server'] },
  {
    dossier: 'ingest/check',
    essais: ['ingest/check', 'ingest/lignes.test.ts', 'ingest', 'metrics/oracle.test.ts', 'server/depot.test.ts'],
  },
  {
    dossier: 'ingest/store/purge',
    essais: ['ingest/store/purge', 'server/purge/citations.test.ts', 'server/purge/clos.test.ts', 'server/purge'],
  },
]

/** Tests that cannot tell: they run what was compiled before, drive a browser, or compare with a copy. */
export const ECARTES = [
  'server/cli',
  'browser',
  'server/sauvegarde',
  'ingest/interruption',
  'ingest/synthetic',
  'mutants',
]

/** A test that only repeats the text of the queries proves nothing: it is not run. */
export const TITRES = '^(?!.*est celui que la revue a vu)'
