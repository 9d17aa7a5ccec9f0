import { defineConfig } from 'vitest/config'

/** One project for what runs in this process, one for what drives the compiled command line or a browser. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    pool: 'forks',
    isolate: false,
    maxWorkers: 3,
    // Ends what hangs: a slow machine takes several minutes over what a quick one does in one.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    globalSetup: ['navigateur.ts', 'menage.ts'],
    include: ['**/*.test.ts', '**/*.test.tsx'],
    reporters: ['default'],
  },
})
