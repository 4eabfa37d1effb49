import type { Result } from '../../kernel/result.ts';
import { done } from '../../kernel/result.ts';
import { badFile } from './file-problem.ts';
import type { BadFile } from './refusals.ts';
import { linesOf, sortedRowsOf, sortedText, textOf } from './text-lines.ts';

/** A line of objects.tsv: everyone, the excluded too. The stratum is a credit grade, or `*`. */
export interface ListedObject {
  readonly id: string;
  readonly stratum: string;
}

/** A line of officers.tsv. `base` is the load already carried this year, `cap` the most seats in this draw alone. */
export interface ListedOfficer {
  readonly id: string;
  readonly name: string;
  readonly department: string;
  readonly leader: boolean;
  readonly scopes: readonly string[];
  readonly base: number;
  readonly cap: number;
}

/** A line of recusals.tsv; the reason is a code, not a story. */
export interface ListedRecusal {
  readonly officer: string;
  readonly object: string;
  readonly reason: string;
}

const OBJECT_COLUMNS = ['对象编号', '分组'] as const;
const OFFICER_COLUMNS = ['人员编号', '姓名', '部门', '组长', '事项范围', '已承担数', '上限'] as const;
const RECUSAL_COLUMNS = ['人员编号', '对象编号', '回避原因'] as const;
const SCOPES_COLUMN = 4;

export function writeObjects(objects: readonly ListedObject[]): string {
  return sortedText(objects.map(({ id, stratum }) => [id, stratum]));
}

export function writeOfficers(officers: readonly ListedOfficer[]): string {
  return sortedText(
    officers.map(({ id, name, department, leader, scopes, base, cap }) => [
      id,
      name,
      department,
      leader ? '1' : '0',
      scopes.join(','),
      String(base),
      String(cap),
    ]),
  );
}

export function writeRecusals(recusals: readonly ListedRecusal[]): string {
  return sortedText(recusals.map(({ officer, object, reason }) => [officer, object, reason]));
}

/** One line a witness, in announced order. */
export function writeDigits(digits: readonly string[]): string {
  return textOf(digits);
}

export function readObjects(file: string, text: string): Result<ListedObject[], BadFile> {
  const rows = sortedRowsOf(file, text, OBJECT_COLUMNS);
  if (!rows.ok) return rows;
  const fault = firstEmpty(file, rows.value, OBJECT_COLUMNS) ?? firstRepeatedId(file, rows.value);
  return fault ?? done(rows.value.map((row) => ({ id: row[0]!, stratum: row[1]! })));
}

export function readOfficers(file: string, text: string): Result<ListedOfficer[], BadFile> {
  const rows = sortedRowsOf(file, text, OFFICER_COLUMNS);
  if (!rows.ok) return rows;
  const fault = firstEmpty(file, rows.value, OFFICER_COLUMNS) ?? firstRepeatedId(file, rows.value);
  if (fault) return fault;
  const officers: ListedOfficer[] = [];
  for (const [index, row] of rows.value.entries()) {
    const officer = officerOf(file, index + 1, row);
    if (!officer.ok) return officer;
    officers.push(officer.value);
  }
  return done(officers);
}

export function readRecusals(file: string, text: string): Result<ListedRecusal[], BadFile> {
  const rows = sortedRowsOf(file, text, RECUSAL_COLUMNS);
  if (!rows.ok) return rows;
  const fault = firstEmpty(file, rows.value, RECUSAL_COLUMNS);
  return fault ?? done(rows.value.map((row) => ({ officer: row[0]!, object: row[1]!, reason: row[2]! })));
}

/** The witnesses' digits as they stand in the file: strings of ASCII digits, never numbers. */
export function readDigits(file: string, text: string): Result<string[], BadFile> {
  const lines = linesOf(file, text);
  if (!lines.ok) return lines;
  const wrong = lines.value.findIndex((line) => !/^[0-9]+$/.test(line));
  return wrong >= 0 ? badFile(file, wrong + 1, 'NOT_DIGITS') : lines;
}

function officerOf(file: string, line: number, row: readonly string[]): Result<ListedOfficer, BadFile> {
  const [id, name, department, leader, scopes, base, cap] = row as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  if (leader !== '0' && leader !== '1') return badFile(file, line, 'NOT_A_FLAG');
  if (!isCount(base)) return badFile(file, line, 'NOT_A_COUNT', OFFICER_COLUMNS[5]);
  if (!isCount(cap)) return badFile(file, line, 'NOT_A_COUNT', OFFICER_COLUMNS[6]);
  return done({
    id,
    name,
    department,
    leader: leader === '1',
    scopes: scopes === '' ? [] : scopes.split(','),
    base: Number(base),
    cap: Number(cap),
  });
}

function isCount(text: string): boolean {
  return /^(0|[1-9][0-9]{0,5})$/.test(text);
}

function firstEmpty(file: string, rows: readonly string[][], columns: readonly string[]): BadFile | undefined {
  for (const [index, row] of rows.entries()) {
    const column = row.findIndex((field, at) => field === '' && columns[at] !== OFFICER_COLUMNS[SCOPES_COLUMN]);
    if (column >= 0) return badFile(file, index + 1, 'EMPTY_FIELD', columns[column]);
  }
  return undefined;
}

// Sorted lines put the same id in a row only if nothing sorts between, so ids are compared over the whole file.
function firstRepeatedId(file: string, rows: readonly string[][]): BadFile | undefined {
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    if (seen.has(row[0]!)) return badFile(file, index + 1, 'REPEATED', row[0]);
    seen.add(row[0]!);
  }
  return undefined;
}
