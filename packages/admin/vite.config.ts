import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Where `npm run dev` finds the server: the same paths that it serves beside the admin in one program. */
const SERVER = process.env.RECTO_URL ?? 'http://localhost:4400';

export default defineConfig({
  plugins: [react()],
  // `/assets/…` is the path of uploaded files, so the admin's own files live elsewhere.
  build: {
    assetsDir: 'static',
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  server: {
    proxy: Object.fromEntries(
      ['/account-api', '/site-api', '/graphql', '/health', '/assets/'].map((path) => [path, SERVER]),
    ),
  },
  test: {
    name: 'admin',
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testing/set-up.ts'],
    testTimeout: 30_000,
  },
});
