import { isUtf8 } from 'node:buffer';
import { hash as hashOnce } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { badFile } from '../../shared/features/draws/file-problem.ts';
import {
  changedPlace,
  LINES_NAME,
  mayNotBeExtra,
  readSums,
  SUMS_NAME,
} from '../../shared/features/draws/package-index.ts';
import { type AmendmentFiles, type DrawFiles, FILE_NAMES, readDraw } from '../../shared/features/draws/read-draw.ts';
import { drawRefusalSentence } from '../../shared/features/draws/refusal-sentence.ts';
import type { BadFile, DrawRefusal } from '../../shared/features/draws/refusals.ts';
import { resultDifference } from '../../shared/features/draws/result-difference.ts';
import { readDigits } from '../../shared/features/draws/roster-files.ts';
import { type DrawOutcome, runFrozen } from '../../shared/features/draws/run-draw.ts';
import { done, type Result } from '../../shared/kernel/result.ts';

/** `npm run -s replay -- FOLDER [C=… R=…]`: computes a draw again from the files of its 验证包. */

export interface ReplayReport {
  /** 0 equal, 1 mismatch, 2 infeasible, 3 bad input. */
  readonly exit: 0 | 1 | 2 | 3;
  readonly stdout: string;
  readonly stderr: string;
}

/** What the witnesses signed, as far as it is typed in: C or the whole seed, and the result hash of the record. */
export interface Signed {
  readonly seed?: string;
  readonly resultHash?: string;
}

const EXIT_OF = { BAD_FILE: 3, FILE_CHANGED: 1, DIGITS_CHANGED: 1, SEATS_INFEASIBLE: 2 } as const;

export function replay(folder: string, signed: Signed = {}): ReplayReport {
  const outcome = compute(folder);
  // A broken form is named first, then what lines.txt can place, then what the manifest alone can tell.
  const indexed = outcome.ok || outcome.code !== 'BAD_FILE' ? changedByIndex(folder) : null;
  if (indexed !== null) return { ...indexed, stdout: '' };
  if (!outcome.ok) {
    const place = outcome.code === 'FILE_CHANGED' ? placeIn(folder, outcome.details.file) : '';
    return { exit: EXIT_OF[outcome.code], stdout: '', stderr: `${place}${drawRefusalSentence(outcome)}\n` };
  }
  const { resultText, commitment, resultHash, seed } = outcome.value;
  const facts = `名单承诺值 ${commitment}\n结果哈希 ${resultHash}\n`;
  const kept = readOptional(folder, FILE_NAMES.result);
  if (!kept.ok) return { exit: 3, stdout: resultText, stderr: `${drawRefusalSentence(kept)}\n` };
  const difference =
    unlikeSigned(seed, resultHash, signed) ??
    (kept.value === undefined ? null : resultDifference(kept.value, resultText));
  return { exit: difference === null ? 0 : 1, stdout: resultText, stderr: facts + (difference ?? '') };
}

/** What SHA256SUMS says of the files, with the line that lines.txt points to; null where all is as listed. */
function changedByIndex(folder: string): Pick<ReplayReport, 'exit' | 'stderr'> | null {
  const text = bytesOf(join(folder, SUMS_NAME))?.toString('utf8');
  if (text === undefined) return null;
  const sums = readSums(text);
  if (typeof sums === 'number') return { exit: 3, stderr: `${SUMS_NAME} 第${sums}行：应为“哈希  文件名”。\n` };
  for (const [index, [name, expected]] of sums.entries()) {
    const bytes = bytesOf(join(folder, name));
    if (bytes === undefined)
      return { exit: 3, stderr: `${name} 第1行：文件不存在，${SUMS_NAME}第${index + 1}行列有。\n` };
    if (hashOnce('sha256', bytes) !== expected) {
      return { exit: 1, stderr: `${placeOf(folder, name)}：文件与${SUMS_NAME}第${index + 1}行的哈希不一致。\n` };
    }
  }
  const listed = new Set([SUMS_NAME, ...sums.map(([name]) => name)]);
  const extra = readdirSync(folder).find((name) => !listed.has(name) && mayNotBeExtra(name));
  return extra === undefined ? null : { exit: 3, stderr: `${extra} 第1行：不在${SUMS_NAME}中，是多出的文件。\n` };
}

function placeOf(folder: string, name: string): string {
  const [text, lines] = [name, LINES_NAME].map((one) => bytesOf(join(folder, one))?.toString('utf8') ?? '');
  return changedPlace(name, text ?? '', lines ?? '', sha256);
}

function placeIn(folder: string, name: string): string {
  const place = placeOf(folder, name);
  return place === name ? '' : `${place}：`;
}

