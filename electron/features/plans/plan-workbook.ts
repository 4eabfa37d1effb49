import { readJointPlan } from '../../../shared/features/plans/joint-plan.ts';
import { isOwnPlan, readOwnPlan } from '../../../shared/features/plans/own-plan.ts';
import type { PlanKind } from '../../../shared/features/plans/plan.ts';
import type { PlanSheet } from '../../../shared/features/plans/plan-sheet.ts';
import type { Department } from '../../../shared/kernel/policy-entries.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import type { Cell, Sheet } from '../../../shared/kernel/sheet.ts';
import { keepApostrophes, unguardText } from '../../workbooks/guard.ts';
import type { SheetSpec } from '../../workbooks/write.ts';

/** The sheet for the writer: whole numbers as numbers, everything else as it is typed. */
export function laidOut({ title, columns, headings, rows, merges }: PlanSheet): SheetSpec {
  const stored = (text: string, index: number) =>
    columns[index]?.kind === 'number' && /^[1-9][0-9]{0,8}$/.test(text) ? Number(text) : keepApostrophes(text);
  return {
    name: '抽查计划表',
    columns,
    rows: rows.map((cells) => cells.map(stored)),
    layout: { title: keepApostrophes(title), headings, merges, paper: 'A3' },
  };
}

/** The sheet without the apostrophes an export put before what could be taken for a formula. */
function unguarded(sheet: Sheet): Sheet {
  const plain = (cell: Cell): Cell => (cell.kind === 'text' ? { ...cell, text: unguardText(cell.text) } : cell);
  return { ...sheet, rows: sheet.rows.map(({ number, cells }) => ({ number, cells: cells.map(plain) })) };
}

/** The plan of the first visible sheet that has its header; else the refusal of the first sheet. */
export function firstPlan(sheets: readonly Sheet[], departments: readonly Department[]) {
  const readings = sheets.filter(({ hidden }) => !hidden).map((sheet) => planOf(unguarded(sheet), departments));
  return readings.find(({ ok }) => ok) ?? readings[0] ?? refuse('PLAN_HEADER_NOT_FOUND', { sheet: '' });
}

function planOf(sheet: Sheet, departments: readonly Department[]) {
  const kind: PlanKind = isOwnPlan(sheet) ? 'own' : 'joint';
  const plan = kind === 'own' ? readOwnPlan(sheet, departments) : readJointPlan(sheet, departments);
  return plan.ok ? done({ kind, plan: plan.value }) : plan;
}
