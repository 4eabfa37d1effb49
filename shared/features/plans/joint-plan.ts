import { yearOf } from '../../kernel/local-date.ts';
import { sameName, tidy, toHalfWidth } from '../../kernel/normalise.ts';
import type { Department } from '../../kernel/policy-pack.ts';
import type { QuotaReading } from '../../kernel/quota-reading.ts';
import { readQuota } from '../../kernel/quota-text.ts';
import { done, type RefusalOf, type Result, refuse } from '../../kernel/result.ts';
import { cellAt, expandMerges, type Sheet, type SheetRow } from '../../kernel/sheet.ts';
import { type DepartmentReading, readDepartments } from './departments.ts';
import { monthsOf, type Period, readPeriod } from './period-text.ts';
import {
  findHeader,
  isHeaderRow,
  PLAN_COLUMN_KEYS,
  type PlanColumn,
  type PlanHeader,
  textsOf,
} from './plan-columns.ts';
import type { PlanWarning, WarningCode, WarningDetails } from './plan-warnings.ts';

/** One row of a 联合抽查计划表, its blanks filled from the row it continues. */
export interface PlanItem {
  readonly row: number;
  /** 序号; null where the cell holds none. */
  readonly number: number | null;
  /** 序号 of the item this one continues (rows 5 and 7 of the 2023 table); null = it stands alone. */
  readonly continues: number | null;
  /** Every cell as it was read, blanks included: nothing of the table is lost. */
  readonly cells: PlanTexts;
  readonly inherited: readonly PlanColumn[];
  /** The cells with the inherited ones filled in. */
  readonly texts: PlanTexts;
  readonly initiators: DepartmentReading;
  readonly participants: DepartmentReading;
  readonly methods: readonly string[];
  readonly quota: QuotaReading | null;
  readonly period: Period | null;
  /** Named days, where the item lists them: （包括元旦、春节…）. */
  readonly occasions: readonly string[];
}
export type PlanTexts = Readonly<Record<PlanColumn, string>>;

export interface JointPlan {
  readonly title: string;
  readonly year: number | null;
  readonly items: readonly PlanItem[];
  readonly warnings: readonly PlanWarning[];
  /** Repeated page titles and header pieces, left out on purpose. */
  readonly dropped: readonly { readonly row: number; readonly text: string }[];
}

export interface JointPlanRefusals {
  PLAN_HEADER_NOT_FOUND: { readonly sheet: string };
  PLAN_COLUMNS_MISSING: { readonly sheet: string; readonly row: number; readonly columns: readonly PlanColumn[] };
  PLAN_WITHOUT_ITEMS: { readonly sheet: string };
}
export type JointPlanRefusal = RefusalOf<JointPlanRefusals>;

/** Columns a continuing row takes over where its own cell is blank. */
const INHERITABLE: readonly PlanColumn[] = ['name', 'objects', 'participants', 'methods', 'level', 'quota', 'period'];
const KNOWN_METHODS =
  /^(?:(?:实地|现场|书面)(?:核查|检查)|网络(?:监测|检查)|检验检测|(?:部门)?(?:结果|专业意见)|委托专业机构)$/;
const LISTED_OCCASIONS = /[（(](?:包括|包含|含|如)([^（）()]+)[)）]/;

/** Reads a plan from one sheet. Oddities become warnings and the cell is kept as it is; nothing is dropped but repeated titles. */
export function readJointPlan(raw: Sheet, departments: readonly Department[]): Result<JointPlan, JointPlanRefusal> {
  const sheet = expandMerges(raw);
  const header = findHeader(sheet);
  if (header === null) return refuse('PLAN_HEADER_NOT_FOUND', { sheet: sheet.name });
  if (header.missing.length > 0) {
    return refuse('PLAN_COLUMNS_MISSING', { sheet: sheet.name, row: header.firstRow, columns: header.missing });
  }
  const above = sheet.rows.filter(({ number }) => number < header.firstRow).flatMap(textsOf);
  const title = above.find((text) => /计划/.test(text)) ?? above[0] ?? sheet.name;
  const year = yearIn(title) ?? yearIn(sheet.name);
  const warnings: PlanWarning[] = [];
  const warn = <Code extends WarningCode>(row: number, code: Code, details: WarningDetails[Code]) => {
    warnings.push({ sheet: sheet.name, row, code, details } as PlanWarning);
  };
  if (header.unknown.length > 0) warn(header.firstRow, 'COLUMNS_UNKNOWN', { titles: header.unknown });
  if (year === null) warn(header.firstRow, 'YEAR_UNKNOWN', { title });
  const items: PlanItem[] = [];
  const dropped: { row: number; text: string }[] = [];
  for (const row of sheet.rows.filter(({ number }) => number > header.lastRow)) {
    const texts = textsOf(row);
    if (texts.length === 0) continue;
    const only = new Set(texts).size === 1 ? (texts[0] ?? '') : null;
    if (isHeaderRow(row) || (only !== null && isPageTitle(only, title))) {
      dropped.push({ row: row.number, text: texts[0] ?? '' });
    } else if (only !== null) {
      warn(row.number, 'ROW_NOT_UNDERSTOOD', { text: only });
    } else {
      items.push(itemOf(row, header, items.at(-1), { year, departments, warn }));
    }
  }
  if (items.length === 0) return refuse('PLAN_WITHOUT_ITEMS', { sheet: sheet.name });
  return done({ title, year, items, warnings, dropped });
}

