import { dayOfNumber } from '../../shared/kernel/local-date.ts';
import { type Cell, EMPTY_CELL } from '../../shared/kernel/sheet.ts';
import type { Format } from './formats.ts';
import { cutBehind, readPieces, unescapeXml } from './xml.ts';

export interface CellContext {
  /** One cell for each shared string, used wherever it stands. */
  readonly strings: readonly Cell[];
  readonly formats: readonly Format[];
  /** Days counted from 1904 instead of 1900, as old Macintosh files do. */
  readonly date1904: boolean;
}

// A million cells: attributes are looked up one by one here, not parsed into maps.
const TYPE = /(?:^|\s)t=["']([^"']*)/;
const STYLE = /(?:^|\s)s=["'](\d{1,9})/;
const FORMULA = /<f[\s/>]/;
const VALUE = /<v(?:\s[^<>]*[^/])?>([^<]*)/;

/** One `<c>` element: `attributes` and `inside` as they stand in the file. */
export function cellOf(attributes: string, inside: string, context: CellContext): Cell {
  const cell = storedValue(attributes, inside, context);
  if (!FORMULA.test(inside)) return cell;
  return cell.kind === 'empty' ? { kind: 'error', text: '', computed: true } : { ...cell, computed: true };
}

function storedValue(attributes: string, inside: string, { strings, formats, date1904 }: CellContext): Cell {
  const type = TYPE.exec(attributes)?.[1] ?? 'n';
  if (type === 'inlineStr') return textCell(storedText(inside));
  const value = VALUE.exec(inside)?.[1]?.trim() ?? '';
  if (value === '') return EMPTY_CELL;
  switch (type) {
    case 's':
      return strings[Number(value)] ?? EMPTY_CELL;
    case 'str':
      return textCell(decoded(VALUE.exec(inside)?.[1] ?? ''));
    case 'b':
      return { kind: 'boolean', text: value === '1' ? 'TRUE' : 'FALSE', value: value === '1' };
    case 'e':
      return { kind: 'error', text: unescapeXml(value) };
    case 'd':
      return { kind: 'date', text: value.slice(0, 10) };
    default:
      return numberCell(Number(value), formats[Number(STYLE.exec(attributes)?.[1] ?? 0)] ?? 'general', date1904);
  }
}

function textCell(text: string): Cell {
  return text === '' ? EMPTY_CELL : { kind: 'text', text };
}

function numberCell(value: number, format: Format, date1904: boolean): Cell {
  if (!Number.isFinite(value)) return { kind: 'error', text: '' };
  if (format === 'percent')
    return { kind: 'number', text: `${Number((value * 100).toPrecision(12))}%`, value, percent: true };
  if (format !== 'general') return dateCell(value, format, date1904) ?? plainNumber(value);
  return plainNumber(value);
}

function plainNumber(value: number): Cell {
  // Fifteen digits are what the office program keeps and shows.
  const text = Number.isInteger(value) ? BigInt(value).toString() : String(Number(value.toPrecision(15)));
  return { kind: 'number', text, value };
}

const MINUTES_PER_DAY = 1_440;
/** Day numbers (from 1970-01-01) of the file's days 0; the program stores none after 9999-12-31. */
const DAY_ZERO_1900 = -25_569;
const DAY_ZERO_1904 = -24_107;
const LAST_DAY = 2_958_465;

function dateCell(value: number, format: Format, date1904: boolean): Cell | undefined {
  if (value < 1 || value > LAST_DAY) return undefined;
  const minutes = format === 'date-time' ? Math.round(value * MINUTES_PER_DAY) : Math.floor(value) * MINUTES_PER_DAY;
  const serial = Math.floor(minutes / MINUTES_PER_DAY);
  // The 1900 calendar counts a 29 February 1900 that never was: days before it are one short.
  const day = date1904 ? serial + DAY_ZERO_1904 : serial + DAY_ZERO_1900 + (serial < 60 ? 1 : 0);
  const ofDay = minutes % MINUTES_PER_DAY;
  if (ofDay === 0) return { kind: 'date', text: dayOfNumber(day) };
  const clock = [Math.floor(ofDay / 60), ofDay % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return { kind: 'date', text: `${dayOfNumber(day)} ${clock}` };
}

/** The shared strings of a workbook as cells, by number, read piece by piece. */
export async function readStrings(pieces: AsyncIterable<string>): Promise<readonly Cell[]> {
  const cells: Cell[] = [];
  await readPieces(pieces, (text, isLast) => {
    const [whole, rest] = isLast ? [text, ''] : cutBehind(text, '</si>');
    scanStrings(whole, cells);
    return rest;
  });
  return cells;
}

function scanStrings(xml: string, cells: Cell[]): void {
  const tag = /<si(?=[\s/>])([^<>]*)>/g;
  for (let found = tag.exec(xml); found !== null; found = tag.exec(xml)) {
    const end = found[1]?.endsWith('/') ? tag.lastIndex : xml.indexOf('</si', tag.lastIndex);
    cells.push(textCell(storedText(xml.slice(tag.lastIndex, end < 0 ? xml.length : end))));
    if (end > tag.lastIndex) tag.lastIndex = end;
  }
}

/** The text of all runs; phonetic guides (`rPh`) are not part of it. */
function storedText(inside: string): string {
  let text = '';
  let phoneticUntil = 0;
  for (const found of inside.matchAll(/<(rPh|t)(?=[\s>])[^<>]*>/g)) {
    const from = found.index + found[0].length;
    if (found[1] === 'rPh') phoneticUntil = Math.max(phoneticUntil, inside.indexOf('</rPh', from));
    if (found[1] === 'rPh' || found.index < phoneticUntil || found[0].endsWith('/>')) continue;
    const to = inside.indexOf('<', from);
    text += inside.slice(from, to < 0 ? inside.length : to);
  }
  return ownCopy(decoded(text));
}

/** A piece of a string keeps the whole of it in memory; this one stands alone. */
function ownCopy(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}

/** `_x000D_` and its kin are how the office program stores control characters. */
function decoded(text: string): string {
  const plain = unescapeXml(text);
  if (!plain.includes('_x')) return plain;
  return plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
