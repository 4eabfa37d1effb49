import { tidyLines, toHalfWidth, withoutBlanks } from '../../kernel/normalise.ts';
import type { Department } from '../../kernel/policy-entries.ts';
import { done, type Result, refuse } from '../../kernel/result.ts';
import { cellAt, expandMerges, type Sheet, type SheetRow } from '../../kernel/sheet.ts';
import { type RecognisedHeadings, recogniseHeadings, type SheetColumn } from '../../kernel/sheet-columns.ts';
import type { JointPlan, JointPlanRefusal } from './joint-plan.ts';
import { titleAbove, yearIn } from './plan-columns.ts';
import { type PlanRow, type PlanTexts, readPlanRows } from './plan-items.ts';
import type { PlanWarning, WarningCode, WarningDetails } from './plan-warnings.ts';
import { type ItemKind, itemKindTitles } from './task.ts';

/** 定向 draws from objects singled out beforehand, 不定向 from all of them. */
export const directions = ['不定向', '定向'] as const;
export type Direction = (typeof directions)[number];

/** What an item of the office's own plan says beyond the joint table's columns. 细则 第八条. */
export interface OwnFields {
  /** 抽查类别, in the office's words. */
  readonly category: string;
  /** 事项类别: 重点 or 一般 (细则 第五条); null = not said. */
  readonly kind: ItemKind | null;
  readonly direction: Direction | null;
  /** 检查依据. */
  readonly basis: string;
}

/** The columns of the 年度抽查工作计划, in the order of 细则 第八条. */
export const OWN_COLUMNS = [
  { key: 'number', heading: '序号', kind: 'number', width: 6 },
  { key: 'category', heading: '抽查类别', kind: 'text', width: 14, note: '如“安全生产”“节能降耗”，由本局自定。' },
  { key: 'name', heading: '抽查事项', kind: 'text', width: 30, required: true, synonyms: ['抽查事项名称', '事项名称'] },
  { key: 'objects', heading: '检查对象', kind: 'text', width: 22, required: true, synonyms: ['抽查对象'] },
  {
    key: 'kind',
    heading: '事项类别',
    kind: 'text',
    width: 14,
    choices: Object.values(itemKindTitles),
    note: '重点检查事项针对安全、质量、公共利益等领域，比例不设上限；其余为一般检查事项（细则第五条）。',
  },
  {
    key: 'quota',
    heading: '抽查比例及频次',
    kind: 'text',
    width: 22,
    required: true,
    synonyms: ['抽查比例或数量', '抽查比例', '抽查比例和频次'],
    note: '写法同联合抽查计划表：5%、不少于4%、2家、每季度抽查2户、医疗机构2家、药店10家等。',
  },
  {
    key: 'estimate',
    heading: '预估抽查对象数',
    kind: 'number',
    width: 10,
    note: '可以不填，程序按名录推算；填了的，两个数都显示。',
  },
  {
    key: 'period',
    heading: '检查时间',
    kind: 'text',
    width: 20,
    required: true,
    synonyms: ['起止时间', '抽查时间'],
    note: '写成：2026年3月至11月。',
  },
  { key: 'initiators', heading: '检查主体', kind: 'text', width: 18, synonyms: ['检查单位', '责任部门', '检查部门'] },
  { key: 'direction', heading: '定向/不定向', kind: 'text', width: 12, choices: directions, synonyms: ['抽查类型'] },
  { key: 'methods', heading: '检查方式', kind: 'text', width: 18, synonyms: ['抽查方式'] },
  { key: 'content', heading: '检查内容', kind: 'text', width: 36, synonyms: ['抽查内容'] },
  { key: 'basis', heading: '检查依据', kind: 'text', width: 30, synonyms: ['抽查依据'] },
  { key: 'remark', heading: '备注', kind: 'text', width: 14 },
] as const satisfies readonly SheetColumn[];
export type OwnColumn = (typeof OWN_COLUMNS)[number]['key'];

/** True where the sheet has the headings of an own plan. */
export function isOwnPlan(sheet: Sheet): boolean {
  return recogniseHeadings<OwnColumn>(expandMerges(sheet), OWN_COLUMNS) !== undefined;
}

