import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDrawOffice } from '../../support/draw-office.ts';
import { settingOf } from '../../support/draw-setting.ts';
import type { Office } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';
import { pastWorkbook, stagePastFile } from '../../support/past-files.ts';

let office: Office;
let taskId: number;

beforeEach(async () => {
  ({ office, taskId } = await openDrawOffice());
});
afterEach(() => office.close());

const preview = async () => {
  const { draws } = office.as('operator');
  const { lines: candidates } = await draws.candidates.query({ taskId });
  return { candidates, excluded: (await draws.preview.query(settingOf(taskId))).excluded };
};
const home = () => office.as('operator').home.summary.query();

async function importPast(rows: Parameters<typeof pastWorkbook>[0]): Promise<void> {
  const stageId = await stagePastFile(office, await pastWorkbook(rows));
  must(await office.as('operator').inspections.past.confirmImport.mutate({ stageId }));
}

test('导入后，本年度查过同一事项的不再抽取，撤销后恢复', async () => {
  const [first, second, third] = (await preview()).candidates;
  const visit = { inspectedOn: '2026-03-10', result: '未发现问题' };
  await importPast([
    { ...visit, object: first?.name ?? '', item: '工业企业安全生产检查', department: '应急管理局' },
    { ...visit, object: second?.name ?? '', item: '示例另一事项' },
    { ...visit, object: third?.name ?? '', item: '工业企业安全生产检查', inspectedOn: '2025-03-10' },
  ]);
  const { candidates, excluded } = await preview();
  expect(excluded.map(({ name, excluded: reason }) => [name, reason])).toContainEqual([first?.name, 'CAP-ITEM']);
  expect(excluded.map(({ name }) => name)).not.toContain(second?.name);
  expect(excluded.map(({ name }) => name)).not.toContain(third?.name);
  expect(candidates.slice(0, 3).map(({ visits, visitsBefore }) => [visits, visitsBefore])).toEqual([
    [1, 0],
    [1, 0],
    [0, 1],
  ]);

  const [batch] = await office.as('operator').inspections.past.batches.query();
  must(await office.as('operator').inspections.past.undoImport.mutate({ id: batch?.id ?? 0, reason: '示例撤销' }));
  expect((await preview()).excluded.map(({ name }) => name)).not.toContain(first?.name);
});

test('首页的覆盖数算进本机关已公示的以往检查，不重复计户', async () => {
  const [first, second] = (await preview()).candidates;
  const visit = { item: '工业企业安全生产检查', result: '未发现问题', inspectedOn: '2026-03-10' };
  expect((await home()).pastInspections).toBe(0);
  await importPast([
    { ...visit, object: first?.name ?? '' },
    { ...visit, object: first?.name ?? '', item: '示例另一事项' },
    { ...visit, object: second?.name ?? '', department: '应急管理局' },
  ]);
  expect(await home()).toMatchObject({ covered: 1, pastInspections: 3 });
});
