import { isUtf8 } from 'node:buffer';
import { hash as hashOnce } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { badFile, fileProblemSentence } from '../../shared/features/draws/file-problem.ts';
import type { BadFile } from '../../shared/features/draws/refusals.ts';
import { linesOf } from '../../shared/features/draws/text-lines.ts';
import { orderIn, ticketBox } from '../../shared/features/draws/ticket.ts';
import { done, type Result } from '../../shared/kernel/result.ts';

/** `npm run -s tickets -- --seed S --take K < ids.txt`: the first K ids in ticket order, as `ticket<TAB>id`. */

const USAGE = '用法：npm run -s tickets -- --seed 种子 [--take 个数] < ids.txt\n';
const INPUT = 'ids.txt';

/** Ids one a line, every one once, in any order; the last line may lack its LF. */
export function ticketLines(bytes: Buffer, seed: string, take: number): Result<string, BadFile> {
  const ids = readIds(bytes);
  if (!ids.ok) return ids;
  const box = ticketBox(seed, (text) => hashOnce('sha256', text));
  const first = orderIn(box, ids.value, take);
  return done(first.map((id) => `${box.ticketOf(id)}\t${id}\n`).join(''));
}

function readIds(bytes: Buffer): Result<string[], BadFile> {
  if (!isUtf8(bytes)) return badFile(INPUT, 1, 'NOT_UTF8');
  const text = bytes.toString('utf8');
  const lines = linesOf(INPUT, text === '' || text.endsWith('\n') ? text : `${text}\n`);
  if (!lines.ok) return lines;
  const seen = new Set<string>();
  for (const [index, id] of lines.value.entries()) {
    if (id === '') return badFile(INPUT, index + 1, 'EMPTY_FIELD', '对象编号');
    if (id.includes('\t')) return badFile(INPUT, index + 1, 'FIELD_COUNT', '1');
    if (seen.has(id)) return badFile(INPUT, index + 1, 'REPEATED', id);
    seen.add(id);
  }
  return lines;
}

function readArguments(): { readonly seed: string; readonly take: number } | undefined {
  try {
    const { values } = parseArgs({ options: { seed: { type: 'string' }, take: { type: 'string' } } });
    const take = values.take ?? String(Number.MAX_SAFE_INTEGER);
    if (values.seed === undefined || !/^\d+$/.test(take)) return undefined;
    return { seed: values.seed, take: Number(take) };
  } catch {
    return undefined;
  }
}

if (import.meta.main) {
  const wanted = readArguments();
  if (!wanted) {
    process.stderr.write(USAGE);
    process.exitCode = 3;
  } else {
    const lines = ticketLines(readFileSync(0), wanted.seed, wanted.take);
    if (lines.ok) process.stdout.write(lines.value);
    else process.stderr.write(`${fileProblemSentence(lines.details)}\n`);
    process.exitCode = lines.ok ? 0 : 3;
  }
}
