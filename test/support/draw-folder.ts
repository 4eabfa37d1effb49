import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CeremonyCase, rowsText } from './draw-vectors.ts';

/** The files of a 验证包 by name, with the published result of the last stage. */
export function packageOf(example: CeremonyCase, secondStage = false): Record<string, string> {
  const second = secondStage ? example.r2 : undefined;
  return {
    'manifest.txt': example.manifest,
    'objects.tsv': example.objects_tsv,
    'officers.tsv': example.officers_tsv,
    'recusals.tsv': example.recusals_tsv,
    'plan.json': example.plan_json,
    'digits.txt': rowsText(example.digits.map((digits) => [digits])),
    ...(second && {
      'officers.r2.tsv': second.officers_tsv,
      'recusals.r2.tsv': second.recusals_tsv,
      'amend-r2.txt': second.amend,
    }),
    'result.tsv': rowsText(second?.rows ?? example.rows),
  };
}

/** Calls `use` with a folder of these files; the folder is gone afterwards. */
export async function inFolder<T>(
  files: Readonly<Record<string, string | Buffer>>,
  use: (folder: string) => T | Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'draw-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
