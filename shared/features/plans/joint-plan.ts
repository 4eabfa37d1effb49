import { sameName, tidy, tidyLines } from '../../kernel/normalise.ts';
import type { Department } from '../../kernel/policy-entries.ts';
import { done, type RefusalOf, type Result, refuse } from '../../kernel/result.ts';
import { cellAt, expandMerges, type Merge, type Sheet, type SheetRow } from '../../kernel/sheet.ts';
import {
  findHeader,
  isHeaderRow,
  PLAN_COLUMN_KEYS,
  type PlanColumn,
  type PlanHeader,
  textsOf,
  titleAbove,
  yearIn,
} from './plan-columns.ts';
import { type PlanItem, type PlanRow, type PlanTexts, readPlanRows } from './plan-items.ts';
import type { PlanWarning, WarningCode, WarningDetails } from './plan-warnings.ts';

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

/** Reads a plan from one sheet. Oddities become warnings and the cell is kept as it is; nothing is dropped but repeated titles. */
export function readJointPlan(raw: Sheet, departments: readonly Department[]): Result<JointPlan, JointPlanRefusal> {
  const sheet = expandMerges(raw);
  const header = findHeader(sheet);
  if (header === null) return refuse('PLAN_HEADER_NOT_FOUND', { sheet: sheet.name });
  if (header.missing.length > 0) {
    return refuse('PLAN_COLUMNS_MISSING', { sheet: sheet.name, row: header.firstRow, columns: header.missing });
  }
  const title = titleAbove(sheet, header.firstRow);
  const year = yearIn(title) ?? yearIn(sheet.name);
  const warnings: PlanWarning[] = [];
  const warn = <Code extends WarningCode>(row: number, code: Code, details: WarningDetails[Code]) => {
    warnings.push({ sheet: sheet.name, row, code, details } as PlanWarning);
  };
  if (header.unknown.length > 0) warn(header.firstRow, 'COLUMNS_UNKNOWN', { titles: header.unknown });
  if (year === null) warn(header.firstRow, 'YEAR_UNKNOWN', { title });
  const rows: PlanRow[] = [];
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
      rows.push(rowOf(row, header, sheet.merges));
    }
  }
  if (rows.length === 0) return refuse('PLAN_WITHOUT_ITEMS', { sheet: sheet.name });
  const read = readPlanRows(rows, { year, departments, sheet: sheet.name });
  const inOrder = [...warnings, ...read.warnings].sort((one, other) => one.row - other.row);
  return done({ title, year, items: read.items, warnings: inOrder, dropped });
}

function rowOf(row: SheetRow, { columnOf }: PlanHeader, merges: readonly Merge[]): PlanRow {
  const entries = PLAN_COLUMN_KEYS.map((column) => {
    const at = columnOf.get(column);
    return [column, at === undefined ? '' : tidyLines(cellAt(row, at).text)];
  });
  const merged = PLAN_COLUMN_KEYS.filter((column) =>
    merges.some(({ top, left, bottom, right }) => {
      return left === right && left === columnOf.get(column) && top < row.number && row.number <= bottom;
    }),
  );
  return { row: row.number, cells: Object.fromEntries(entries) as PlanTexts, merged, own: null, estimate: null };
}

function isPageTitle(text: string, title: string): boolean {
  return sameName(text, title) || /计划表$/.test(tidy(text));
}
