import { afterEach, beforeEach, expect, test } from 'vitest';
import { renderWorkbook } from '../../../electron/workbooks/write.ts';
import { problemReason } from '../../../shared/kernel/problem-text.ts';
import { anItem, approveList, lawChanged } from '../../support/check-items.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { finishedJob, must } from '../../support/outcomes.ts';
import { canReadPdfs, solidText } from '../../support/pdf.ts';

let office: Office;
let listId = 0;

beforeEach(async () => {
  office = await openOffice({ today: '2026-02-02' });
});
afterEach(() => office.close());

const calls = () => office.as('operator').plans.checkItems;

async function startDraft(): Promise<void> {
  listId = must(await calls().draft.mutate()).listId;
}

/** A workbook as an office keeps one: a title above its own headings. */
function workbook(headings: readonly string[], rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const columns = headings.map((heading) => ({ heading, kind: 'text' as const, width: 20 }));
  return renderWorkbook({ sheets: [{ name: '事项', columns, rows }], createdAt: '2026-02-02T01:00:00.000Z' });
}

async function stage(bytes: Uint8Array) {
  const path = `/uploads/check-items/${listId}/import`;
  const started = must(await office.upload<{ jobId: number }>('operator', path, bytes, '事项表.xlsx'));
  const { stageId } = await finishedJob<{ stageId: number }>(office, 'operator', started.jobId);
  const staged = await calls().stage.query({ stageId });
  if (staged === null) throw new Error('nothing staged');
  return { stageId, ...staged.staged };
}

test('单位自己的表按同义表头认出，先看后导，确认之前草稿里什么也没有', async () => {
  await startDraft();
  const { stageId, rows } = await stage(
    await workbook(
      ['检查事项', '类别', '检查对象', '检查内容', '检查依据', '检查方式', '抽查比例', '频次', '责任股室'],
      [['示例甲', '重点', '示例企业', '内容', '依据', '实地核查、书面检查', '100%', '每年1次', '安全生产股']],
    ),
  );
  expect(rows).toMatchObject([
    {
      code: null,
      item: {
        name: '示例甲',
        kind: 'key',
        methods: ['实地核查', '书面检查'],
        agency: '额尔古纳市工业和信息化局（示例）',
      },
    },
  ]);
  expect((await calls().version.query({ id: listId })).items).toEqual([]);
  expect(must(await calls().confirmImport.mutate({ stageId, because: null }))).toMatchObject({ added: 1, changed: 0 });
  expect((await calls().version.query({ id: listId })).items).toMatchObject([{ code: 'SX001', name: '示例甲' }]);
  expect(await calls().confirmImport.mutate({ stageId, because: null })).toMatchObject({ code: 'LIST_STAGE_GONE' });
});

test('每个问题说明在哪一行哪一列；有错的行不导入，读不懂的比例照原文导入', async () => {
  await startDraft();
  const { rows, problems } = await stage(
    await workbook(
      ['事项编码', '事项名称', '事项类别', '抽查比例', '批次顺序'],
      [
        ['', '示例甲', '一般检查事项', '酌情', '否'],
        ['', '示例乙', '普通', '5%', '否'],
        ['', '示例丙', '一般检查事项', '5%', '是'],
        ['SX099', '示例丁', '', '5%', ''],
        ['', '示例甲', '', '5%', ''],
        ['', '', '', '5%', ''],
      ],
    ),
  );
  expect(rows.map(({ row, item }) => [row, item.name])).toEqual([
    [2, '示例甲'],
    [5, '示例丁'],
  ]);
  expect(problems.map((problem) => [problem.row, problem.column, problem.severity])).toEqual([
    [2, '抽查比例', 'warning'],
    [3, '事项类别', 'error'],
    [4, '批次顺序', 'error'],
    [5, '事项编码', 'warning'],
    [6, '随机抽查事项名称', 'error'],
    [7, '随机抽查事项名称', 'error'],
  ]);
  expect(problems.map((problem) => problemReason(problem))[4]).toContain('与第2行重复');
});

test('导出的清单原样导回没有变动；只有几列的表不动其他各栏', async () => {
  await approveList(office, [anItem({ name: '示例甲' }), anItem({ name: '示例乙', kind: 'key', inBatches: true })]);
  await startDraft();
  const exported = await office.download('operator', `/files/check-items/${listId}/list.xlsx`);
  const same = await stage(exported);
  expect(same.problems).toEqual([]);
  expect(same.unknownHeadings).toEqual([]);
  expect(same.rows.map(({ code, isSame }) => [code, isSame])).toEqual([
    ['SX001', true],
    ['SX002', true],
  ]);
  const { stageId, rows, notNamed } = await stage(
    await workbook(['编码', '事项名称', '抽查比例'], [['SX001', '示例甲', '不少于8%']]),
  );
  expect(rows).toMatchObject([{ code: 'SX001', isSame: false, item: { quota: '不少于8%', content: '示例内容' } }]);
  expect(notNamed).toEqual([{ code: 'SX002', name: '示例乙' }]);
  expect(await calls().confirmImport.mutate({ stageId, because: null })).toMatchObject({
    code: 'CHANGE_REASON_MISSING',
  });
  expect(must(await calls().confirmImport.mutate({ stageId, because: lawChanged }))).toMatchObject({
    added: 0,
    changed: 1,
  });
});

test('批准了的清单不能再导入', async () => {
  listId = await approveList(office, [anItem()]);
  const bytes = await workbook(['事项名称'], [['示例乙']]);
  expect(await office.upload('operator', `/uploads/check-items/${listId}/import`, bytes, '表.xlsx')).toMatchObject({
    code: 'LIST_STATE',
  });
});

test('模板带下拉选项和填表说明，空着导入会说明没有内容', async () => {
  await startDraft();
  const template = await office.download('operator', '/files/check-items/template');
  const path = `/uploads/check-items/${listId}/import`;
  const started = must(await office.upload<{ jobId: number }>('operator', path, template, '模板.xlsx'));
  await expect(finishedJob(office, 'operator', started.jobId)).rejects.toThrow('SHEET_EMPTY');
});

test.skipIf(!canReadPdfs)('清单和对照表可以打印，打印记入台账', async () => {
  const first = await approveList(office, [anItem({ name: '示例甲' })]);
  const second = await approveList(office, [anItem({ name: '示例乙' })]);
  expect(solidText(await office.download('reviewer', `/files/check-items/${second}/list.pdf`))).toContain('示例乙');
  const difference = await office.download('reviewer', `/files/check-items/${first}/${second}/difference.pdf`);
  expect(solidText(difference)).toContain('新增1项；其余1项没有变动。');
  const [line] = await office.as('admin').ledger.lines.query({});
  expect(line).toMatchObject({ action: 'plans.print-list', actor: '示例审核' });
});
