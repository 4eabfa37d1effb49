import { existsSync, globSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

const sourceFiles = [
  'renderer/**/*',
  'shared/**/*.ts',
  'resources/help/*',
  'resources/icons/*',
  'vite.config.ts',
  'package-lock.json',
];

/** Builds the page into dist/pages when a source is newer than the last build. */
export async function ensurePages(): Promise<void> {
  const built = join(root, 'dist/pages/index.html');
  const sources = globSync(sourceFiles, { cwd: root });
  const newest = Math.max(...sources.map((file) => statSync(join(root, file)).mtimeMs));
  if (existsSync(built) && statSync(built).mtimeMs >= newest) return;
  const { build } = await import('vite');
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'error' });
}
