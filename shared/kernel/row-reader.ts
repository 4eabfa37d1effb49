import { type LocalDate, localDate } from './local-date.ts';
import { tidy, toHalfWidth, withoutBlanks } from './normalise.ts';
import { type Problem, type ProblemCode, type ProblemDetails, problemAt } from './problems.ts';
import { redactText } from './redact.ts';
import { type Cell, cellAt, EMPTY_CELL, type SheetRow } from './sheet.ts';
import type { RecognisedHeadings, SheetColumn } from './sheet-columns.ts';

/** Reads the fields of one row, puts them right, and notes what was found. An unreadable field reads as empty or undefined. */
export interface RowReader<Key extends string> {
  readonly problems: Problem[];
  note<Code extends ProblemCode>(key: Key | undefined, code: Code, details: ProblemDetails[Code]): void;
  /** Blanks at the ends and invisible characters gone; empty when there is nothing. */
  text(key: Key): string;
  /** A code or number: half width, upper case, no blanks. Number cells are refused when digits are, or may be, lost. */
  code(key: Key, numbers: 'refuse' | 'allow-short'): string;
  /** A telephone number. One with figures hidden, as exports show it, says nothing: empty. */
  phone(key: Key): string;
  date(key: Key): LocalDate | undefined;
  /** A day written as part of a longer cell of this column. */
  day(key: Key, typed: string): LocalDate | undefined;
  /** One of the choices or a synonym; `otherwise` when empty. */
  choice<T extends string>(key: Key, choices: readonly T[], otherwise: T, synonyms?: Readonly<Record<string, T>>): T;
  flag(key: Key, otherwise: boolean): boolean;
  /** Parts between 、 ； ， or line ends, without repetition. */
  list(key: Key): string[];
  require(key: Key): void;
  /** Nothing is filled in, or the sheet has no such column. */
  isBlank(key: Key): boolean;
  /** A telephone number with figures hidden stands there. */
  isHidden(key: Key): boolean;
}

const TEXT_LIMIT = 500;
/** What is written where there is nothing to write. */
const NOTHING = /^(?:[-－—–_/／\\*]+|无|暂无|空)$/;
/** The apostrophe an export puts before what could be taken for a formula. */
const GUARD = /^'(?=\s*[=+\-@＝＋－＠])/gm;
/** Beyond this a number cell has lost digits. */
const SAFE_DIGITS = 15;
/** What `maskPhone` makes of a number, blanks gone. */
const HIDDEN_PHONE = /^(?:1\d{2}\*{4}\d{4}|(?:0\d{2,3}-?)?\*+[^*]{2})$/;
/** How a table program writes a long number into a .csv: the digits behind the fifteenth are gone. */
const SHORTENED = /^\d(?:\.\d+)?E\+\d{1,3}$/i;

