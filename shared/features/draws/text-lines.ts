import type { Result } from '../../kernel/result.ts';
import { done } from '../../kernel/result.ts';
import { badFile } from './file-problem.ts';
import type { BadFile } from './refusals.ts';
import { compareText } from './text-order.ts';

/** The lines of a file of SSJ-1, without their LF: NFC, no BOM, no CR, every line ended. */
export function linesOf(file: string, text: string): Result<string[], BadFile> {
  if (text.startsWith('\ufeff')) return badFile(file, 1, 'BOM');
  const lines = text.split('\n');
  const afterLast = lines.pop();
  const carriage = lines.findIndex((line) => line.includes('\r'));
  if (carriage >= 0) return badFile(file, carriage + 1, 'CARRIAGE_RETURN');
  if (afterLast !== '') return badFile(file, lines.length + 1, 'NO_FINAL_LF');
  if (text.normalize('NFC') !== text) {
    return badFile(file, lines.findIndex((line) => line.normalize('NFC') !== line) + 1, 'NOT_NFC');
  }
  return done(lines);
}

/** The fields of a file whose lines are sorted by bytes and unlike; `columns` names them for the messages. */
export function sortedRowsOf(file: string, text: string, columns: readonly string[]): Result<string[][], BadFile> {
  const lines = linesOf(file, text);
  if (!lines.ok) return lines;
  const rows: string[][] = [];
  for (const [index, line] of lines.value.entries()) {
    const fields = line.split('\t');
    if (fields.length !== columns.length) return badFile(file, index + 1, 'FIELD_COUNT', String(columns.length));
    if (index > 0) {
      const order = compareText(lines.value[index - 1]!, line);
      if (order === 0) return badFile(file, index + 1, 'REPEATED', line);
      if (order > 0) return badFile(file, index + 1, 'UNSORTED');
    }
    rows.push(fields);
  }
  return done(rows);
}

/** Rows to lines, sorted by bytes. */
export function sortedText(rows: readonly (readonly string[])[]): string {
  return textOf(rows.map((fields) => fields.join('\t')).sort(compareText));
}

/** Lines in the given order, each ended by LF. */
export function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
