import { isUtf8 } from 'node:buffer';
import { hash as hashOnce } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { badFile } from '../../shared/features/draws/file-problem.ts';
import { type AmendmentFiles, type DrawFiles, FILE_NAMES, readDraw } from '../../shared/features/draws/read-draw.ts';
import { drawRefusalSentence } from '../../shared/features/draws/refusal-sentence.ts';
import type { BadFile, DrawRefusal } from '../../shared/features/draws/refusals.ts';
import { readDigits } from '../../shared/features/draws/roster-files.ts';
import { type DrawOutcome, runFrozen } from '../../shared/features/draws/run-draw.ts';
import { done, type Result } from '../../shared/kernel/result.ts';

/** `npm run -s replay -- FOLDER`: computes a draw again from the files of its 验证包. */

export interface ReplayReport {
  /** 0 equal, 1 mismatch, 2 infeasible, 3 bad input. */
  readonly exit: 0 | 1 | 2 | 3;
  readonly stdout: string;
  readonly stderr: string;
}

const EXIT_OF = { BAD_FILE: 3, FILE_CHANGED: 1, DIGITS_CHANGED: 1, SEATS_INFEASIBLE: 2 } as const;

export function replay(folder: string): ReplayReport {
  const outcome = compute(folder);
  if (!outcome.ok) {
    return { exit: EXIT_OF[outcome.code], stdout: '', stderr: `${drawRefusalSentence(outcome)}\n` };
  }
  const { resultText, commitment, resultHash } = outcome.value;
  const facts = `名单承诺值 ${commitment}\n结果哈希 ${resultHash}\n`;
  const kept = readOptional(folder, FILE_NAMES.result);
  if (!kept.ok) return { exit: 3, stdout: resultText, stderr: `${drawRefusalSentence(kept)}\n` };
  const difference = kept.value === undefined ? undefined : firstDifference(kept.value, resultText);
  return { exit: difference ? 1 : 0, stdout: resultText, stderr: facts + (difference ?? '') };
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

function firstDifference(kept: string, computed: string): string | undefined {
  if (kept === computed) return undefined;
  const keptLines = kept.split('\n');
  const lines = computed.split('\n');
  const at = keptLines.findIndex((line, index) => line !== lines[index]);
  const line = at < 0 ? keptLines.length : at;
  return `${FILE_NAMES.result} 第${line + 1}行与复算不一致：文件中为“${keptLines[line] ?? ''}”，复算为“${lines[line] ?? ''}”。\n`;
}

function sha256(text: string): string {
  return hashOnce('sha256', text);
}

if (import.meta.main) {
  const [folder, ...more] = process.argv.slice(2);
  if (folder === undefined || more.length > 0) {
    process.stderr.write('用法：npm run -s replay -- 文件夹\n');
    process.exitCode = 3;
  } else {
    const report = replay(folder);
    process.stdout.write(report.stdout);
    process.stderr.write(report.stderr);
    process.exitCode = report.exit;
  }
}
