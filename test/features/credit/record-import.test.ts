import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseWorkbook } from '../../../electron/workbooks/parse.ts';
import {
  addRecord,
  type CreditOffice,
  openCreditOffice,
  penaltyOf,
  recordWorkbook,
  stageRecords,
} from '../../support/credit-office.ts';
import { finishedJob, must } from '../../support/outcomes.ts';

let it: CreditOffice;
beforeAll(async () => {
  it = await openCreditOffice(4);
});
afterAll(() => it.office.close());

const credit = () => it.office.as('operator').credit;
const code = (n: number) => it.codes[n - 1] ?? '';
const penalty = (n: number, documentNumber: string, more: Record<string, string> = {}) => ({
  kind: '行政处罚',
  code: code(n),
  source: '示例市场监督管理局',
  documentNumber,
  happenedOn: '2026-08-20',
  severity: '一般',
  amount: '1.5万元',
  legal: '示例甲',
  ...more,
});
const total = async (filter = {}) => (await credit().records.list.query(filter)).total;

test('每个问题指明表、行、列，类型不明的只问类型；名录外的代码单独列出；好的行不受影响', async () => {
  await addRecord(it.office, penaltyOf(it.ids[0] ?? 0, { documentNumber: '示罚已有号' }));
  const rows = [
    penalty(1, '示罚1号'),
    penalty(1, '示罚1号'),
    penalty(1, '示罚已有号'),
    penalty(2, '', {}),
    penalty(2, '', { kind: '行政什么' }),
    penalty(2, '示罚3号', { happenedOn: '2026-10-01' }),
    penalty(2, '示罚4号', { amount: '很多' }),
    penalty(2, '示罚5号', { code: '911507840000000500', name: '示例名录外企业' }),
    penalty(2, '示罚6号', { severity: '特别严重' }),
    penalty(2, '示罚7号', { publicity: '已公示' }),
    { kind: '事故', code: code(3), source: '示例应急管理局', happenedOn: '2026-05-01', summary: '示例事故' },
    penalty(3, '示罚8号', { publicity: '已公示', publishedOn: '2026-08-25', publishedWhere: '示例网站' }),
  ];
  const stageId = await stageRecords(it.office, await recordWorkbook(rows));
  const stage = await credit().imports.stage.query({ stageId });
  expect(stage?.good).toBe(2);
  expect(
    stage?.problems.filter(({ severity }) => severity === 'error').map((one) => [one.row, one.column, one.code]),
  ).toEqual([
    [3, '文号', 'DUPLICATE_IN_FILE'],
    [4, '文号', 'RECORD_THERE'],
    [5, '文号', 'MISSING'],
    [6, '类型', 'UNKNOWN_CHOICE'],
    [7, '决定或发生日期', 'RECORD_IN_FUTURE'],
    [8, '金额（元）', 'AMOUNT_NOT_READ'],
    [9, '统一社会信用代码', 'OBJECT_UNKNOWN'],
    [10, '严重程度', 'UNKNOWN_CHOICE'],
    [11, '公示日期', 'MISSING'],
    [11, '公示地址', 'MISSING'],
    [12, '事故等级', 'MISSING'],
  ]);
  expect(stage?.strangers).toEqual([{ code: '911507840000000500', name: '示例名录外企业', rows: 1 }]);
  expect(await total()).toBe(1);
});

test('确认后一次写入，同一文件不重复导入，整批撤销后记录仍列出但不再起作用', async () => {
  const listed = { kind: '列入异常名录', code: code(4), happenedOn: '2026-08-01', summary: '无法联系' };
  const bytes = await recordWorkbook([penalty(1, '示罚10号'), penalty(2, '示罚11号'), listed]);
  const stageId = await stageRecords(it.office, bytes, { supplier: '示例市场监督管理局' });
  expect(must(await credit().imports.confirm.mutate({ stageId }))).toMatchObject({ added: 3, leftOut: 0 });
  expect((await credit().records.list.query({ text: '示罚10号' })).lines[0]).toMatchObject({
    origin: 'import',
    amountFen: 1_500_000,
    publicity: 'pending',
    persons: [{ role: 'legal', name: '示例甲' }],
  });
  const raised = async () =>
    (await it.office.as('operator').grading.list.query()).lines.find(({ objectId }) => objectId === it.ids[3])?.current
      ?.raisedBy;
  expect(await raised()).toEqual(['abnormal-list']);
  expect(await credit().imports.confirm.mutate({ stageId })).toMatchObject({ code: 'CREDIT_STAGE_GONE' });

  const again = await stageRecords(it.office, bytes, { supplier: '示例市场监督管理局' });
  expect((await credit().imports.stage.query({ stageId: again }))?.good).toBe(0);
  expect(await credit().imports.confirm.mutate({ stageId: again })).toMatchObject({ code: 'CREDIT_NOTHING_TO_IMPORT' });

  const [batch] = await credit().imports.batches.query();
  expect(must(await credit().imports.undo.mutate({ id: batch?.id ?? 0, reason: '部门重新报送' }))).toMatchObject({
    withdrawn: 3,
  });
  expect(await raised()).toEqual([]);
  expect(await total({ standing: 'withdrawn' })).toBe(3);
  expect(await credit().imports.undo.mutate({ id: batch?.id ?? 0, reason: '再撤' })).toMatchObject({
    code: 'CREDIT_IMPORT_UNDONE',
  });
});

