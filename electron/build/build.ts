import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleConfig, bundles } from './bundles.ts';
import { ensureFonts } from './fonts.ts';
import { ensurePages } from './pages.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Builds everything the desktop program runs into dist/: the bundles of this folder's list, and the page. */
export async function buildDesktop(): Promise<void> {
  ensureFonts();
  await ensurePages();
  const { build } = await import('vite');
  for (const bundle of bundles.filter(({ entry }) => existsSync(join(root, entry)))) await build(bundleConfig(bundle));
}

if (import.meta.main) await buildDesktop();
