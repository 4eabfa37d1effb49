import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** `unit` is the quick set of `npm run check`; the others open databases, hosts or printers. */
export default defineConfig({
  // Electron's binary is not everywhere; what its modules ask of it is checked on a typed stand-in.
  resolve: { alias: { electron: fileURLToPath(new URL('test/support/electron-stand-in.ts', import.meta.url)) } },
  test: {
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: ['unit', 'features', 'documents', 'hosts', 'packaging'].map((name) => ({
      extends: true,
      test: { name, include: [`test/${name}/**/*.test.ts`] },
    })),
  },
});
