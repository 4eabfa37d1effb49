import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** `unit` is the quick set of `npm run check`; the others open databases, hosts or printers. */
export default defineConfig({
  // Electron's binary is not everywhere; what its modules ask of it is checked on a typed stand-in.
  resolve: { alias: { electron: fileURLToPath(new URL('test/support/electron-stand-in.ts', import.meta.url)) } },
  test: {
    pool: 'forks',
    // The program is loaded once for a worker, not once for each file: tests keep no state in modules but what the program
    // itself keeps, and every office has a data folder of its own.
    isolate: false,
    // The workers do nearly all of the work, so every core gets one.
    maxWorkers: availableParallelism(),
    // Node 24 now and then aborts on processors with protection keys when code pages come and go in threads (`jit_page.has_value()`).
    execArgv: ['--no-memory-protection-keys'],
    globalSetup: ['test/support/templates-folder.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: ['unit', 'features', 'documents', 'hosts', 'packaging'].map((name) => ({
      extends: true,
      test: { name, include: [`test/${name}/**/*.test.ts`] },
    })),
  },
});
