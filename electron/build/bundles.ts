import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Bundling breaks exceljs and pdfkit, and native modules cannot be bundled; these ship as packages (package.json dependencies). */
const shipped = ['electron', 'better-sqlite3', 'exceljs', 'pdfkit', 'pdf-lib', 'yauzl', 'fflate', 'harfbuzzjs'];
const external = [...shipped, ...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

export interface Bundle {
  readonly entry: string;
  /** File under dist/. */
  readonly out: string;
  readonly format: 'es' | 'cjs';
}

/** What the desktop program runs. The sandboxed preload must be one CommonJS file. */
export const bundles: readonly Bundle[] = [
  { entry: 'electron/main.ts', out: 'main.js', format: 'es' },
  { entry: 'electron/preload.ts', out: 'preload.cjs', format: 'cjs' },
  { entry: 'electron/workers/print.worker.ts', out: 'workers/print.worker.js', format: 'es' },
  { entry: 'electron/workers/workbook.worker.ts', out: 'workers/workbook.worker.js', format: 'es' },
];

export function bundleConfig({ entry, out, format }: Bundle): InlineConfig {
  return {
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: join(root, entry),
      outDir: join(root, 'dist'),
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: { external, output: { format, entryFileNames: out, codeSplitting: false } },
    },
  };
}
