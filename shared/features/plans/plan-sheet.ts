import type { Merge } from '../../kernel/sheet.ts';
import { OWN_COLUMNS, type OwnColumn, ownTexts } from './own-plan.ts';
import { PLAN_COLUMN_KEYS, PLAN_COLUMNS, type PlanColumn } from './plan-columns.ts';
import type { PlanItem } from './plan-items.ts';

/** A plan as a table to be printed or filled in: the layout of its source, cells word for word, blanks blank. */
export interface PlanSheet {
  readonly title: string;
  readonly columns: readonly {
    readonly heading: string;
    readonly kind: 'text' | 'number';
    readonly width: number;
    readonly choices?: readonly string[];
  }[];
  readonly headings: readonly (readonly string[])[];
  readonly rows: readonly (readonly string[])[];
  /** Rows and columns of the sheet, the title being row 1. */
  readonly merges: readonly Merge[];
}

/** In characters, as in the table of 2023. */
const WIDTHS: Readonly<Record<PlanColumn, number>> = {
  number: 6,
  name: 24,
  objects: 24,
  initiators: 16,
  participants: 18,
  methods: 14,
  level: 10,
  quota: 20,
  period: 16,
  initiatorItems: 26,
  participantItems: 26,
  focus: 30,
  remark: 16,
};
const UNDER_ITEMS: readonly PlanColumn[] = ['initiatorItems', 'participantItems'];
const HEAD_ROWS = 3;

/** 联合抽查计划表: thirteen columns, two rows of headings, 联合抽查事项 over its two; cells that were one are one again. */
export function jointPlanSheet(title: string, items: readonly PlanItem[]): PlanSheet {
  const over = PLAN_COLUMN_KEYS.map((column) => (UNDER_ITEMS.includes(column) ? '联合抽查事项' : PLAN_COLUMNS[column]));
  const under = PLAN_COLUMN_KEYS.map((column) => (UNDER_ITEMS.includes(column) ? PLAN_COLUMNS[column] : ''));
  const heading = PLAN_COLUMN_KEYS.flatMap((column, index) => {
    if (UNDER_ITEMS.includes(column)) return [];
    return [{ top: 2, left: index + 1, bottom: HEAD_ROWS, right: index + 1 }];
  });
  const left = PLAN_COLUMN_KEYS.indexOf('initiatorItems') + 1;
  return {
    title,
    columns: PLAN_COLUMN_KEYS.map((column) => ({
      heading: PLAN_COLUMNS[column],
      kind: column === 'number' ? 'number' : 'text',
      width: WIDTHS[column],
    })),
    headings: [over, under],
    rows: items.map(({ cells }) => PLAN_COLUMN_KEYS.map((column) => cells[column])),
    merges: [...heading, { top: 2, left, bottom: 2, right: left + 1 }, ...mergesOf(items)],
  };
}

/** 本局年度抽查工作计划: the columns of 细则 第八条 under one row of headings. */
export function ownPlanSheet(title: string, items: readonly PlanItem[]): PlanSheet {
  const keys: readonly OwnColumn[] = OWN_COLUMNS.map(({ key }) => key);
  return {
    title,
    columns: OWN_COLUMNS.map((column) => ({
      heading: column.heading,
      kind: column.kind,
      width: column.width,
      ...('choices' in column ? { choices: column.choices } : {}),
    })),
    headings: [OWN_COLUMNS.map(({ heading }) => heading)],
    rows: items.map((item) => {
      const texts = ownTexts(item);
      return keys.map((key) => texts[key]);
    }),
    merges: [],
  };
}

/** Runs of cells that were one with the cell above and still say the same. */
function mergesOf(items: readonly PlanItem[]): Merge[] {
  return PLAN_COLUMN_KEYS.flatMap((column, index) => {
    const merges: Merge[] = [];
    for (let top = 0; top < items.length; ) {
      let bottom = top;
      while (isOneWithAbove(items, bottom + 1, column)) bottom += 1;
      const at = index + 1;
      if (bottom > top) merges.push({ top: top + HEAD_ROWS + 1, left: at, bottom: bottom + HEAD_ROWS + 1, right: at });
      top = bottom + 1;
    }
    return merges;
  });
}

function isOneWithAbove(items: readonly PlanItem[], index: number, column: PlanColumn): boolean {
  const item = items[index];
  return item?.merged.includes(column) === true && item.cells[column] === items[index - 1]?.cells[column];
}
