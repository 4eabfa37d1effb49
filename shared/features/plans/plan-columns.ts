import { toHalfWidth, withoutBlanks } from '../../kernel/normalise.ts';
import { cellAt, type Sheet, type SheetRow } from '../../kernel/sheet.ts';

/** The thirteen columns of the 联合抽查计划表, in its order, with the words of its two-row header. */
export const PLAN_COLUMNS = {
  number: '序号',
  name: '联合抽查任务名称',
  objects: '检查对象',
  initiators: '发起部门',
  participants: '参与部门',
  methods: '检查方式',
  level: '实施层级',
  quota: '抽查比例或数量',
  period: '起止时间',
  initiatorItems: '发起部门抽查事项',
  participantItems: '参与部门抽查事项',
  focus: '检查重点',
  remark: '备注',
} as const;
export type PlanColumn = keyof typeof PLAN_COLUMNS;
export const PLAN_COLUMN_KEYS = Object.keys(PLAN_COLUMNS) as PlanColumn[];

/** Near variants of the header's words, as other years and offices write them. */
const WORDS: Readonly<Record<PlanColumn, RegExp>> = {
  number: /^(?:序号|编号)$/,
  name: /^(?:联合)?(?:抽查|检查)?任务(?:名称)?$/,
  objects: /^(?:检查|抽查)对象$/,
  initiators: /^(?:发起|牵头)(?:部门|单位)$/,
  participants: /^(?:参与|配合|联合)(?:部门|单位)$/,
  methods: /^(?:检查|抽查)方式$/,
  level: /^实施层级$/,
  quota: /^(?:抽查|检查)?(?:比例|数量)(?:(?:或|和|及|、)(?:数量|比例|频次))?$/,
  period: /^(?:起止|检查|抽查|实施)(?:时间|日期)$/,
  initiatorItems: /^(?:发起|牵头)(?:部门|单位)(?:抽查|检查)事项$/,
  participantItems: /^(?:参与|配合|联合)(?:部门|单位)(?:抽查|检查)事项$/,
  focus: /^(?:检查|抽查)重点$/,
  remark: /^备注$/,
};
/** Stands above 发起部门抽查事项 and 参与部门抽查事项. */
const OVER_ITEMS = /^联合(?:抽查|检查)事项$/;
/** With fewer columns recognised a row is no header. */
const LEAST_WORDS = 6;

export interface PlanHeader {
  /** Columns of the sheet, from 1. */
  readonly columnOf: ReadonlyMap<PlanColumn, number>;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly missing: readonly PlanColumn[];
  /** Titles of columns that are not read. */
  readonly unknown: readonly string[];
}

/** The header by its words, in one row or two; null = none. `sheet` has its merged ranges filled. 备注 may be missing. */
export function findHeader(sheet: Sheet): PlanHeader | null {
  for (const [index, row] of sheet.rows.entries()) {
    if (knownWords(textsOf(row)) < LEAST_WORDS) continue;
    const below = sheet.rows[index + 1];
    const isTwoRows = below !== undefined && isHeaderRow(below);
    const columnOf = columnsOf(row, isTwoRows ? below : undefined);
    const missing = PLAN_COLUMN_KEYS.filter((column) => column !== 'remark' && !columnOf.has(column));
    const unknown = textsOf(row).filter((text) => !isHeaderWord(text));
    return { columnOf, firstRow: row.number, lastRow: isTwoRows ? below.number : row.number, missing, unknown };
  }
  return null;
}

/** True of a header, or of the piece of one that a page break repeats (`联合抽查事项` alone). */
export function isHeaderRow(row: SheetRow): boolean {
  const texts = textsOf(row);
  return texts.length > 0 && (texts.every(isHeaderWord) || knownWords(texts) >= LEAST_WORDS);
}

/** The texts of a row's cells, blanks left out. */
export function textsOf(row: SheetRow): string[] {
  return row.cells.map(({ text }) => text.trim()).filter((text) => text !== '');
}

/** The title that stands above the header; without one, the name of the sheet. */
export function titleAbove(sheet: Sheet, headerRow: number): string {
  const above = sheet.rows.filter(({ number }) => number < headerRow).flatMap(textsOf);
  return above.find((text) => /计划/.test(text)) ?? above[0] ?? sheet.name;
}

/** The year a title names. */
export function yearIn(text: string): number | null {
  const year = /(20[0-9]{2})\s*年/.exec(toHalfWidth(text));
  return year === null ? null : Number(year[1]);
}

/** The words of both header rows; the lower one is the more exact. */
function columnsOf(top: SheetRow, below: SheetRow | undefined): Map<PlanColumn, number> {
  const columns = new Map<PlanColumn, number>();
  const width = Math.max(top.cells.length, below?.cells.length ?? 0);
  for (let column = 1; column <= width; column += 1) {
    const lower = below === undefined ? null : columnNamed(cellAt(below, column).text);
    const key = lower ?? columnNamed(cellAt(top, column).text);
    if (key !== null && !columns.has(key)) columns.set(key, column);
  }
  return columns;
}

function knownWords(texts: readonly string[]): number {
  return new Set(texts.map(columnNamed).filter((column) => column !== null)).size;
}

function isHeaderWord(text: string): boolean {
  return columnNamed(text) !== null || OVER_ITEMS.test(headerWord(text));
}

function columnNamed(text: string): PlanColumn | null {
  const word = headerWord(text);
  return PLAN_COLUMN_KEYS.find((column) => WORDS[column].test(word)) ?? null;
}

function headerWord(text: string): string {
  return toHalfWidth(withoutBlanks(text)).replace(/\(.*\)$/, '');
}
