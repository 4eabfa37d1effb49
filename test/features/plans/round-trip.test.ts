import { readFileSync } from 'node:fs';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstPlan, laidOut } from '../../../electron/features/plans/plan-workbook.ts';
import { parseWorkbook } from '../../../electron/workbooks/parse.ts';
import { renderWorkbook } from '../../../electron/workbooks/write.ts';
import type { JointPlan } from '../../../shared/features/plans/joint-plan.ts';
import { ownCells } from '../../../shared/features/plans/own-plan.ts';
import { PLAN_COLUMN_KEYS } from '../../../shared/features/plans/plan-columns.ts';
import { type PlanRow, type PlanTexts, readPlanRows } from '../../../shared/features/plans/plan-items.ts';
import { jointPlanSheet, ownPlanSheet } from '../../../shared/features/plans/plan-sheet.ts';
import { tidyLines } from '../../../shared/kernel/normalise.ts';
import { PolicyPack } from '../../../shared/kernel/policy-pack.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { finishedJob, must } from '../../support/outcomes.ts';
import { fc } from '../../support/properties.ts';

const seed = readFileSync(new URL('../../../resources/samples/joint-plan-2023.xlsx', import.meta.url));
const { departments } = PolicyPack.parse(
  JSON.parse(readFileSync(new URL('../../../resources/policies/erguna-2023.json', import.meta.url), 'utf8')),
);

async function readBytes(bytes: Uint8Array) {
  const book = await parseWorkbook(bytes);
  if (!book.ok) throw new Error(book.code);
  const read = firstPlan(book.value, departments);
  if (!read.ok) throw new Error(`${read.code} ${JSON.stringify(read.details)}`);
  return read.value;
}

/** The plan without the numbers of its rows, which repeated page titles shift: each warning under its item's place. */
function withoutRows({ title, year, items, warnings }: JointPlan) {
  return {
    title,
    year,
    items: items.map(({ row: _, ...item }) => item),
    warnings: warnings.map(({ row, code, details }) => [items.findIndex((item) => item.row === row), code, details]),
  };
}

describe('2023年度联合抽查计划表', () => {
  let office: Office;
  let exported: Uint8Array;
  beforeAll(async () => {
    office = await openOffice({ today: '2026-09-07' });
    const started = await office.upload<{ jobId: number }>('operator', '/uploads/plans/import', seed, '计划表.xlsx');
    const { stageId } = await finishedJob<{ stageId: number }>(office, 'operator', must(started).jobId);
    const { planId } = must(await office.as('operator').plans.confirmImport.mutate({ stageId, year: 2023 }));
    exported = await office.download('operator', `/files/plans/${planId}`);
  });
  afterAll(() => office.close());

  test('导入、导出、再导入，每个单元格、每个读数、每条提示都没有差别', async () => {
    const [first, again] = [await readBytes(seed), await readBytes(exported)];
    expect(first.plan.items).toHaveLength(22);
    expect(withoutRows(again.plan)).toEqual(withoutRows(first.plan));
    expect([again.kind, again.plan.dropped]).toEqual(['joint', []]);
  });

  test('再导出一次，字节不变', async () => {
    const { plan } = await readBytes(exported);
    const sheet = laidOut(jointPlanSheet(plan.title, plan.items));
    const render = () => renderWorkbook({ sheets: [sheet], createdAt: '2026-09-07T01:00:00.000Z' });
    expect(Buffer.from(await render()).equals(Buffer.from(await render()))).toBe(true);
  });

  test('版式与来源表相同：标题合并、两行表头、联合抽查事项在两列之上，其余上下合并，续行合并的照合并', async () => {
    const book = new exceljs.Workbook();
    await book.xlsx.load(exported as never);
    const sheet = book.worksheets[0];
    expect(sheet?.model.merges.toSorted()).toEqual(
      [
        ...['A1:M1', 'J2:K2'],
        ...['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'L', 'M'].map((column) => `${column}2:${column}3`),
        ...['B7:B8', 'C7:C8', 'B9:B10', 'C9:C10'],
      ].toSorted(),
    );
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 8, orientation: 'landscape', printTitlesRow: '1:3' });
    expect([sheet?.getCell('A4').value, sheet?.getCell('J2').value, sheet?.getCell('K3').value]).toEqual([
      1,
      '联合抽查事项',
      '参与部门抽查事项',
    ]);
    expect(sheet?.getCell('E8').value).toBeNull();
    expect(sheet?.getCell('L4').alignment).toMatchObject({ wrapText: true });
    expect(sheet?.getColumn(12).width).toBe(30);
  });
});

