import { drawSerialOf } from '../../kernel/numbering.ts';
import type { Result } from '../../kernel/result.ts';
import { done } from '../../kernel/result.ts';
import { FEWEST_DIGITS, FEWEST_WITNESSES } from './digits.ts';
import { badFile } from './file-problem.ts';
import type { BadFile } from './refusals.ts';
import { linesOf, textOf } from './text-lines.ts';

/** What is committed to before any digit exists. Hashes are 64 lower-case hex; C is the hash of the text. */
export interface Manifest {
  readonly rehearsal: boolean;
  /** `YYYY-NNN`, `YLYYYY-NNN` for a rehearsal; a series of its own, not the 任务 number. */
  readonly number: string;
  readonly objects: string;
  readonly officers: string;
  readonly recusals: string;
  readonly plan: string;
  /** How many digits each witness will give, in announced order. */
  readonly digits: readonly number[];
}

/** What a repeated officer stage commits to. */
export interface Amendment {
  readonly officers: string;
  readonly recusals: string;
}

const VERSION = 'SSJ-1';
const REHEARSAL_VERSION = 'SSJ-1-演练';
const HASHED = ['objects', 'officers', 'recusals', 'plan'] as const;
const AMENDED = ['officers', 'recusals'] as const;

export function writeManifest(manifest: Manifest): string {
  return textOf([
    manifest.rehearsal ? REHEARSAL_VERSION : VERSION,
    `draw\t${manifest.number}`,
    ...HASHED.map((key) => `${key}\t${manifest[key]}`),
    `witnesses\t${manifest.digits.length}`,
    `digits\t${manifest.digits.join(',')}`,
  ]);
}

export function readManifest(file: string, text: string): Result<Manifest, BadFile> {
  const lines = linesOf(file, text);
  if (!lines.ok) return lines;
  const [version, drawLine, ...rest] = lines.value;
  const rehearsal = version === REHEARSAL_VERSION;
  if (!rehearsal && version !== VERSION) return badFile(file, 1, 'VERSION');
  const [drawKey, number = '', ...more] = (drawLine ?? '').split('\t');
  if (drawKey !== 'draw' || more.length > 0 || drawSerialOf(number)?.rehearsal !== rehearsal) {
    return badFile(file, 2, 'NUMBER');
  }
  const hashes = readHashes(file, 3, rest.slice(0, HASHED.length), HASHED);
  if (!hashes.ok) return hashes;
  const digits = readDigitCounts(file, 3 + HASHED.length, rest.slice(HASHED.length));
  if (!digits.ok) return digits;
  return done({ rehearsal, number, ...hashes.value, digits: digits.value });
}

export function writeAmendment(amendment: Amendment): string {
  return textOf(AMENDED.map((key) => `${key}\t${amendment[key]}`));
}

export function readAmendment(file: string, text: string): Result<Amendment, BadFile> {
  const lines = linesOf(file, text);
  if (!lines.ok) return lines;
  const hashes = readHashes(file, 1, lines.value, AMENDED);
  if (!hashes.ok) return hashes;
  return lines.value.length > AMENDED.length ? badFile(file, AMENDED.length + 1, 'EXTRA_LINE') : hashes;
}

function readHashes<Key extends string>(
  file: string,
  firstLine: number,
  lines: readonly string[],
  keys: readonly Key[],
): Result<Record<Key, string>, BadFile> {
  const hashes = {} as Record<Key, string>;
  for (const [index, key] of keys.entries()) {
    const [name, hash, ...more] = (lines[index] ?? '').split('\t');
    if (name !== key || !/^[0-9a-f]{64}$/.test(hash ?? '') || more.length > 0) {
      return badFile(file, firstLine + index, 'MANIFEST_LINE', `${key} <64位十六进制>`);
    }
    hashes[key] = hash!;
  }
  return done(hashes);
}

function readDigitCounts(file: string, firstLine: number, lines: readonly string[]): Result<number[], BadFile> {
  const witnesses = Number(/^witnesses\t([1-9]\d?)$/.exec(lines[0] ?? '')?.[1] ?? Number.NaN);
  if (Number.isNaN(witnesses)) return badFile(file, firstLine, 'MANIFEST_LINE', 'witnesses <人数>');
  const counts = /^digits\t([1-9]\d?(?:,[1-9]\d?)*)$/
    .exec(lines[1] ?? '')?.[1]
    ?.split(',')
    .map(Number);
  if (counts?.length !== witnesses) return badFile(file, firstLine + 1, 'MANIFEST_LINE', 'digits <每人位数>');
  if (lines.length > 2) return badFile(file, firstLine + 2, 'EXTRA_LINE');
  if (witnesses < FEWEST_WITNESSES) return badFile(file, firstLine, 'TOO_FEW_WITNESSES');
  const total = counts.reduce((sum, count) => sum + count, 0);
  return total < FEWEST_DIGITS ? badFile(file, firstLine + 1, 'TOO_FEW_DIGITS') : done(counts);
}
