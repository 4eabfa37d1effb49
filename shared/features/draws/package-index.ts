import { FILE_NAMES } from './read-draw.ts';
import { textOf } from './text-lines.ts';
import { compareText } from './text-order.ts';
import type { Hash } from './ticket.ts';

/** The two files of a 验证包 that tell where something was changed. The verdict never rests on them. */
export const SUMS_NAME = 'SHA256SUMS';
export const LINES_NAME = 'lines.txt';

const SHORT_HASH = 8;
const MOST_SHOWN = 80;

/** A file's name with its SHA-256. */
export type NamedHash = readonly [name: string, hash: string];

/** SHA256SUMS as `sha256sum -c` takes it. */
export function writeSums(hashes: readonly NamedHash[]): string {
  const sorted = [...hashes].sort(([left], [right]) => compareText(left, right));
  return textOf(sorted.map(([name, hash]) => `${hash}  ${name}`));
}

/** The entries of SHA256SUMS; a line of another form gives its number, from 1. */
export function readSums(text: string): readonly NamedHash[] | number {
  const lines = text.split('\n');
  const afterLast = lines.pop();
  const entries = lines.map((line) => /^([0-9a-f]{64}) {2}(.+)$/.exec(line));
  const wrong = afterLast === '' ? entries.indexOf(null) : lines.length;
  return wrong >= 0 ? wrong + 1 : entries.map((entry): NamedHash => [entry![2]!, entry![1]!]);
}

/** Whether a file that SHA256SUMS does not list would change what is computed. */
export function mayNotBeExtra(name: string): boolean {
  return /\.(?:tsv|json)$|^(?:amend.*|digits|lines)\.txt$/.test(name);
}

/** lines.txt: a short hash of each line of each text, of each item of the plan, and of the empty rest after the last. */
export function writeLineChecks(texts: ReadonlyMap<string, string>, hash: Hash): string {
  const names = [...texts.keys()].sort(compareText);
  return textOf(names.flatMap((name) => rowsOf(name, texts.get(name) ?? '', hash)));
}

/** The first line or item of the file that lines.txt does not know: `objects.tsv 第12行“…”`; the name alone if all are known. */
export function changedPlace(name: string, text: string, lineChecks: string, hash: Hash): string {
  const known = new Set(lineChecks.split('\n').filter((row) => row.startsWith(`${name}\t`)));
  if (known.size === 0) return name;
  const at = rowsOf(name, text, hash).findIndex((row) => !known.has(row));
  if (at < 0) return name;
  const shown = piecesOf(name, text)[at]!.slice(0, MOST_SHOWN).replaceAll('\t', ' ');
  return `${name} 第${at + 1}${name === FILE_NAMES.plan ? '项' : '行'}“${shown}”`;
}

function rowsOf(name: string, text: string, hash: Hash): string[] {
  return piecesOf(name, text).map((piece, index) => `${name}\t${index + 1}\t${hash(piece).slice(0, SHORT_HASH)}`);
}

/** The plan is one line: its items are what stands between commas. */
function piecesOf(name: string, text: string): string[] {
  return text.split(name === FILE_NAMES.plan ? ',' : '\n');
}
