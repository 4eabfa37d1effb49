import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folder of this run for what is made once and copied; see templates-folder.ts. */
export const templatesVariable = 'MINGQIAN_TEST_TEMPLATES';

/** A data folder and what else is to be known of it, as JSON. */
export interface Prepared<Made> {
  readonly data: string;
  readonly made: Made;
}

/**
 * A copy of the data folder `make` gives, in a temporary folder that is the caller's to remove. The first caller of a name
 * makes it; a run has one template of each, whichever worker was first.
 */
export async function copyOf<Made>(name: string, make: () => Promise<Prepared<Made>>): Promise<Prepared<Made>> {
  const templates = process.env[templatesVariable];
  // Outside vitest, as in the browser's tests, few are made and each is made for itself.
  if (templates === undefined) return make();
  const template = join(templates, createHash('sha256').update(name).digest('hex'));
  if (!existsSync(template)) await makeTemplate(template, make);
  const data = mkdtempSync(join(tmpdir(), 'mingqian-'));
  cpSync(join(template, 'data'), data, { recursive: true });
  return { data, made: JSON.parse(readFileSync(join(template, 'made.json'), 'utf8')) as Made };
}

async function makeTemplate<Made>(template: string, make: () => Promise<Prepared<Made>>): Promise<void> {
  const { data, made } = await make();
  // What the program keeps when it closes is not what a test begins with.
  rmSync(join(data, 'backups'), { recursive: true, force: true });
  const folder = mkdtempSync(`${template}-`);
  renameSync(data, join(folder, 'data'));
  writeFileSync(join(folder, 'made.json'), JSON.stringify(made));
  try {
    renameSync(folder, template);
  } catch (error) {
    if (!existsSync(template)) throw error;
    rmSync(folder, { recursive: true });
  }
}
