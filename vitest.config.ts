import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** `source` makes tests run the TypeScript itself, so that no build is needed before a test. */
const conditions = ['source', 'module', 'node', 'default'];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve: {
          conditions,
          // One copy, the one that Node itself takes: types of another copy are strangers to the engines.
          alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql')) }],
        },
        ssr: { resolve: { conditions, externalConditions: ['source'] } },
        test: {
          name: 'node',
          globalSetup: ['packages/server/src/testing/postgres-test-server.ts'],
          include: ['packages/*/src/**/*.test.ts', 'examples/*/src/**/*.test.mjs'],
          exclude: ['packages/admin/**'],
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      // In a browser's environment, with packages as a browser gets them.
      'packages/admin',
    ],
  },
});
