import { type Cell, EMPTY_CELL, type Sheet, type SheetRow } from '../../shared/kernel/sheet.ts';
import { decodeText } from './encoding.ts';
import { LIMITS, refuseWorkbook, stop } from './limits.ts';

/** What the only sheet of a .csv is called where an .xlsx has sheets with names. */
export const CSV_SHEET = '文本表格';

const DELIMITERS = [',', '\t', ';'] as const;
/** Records looked at to tell the delimiter. */
const SNIFFED = 20;

/**
 * The sheet of a .csv: comma, semicolon or tab, quotes as in RFC 4180 with line ends inside them, `sep=;` on the first line.
 * Every cell is text, so that codes keep their digits; rows are numbered as an office program shows them. Stops with a refusal.
 */
export function parseCsv(bytes: Uint8Array): Sheet {
  const text = decodeText(bytes);
  // A text file has no other control characters; one that has is something else.
  if (hasControl(text)) throw stop(refuseWorkbook('NOT_A_WORKBOOK', {}));
  const named = /^sep=([,;\t])\r?\n/.exec(text);
  const body = named === null ? text : text.slice(named[0].length);
  const delimiter = named?.[1] ?? delimiterOf(body);
  if (delimiter === undefined) throw stop(refuseWorkbook('WORKBOOK_RENAMED', { really: 'text' }));
  const rows: SheetRow[] = [];
  let number = named === null ? 0 : 1;
  const openAt = readRecords(body, delimiter, (fields) => {
    number += 1;
    const cells = cellsOf(fields);
    if (cells.length === 0) return true;
    if (cells.length > LIMITS.columns)
      throw stop(refuseWorkbook('WORKBOOK_TOO_MANY_COLUMNS', { sheet: CSV_SHEET, row: number, limit: LIMITS.columns }));
    if (rows.length >= LIMITS.rows + LIMITS.headRows)
      throw stop(refuseWorkbook('WORKBOOK_TOO_MANY_ROWS', { sheet: CSV_SHEET, limit: LIMITS.rows }));
    rows.push({ number, cells });
    return true;
  });
  if (openAt !== null) throw stop(refuseWorkbook('CSV_QUOTE_OPEN', { row: number + 1 }));
  return { name: CSV_SHEET, hidden: false, rows, merges: [] };
}

function hasControl(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 32 && (code < 9 || code > 13)) return true;
  }
  return false;
}

/** The delimiter that makes most columns of the first records and stands after every closing quote; undefined when none makes two. */
function delimiterOf(text: string): string | undefined {
  let best: { readonly delimiter: string; readonly columns: number; readonly isNeat: boolean } | undefined;
  for (const delimiter of DELIMITERS) {
    const widths: number[] = [];
    let isNeat = true;
    readRecords(text, delimiter, (fields, hasTail) => {
      isNeat &&= !hasTail;
      if (fields.some((field) => field.trim() !== '')) widths.push(fields.length);
      return widths.length < SNIFFED;
    });
    const columns = widths.sort((a, b) => a - b)[widths.length >> 1] ?? 0;
    const isBetter =
      best === undefined || (isNeat && !best.isNeat) || (isNeat === best.isNeat && columns > best.columns);
    if (columns > 1 && isBetter) best = { delimiter, columns, isNeat };
  }
  return best?.delimiter ?? DELIMITERS.find((delimiter) => text.includes(delimiter));
}

/** Told each record, and whether a closing quote had text behind it; false ends the reading. */
type Take = (fields: readonly string[], hasTail: boolean) => boolean;

/** Gives each record until `take` says enough; the place of a quote that never closes, else null. */
function readRecords(text: string, delimiter: string, take: Take): number | null {
  let fields: string[] = [];
  let hasTail = false;
  let at = 0;
  while (at < text.length) {
    let field = '';
    const isQuoted = text[at] === '"';
    if (isQuoted) {
      const opened = at;
      at += 1;
      for (;;) {
        const close = text.indexOf('"', at);
        if (close < 0) return opened;
        field += text.slice(at, close);
        at = close + 1;
        if (text[at] !== '"') break;
        field += '"';
        at += 1;
      }
    }
    const end = endOfField(text, at, delimiter);
    fields.push(field + text.slice(at, end));
    hasTail ||= isQuoted && end > at;
    at = end;
    if (text[at] === delimiter) {
      at += 1;
      if (at < text.length) continue;
      fields.push('');
    } else {
      at += text.startsWith('\r\n', at) ? 2 : 1;
    }
    if (!take(fields, hasTail)) return null;
    fields = [];
    hasTail = false;
  }
  return null;
}

function endOfField(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at += 1) {
    const char = text[at];
    if (char === delimiter || char === '\n' || char === '\r') return at;
  }
  return text.length;
}

function cellsOf(fields: readonly string[]): readonly Cell[] {
  const cells = fields.map((field): Cell => {
    const text = plainText(field);
    return text === '' ? EMPTY_CELL : { kind: 'text', text };
  });
  while (cells.at(-1)?.kind === 'empty') cells.pop();
  return cells;
}

/** `="0123"` and `'0123` are how a table program is told to leave digits alone; neither sign belongs to the text. */
function plainText(field: string): string {
  const formula = /^="((?:[^"]|"")*)"$/.exec(field.trim());
  if (formula !== null) return (formula[1] ?? '').replaceAll('""', '"');
  return field.startsWith("'") && field.indexOf("'", 1) < 0 ? field.slice(1) : field;
}