/** Reads the plan of the office itself from one sheet; oddities become warnings as in the joint plan. */
export function readOwnPlan(raw: Sheet, departments: readonly Department[]): Result<JointPlan, JointPlanRefusal> {
  const sheet = expandMerges(raw);
  const headings = recogniseHeadings<OwnColumn>(sheet, OWN_COLUMNS);
  if (headings === undefined) return refuse('PLAN_HEADER_NOT_FOUND', { sheet: sheet.name });
  const title = titleAbove(sheet, headings.row);
  const year = yearIn(title) ?? yearIn(sheet.name);
  const warnings: PlanWarning[] = [];
  const warn = <Code extends WarningCode>(row: number, code: Code, details: WarningDetails[Code]) => {
    warnings.push({ sheet: sheet.name, row, code, details } as PlanWarning);
  };
  if (headings.unknown.length > 0) warn(headings.row, 'COLUMNS_UNKNOWN', { titles: headings.unknown });
  if (year === null) warn(headings.row, 'YEAR_UNKNOWN', { title });
  const rows = sheet.rows
    .filter(({ number, cells }) => number > headings.row && cells.some(({ text }) => text.trim() !== ''))
    .map((row) => rowOf(row, headings, warn));
  if (rows.length === 0) return refuse('PLAN_WITHOUT_ITEMS', { sheet: sheet.name });
  const read = readPlanRows(rows, { year, departments, sheet: sheet.name });
  const inOrder = [...warnings, ...read.warnings].sort((one, other) => one.row - other.row);
  return done({ title, year, items: read.items, warnings: inOrder, dropped: [] });
}

/** The cells of an own item, under the names tasks are made with: 检查主体 starts it, 检查内容 is what is inspected. */
export function ownCells(text: (column: OwnColumn) => string): PlanTexts {
  return {
    number: text('number'),
    name: text('name'),
    objects: text('objects'),
    initiators: text('initiators'),
    participants: '',
    methods: text('methods'),
    level: '',
    quota: text('quota'),
    period: text('period'),
    initiatorItems: text('content'),
    participantItems: '',
    focus: '',
    remark: text('remark'),
  };
}

/** The texts of an item under `OWN_COLUMNS`, as exported. */
export function ownTexts({
  cells,
  own,
  estimate,
}: Pick<PlanRow, 'cells' | 'own' | 'estimate'>): Readonly<Record<OwnColumn, string>> {
  const { number, name, objects, initiators, methods, quota, period, initiatorItems, remark } = cells;
  return {
    ...{ number, name, objects, initiators, methods, quota, period, remark },
    category: own?.category ?? '',
    kind: own?.kind == null ? '' : itemKindTitles[own.kind],
    estimate: estimate === null ? '' : String(estimate),
    direction: own?.direction ?? '',
    content: initiatorItems,
    basis: own?.basis ?? '',
  };
}

type Warn = <Code extends WarningCode>(row: number, code: Code, details: WarningDetails[Code]) => void;

function rowOf(row: SheetRow, { columns }: RecognisedHeadings<OwnColumn>, warn: Warn): PlanRow {
  const text = (column: OwnColumn) => {
    const at = columns.get(column);
    return at === undefined ? '' : tidyLines(cellAt(row, at).text);
  };
  const odd = (column: OwnColumn) => {
    const heading = OWN_COLUMNS.find(({ key }) => key === column)?.heading ?? '';
    warn(row.number, 'OWN_FIELD_NOT_UNDERSTOOD', { column: heading, text: text(column) });
    return null;
  };
  const plain = (column: OwnColumn) => toHalfWidth(withoutBlanks(text(column)));
  const estimate = plain('estimate').replace(/[户家个所]$/, '');
  const kind = plain('kind');
  const direction = plain('direction').replace(/抽查$/, '');
  return {
    row: row.number,
    cells: ownCells(text),
    merged: [],
    own: {
      category: text('category'),
      basis: text('basis'),
      kind: kind === '' ? null : kind.startsWith('重点') ? 'key' : kind.startsWith('一般') ? 'ordinary' : odd('kind'),
      direction: direction === '' ? null : (directions.find((word) => word === direction) ?? odd('direction')),
    },
    estimate: estimate === '' ? null : /^[0-9]{1,6}$/.test(estimate) ? Number(estimate) : odd('estimate'),
  };
}
