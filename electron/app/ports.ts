import type { BackupReason } from '../database/backup.ts';
import type { Pool } from '../workers/pool.ts';

/** Where things are; no path ever reaches the page. */
export interface Places {
  /** The data folder: database, backups. */
  readonly data: string;
  /** Policies, calendars, templates, fonts, help as shipped. */
  readonly resources: string;
  /** The built page. */
  readonly pages: string;
}

/** Everything the program takes from outside the database; tests pass fixed ones. */
export interface Ports {
  /** The UTC instant, ISO 8601 with `Z`. */
  readonly now: () => string;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly pool: Pool;
  readonly places: Places;
  /** scrypt's N; 2^17 wherever people sign in. */
  readonly passwordCost: number;
  /** Takes a verified backup now; before an import, a draw, a publication. */
  readonly backup: (reason: BackupReason) => void;
  readonly log: (line: string) => void;
  /** Closes the database and opens the program anew on the same data folder, after a file was moved in. */
  readonly restart: () => void;
}
