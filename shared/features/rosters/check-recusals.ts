import type { LocalDate } from '../../kernel/local-date.ts';
import { nameKey } from '../../kernel/normalise.ts';
import type { RowReader } from '../../kernel/row-reader.ts';
import type { Sheet } from '../../kernel/sheet.ts';
import { findTable, type Staged, stageRows } from '../../kernel/staging.ts';
import { type KnownOfficer, officerKey } from './check-officers.ts';
import { type RecusalField, type RecusalReason, recusalColumns, recusalReasons } from './officer-columns.ts';

/** An object by the code draws know it by: the 统一社会信用代码, or the roster's number of a 自然人. */
export interface RecusedObject {
  readonly code: string;
  readonly name: string;
  readonly idCard?: string | null;
}

/** One 回避 relation between an officer and an object of inspection. */
export interface RecusalDraft {
  /** As `officerKey` makes it. */
  readonly officer: string;
  /** What the roster knows the object by. */
  readonly object: string;
  readonly reason: RecusalReason;
  readonly evidence: string;
  /** Absent: from the day of the import. */
  readonly fromOn?: LocalDate | undefined;
  /** The last day; absent: until lifted. */
  readonly toOn?: LocalDate | undefined;
}

const NOTHING: Staged<RecusalDraft> = { rows: [], problems: [], rowsRead: 0, unknownHeadings: [] };

/**
 * Checks the sheet 回避关系; a workbook without one has no recusals. `officers` are those of the roster and of the same
 * workbook, `objects` those of the roster; `known` are the recusals already there.
 */
export function checkRecusals(
  sheets: readonly Sheet[],
  officers: readonly KnownOfficer[],
  objects: readonly RecusedObject[],
  known: readonly RecusalDraft[],
): Staged<RecusalDraft> {
  const table = findTable(sheets, recusalColumns);
  if (!table.ok) return NOTHING;
  const findOfficer = finder(officers, ({ name }) => name);
  const findObject = finder(objects, ({ name }) => name);
  const rowOfPair = new Map<string, number>();
  const there = new Set(known.map(pairOf));

  return stageRows(table.value, recusalColumns, (reader, row) => {
    const draft = readRecusal(reader, findOfficer, findObject);
    const pair = pairOf(draft);
    const firstRow = rowOfPair.get(pair);
    const complete = draft.officer !== '' && draft.object !== '';
    if (complete && firstRow !== undefined) reader.note('officer', 'DUPLICATE_IN_FILE', { firstRow });
    if (complete && firstRow === undefined) rowOfPair.set(pair, row);
    return { draft, update: there.has(pair) };
  });
}

function pairOf({ officer, object }: RecusalDraft): string {
  return `${officer}\n${object}`;
}

type Finder<T> = (name: string) => readonly T[];

function finder<T>(all: readonly T[], nameOf: (one: T) => string): Finder<T> {
  const byName = new Map<string, T[]>();
  for (const one of all) {
    const key = nameKey(nameOf(one));
    byName.set(key, [...(byName.get(key) ?? []), one]);
  }
  return (name) => byName.get(nameKey(name)) ?? [];
}

function readRecusal(
  reader: RowReader<RecusalField>,
  findOfficer: Finder<KnownOfficer>,
  findObject: Finder<RecusedObject>,
): RecusalDraft {
  reader.require('officer');
  reader.require('object');
  reader.require('reason');
  const fromOn = reader.date('fromOn');
  const toOn = reader.date('toOn');
  if (fromOn !== undefined && toOn !== undefined && fromOn > toOn) {
    reader.note('toOn', 'DATES_REVERSED', { from: fromOn, until: toOn });
  }
  return {
    officer: officerOf(reader, findOfficer),
    object: objectOf(reader, findObject),
    reason: reader.choice('reason', recusalReasons, '其他', REASON_SYNONYMS),
    evidence: reader.text('evidence'),
    fromOn,
    toOn,
  };
}

const REASON_SYNONYMS: Readonly<Record<string, RecusalReason>> = {
  近亲属: '亲属',
  亲属关系: '亲属',
  曾在该企业任职: '曾任职',
  任职: '曾任职',
  持有股份: '持股',
  本人主动申请: '本人申请',
  企业提出: '企业申请',
  当事人申请: '企业申请',
};

function officerOf(reader: RowReader<RecusalField>, find: Finder<KnownOfficer>): string {
  const name = reader.text('officer');
  const department = nameKey(reader.text('department'));
  if (name === '') return '';
  const found = find(name).filter((officer) => department === '' || nameKey(officer.department) === department);
  const [officer] = found;
  if (officer === undefined) reader.note('officer', 'OFFICER_UNKNOWN', { name });
  else if (found.length > 1) reader.note('department', 'OFFICER_AMBIGUOUS', { name });
  return officer === undefined ? '' : officerKey(officer);
}

function objectOf(reader: RowReader<RecusalField>, find: Finder<RecusedObject>): string {
  const name = reader.text('object');
  const code = reader.code('code', 'refuse');
  if (name === '') return '';
  const found = find(name).filter((object) => code === '' || object.code === code || object.idCard === code);
  const [object] = found;
  if (object === undefined) reader.note('object', 'OBJECT_UNKNOWN', { name });
  else if (found.length > 1) reader.note('code', 'OBJECT_AMBIGUOUS', { name });
  return object?.code ?? '';
}