const piece = fc.constantFrom(
  ...[
    '甲',
    '示例企业',
    '5%',
    '2家',
    '=1+1',
    '-',
    '+',
    '@',
    "'",
    "''=",
    '"',
    '“',
    ' ',
    '\u3000',
    '\n',
    '\r\n',
    '＝',
    '，',
    '、',
    '2026年3月至5月',
    '<b>&',
    '🙂',
  ],
);
const anyText = fc.array(piece, { maxLength: 6 }).map((pieces) => tidyLines(pieces.join('')));
const quota = fc.constantFrom('5%', '不少于4%', '2家', '医疗机构2家、药店10家', '每月抽查1户', '看情况', '');

const jointRow = fc.record({
  texts: fc.array(anyText, { minLength: 13, maxLength: 13 }),
  figure: quota,
  isMerged: fc.boolean(),
});

function jointPlanOf(rows: readonly { texts: readonly string[]; figure: string; isMerged: boolean }[]): PlanRow[] {
  const made: PlanRow[] = [];
  for (const [index, { texts, figure, isMerged }] of rows.entries()) {
    const cells = Object.fromEntries(PLAN_COLUMN_KEYS.map((column, at) => [column, texts[at] ?? ''])) as PlanTexts;
    const above = made.at(-1);
    const named = { ...cells, number: `${index + 1}`, name: `检查${texts[1] ?? ''}`, quota: figure };
    const isOne = isMerged && above !== undefined;
    made.push({
      row: index + 4,
      cells: isOne ? { ...named, name: above.cells.name, objects: above.cells.objects } : named,
      merged: isOne ? (['name', 'objects'] as const).filter((column) => above.cells[column] !== '') : [],
      own: null,
      estimate: null,
    });
  }
  return made;
}

test('任意的联合计划导出再导入没有差别：换行、等号、引号、空格都照原样', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(jointRow, { minLength: 1, maxLength: 5 }), async (rows) => {
      const rules = { year: 2026, departments, sheet: '抽查计划表' };
      const { items, warnings } = readPlanRows(jointPlanOf(rows), rules);
      const title = '示例2026年度计划表';
      const sheet = laidOut(jointPlanSheet(title, items));
      const { plan } = await readBytes(
        await renderWorkbook({ sheets: [sheet], createdAt: '2026-09-07T01:00:00.000Z' }),
      );
      const inOrder = warnings.toSorted((one, other) => one.row - other.row);
      expect(plan).toEqual({ title, year: 2026, items, warnings: inOrder, dropped: [] });
    }),
    { numRuns: 60 },
  );
});

test('任意的本局计划导出再导入没有差别', async () => {
  const ownRow = fc.record({
    texts: fc.array(anyText, { minLength: 8, maxLength: 8 }),
    quota,
    kind: fc.constantFrom('key', 'ordinary', null),
    direction: fc.constantFrom('定向', '不定向', null),
    estimate: fc.option(fc.nat(5_000), { nil: null }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(ownRow, { minLength: 1, maxLength: 5 }), async (rows) => {
      const made = rows.map(({ texts, quota: figure, kind, direction, estimate }, index): PlanRow => {
        const [name, objects, initiators, methods, content, remark, category = '', basis = ''] = texts;
        const known = { number: `${index + 1}`, name: `检查${name}`, quota: figure, period: '3月至5月' };
        const rest = { objects, initiators, methods, content, remark };
        const cells = ownCells((column) => ({ ...rest, ...known })[column as 'name'] ?? '');
        return { row: index + 3, cells, merged: [], own: { category, kind, direction, basis }, estimate };
      });
      const { items, warnings } = readPlanRows(made, { year: 2026, departments, sheet: '抽查计划表' });
      const title = '2026年度抽查工作计划';
      const sheet = laidOut(ownPlanSheet(title, items));
      const read = await readBytes(await renderWorkbook({ sheets: [sheet], createdAt: '2026-09-07T01:00:00.000Z' }));
      expect(read.kind).toBe('own');
      expect(read.plan).toEqual({
        title,
        year: 2026,
        items,
        warnings: warnings.toSorted((one, other) => one.row - other.row),
        dropped: [],
      });
    }),
    { numRuns: 60 },
  );
});