export function createRowReader<Key extends string>(
  sheet: string,
  row: SheetRow,
  headings: RecognisedHeadings<Key>,
  columns: readonly SheetColumn<Key>[],
): RowReader<Key> {
  const problems: Problem[] = [];

  function note<Code extends ProblemCode>(key: Key | undefined, code: Code, details: ProblemDetails[Code]): void {
    const column = columns.find((candidate) => candidate.key === key)?.heading ?? '';
    problems.push(problemAt({ sheet, row: row.number, column }, code, details));
  }

  function cell(key: Key): Cell {
    const found = typedCell(key);
    if (found.kind !== 'error') return found;
    note(key, 'CELL_ERROR', { found: found.text });
    return EMPTY_CELL;
  }

  function typedCell(key: Key): Cell {
    const column = headings.columns.get(key);
    const found = column === undefined ? EMPTY_CELL : cellAt(row, column);
    if (NOTHING.test(tidy(found.text))) return EMPTY_CELL;
    return found.kind === 'text' ? { ...found, text: found.text.replace(GUARD, '') } : found;
  }

  function kept(key: Key, typed: string, value: string): string {
    const limit = columns.find((candidate) => candidate.key === key)?.limit ?? TEXT_LIMIT;
    if (value.length > limit) {
      note(key, 'TEXT_TOO_LONG', { length: value.length, limit });
      return '';
    }
    if (value !== typed && value !== '') note(key, 'NORMALISED', { found: typed, kept: value });
    return value;
  }

  function text(key: Key): string {
    const { text: typed } = cell(key);
    return kept(key, typed, tidy(typed));
  }

  function code(key: Key, numbers: 'refuse' | 'allow-short'): string {
    const found = cell(key);
    const tooLong = withoutBlanks(found.text).length > SAFE_DIGITS;
    const isLost = found.kind === 'number' ? numbers === 'refuse' || tooLong : SHORTENED.test(found.text.trim());
    if (isLost) {
      note(key, 'DIGITS_LOST', { found: found.text });
      return '';
    }
    return kept(key, found.text, toHalfWidth(withoutBlanks(found.text)).toUpperCase());
  }

  function phone(key: Key): string {
    const number = code(key, 'allow-short');
    if (isHidden(key)) {
      note(key, 'PHONE_HIDDEN', {});
      return '';
    }
    if (number !== '' && !isPhone(number)) note(key, 'PHONE_SHAPE', {});
    return number;
  }

  function date(key: Key): LocalDate | undefined {
    const found = cell(key);
    return day(key, found.kind === 'date' ? found.text.slice(0, 10) : tidy(found.text));
  }

  function day(key: Key, typed: string): LocalDate | undefined {
    const found = typed === '' ? undefined : dayOf(toHalfWidth(typed));
    if (typed !== '' && found === undefined) note(key, 'BAD_DATE', { found: typed });
    return found;
  }

  function choice<T extends string>(
    key: Key,
    choices: readonly T[],
    otherwise: T,
    synonyms: Readonly<Record<string, T>> = {},
  ): T {
    const typed = toHalfWidth(withoutBlanks(cell(key).text));
    if (typed === '') return otherwise;
    const found = choices.find((candidate) => toHalfWidth(candidate) === typed) ?? synonyms[typed];
    if (found !== undefined) return found;
    note(key, 'UNKNOWN_CHOICE', { found: typed, choices });
    return otherwise;
  }

  function flag(key: Key, otherwise: boolean): boolean {
    return choice(key, ['是', '否'], otherwise ? '是' : '否', FLAG_SYNONYMS) === '是';
  }

  function list(key: Key): string[] {
    const parts = text(key).split(/[、；;，,\n]/);
    return [...new Set(parts.map(tidy).filter((part) => part !== ''))];
  }

  function isBlank(key: Key): boolean {
    return tidy(typedCell(key).text) === '';
  }

  function isHidden(key: Key): boolean {
    return HIDDEN_PHONE.test(withoutBlanks(typedCell(key).text));
  }

  function require(key: Key): void {
    const found = typedCell(key);
    if (found.kind !== 'error' && tidy(found.text) === '') note(key, 'MISSING', {});
  }

  return { problems, note, text, code, phone, date, day, choice, flag, list, require, isBlank, isHidden };
}

/** A code as the reader gives it, but a note on it shows no identity number. */
export function codeUnseen<Key extends string>(reader: RowReader<Key>, key: Key): string {
  const before = reader.problems.length;
  const code = reader.code(key, 'refuse');
  for (const [index, problem] of reader.problems.entries()) {
    if (index < before || problem.code !== 'NORMALISED') continue;
    const { found, kept } = problem.details;
    reader.problems[index] = { ...problem, details: { found: redactText(found), kept: redactText(kept) } };
  }
  return code;
}

const FLAG_SYNONYMS: Readonly<Record<string, '是' | '否'>> = {
  有: '是',
  '√': '是',
  '1': '是',
  Y: '是',
  TRUE: '是',
  重点: '是',
  重点企业: '是',
  规上: '是',
  规模以上: '是',
  行政: '是',
  行政编制: '是',
  组长: '是',
  无: '否',
  '×': '否',
  '0': '否',
  N: '否',
  FALSE: '否',
  一般: '否',
  一般企业: '否',
  规下: '否',
  规模以下: '否',
  事业: '否',
  事业编制: '否',
};

/** `2020-1-2`, `2020/1/2`, `2020.1.2`, `2020年1月2日` and `20200102`, as `2020-01-02`; undefined for anything else. */
export function dayOf(typed: string): LocalDate | undefined {
  const parts =
    /^(\d{4})(?:[-/.年]\s?)(\d{1,2})(?:[-/.月]\s?)(\d{1,2})日?$/.exec(typed) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(typed);
  if (parts === null) return undefined;
  return localDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) ?? undefined;
}

/** A mobile number, or a landline with or without its area code. */
export function isPhone(text: string): boolean {
  return /^1[3-9]\d{9}$/.test(text) || /^(0\d{2,3}-?)?[2-9]\d{6,7}(-\d{1,6})?$/.test(text);
}
