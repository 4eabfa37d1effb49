import { defineConfig } from 'vitest/config';

/** `unit` is the quick set of `npm run check`; the others open databases, hosts or printers. */
export default defineConfig({
  test: {
    pool: 'forks',
    testTimeout: 60_000,
    projects: ['unit', 'features', 'documents', 'hosts', 'packaging', 'faults'].map((name) => ({
      extends: true,
      test: { name, include: [`test/${name}/**/*.test.ts`] },
    })),
  },
});
