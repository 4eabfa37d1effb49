import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { LINES_NAME, SUMS_NAME, writeLineChecks, writeSums } from '../../../shared/features/draws/package-index.ts';
import { FILE_NAMES, readDraw } from '../../../shared/features/draws/read-draw.ts';
import { drawObjects } from '../../../shared/features/draws/run-draw.ts';
import { transcriptOf } from '../../../shared/features/draws/transcript.ts';
import type { DrawView } from '../../../shared/features/draws/views.ts';
import { localDayOf, localTimeOf } from '../../../shared/kernel/local-date.ts';
import { done, type Refusal, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { drawRecordOf } from '../../app/draw-documents.ts';
import { sha256 } from '../../app/draw-inputs.ts';
import { print } from '../../app/print.ts';
import type { PrintRefusal } from '../../documents/assemble.ts';

const ENCLOSED = ['verify.html', 'verify.py', '说明.txt'];
const TRANSCRIPT_NAME = '过程记录.txt';
const RECORD_NAME = '抽取记录.pdf';

interface ProofPackage {
  readonly bytes: Uint8Array;
  readonly hash: string;
}

/** The 验证包 of a recorded draw. The same draw gives the same bytes, whenever and to whomever it is handed over. */
export async function proofPackage(
  ctx: Context,
  draw: DrawView,
): Promise<Result<ProofPackage, PrintRefusal | Refusal<'NOT_FOUND', { what: string }>>> {
  const recordedAt = draw.recordedAt ?? draw.frozenAt;
  const record = drawRecordOf({ ...ctx, today: localDayOf(recordedAt) }, draw.id);
  if (record === null) return refuse('NOT_FOUND', { what: '抽取' });
  const printed = await print(ctx.ports, { document: record });
  if (!printed.ok) return printed;
  const encoder = new TextEncoder();
  const texts = new Map([...ctx.draws.packageFiles(draw.id), [TRANSCRIPT_NAME, transcript(ctx, draw)]]);
  const files: Record<string, Uint8Array> = { [RECORD_NAME]: printed.value.bytes };
  for (const [name, text] of texts) files[name] = encoder.encode(text);
  files[LINES_NAME] = encoder.encode(writeLineChecks(texts, sha256));
  for (const name of ENCLOSED) files[name] = readFileSync(join(ctx.ports.places.resources, 'verify', name));
  const sums = Object.entries(files).map(([name, bytes]) => [name, hashOf(bytes)] as const);
  files[SUMS_NAME] = encoder.encode(writeSums(sums));
  const bytes = zipSync(sorted(files), { mtime: wallClock(recordedAt) });
  return done({ bytes, hash: hashOf(bytes) });
}

function transcript(ctx: Context, draw: DrawView): string {
  const files = ctx.draws.engineFiles(draw.id);
  const frozen = readDraw(files, sha256);
  if (!frozen.ok) throw new Error('the frozen files of a recorded draw do not read');
  const { strata } = drawObjects(frozen.value, draw.seed ?? '', sha256);
  const near = strata.flatMap(({ cutOff }) => [cutOff.last, cutOff.next].flatMap((one) => one?.id ?? []));
  return transcriptOf({
    bureau: ctx.office.bureau()?.name ?? '',
    draw,
    manifest: files.manifest,
    plan: frozen.value.plan,
    strata,
    names: ctx.draws.poolNames(draw.id, near),
    amends: files.amendments.map(({ amend }, index) => ({ stage: index + 2, text: amend })),
  });
}

function sorted(files: Readonly<Record<string, Uint8Array>>): Record<string, Uint8Array> {
  const first = (name: string) => (name === FILE_NAMES.manifest ? 0 : 1);
  return Object.fromEntries(
    Object.entries(files).sort(([left], [right]) => first(left) - first(right) || (left < right ? -1 : 1)),
  );
}

/** The zip keeps wall clocks without a zone: the bureau's own, wherever the program runs. */
function wallClock(instant: string): Date {
  return new Date(localTimeOf(instant).replace(' ', 'T'));
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
