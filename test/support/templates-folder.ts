import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { templatesVariable } from './templates.ts';

/** Before all tests of a run: a folder for templates.ts. Vitest calls both by these names. */
export function setup(): void {
  process.env[templatesVariable] = mkdtempSync(join(tmpdir(), 'mingqian-templates-'));
}

export function teardown(): void {
  const folder = process.env[templatesVariable];
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}
