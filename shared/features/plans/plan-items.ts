import { yearOf } from '../../kernel/local-date.ts';
import { sameName, tidy, toHalfWidth } from '../../kernel/normalise.ts';
import type { Department } from '../../kernel/policy-entries.ts';
import type { QuotaReading } from '../../kernel/quota-reading.ts';
import { readQuota } from '../../kernel/quota-text.ts';
import { type DepartmentReading, readDepartments } from './departments.ts';
import type { OwnFields } from './own-plan.ts';
import { monthsOf, type Period, readPeriod } from './period-text.ts';
import { PLAN_COLUMN_KEYS, type PlanColumn } from './plan-columns.ts';
import type { PlanWarning, WarningCode, WarningDetails } from './plan-warnings.ts';

export type PlanTexts = Readonly<Record<PlanColumn, string>>;

/** What a row of a plan holds before it is read: its cells, and what only an own plan or the office adds. */
export interface PlanRow {
  /** The row in its sheet, or its place in a plan made in the program; warnings name it. */
  readonly row: number;
  /** Every cell as it was read, blanks included: nothing of the table is lost. */
  readonly cells: PlanTexts;
  /** Columns whose cell is one with the cell above it. */
  readonly merged: readonly PlanColumn[];
  /** What the plan of the office itself says beyond the thirteen columns; null in a joint plan. */
  readonly own: OwnFields | null;
  /** 预估抽查对象数 as the office wrote it; null = as reckoned. */
  readonly estimate: number | null;
}

/** One item of a plan, its blanks filled from the row it continues. */
export interface PlanItem extends PlanRow {
  /** 序号; null where the cell holds none. */
  readonly number: number | null;
  /** 序号 of the item this one continues (rows 5 and 7 of the 2023 table); null = it stands alone. */
  readonly continues: number | null;
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

export interface ReadingRules {
  readonly year: number | null;
  readonly departments: readonly Department[];
  /** Name of the sheet the rows stand in; '' for a plan made in the program. */
  readonly sheet: string;
}

/** Columns a continuing row takes over where its own cell is blank. */
const INHERITABLE: readonly PlanColumn[] = ['name', 'objects', 'participants', 'methods', 'level', 'quota', 'period'];
/** Columns of the joint table that the plan of the office itself does not have, or may leave out. */
const LEFT_OUT_OF_OWN: readonly PlanColumn[] = [
  'participants',
  'methods',
  'level',
  'initiatorItems',
  'participantItems',
  'focus',
];
const KNOWN_METHODS =
  /^(?:(?:实地|现场|书面)(?:核查|检查)|网络(?:监测|检查)|检验检测|(?:部门)?(?:结果|专业意见)|委托专业机构)$/;
const LISTED_OCCASIONS = /[（(](?:包括|包含|含|如)([^（）()]+)[)）]/;

/** Reads the rows of a plan in their order. Oddities become warnings and the cell is kept as it is. */
export function readPlanRows(rows: readonly PlanRow[], rules: ReadingRules) {
  const items: PlanItem[] = [];
  const warnings: PlanWarning[] = [];
  const warn = <Code extends WarningCode>(row: number, code: Code, details: WarningDetails[Code]) => {
    warnings.push({ sheet: rules.sheet, row, code, details } as PlanWarning);
  };
  for (const row of rows) items.push(itemOf(row, items.at(-1), { ...rules, warn }));
  return { items, warnings };
}

interface Reading extends ReadingRules {
  readonly warn: <Code extends WarningCode>(row: number, code: Code, details: WarningDetails[Code]) => void;
}

function itemOf(row: PlanRow, previous: PlanItem | undefined, reading: Reading): PlanItem {
  const { cells } = row;
  const above = previous !== undefined && continuesItem(row, previous) ? previous : null;
  const inherited =
    above === null ? [] : INHERITABLE.filter((column) => cells[column] === '' && above.texts[column] !== '');
  const taken = inherited.map((column) => [column, above?.texts[column] ?? '']);
  const texts: PlanTexts = { ...cells, ...Object.fromEntries(taken) };
  const quota = readQuota(texts.quota);
  const item: PlanItem = {
    ...row,
    number: numberIn(cells.number),
    continues: above === null ? null : (above.continues ?? above.number),
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
  if (!quota.ok) reading.warn(row.row, 'QUOTA_NOT_UNDERSTOOD', quota.details);
  warnOfReading(item, reading);
  return item;
}

function warnOfPlace(item: PlanItem, previous: PlanItem | undefined, warn: Reading['warn']): void {
  const { row, number, continues, cells, inherited, own } = item;
  const last = previous?.number ?? null;
  const isMergedNumber = continues !== null && number === last;
  if (number === null) warn(row, 'NUMBER_MISSING', { text: cells.number });
  else if (last !== null && number !== last + 1 && !isMergedNumber) {
    warn(row, 'NUMBER_OUT_OF_ORDER', { number, after: last });
  }
  if (continues !== null) warn(row, 'CONTINUES', { number: continues, inherited });
  const mayBeBlank: readonly PlanColumn[] = [
    'number',
    'remark',
    ...inherited,
    ...(own === null ? [] : LEFT_OUT_OF_OWN),
  ];
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
function continuesItem({ cells, own }: PlanRow, { texts: above }: PlanItem): boolean {
  if (own !== null) return false;
  if (cells.name === '') return true;
  return sameName(cells.name, above.name) && (cells.objects === '' || sameName(cells.objects, above.objects));
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
