/** What is mutated, and the tests that hold its rules, nearest first (a file's own test, by its name, comes before). */
export const DOSSIERS: readonly { readonly dossier: string; readonly essais: readonly string[] }[] = [
  {
    dossier: 'metrics/engine',
    essais: [
      'metrics/engine/etats.test.ts',
      'metrics/engine/plan.test.ts',
      'metrics/engine',
      'metrics/oracle.test.ts',
      'metrics/sql.test.ts',
      'server/state/normes.test.ts',
    ],
  },
  {
    dossier: 'metrics/indicateurs',
    essais: [
      'metrics/indicateurs/colonnes.test.ts',
      'metrics/engine/colonne-vide.test.ts',
      'metrics/sql.test.ts',
      'metrics/oracle.test.ts',
      'metrics/indicateurs/attribution',
    ],
  },
  {
    dossier: 'server/acces',
    essais: [
      'server/acces',
      'server/droits.test.ts',
      'server/dossiers.test.ts',
      'server/doublons-suite.test.ts',
      'server/demarches',
      'server/auth',
    ],
  },
  {
    dossier: 'ingest/check',
    essais: [
      'ingest/check',
      'ingest/lignes.test.ts',
      'ingest/fichiers-reels.test.ts',
      'ingest/fichiers-refuses.test.ts',
      'ingest/valeurs-illisibles.test.ts',
      'ingest/empreintes.test.ts',
      'ingest/empreintes-reprises.test.ts',
      'ingest/contrat.test.ts',
      'ingest/confidentialite.test.ts',
    ],
  },
  {
    dossier: 'ingest/store/purge',
    essais: ['ingest/store', 'server/purge', 'ingest/classeur-rejets.test.ts'],
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