test('其中一条是列入名单的依据的，整批不能撤销，一条也不动', async () => {
  const stageId = await stageRecords(
    it.office,
    await recordWorkbook([
      penalty(1, '示罚40号'),
      {
        kind: '严重违法失信',
        code: code(1),
        happenedOn: '2026-08-20',
        documentNumber: '示严1号',
        source: '示例局',
      },
    ]),
  );
  const { batchId } = must(await credit().imports.confirm.mutate({ stageId }));
  const { lines } = await credit().records.list.query({ kinds: ['serious-violation'] });
  const { lists } = it.office.as('operator').supervision;
  const proposal = { objectId: it.ids[0] ?? 0, listId: 'black', groundId: 'serious-list', facts: '示例事实' };
  const { entryId } = must(await lists.propose.mutate({ ...proposal, factIds: [`record:${lines[0]?.id}`] }));
  must(await lists.notify.mutate({ entryId }));
  must(await lists.serve.mutate({ entryId, servedOn: '2026-09-07', manner: 'direct', receiver: '示例' }));
  const heard = { outcome: 'waived', receivedOn: '2026-09-07', statement: '放弃', opinion: '放弃' } as const;
  must(await lists.hear.mutate({ entryId, ...heard }));
  must(await it.office.as('leader').supervision.lists.decide.mutate({ entryId, outcome: 'listed', opinion: '同意' }));
  expect(await credit().imports.undo.mutate({ id: batchId, reason: '给错了文件' })).toMatchObject({
    code: 'CREDIT_CARRIES_ENTRY',
  });
  expect((await credit().records.list.query({ text: '示罚40号', standing: 'current' })).total).toBe(1);
});

test('其他部门的结果注明互认，须写明提供部门；已有的不再收', async () => {
  const bytes = await recordWorkbook([
    { kind: '行政监督检查', code: code(1), happenedOn: '2026-08-11', documentNumber: '示检1号', outcome: '发现问题' },
  ]);
  const headers = { 'x-file-name': 'a.xlsx', 'x-mutual': '1' };
  const body = bytes as Uint8Array<ArrayBuffer>;
  const reply = await it.office.fetch('operator', '/uploads/credit/records', { method: 'POST', body, headers });
  expect(await reply.json()).toMatchObject({ code: 'CREDIT_MUTUAL_WITHOUT_SUPPLIER' });
  const given = { supplier: '示例应急管理局', isMutual: true };
  const stageId = await stageRecords(it.office, bytes, given);
  must(await credit().imports.confirm.mutate({ stageId }));
  const { lines } = await credit().records.list.query({ kinds: ['inspection'] });
  expect(lines).toMatchObject([{ origin: 'department', source: '示例应急管理局', outcome: 'bad' }]);
  const penalty = { kind: '行政处罚', code: code(1), happenedOn: '2026-08-11', documentNumber: '示罚互认1号' };
  const theirs = await stageRecords(it.office, await recordWorkbook([penalty]), given);
  must(await credit().imports.confirm.mutate({ stageId: theirs }));
  const [kept] = (await credit().records.list.query({ text: '示罚互认1号' })).lines;
  expect(kept, '由作出的部门公示').toMatchObject({ origin: 'department', publicity: 'none' });
  const double = await stageRecords(
    it.office,
    await recordWorkbook([
      {
        kind: '行政监督检查',
        code: code(1),
        happenedOn: '2026-08-12',
        documentNumber: '示检1号',
        outcome: '未发现问题',
      },
    ]),
    given,
  );
  expect((await credit().imports.stage.query({ stageId: double }))?.problems).toMatchObject([
    { row: 2, column: '文号', code: 'RECORD_THERE', details: { from: '示例应急管理局', happenedOn: '2026-08-11' } },
  ]);
});

test('检查后记录有变动的，不按旧的检查写入', async () => {
  const stageId = await stageRecords(it.office, await recordWorkbook([penalty(2, '示罚20号')]));
  await addRecord(it.office, penaltyOf(it.ids[1] ?? 0, { documentNumber: '示罚20号' }));
  expect(await credit().imports.confirm.mutate({ stageId })).toMatchObject({ code: 'CREDIT_STAGE_OUTDATED' });
});

const sheetOf = async (jobId: number) => {
  const { exportId } = await finishedJob<{ exportId: number }>(it.office, 'operator', jobId);
  const bytes = await it.office.download('operator', `/files/credit/exports/${exportId}`);
  const sheet = must(await parseWorkbook(bytes))[0];
  return sheet?.rows.map(({ cells }) => cells.map(({ text }) => text)) ?? [];
};

test('导出和公示系统归集表不带等级、电话、身份证号，姓名隐去，撤销的不上报', async () => {
  const summary = '示例甲（电话13800001234，身份证110101199001011237）未按规定操作';
  await addRecord(it.office, penaltyOf(it.ids[2] ?? 0, { documentNumber: '示罚30号', summary }));
  const exported = await sheetOf(must(await credit().exports.records.mutate({ text: '示罚30号' })).jobId);
  const platform = await sheetOf(must(await credit().exports.platform.mutate({})).jobId);
  expect(platform[0]).toEqual([
    '企业名称',
    '统一社会信用代码',
    '信息类别',
    '文书号',
    '决定（发生）日期',
    '有效期至',
    '作出机关',
    '内容',
  ]);
  const all = JSON.stringify([exported, platform]);
  expect(all).toContain('示某某（电话138****1234');
  expect(all).not.toContain('示例甲');
  expect(all).not.toContain('110101199001011237');
  expect(platform.flat()).not.toContain('示罚10号');
  expect(platform.flat()).toContain('示罚30号');
  expect(all).not.toMatch(/[A-D]级/);
});