function unlikeSigned(seed: string, resultHash: string, signed: Signed): string | null {
  const computed = seed.split('|');
  const typed = signed.seed?.replaceAll(/\s/g, '').toLowerCase().split('|') ?? [];
  const at = typed.findIndex((part, index) => part !== computed[index]);
  if (at === 0) return `${FILE_NAMES.manifest} 第1行：承诺值${computed[0]}与签字的不同，不是当场的那一份。\n`;
  if (at > 0) return `${FILE_NAMES.digits} 第${at}行：见证数字与签字的不同，不是当场的那一份。\n`;
  const typedHash = signed.resultHash?.replaceAll(/\s/g, '').toLowerCase();
  if (typedHash === undefined || typedHash === resultHash) return null;
  return `${FILE_NAMES.digits} 第1行起，或amend更正的人员名单：结果哈希与签字的抽取记录不同，承诺值若一致，被改动的就是见证数字或人员的更正。\n`;
}

function compute(folder: string): Result<DrawOutcome, DrawRefusal> {
  const files = readFolder(folder);
  if (!files.ok) return files;
  const draw = readDraw(files.value, sha256);
  if (!draw.ok) return draw;
  const text = readRequired(folder, FILE_NAMES.digits);
  if (!text.ok) return text;
  const digits = readDigits(FILE_NAMES.digits, text.value);
  return digits.ok ? runFrozen(draw.value, digits.value, sha256) : digits;
}

function readFolder(folder: string): Result<DrawFiles, BadFile> {
  const manifest = readRequired(folder, FILE_NAMES.manifest);
  if (!manifest.ok) return manifest;
  const plan = readRequired(folder, FILE_NAMES.plan);
  if (!plan.ok) return plan;
  const objects = readRequired(folder, FILE_NAMES.objects);
  if (!objects.ok) return objects;
  const frozen = readStage(folder, 1);
  if (!frozen.ok) return frozen;
  const amendments: AmendmentFiles[] = [];
  for (let stage = 2; stage <= lastStage(folder); stage++) {
    const files = readStage(folder, stage);
    if (!files.ok) return files;
    const amend = readRequired(folder, FILE_NAMES.amend(stage));
    if (!amend.ok) return amend;
    amendments.push({ ...files.value, amend: amend.value });
  }
  return done({ manifest: manifest.value, plan: plan.value, objects: objects.value, ...frozen.value, amendments });
}

function readStage(folder: string, stage: number): Result<{ officers: string; recusals: string }, BadFile> {
  const officers = readRequired(folder, FILE_NAMES.officers(stage));
  if (!officers.ok) return officers;
  const recusals = readRequired(folder, FILE_NAMES.recusals(stage));
  return recusals.ok ? done({ officers: officers.value, recusals: recusals.value }) : recusals;
}

/** The highest stage that any file of the folder belongs to: a stage between may then not be missing. */
function lastStage(folder: string): number {
  const stages = readdirSync(folder).map((name) => {
    const found = /^(?:amend-r(\d+)\.txt|(?:officers|recusals)\.r(\d+)\.tsv)$/.exec(name);
    return Number(found?.[1] ?? found?.[2] ?? 1);
  });
  return Math.max(1, ...stages);
}

function readRequired(folder: string, file: string): Result<string, BadFile> {
  const text = readOptional(folder, file);
  if (!text.ok) return text;
  return text.value === undefined ? badFile(file, 1, 'MISSING') : done(text.value);
}

function readOptional(folder: string, file: string): Result<string | undefined, BadFile> {
  const bytes = bytesOf(join(folder, file));
  if (bytes === undefined || isUtf8(bytes)) return done(bytes?.toString('utf8'));
  const line = bytes
    .toString('latin1')
    .split('\n')
    .findIndex((raw) => !isUtf8(Buffer.from(raw, 'latin1')));
  return badFile(file, line + 1, 'NOT_UTF8');
}

function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function sha256(text: string): string {
  return hashOnce('sha256', text);
}

function readArguments(words: readonly string[]): { readonly folder: string; readonly signed: Signed } | null {
  const typed = (key: string) => words.find((word) => word.startsWith(key))?.slice(key.length);
  const [folder, ...more] = words.filter((word) => !/^[CR]=/.test(word));
  const [seed, resultHash] = [typed('C='), typed('R=')];
  if (folder === undefined || more.length > 0) return null;
  return { folder, signed: { ...(seed && { seed }), ...(resultHash && { resultHash }) } };
}

if (import.meta.main) {
  const wanted = readArguments(process.argv.slice(2));
  if (wanted === null) {
    process.stderr.write('用法：npm run -s replay -- 文件夹 [C=签字的承诺值或种子] [R=签字的结果哈希]\n');
    process.exitCode = 3;
  } else {
    const report = replay(wanted.folder, wanted.signed);
    process.stdout.write(report.stdout);
    process.stderr.write(report.stderr);
    process.exitCode = report.exit;
  }
}