interface Reading {
  readonly year: number | null;
  readonly departments: readonly Department[];
  readonly warn: <Code extends WarningCode>(row: number, code: Code, details: WarningDetails[Code]) => void;
}

function itemOf(row: SheetRow, header: PlanHeader, previous: PlanItem | undefined, reading: Reading): PlanItem {
  const cells = cellsOf(row, header);
  const above = previous !== undefined && continuesItem(cells, previous.texts) ? previous : null;
  const inherited =
    above === null ? [] : INHERITABLE.filter((column) => cells[column] === '' && above.texts[column] !== '');
  const taken = inherited.map((column) => [column, above?.texts[column] ?? '']);
  const texts: PlanTexts = { ...cells, ...Object.fromEntries(taken) };
  const quota = readQuota(texts.quota);
  const item: PlanItem = {
    row: row.number,
    number: numberIn(cells.number),
    continues: above === null ? null : (above.continues ?? above.number),
    cells,
    inherited,
    texts,
    initiators: readDepartments(texts.initiators, reading.departments),
    participants: readDepartments(texts.participants, reading.departments),
    methods: listIn(texts.methods),
    quota: quota.ok ? quota.value : null,
    period: readPeriod(texts.period, reading.year),
    occasions: listIn(LISTED_OCCASIONS.exec(texts.name)?.[1] ?? ''),
  };
  warnOfPlace(item, previous, reading.warn);
  warnOfDepartments(item, reading.warn);
  if (!quota.ok) reading.warn(row.number, 'QUOTA_NOT_UNDERSTOOD', quota.details);
  warnOfReading(item, reading);
  return item;
}

function warnOfPlace(item: PlanItem, previous: PlanItem | undefined, warn: Reading['warn']): void {
  const { row, number, continues, cells, inherited } = item;
  const last = previous?.number ?? null;
  const isMergedNumber = continues !== null && number === last;
  if (number === null) warn(row, 'NUMBER_MISSING', { text: cells.number });
  else if (last !== null && number !== last + 1 && !isMergedNumber) {
    warn(row, 'NUMBER_OUT_OF_ORDER', { number, after: last });
  }
  if (continues !== null) warn(row, 'CONTINUES', { number: continues, inherited });
  const mayBeBlank: readonly PlanColumn[] = ['number', 'remark', ...inherited];
  const blank = PLAN_COLUMN_KEYS.filter((column) => cells[column] === '' && !mayBeBlank.includes(column));
  if (blank.length > 0) warn(row, 'CELLS_BLANK', { columns: blank });
}

function warnOfReading({ row, methods, texts, quota, period, occasions }: PlanItem, { year, warn }: Reading): void {
  const unusual = methods.filter((method) => !KNOWN_METHODS.test(method));
  if (unusual.length > 0) warn(row, 'METHOD_FREE_TEXT', { methods: unusual });
  if (quota !== null && quota.rounds !== null) {
    const months = period === null ? null : monthsOf(period);
    warn(row, 'QUOTA_IN_ROUNDS', { rounds: quota.rounds, occasions, months });
  }
  if (period === null) {
    if (texts.period !== '') warn(row, 'PERIOD_NOT_UNDERSTOOD', { text: texts.period });
  } else if (year !== null && yearOf(period.fromOn) !== year) {
    warn(row, 'PERIOD_OTHER_YEAR', { text: texts.period, found: yearOf(period.fromOn), planYear: year });
  }
}

function warnOfDepartments({ row, initiators, participants }: PlanItem, warn: Reading['warn']): void {
  for (const [column, list] of [
    ['initiators', initiators],
    ['participants', participants],
  ] as const) {
    const unknown = list.departments.filter(({ name }) => name === null).map(({ text }) => text);
    if (unknown.length > 0) warn(row, 'DEPARTMENT_UNKNOWN', { column, departments: unknown });
    if (list.andOthers || list.all) warn(row, 'DEPARTMENTS_OPEN', { column, all: list.all });
  }
}

/** A row goes on with the item above it when its name is blank, or is the same for the same objects. */
function continuesItem(cells: PlanTexts, above: PlanTexts): boolean {
  if (cells.name === '') return true;
  return sameName(cells.name, above.name) && (cells.objects === '' || sameName(cells.objects, above.objects));
}

function cellsOf(row: SheetRow, header: PlanHeader): Record<PlanColumn, string> {
  const entries = PLAN_COLUMN_KEYS.map((column) => {
    const at = header.columnOf.get(column);
    return [column, at === undefined ? '' : tidy(cellAt(row, at).text)];
  });
  return Object.fromEntries(entries) as Record<PlanColumn, string>;
}

function isPageTitle(text: string, title: string): boolean {
  return sameName(text, title) || /计划表$/.test(tidy(text));
}

function listIn(text: string): string[] {
  return text
    .split(/[、，,；;]/)
    .map(tidy)
    .filter((part) => part !== '');
}

function numberIn(text: string): number | null {
  const digits = toHalfWidth(text).replace(/[.、]$/, '');
  return /^[1-9][0-9]{0,3}$/.test(digits) ? Number(digits) : null;
}

function yearIn(text: string): number | null {
  const year = /(20[0-9]{2})\s*年/.exec(toHalfWidth(text));
  return year === null ? null : Number(year[1]);
}
