import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WorkerName } from '../workers/pool.ts';
import type { HousePlaces } from './house.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Places and workers when the program runs from its sources: pages from dist, workers straight from TypeScript. */
export function sourcePlaces(data: string): HousePlaces {
  return {
    data,
    resources: join(root, 'resources'),
    pages: join(root, 'dist/pages'),
    migrations: join(root, 'electron/database/migrations'),
  };
}

export function sourceWorker(name: WorkerName): URL {
  return new URL(`../workers/${name}.worker.ts`, import.meta.url);
}

/** Where the data lie unless `--data` says otherwise: the user's own folder on the local disk. */
export function defaultDataFolder(platform: string = process.platform): string {
  if (platform === 'win32') return join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData/Local'), 'mingqian');
  return join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local/share'), 'mingqian');
}
